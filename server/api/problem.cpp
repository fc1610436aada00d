#include "server/api/problem.h"

#include <algorithm>

#include "server/api/json_pieces.h"

namespace tracuu {
namespace {

std::string type_of(std::string_view code) {
  return std::string(kProblemTypePrefix).append(code);
}

Json row_json(const ProblemKind& kind) {
  return {{"type", type_of(kind.code)},
          {"code", kind.code},
          {"status", kind.status},
          {"title", {{"vi", kind.title_vi}, {"en", kind.title_en}}}};
}

}  // namespace

const ProblemKind* problem_kind(std::string_view code) {
  const auto* const row = std::find_if(kProblemKinds.begin(), kProblemKinds.end(),
                                       [&](const ProblemKind& kind) { return kind.code == code; });
  return row == kProblemKinds.end() ? nullptr : &*row;
}

Problem problem_of(std::string_view code, Language language, std::string detail) {
  const ProblemKind& kind = *problem_kind(code);
  return {.status = kind.status,
          .code = kind.code,
          .title = std::string(language == Language::kVietnamese ? kind.title_vi : kind.title_en),
          .detail = std::move(detail),
          .parameter = {}};
}

Problem invalid_parameter(const Error& error, Language language) {
  const bool in_vietnamese = language == Language::kVietnamese && !error.vietnamese.empty();
  Problem problem =
      problem_of("invalid_parameter", language, in_vietnamese ? error.vietnamese : error.message);
  problem.parameter = error.message.substr(0, error.message.find(':'));
  return problem;
}

std::string to_json(const Problem& problem, std::string_view request_id) {
  Json json{{"type", type_of(problem.code)}, {"title", problem.title}, {"status", problem.status},
            {"detail", problem.detail},      {"code", problem.code},   {"request_id", request_id}};
  if (!problem.parameter.empty()) {
    json["param"] = problem.parameter;
  }
  return dump(json);
}

std::string problem_kinds_json() {
  Json rows = Json::array();
  for (const ProblemKind& kind : kProblemKinds) {
    rows.push_back(row_json(kind));
  }
  return dump({{"problems", rows}});
}

std::string problem_kind_json(const ProblemKind& kind) {
  return dump(row_json(kind));
}

}  // namespace tracuu
