#include "server/search/similar.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "common/index/schema.h"
#include "common/text/normalize.h"
#include "common/text/tokens.h"

namespace tracuu {
namespace {

constexpr std::size_t kMostTerms = 24;
/// Articles are looked for under the strongest pairs and papers only: one that shares none of them
/// is on another matter whatever else it shares. Single syllables mean too many things.
constexpr std::size_t kLookedUnder = 8;
/// Postings of one article read for each; behind these a term is too common to look under.
constexpr Xapian::doccount kMostLookedAt = 20'000;
constexpr double kIdentityWeight = 1.5;
/// Articles with a term from which on it does not matter whether some of them are gone.
constexpr Xapian::doccount kFew = 8;

/// Times that an article says its terms.
using TermTimes = std::unordered_map<std::string, double>;

void count_terms(std::string_view text, double times, TermTimes& counts) {
  const std::string normalized_text = normalized(text);
  const Token* previous = nullptr;
  const std::vector<Token> tokens = tokenize(normalized_text);
  for (const Token& token : tokens) {
    if (token.kind == Token::Kind::kWord) {
      counts[term_of(kAccentedPrefix, token.key)] += times;
      if (previous != nullptr && !token.starts_sentence) {
        counts[term_of(kBigramPrefix, previous->folded + ' ' + token.folded)] += times;
      }
    }
    previous = token.kind == Token::Kind::kWord ? &token : nullptr;
  }
}

/// Returns how many articles have a term; where they are few, without those that are gone, among
/// which may be this one as it was before it changed.
Xapian::doccount frequency_of(const TermReader& reader, const std::string& term) {
  const Xapian::doccount all = reader.frequency(term);
  if (all > kFew || reader.index().segments().size() == 1) {
    return all;
  }
  const ArticleSet& live = reader.index().columns().live();
  const TermPostings& postings = reader.postings(term);
  if (postings.frequent()) {
    ArticleSet having(reader.ordinals());
    postings.add_to(having, live);
    return static_cast<Xapian::doccount>(having.size());
  }
  return static_cast<Xapian::doccount>(std::ranges::count_if(
      postings.others(), [&](TermPosting posting) { return live.contains(posting.ordinal); }));
}

/// Weighs a term, or nothing when only this article or nearly every one has it.
std::optional<RankingTerm> weighed(const TermReader& reader, const std::string& term, double times,
                                   bool boolean) {
  const Xapian::doccount frequency = frequency_of(reader, term);
  if (frequency < 2 || frequency > reader.articles() / 2) {
    return std::nullopt;
  }
  const double weight = boolean ? kIdentityWeight : 1 + std::log(times);
  return RankingTerm{term, weight, idf_of(reader.articles(), frequency), boolean};
}

void keep_strongest(std::vector<RankingTerm>& terms) {
  std::sort(terms.begin(), terms.end(), [](const RankingTerm& a, const RankingTerm& b) {
    const double strength_a = a.weight * a.idf;
    const double strength_b = b.weight * b.idf;
    return strength_a != strength_b ? strength_a > strength_b : a.term < b.term;
  });
  terms.resize(std::min(terms.size(), kMostTerms));
}

/// Finds the articles that have one of the terms to look under, without those of `left_out`.
ArticleSet sharing(const TermReader& reader, const std::vector<RankingTerm>& terms,
                   const ReprintGroups& groups, const std::set<Xapian::docid>& left_out) {
  const ArticleSet& all = reader.index().columns().live();
  ArticleSet articles(reader.ordinals());
  std::size_t looked_under = 0;
  for (const RankingTerm& term : terms) {
    if (looked_under == kLookedUnder) {
      break;
    }
    if (!term.term.starts_with(kAccentedPrefix) && reader.frequency(term.term) <= kMostLookedAt) {
      ++looked_under;
      reader.postings(term.term).add_to(articles, all);
    }
  }
  for (const Xapian::docid docid : left_out) {
    articles.remove(groups.ordinal_of(docid));
  }
  return articles;
}

}  // namespace

RankingTerms terms_of_matter(const TermReader& reader, const Article& article) {
  TermTimes counts;
  count_terms(article.title(), 2, counts);
  count_terms(article.body(), 1, counts);
  RankingTerms ranking;
  for (const auto& [term, times] : counts) {
    if (auto term_weighed = weighed(reader, term, times, false)) {
      ranking.terms.push_back(std::move(*term_weighed));
    }
  }
  keep_strongest(ranking.terms);
  std::set<std::string> papers;
  for (const DocumentIdentity& identity : article.documents) {
    if (std::string key = identity.key(); !key.empty()) {
      papers.insert(filter_term(FieldId::kIdentity, key));
    }
  }
  for (const std::string& paper : papers) {
    if (auto paper_weighed = weighed(reader, paper, 1, true)) {
      ranking.terms.push_back(std::move(*paper_weighed));
    }
  }
  keep_strongest(ranking.terms);
  for (const RankingTerm& term : ranking.terms) {
    ranking.reachable += term.weight * term.idf * (term.boolean ? 1 : kBm25K1 + 1);
  }
  return ranking;
}

std::vector<RankingCandidate> similar_articles(const TermReader& reader,
                                               const ReprintGroups& groups, Xapian::docid docid,
                                               std::size_t limit, const Deadline& deadline) {
  const RankingTerms ranking = terms_of_matter(reader, reader.index().stored().article(docid));
  std::set<Xapian::docid> own{docid};
  if (const ReprintGroup group = groups.group_of(docid); group != 0) {
    const auto members = groups.members(group);
    own.insert(members.begin(), members.end());
  }
  const ArticleSet articles = sharing(reader, ranking.terms, groups, own);
  // Other groups stand once, so some of the best are passed over.
  const std::size_t repeats = articles.size() - groups.count_distinct(articles);
  OncePerGroup once(groups);
  std::vector<RankingCandidate> similar;
  for (RankingCandidate& candidate :
       best_candidates(reader, ranking, articles, limit + repeats, deadline)) {
    if (similar.size() < limit && once.passes(candidate.docid)) {
      candidate.score /= ranking.reachable;
      similar.push_back(candidate);
    }
  }
  return similar;
}

}  // namespace tracuu
