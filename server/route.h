#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/api/endpoint.h"
#include "server/api/problem.h"
#include "server/http/message.h"
#include "server/metrics.h"
#include "server/query/search_request.h"
#include "server/search/deadline.h"
#include "server/search/searcher.h"

namespace tracuu {

/// One request on its way to the handler of its route.
struct Call {
  const HttpRequest& request;
  const Searcher& searcher;
  Deadline deadline;
  Language language = Language::kVietnamese;  ///< of labels and messages
  std::vector<std::string> values;            ///< what stands for the braces of the path, in order
  std::string base;   ///< scheme and host for addresses that must be whole: "http://127.0.0.1:8080"
  bool ready = true;  ///< false once the server stops
  Metrics& metrics;
};

/// Answers one call. Its parameters have names of the route's table; their values are the handler's
/// to read. May throw as the searcher does.
using RouteHandler = HttpResponse (*)(const Call& call);

/// One address, what is known of it, and who answers.
struct Route {
  Endpoint endpoint;
  RouteHandler handler;
  bool at_once = false;  ///< answered without waiting for a worker: quick, and needed when busy
};

/// All routes. To add one: a row here, its parameters as a table, its answer in
/// answer_schemas.json, its address in the README.
std::span<const Route> routes();

/// The route of an address, with what stands for its braces.
struct RouteMatch {
  const Route* route;
  std::vector<std::string> values;
};
/// Finds the route of a decoded path. "36-NQ%2FTW" is one segment and stands for one brace; the
/// last brace of an open-ended one also takes what is behind it: /documents/36-NQ/TW.
std::optional<RouteMatch> find_route(std::span<const std::string> segments);

/// Returns the address nearest to one that does not exist, its braces filled with what was given:
/// "/api/v1/articels/a" -> "/api/v1/articles/a"; "" where none is near.
std::string nearest_address(std::span<const std::string> segments);

// Pieces of which handlers make their answers.

/// Returns a 200 of JSON.
HttpResponse json_response(std::string body);
/// Returns a problem document; a 503 says when to try again.
HttpResponse problem_response(const Call& call, const Problem& problem);
/// Returns the 400 of a parameter.
HttpResponse bad_parameter(const Call& call, const Error& error);
/// Returns the 404 of something that is named in an address.
HttpResponse nothing_here(const Call& call, std::string_view vietnamese, std::string_view english,
                          std::string_view value);
/// Adds a header of Server-Timing: {{"match", 1.25}} -> "match;dur=1.250".
void add_timing(HttpResponse& response,
                std::span<const std::pair<std::string_view, double>> milliseconds);

// The handlers, by room: route_search.cpp, route_pages.cpp, route_lists.cpp, route_about.cpp.
HttpResponse answer_search(const Call& call);
HttpResponse answer_suggest(const Call& call);
HttpResponse answer_article(const Call& call);
HttpResponse answer_similar(const Call& call);
HttpResponse answer_facet(const Call& call);
HttpResponse answer_document(const Call& call);
HttpResponse answer_official(const Call& call);
HttpResponse answer_provinces(const Call& call);
HttpResponse answer_stats(const Call& call);
HttpResponse answer_export_csv(const Call& call);
HttpResponse answer_export_ndjson(const Call& call);
HttpResponse answer_feed(const Call& call);
HttpResponse answer_openapi(const Call& call);
HttpResponse answer_opensearch(const Call& call);
HttpResponse answer_problem_kinds(const Call& call);
HttpResponse answer_problem_kind(const Call& call);
HttpResponse answer_health(const Call& call);
HttpResponse answer_ready(const Call& call);
HttpResponse answer_metrics(const Call& call);

}  // namespace tracuu
