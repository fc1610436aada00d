#pragma once

#include <array>
#include <string>
#include <string_view>

#include "common/result.h"
#include "server/query/search_request.h"

namespace tracuu {

/// One row a kind of error. Codes and statuses are stable, words may be reworded.
struct ProblemKind {
  std::string_view code;
  int status;
  std::string_view title_vi;
  std::string_view title_en;
};

/// Every code that an error answer can bear, those of the HTTP layer included.
inline constexpr std::array<ProblemKind, 21> kProblemKinds{{
    {"invalid_parameter", 400, "Tham số không có hoặc không đúng",
     "A parameter is unknown or malformed"},
    {"bad_target", 400, "Địa chỉ viết sai", "The address is malformed"},
    {"bad_host", 400, "Thiếu hoặc sai trường Host", "The Host header is missing or malformed"},
    {"malformed_request", 400, "Yêu cầu không đúng HTTP", "The request is not HTTP"},
    {"body_not_allowed", 400, "Yêu cầu không được có thân", "A request here has no body"},
    {"unauthorized", 401, "Cần mã truy cập", "A token is needed"},
    {"not_found", 404, "Không có gì ở địa chỉ này", "There is nothing here"},
    {"method_not_allowed", 405, "Chỉ dùng GET, HEAD, OPTIONS", "Only GET, HEAD and OPTIONS"},
    {"body_too_large", 413, "Thân của yêu cầu quá lớn", "The body is too large"},
    {"target_too_long", 414, "Địa chỉ quá dài", "The address is too long"},
    {"rate_limited", 429, "Hỏi quá nhiều trong một lúc", "Too many requests in a short time"},
    {"header_too_large", 431, "Phần đầu của yêu cầu quá lớn", "The header is too large"},
    {"too_many_headers", 431, "Quá nhiều trường trong phần đầu", "Too many header fields"},
    {"internal_error", 500, "Máy chủ gặp lỗi", "The server failed"},
    {"unknown_method", 501, "Phương thức không có", "The method is unknown"},
    {"deadline_exceeded", 503, "Tìm quá lâu", "The search took too long"},
    {"deadline_passed", 503, "Máy chủ đang bận", "No worker became free in time"},
    {"queue_full", 503, "Máy chủ đang bận", "Too many requests are waiting"},
    {"stopping", 503, "Máy chủ đang dừng", "The server is stopping"},
    {"too_many_connections", 503, "Quá nhiều kết nối", "Too many connections are open"},
    {"unsupported_version", 505, "Phiên bản HTTP không được hỗ trợ",
     "The version of HTTP is not supported"},
}};

/// Returns the row of `code`, or null.
const ProblemKind* problem_kind(std::string_view code);

/// The address of what is known of a code: the `type` of its problems is this + the code.
inline constexpr std::string_view kProblemTypePrefix = "/problems/";

/// An error answer by RFC 9457. `code` is stable; titles and details may be reworded.
struct Problem {
  int status = 400;
  std::string_view code;  ///< one of kProblemKinds: "invalid_parameter", "not_found" ...
  std::string title;      ///< the same for every problem of this code
  std::string detail;     ///< this one, a full sentence for a person
  std::string parameter;  ///< the URL parameter at fault, or ""
};

/// Makes a problem of a row of kProblemKinds. REQUIRES: there is one for `code`.
Problem problem_of(std::string_view code, Language language, std::string detail);

/// Makes the problem of a bad parameter, whose message starts with its name:
/// "from: not a date ..." -> parameter "from".
Problem invalid_parameter(const Error& error, Language language);

/// Returns the problem as application/problem+json: type, title, status, detail, code, param,
/// request_id.
std::string to_json(const Problem& problem, std::string_view request_id);

/// Returns the answer of /problems: all rows; of /problems/{code}: one. REQUIRES: there is one.
std::string problem_kinds_json();
std::string problem_kind_json(const ProblemKind& kind);

}  // namespace tracuu
