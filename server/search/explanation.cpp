#include "server/search/explanation.h"

#include <fmt/format.h>

#include <iterator>

#include "server/query/understanding.h"

namespace tracuu {
namespace {

std::string_view order_of(const SearchRequest& request, const RankingTerms& ranking) {
  if (request.sort == Sort::kOldest) {
    return "oldest first, undated last";
  }
  if (request.sort == Sort::kNewest || ranking.terms.empty()) {
    return "newest first, undated last";
  }
  return "relevance";
}

std::string_view name_of(Requirement requirement) {
  switch (requirement) {
    case Requirement::kEvery:
      return "every word";
    case Requirement::kAll:
      return "all words";
    case Requirement::kEither:
      return "any word";
    case Requirement::kAny:
      return "any word, best match";
    case Requirement::kLoose:
      break;
  }
  return "any word, quoted or not, best match";
}

std::string_view last_of(const Query& query) {
  const bool is_start = !query.syllables.empty() && query.syllables.back().unfinished;
  return is_start ? ", the last as a start" : "";
}

void explain_terms(const RankingTerms& ranking, std::string& out) {
  fmt::format_to(
      std::back_inserter(out),
      "score: sum of weight x BM25 (k1 {}, b {}), at most {:.2f}, + {:.2f} x "
      "(coverage^6 + run^6 / 2 + {} x papers + {} if exact + {} if title + {} x freshness)\n",
      kBm25K1, kBm25B, ranking.reachable, ranking.reachable, kPaperWeight, kExactWeight,
      kTitleIsQueryWeight, kFreshnessWeight);
  for (const RankingTerm& term : ranking.terms) {
    fmt::format_to(std::back_inserter(out), "term: {} weight {:.2f} idf {:.3f}{}\n", term.term,
                   term.weight, term.idf, term.boolean ? " boolean" : "");
  }
}

}  // namespace

std::string explain(const SearchRequest& request, const SearchResult& result,
                    Requirement requirement, const RankingTerms& ranking,
                    const std::vector<RankedArticle>& page) {
  std::string out;
  auto to = std::back_inserter(out);
  out.append(describe_stages(result.query.text));
  fmt::format_to(to, "understood: {}\n", describe(result.query));
  fmt::format_to(to, "match: {}{}\n", name_of(requirement), last_of(result.query));
  fmt::format_to(to, "matches: {} of {} articles\n", result.total, result.index.articles);
  const std::string_view order = order_of(request, ranking);
  fmt::format_to(to, "order: {}\n", order);
  if (order != "relevance") {
    return out;
  }
  explain_terms(ranking, out);
  for (std::size_t i = 0; i < page.size(); ++i) {
    fmt::format_to(to,
                   "hit {}: {} bm25 {:.3f} coverage {:.3f} run {:.3f} papers {:.3f}{}{} freshness "
                   "{:.3f} score {:.3f}\n",
                   request.offset + i + 1, result.hits[i].article.id, page[i].bm25,
                   page[i].coverage, page[i].run, page[i].papers, page[i].exact ? " exact" : "",
                   page[i].title ? " title" : "", page[i].freshness, page[i].score);
  }
  return out;
}

}  // namespace tracuu
