#include "server/router.h"

#include "server/api/article_json.h"
#include "server/api/json_view.h"
#include "server/api/problem.h"
#include "server/api/similar_view.h"
#include "server/api/suggest_json.h"
#include "server/logging.h"
#include "server/query/search_request.h"
#include "server/query/similar_request.h"
#include "server/query/suggest_request.h"
#include "server/router_pages.h"

namespace tracuu {
namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

HttpResponse problem_response(const HttpRequest& request, const Problem& problem) {
  HttpResponse response;
  response.status = problem.status;
  response.content_type = "application/problem+json; charset=utf-8";
  response.body = to_json(problem, request.request_id);
  if (problem.status == 503) {
    response.headers.emplace_back("Retry-After", "1");
  }
  return response;
}

HttpResponse json_response(std::string body) {
  HttpResponse response;
  response.headers.emplace_back("Cache-Control", "private, max-age=0, must-revalidate");
  response.body = std::move(body);
  return response;
}

HttpResponse not_found(const HttpRequest& request, std::string detail) {
  return problem_response(request, {.status = 404,
                                    .code = "not_found",
                                    .title = "There is nothing here",
                                    .detail = std::move(detail),
                                    .parameter = {}});
}

}  // namespace

HttpResponse Router::answer(const HttpRequest& request, Clock::time_point deadline) const {
  HttpResponse response;
  try {
    response = route(request, deadline);
  } catch (const DeadlineExceeded&) {
    response = problem_response(
        request, {.status = 503,
                  .code = "deadline_exceeded",
                  .title = "The search took too long",
                  .detail = "The search was stopped at its time limit; ask for less, or try again.",
                  .parameter = {}});
  } catch (const std::exception& error) {
    log_error("request " + request.request_id + " failed: " + error.what());
    response = problem_response(
        request, {.status = 500,
                  .code = "internal_error",
                  .title = "The server failed",
                  .detail = "The request could not be answered; the failure is logged.",
                  .parameter = {}});
  }
  response.headers.emplace_back("X-Content-Type-Options", "nosniff");
  return response;
}

HttpResponse Router::route(const HttpRequest& request, Clock::time_point deadline) const {
  if (std::optional<HttpResponse> page = page_answer(searcher_, request, deadline)) {
    return std::move(*page);
  }
  if (request.path == "/healthz") {
    return json_response(R"({"ok":true})");
  }
  if (request.path == "/readyz") {
    return ready(request, deadline);
  }
  if (request.path == "/api/v1/search") {
    return search(request, deadline);
  }
  if (request.path == "/api/v1/suggest") {
    return suggest(request);
  }
  const auto& segments = request.segments;
  if (segments.size() == 4 && segments[0] == "api" && segments[1] == "v1" &&
      segments[2] == "articles") {
    return article(request, segments[3]);
  }
  if (segments.size() == 5 && segments[0] == "api" && segments[1] == "v1" &&
      segments[2] == "articles" && segments[4] == "similar") {
    return similar(request, segments[3], deadline);
  }
  return not_found(request,
                   "No page or endpoint has this address; the API is /api/v1/search, "
                   "/api/v1/suggest, /api/v1/articles/{id} and /api/v1/articles/{id}/similar.");
}

HttpResponse Router::search(const HttpRequest& request, Clock::time_point deadline) const {
  const Clock::time_point start = Clock::now();
  const Result<SearchRequest> asked = parse_search_request(request.parameters);
  if (!asked) {
    return problem_response(request, invalid_parameter(asked.error().message));
  }
  const Result<SearchResult> result = searcher_.search(*asked, Deadline(deadline));
  if (!result) {
    return problem_response(request, invalid_parameter(result.error().message));
  }
  const Milliseconds took = Clock::now() - start;
  HttpResponse response = json_response(search_json(*asked, *result, took));
  response.headers.emplace_back("Server-Timing",
                                "search;dur=" + std::to_string(Milliseconds(took).count()));
  return response;
}

HttpResponse Router::suggest(const HttpRequest& request) const {
  const Clock::time_point start = Clock::now();
  const Result<SuggestRequest> asked = parse_suggest_request(request.parameters);
  if (!asked) {
    return problem_response(request, invalid_parameter(asked.error().message));
  }
  const SuggestResult result = searcher_.suggest(*asked);
  return json_response(suggest_json(*asked, result, Clock::now() - start));
}

HttpResponse Router::article(const HttpRequest& request, std::string_view id) const {
  const std::optional<Article> article = searcher_.article(id);
  if (!article) {
    return not_found(request, "No article has this id: '" + std::string(id) + "'");
  }
  return json_response(article_json(*article, searcher_.info(), searcher_.reprints(id)));
}

HttpResponse Router::similar(const HttpRequest& request, std::string_view id,
                             Clock::time_point deadline) const {
  const Result<std::size_t> limit = parse_similar_limit(request.parameters);
  if (!limit) {
    return problem_response(request, invalid_parameter(limit.error().message));
  }
  const std::optional<SimilarArticles> found = searcher_.similar(id, *limit, Deadline(deadline));
  if (!found) {
    return not_found(request, "No article has this id: '" + std::string(id) + "'");
  }
  return json_response(similar_json(*found));
}

HttpResponse Router::ready(const HttpRequest& request, Clock::time_point deadline) const {
  if (!ready_) {
    return problem_response(request, {.status = 503,
                                      .code = "stopping",
                                      .title = "The server is stopping",
                                      .detail = "Requests in flight are finished, new ones should "
                                                "go elsewhere.",
                                      .parameter = {}});
  }
  SearchRequest probe;
  probe.q = "nghị quyết";
  probe.limit = 1;
  const Result<SearchResult> result = searcher_.search(probe, Deadline(deadline));
  return result ? json_response(index_json(result->index))
                : problem_response(request, invalid_parameter(result.error().message));
}

}  // namespace tracuu
