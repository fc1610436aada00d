#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace tracuu {

/// An answer as it came over the wire.
struct RawAnswer {
  std::string status_line;  ///< "HTTP/1.1 200 OK"; "" when the server just closed
  std::map<std::string, std::string> headers;  ///< names in lower case
  std::string body;

  int status() const;
  std::string header(const std::string& name) const;
};

/// A client without any manners: sends what it is told, bytes and all. Waits are bounded by ten
/// seconds, so that a hanging server fails a test and does not stop the run.
class RawClient {
 public:
  explicit RawClient(std::uint16_t port, const std::string& address = "127.0.0.1",
                     int receive_buffer_bytes = 0);
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;
  ~RawClient();

  /// Sends all of `bytes`; returns false when the server has closed.
  bool send(std::string_view bytes);
  /// Sends a GET with a Host header.
  bool get(const std::string& target, const std::string& more_fields = "");

  /// Reads one answer; `without_body` for the answer to HEAD.
  RawAnswer read_answer(bool without_body = false);
  /// Reads up to `size` bytes at once; "" when the server has closed.
  std::string read_some(std::size_t size);
  /// Reads and throws away until the server closes; returns false if it has not after ten seconds.
  bool eventually_closed();

  void half_close();
  /// Closes so that the server sees a reset.
  void reset();

 private:
  bool fill();

  int socket_ = -1;
  std::string unread_;
};

}  // namespace tracuu
