#include "server/search/query_compiler.h"

#include "server/search/docid_source.h"

namespace tracuu {
namespace {

Xapian::Query weighted(const RankingTerm& term) {
  if (term.boolean) {
    // A boolean term has no wdf, which BM25 takes for absence.
    Xapian::PostingSource* source = new BooleanTermSource(term.term, term.weight * term.idf);
    return Xapian::Query(source->release());
  }
  return {Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term.term), term.weight};
}

}  // namespace

Xapian::Query compile(const RankingTerms& ranking) {
  std::vector<Xapian::Query> parts;
  parts.reserve(ranking.terms.size());
  for (const RankingTerm& term : ranking.terms) {
    parts.push_back(weighted(term));
  }
  return {Xapian::Query::OP_OR, parts.begin(), parts.end()};
}

std::vector<RankingCandidate> best_candidates(const Xapian::Database& database,
                                              const RankingTerms& ranking,
                                              std::span<const Xapian::docid> docids,
                                              std::size_t count, const Deadline& deadline) {
  DocidSource source(docids, deadline);
  const Xapian::Query sum = compile(ranking);
  const Xapian::Query only_these(&source);
  Xapian::Enquire enquire(database);
  enquire.set_query(sum.empty() ? only_these
                                : Xapian::Query(Xapian::Query::OP_AND_MAYBE, only_these, sum));
  enquire.set_weighting_scheme(Xapian::BM25Weight(kBm25K1, 0, 0, kBm25B, 0));
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(count));
  std::vector<RankingCandidate> candidates;
  candidates.reserve(found.size());
  for (auto hit = found.begin(); hit != found.end(); ++hit) {
    candidates.push_back({*hit, hit.get_weight()});
  }
  return candidates;
}

}  // namespace tracuu
