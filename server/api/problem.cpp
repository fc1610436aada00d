#include "server/api/problem.h"

#include <nlohmann/json.hpp>

namespace tracuu {

std::string to_json(const Problem& problem, std::string_view request_id) {
  nlohmann::ordered_json json{{"type", "about:blank"},    {"title", problem.title},
                              {"status", problem.status}, {"detail", problem.detail},
                              {"code", problem.code},     {"request_id", request_id}};
  if (!problem.parameter.empty()) {
    json["param"] = problem.parameter;
  }
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

Problem invalid_parameter(std::string_view message) {
  return {.status = 400,
          .code = "invalid_parameter",
          .title = "A parameter is unknown or malformed",
          .detail = std::string(message),
          .parameter = std::string(message.substr(0, message.find(':')))};
}

}  // namespace tracuu
