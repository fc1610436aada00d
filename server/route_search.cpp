#include <array>

#include "server/api/article_json.h"
#include "server/api/json_view.h"
#include "server/api/opensearch_view.h"
#include "server/api/similar_view.h"
#include "server/api/suggest_json.h"
#include "server/query/similar_request.h"
#include "server/query/suggest_request.h"
#include "server/route.h"

namespace tracuu {
namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

HttpResponse no_article(const Call& call) {
  return nothing_here(call, "Không có bài nào mang mã này", "No article has this id",
                      call.values[0]);
}

}  // namespace

HttpResponse answer_search(const Call& call) {
  const Clock::time_point start = Clock::now();
  const Result<SearchRequest> asked = parse_search_request(call.request.parameters);
  if (!asked) {
    return bad_parameter(call, asked.error());
  }
  const Result<SearchResult> result = call.searcher.search(*asked, call.deadline);
  if (!result) {
    return bad_parameter(call, result.error());
  }
  const Clock::time_point found = Clock::now();
  HttpResponse response = json_response(search_json(*asked, *result, found - start));
  response.note.hits = result->total;
  const StageTimes& times = result->times;
  add_timing(response, std::array<std::pair<std::string_view, double>, 7>{
                           {{"queue", Milliseconds(start - call.request.received).count()},
                            {"understand", times.understand},
                            {"match", times.match},
                            {"facets", times.facets},
                            {"rank", times.rank},
                            {"snippets", times.snippets},
                            {"json", Milliseconds(Clock::now() - found).count()}}});
  return response;
}

HttpResponse answer_suggest(const Call& call) {
  const Clock::time_point start = Clock::now();
  const Result<SuggestRequest> asked = parse_suggest_request(call.request.parameters);
  if (!asked) {
    return bad_parameter(call, asked.error());
  }
  const SuggestResult result = call.searcher.suggest(*asked);
  if (asked->format == SuggestFormat::kJson) {
    return json_response(suggest_json(*asked, result, Clock::now() - start));
  }
  HttpResponse response = json_response(opensearch_suggestions(*asked, result, call.base));
  response.content_type = "application/x-suggestions+json; charset=utf-8";
  return response;
}

HttpResponse answer_article(const Call& call) {
  const std::optional<Article> article = call.searcher.article(call.values[0]);
  return article ? json_response(article_json(*article, call.searcher.info(),
                                              call.searcher.reprints(call.values[0])))
                 : no_article(call);
}

HttpResponse answer_similar(const Call& call) {
  const Result<SimilarRequest> asked = parse_similar_request(call.request.parameters);
  if (!asked) {
    return bad_parameter(call, asked.error());
  }
  const std::optional<SimilarArticles> found =
      call.searcher.similar(call.values[0], asked->limit, call.deadline);
  return found ? json_response(similar_json(*found)) : no_article(call);
}

}  // namespace tracuu
