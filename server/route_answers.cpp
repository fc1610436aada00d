#include <array>
#include <cstdio>

#include "server/route.h"

namespace tracuu {

HttpResponse json_response(std::string body) {
  HttpResponse response;
  response.body = std::move(body);
  return response;
}

HttpResponse problem_response(const Call& call, const Problem& problem) {
  HttpResponse response;
  response.status = problem.status;
  response.content_type = "application/problem+json; charset=utf-8";
  response.headers.emplace_back("Cache-Control", "no-store");
  response.body = to_json(problem, call.request.request_id);
  response.note.problem = problem.code;
  if (problem.status == 503) {
    response.headers.emplace_back("Retry-After", "1");
  }
  return response;
}

HttpResponse bad_parameter(const Call& call, const Error& error) {
  return problem_response(call, invalid_parameter(error, call.language));
}

HttpResponse nothing_here(const Call& call, std::string_view vietnamese, std::string_view english,
                          std::string_view value) {
  std::string detail(call.language == Language::kVietnamese ? vietnamese : english);
  detail.append(": '").append(value).append("'");
  return problem_response(call, problem_of("not_found", call.language, std::move(detail)));
}

void add_timing(HttpResponse& response,
                std::span<const std::pair<std::string_view, double>> milliseconds) {
  std::string value;
  for (const auto& [stage, duration] : milliseconds) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), ";dur=%.3f", duration);
    value.append(value.empty() ? "" : ", ").append(stage).append(text.data());
  }
  response.note.timing = value;
  response.headers.emplace_back("Server-Timing", std::move(value));
}

}  // namespace tracuu
