#pragma once

#include <boost/beast/core/tcp_stream.hpp>
#include <chrono>
#include <memory>
#include <stop_token>

namespace tracuu {

/// Looks every now and then, while a request waits or is answered, whether its client is still
/// there, and says so when not, so that nobody works for nobody. Lives on the io thread; the token
/// may be asked anywhere.
///
/// A client that has closed its sending half looks like one that has closed altogether: until
/// `half_closed_until` it is taken for the former, and answered.
class ClientWatch {
 public:
  /// How long a gone client may go unnoticed; what is answered sooner is never watched.
  static constexpr std::chrono::milliseconds kEvery{20};

  /// `stream` must outlive the watch.
  ClientWatch(boost::beast::tcp_stream& stream,
              std::chrono::steady_clock::time_point half_closed_until);
  ClientWatch(const ClientWatch&) = delete;
  ClientWatch& operator=(const ClientWatch&) = delete;
  ~ClientWatch();

  /// Asked to stop when the client has gone.
  std::stop_token token() const;
  /// Looks now. Returns whether the client has gone.
  bool client_has_left() const;

 private:
  struct Look;
  std::shared_ptr<Look> look_;  ///< shared with the timer's callback, which may come late
};

/// Returns whether the connection is reset, broken or closed on our side: nothing that is sent
/// arrives.
bool is_broken(boost::beast::tcp_stream& stream);

}  // namespace tracuu
