#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "server/query/parameters.h"

namespace tracuu {

/// How an answer may be kept.
enum class Caching : std::uint8_t {
  kNone,  ///< not at all: it speaks of the moment
  kWeak,  ///< two answers mean the same and differ in bytes (times taken)
  kSame,  ///< two answers are the same bytes
};

/// One address of the server: what a program can know of it. Routing, OPTIONS, the 404 that names
/// the nearest address and the OpenAPI document come from the same table of these.
struct Endpoint {
  std::string_view path{};  ///< "/api/v1/articles/{id}": a braced segment stands for any one
  std::string_view name{};  ///< for programs that make clients: "article"
  std::span<const Parameter> parameters{};
  std::string_view description_vi{};
  std::string_view description_en{};
  std::string_view content_type = "application/json";
  std::string_view schema{};  ///< of a JSON answer, or of a line: one of answer_schemas.json
  Caching caching = Caching::kSame;
  bool open_ended = false;  ///< the last brace may hold '/' as it is
};

}  // namespace tracuu
