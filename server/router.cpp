#include "server/router.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "server/http/cors.h"
#include "server/http/negotiation.h"
#include "server/http/policy.h"
#include "server/logging.h"
#include "server/query/parameter_checks.h"
#include "server/query/parameter_values.h"
#include "server/route_html.h"

namespace tracuu {
namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

HttpResponse options_response() {
  HttpResponse response;
  response.status = 204;
  response.headers.emplace_back("Allow", kAllowedMethods);
  return response;
}

HttpResponse no_such_address(const Call& call) {
  const bool vietnamese = call.language == Language::kVietnamese;
  const std::string near = nearest_address(call.request.segments);
  std::string detail = (vietnamese ? "Không có gì ở địa chỉ '" : "Nothing has the address '") +
                       call.request.path + "', ";
  if (near.empty()) {
    detail += vietnamese ? "mọi địa chỉ ở /openapi.json." : "all addresses are in /openapi.json.";
  } else {
    detail += (vietnamese ? "có phải " : "did you mean ") + near + '?';
  }
  return problem_response(call, problem_of("not_found", call.language, std::move(detail)));
}

/// Checks what can be checked of any endpoint's parameters: names, how many values, the language.
std::optional<Error> fault_of(const UrlParameters& parameters, std::span<const Parameter> table) {
  const auto values = values_by_parameter(parameters, table);
  if (!values) {
    return values.error();
  }
  for (std::size_t row = 0; row < table.size(); ++row) {
    const auto& given = (*values)[row];
    if (auto fault = check_values(table[row], given)) {
      return fault;
    }
    if (table[row].name == kLanguageParameter.name && !given.empty()) {
      if (const auto choice = read_choice(table[row], given.front()); !choice) {
        return choice.error();
      }
    }
  }
  return std::nullopt;
}

std::string base_of(const HttpRequest& request, const std::string& public_url) {
  const std::string_view host = request.header("host");
  return !public_url.empty() ? public_url
                             : "http://" + std::string(host.empty() ? "localhost" : host);
}

/// Returns the address as its table has it, or "": logs and metrics must not grow with what
/// strangers ask for.
std::string_view pattern_of(const HttpRequest& request) {
  if (is_page(request)) {
    return page_pattern(request);
  }
  const std::optional<RouteMatch> match = find_route(request.segments);
  return match ? match->route->endpoint.path : std::string_view();
}

bool has_header(const HttpResponse& response, std::string_view name) {
  return std::any_of(response.headers.begin(), response.headers.end(),
                     [&](const auto& field) { return field.first == name; });
}

}  // namespace

Router::Router(const Searcher& searcher, RouterOptions options)
    : searcher_(searcher),
      options_(std::move(options)),
      cache_(options_.cache_bytes),
      metrics_(TRACUU_VERSION) {
  metrics_.watch_cache([this] { return cache_.counts().bytes; });
}

HttpResponse Router::answer(const HttpRequest& request, Clock::time_point deadline) const {
  HttpResponse response = guarded({.request = request,
                                   .searcher = searcher_,
                                   .deadline = Deadline(deadline, request.client_left),
                                   .language = language_of(request.parameters),
                                   .values = {},
                                   .base = base_of(request, options_.public_url),
                                   .ready = ready_,
                                   .metrics = metrics_});
  response.headers.emplace_back("X-Content-Type-Options", "nosniff");
  allow_origins(request, options_.cors_origins, response);
  response.note.route = pattern_of(request);
  return response;
}

std::optional<HttpResponse> Router::answer_at_once(const HttpRequest& request) const {
  const std::optional<RouteMatch> match = find_route(request.segments);
  return match && match->route->at_once ? std::optional(answer(request, Clock::time_point::max()))
                                        : std::nullopt;
}

HttpResponse Router::guarded(const Call& call) const {
  const bool vietnamese = call.language == Language::kVietnamese;
  try {
    return route(call);
  } catch (const DeadlineExceeded&) {
    return problem_response(
        call, problem_of("deadline_exceeded", call.language,
                         vietnamese ? "Việc tìm bị dừng vì quá thời hạn; hãy hỏi hẹp hơn, hoặc "
                                      "thử lại."
                                    : "The search was stopped at its time limit; ask for less, or "
                                      "try again."));
  } catch (const std::exception& error) {
    log_error("request " + call.request.request_id + " failed: " + error.what());
    return problem_response(
        call, problem_of("internal_error", call.language,
                         vietnamese ? "Không trả lời được yêu cầu này; lỗi đã được ghi lại."
                                    : "The request could not be answered; the failure is logged."));
  }
}

HttpResponse Router::route(Call call) const {
  const bool asks_options = call.request.method == "OPTIONS";
  if (is_page(call.request)) {
    return asks_options ? options_response() : page_answer(searcher_, call.request, call.deadline);
  }
  std::optional<RouteMatch> match = find_route(call.request.segments);
  if (!match) {
    return no_such_address(call);
  }
  if (asks_options) {
    return options_response();
  }
  call.values = std::move(match->values);
  return call_route(call, *match->route);
}

HttpResponse Router::call_route(const Call& call, const Route& route) const {
  const Endpoint& endpoint = route.endpoint;
  if (const auto fault = fault_of(call.request.parameters, endpoint.parameters)) {
    return bad_parameter(call, *fault);
  }
  const Clock::time_point start = Clock::now();
  const Question question = question_of(call, endpoint);
  const std::string& etag = question.etag;
  const std::string_view held = call.request.header("if-none-match");
  HttpResponse response;
  if (!etag.empty() && !held.empty() && held != "*" && matches_etag(held, etag)) {
    // What the client holds is what the search would find again.
    response.status = 304;
    response.headers.emplace_back("Vary", "Accept-Encoding");
  } else {
    response = answer_through(cache_, call, question, route.handler);
  }
  if (response.status == 200 || response.status == 304) {
    // A generation published meanwhile: whose answer this is cannot be told.
    if (!etag.empty() && is_current(question, searcher_)) {
      // By the request alone, so that a 304 has the tag of the 200 that it stands for.
      const bool weakened =
          accepts_gzip(call.request.header("accept-encoding")) && !etag.starts_with("W/");
      response.headers.emplace_back("ETag", weakened ? "W/" + etag : etag);
    }
    if (!has_header(response, "Cache-Control")) {
      response.headers.emplace_back(
          "Cache-Control", etag.empty() ? "no-store" : "private, max-age=0, must-revalidate");
    }
  }
  if (!has_header(response, "Server-Timing")) {
    add_timing(response, std::array<std::pair<std::string_view, double>, 1>{
                             {{"total", Milliseconds(Clock::now() - start).count()}}});
  }
  return response;
}

}  // namespace tracuu
