#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tracuu {

/// A request that has passed the policy: a plain value, no socket behind it.
struct HttpRequest {
  std::string method;  ///< "GET", "HEAD" or "OPTIONS"
  std::string path;    ///< percent-decoded, absolute, no "." or ".." segments: "/api/v1/search"
  std::vector<std::string> segments;  ///< of the path, each decoded by itself ("36-NQ%2FTW" is one)
  std::string query;                  ///< raw, behind '?'
  std::vector<std::pair<std::string, std::string>> parameters;  ///< decoded from `query`
  std::vector<std::pair<std::string, std::string>> headers;     ///< names in lower case
  std::string request_id;      ///< the client's, if well-formed, else minted
  std::string remote_address;  ///< "127.0.0.1"
  std::chrono::steady_clock::time_point received;
  std::stop_token client_left;  ///< asked to stop when nobody waits for the answer any more
  std::size_t worker = 0;  ///< which worker thread answers, from 0: for what threads cannot share

  /// Returns the first header `name` (lower case), or "".
  std::string_view header(std::string_view name) const;
  /// Returns all headers `name` (lower case) in their order, parted by ", ", or "".
  std::string all_headers(std::string_view name) const;
};

/// Makes a body piece by piece, so that however long it is no more of it than a piece is in memory.
/// Returns the next piece, of about 64 KiB and ready by `deadline`, and "" behind the last. Called
/// on a worker thread, not always the same, one call at a time, and only when the client has taken
/// the piece before. A std::exception breaks the answer off so that the client sees it as broken,
/// never as complete. Destroyed, with all it holds, as soon as the client has gone.
using BodyPieces = std::function<std::string(std::chrono::steady_clock::time_point deadline)>;

/// What logs and metrics learn of an answer, and no client.
struct AnswerNote {
  std::string route;                  ///< pattern of the address: "/api/v1/articles/{id}"
  std::string problem;                ///< code of a problem document: "queue_full"
  std::string timing;                 ///< the value of Server-Timing
  std::optional<std::uint64_t> hits;  ///< articles found by a search
  std::optional<bool> from_cache;     ///< of an answer that could be kept for the next
};

/// An answer. Connection, Content-Length, Date, Server and X-Request-Id are the listener's.
struct HttpResponse {
  int status = 200;
  std::string content_type = "application/json; charset=utf-8";
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  BodyPieces pieces = {};  ///< when set, what is sent instead of `body`
  AnswerNote note = {};
};

}  // namespace tracuu
