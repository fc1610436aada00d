#pragma once

#include <array>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/admission.h"
#include "server/http/exchange.h"
#include "server/http/listener_options.h"
#include "server/http/roll.h"

namespace tracuu {

/// What all connections of a listener share. Touched on the io thread only; workers see `handler`
/// and the request they were given.
struct ListenerState {
  ListenerOptions options;
  Handler handler;
  ListenerHooks hooks;
  Admission admission;
  std::vector<std::unique_ptr<boost::asio::thread_pool>> workers;  ///< one thread each
  Roll roll;
  std::uint32_t id_seed = 0;
  std::uint32_t next_id = 0;
  bool draining = false;
};

/// One client: reads a request, has it answered, writes the answer, and so on. A client that
/// pipelines is answered in order, because there is never more than one request in flight.
class Connection {
 public:
  /// `state` must outlive the connection. `socket` is connected.
  Connection(ListenerState& state, boost::asio::ip::tcp::socket socket, std::string remote_address);

  /// Serves until either side has had enough. A client that leaves, resets or times out is no
  /// error.
  boost::asio::awaitable<void> serve();

 private:
  struct Answer {
    HttpResponse response;
    std::chrono::nanoseconds queue_wait{0};
    std::size_t sent_bytes = 0;
    bool client_left = false;
    bool broken_off = false;  ///< the client has a part of the body, and will get no more
  };
  using TimePoint = std::chrono::steady_clock::time_point;

  /// Bytes for which ListenerOptions::write_timeout stands.
  static constexpr std::size_t kWriteSlice = 65536;

  boost::asio::awaitable<std::optional<HeadScan>> read_head();
  Exchange take_exchange(HeadScan scan);
  boost::asio::awaitable<Answer> answer(const Exchange& exchange);
  boost::asio::awaitable<Answer> answer_by_worker(const HttpRequest& request);
  boost::asio::awaitable<void> write(const Exchange& exchange, Answer& answer);
  boost::asio::awaitable<void> write_pieces(const Exchange& exchange, Answer& answer,
                                            const std::string& head);
  boost::asio::awaitable<std::optional<std::string>> next_piece(const Exchange& exchange,
                                                                Answer& answer, TimePoint last);
  boost::asio::awaitable<bool> write_chunk(const Exchange& exchange, Answer& answer,
                                           std::string_view bytes);
  void reset();
  void record(const Exchange& exchange, const Answer& answer);

  ListenerState& state_;
  boost::beast::tcp_stream stream_;
  Roll::Place place_;
  std::string received_;  ///< bytes not yet used: a head in the making, or pipelined requests
  std::array<char, 4096> chunk_{};
  bool first_ = true;
};

/// Sends `text` to a client there is no room for, and closes.
boost::asio::awaitable<void> turn_away(boost::asio::ip::tcp::socket socket, std::string text,
                                       std::chrono::milliseconds timeout);

}  // namespace tracuu
