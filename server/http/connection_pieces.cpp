// The part of a connection that sends a body made piece by piece.

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <charconv>
#include <exception>
#include <utility>

#include "server/http/client_watch.h"
#include "server/http/connection.h"

namespace tracuu {
namespace {

namespace asio = boost::asio;
using std::chrono::steady_clock;

constexpr auto kAsTuple = asio::as_tuple(asio::use_awaitable);
/// A stream that has begun waits for a worker where a new request would be refused.
constexpr std::chrono::milliseconds kQueueFullPause{20};

struct MadePiece {
  std::string bytes;
  std::string failure;
};

// Runs on the worker; `pieces` lives in the waiting coroutine of the connection.
asio::awaitable<MadePiece> make_piece(const BodyPieces& pieces, steady_clock::time_point deadline) {
  MadePiece made;
  try {
    made.bytes = pieces(deadline);
  } catch (const std::exception& failure) {
    made.failure = failure.what();
  }
  co_return made;
}

asio::awaitable<std::optional<Admission::Seat>> wait_for_seat(Admission& admission,
                                                              steady_clock::time_point last) {
  asio::steady_timer pause(co_await asio::this_coro::executor);
  while (true) {
    Admission::Entry entry = co_await admission.enter(last);
    if (entry.outcome != Admission::Outcome::kQueueFull || steady_clock::now() >= last) {
      co_return std::move(entry.seat);
    }
    pause.expires_after(kQueueFullPause);
    co_await pause.async_wait(kAsTuple);
  }
}

std::string chunk_size(std::size_t size) {
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), size, 16).ptr;
  return std::string(digits.data(), end) + "\r\n";
}

}  // namespace

asio::awaitable<void> Connection::write_pieces(const Exchange& exchange, Answer& answer,
                                               const std::string& head) {
  const TimePoint last = steady_clock::now() + state_.options.stream_timeout;
  stream_.expires_after(state_.options.write_timeout);
  const auto [error, size] = co_await asio::async_write(stream_, asio::buffer(head), kAsTuple);
  answer.client_left = error && size <= head.size();
  while (!answer.client_left) {
    const std::optional<std::string> piece = co_await next_piece(exchange, answer, last);
    if (!piece) {
      co_return;
    }
    for (std::string_view rest = *piece; !rest.empty();
         rest.remove_prefix(std::min(rest.size(), kWriteSlice))) {
      if (!co_await write_chunk(exchange, answer, rest.substr(0, kWriteSlice))) {
        co_return;
      }
    }
    if (piece->empty()) {
      co_await write_chunk(exchange, answer, {});
      co_return;
    }
  }
}

// The seat is given back before the piece is written: a client that reads slowly holds a
// connection, never a worker.
asio::awaitable<std::optional<std::string>> Connection::next_piece(const Exchange& exchange,
                                                                   Answer& answer, TimePoint last) {
  stream_.expires_never();
  MadePiece made;
  const auto seat = co_await wait_for_seat(state_.admission, last);
  if (is_broken(stream_)) {
    answer.client_left = true;
    co_return std::nullopt;
  }
  if (!seat || steady_clock::now() >= last) {
    made.failure = "the answer took longer than it may";
  } else {
    const TimePoint deadline = steady_clock::now() + state_.options.request_deadline;
    made =
        co_await asio::co_spawn(*state_.workers[seat->worker()],
                                make_piece(answer.response.pieces, deadline), asio::use_awaitable);
  }
  if (made.failure.empty()) {
    co_return std::move(made.bytes);
  }
  answer.broken_off = true;
  if (state_.hooks.on_trouble) {
    state_.hooks.on_trouble("request " + exchange.request.request_id +
                            " broken off: " + made.failure);
  }
  co_return std::nullopt;
}

asio::awaitable<bool> Connection::write_chunk(const Exchange& exchange, Answer& answer,
                                              std::string_view bytes) {
  const std::string before = exchange.takes_chunks ? chunk_size(bytes.size()) : "";
  const std::string_view after = exchange.takes_chunks ? "\r\n" : "";
  const std::array<asio::const_buffer, 3> buffers = {asio::buffer(before),
                                                     asio::buffer(bytes.data(), bytes.size()),
                                                     asio::buffer(after.data(), after.size())};
  stream_.expires_after(state_.options.write_timeout);
  const auto [error, size] = co_await asio::async_write(stream_, buffers, kAsTuple);
  answer.client_left = static_cast<bool>(error);
  answer.sent_bytes += std::min(size, bytes.size());
  co_return !answer.client_left;
}

// An orderly end would look like the end of the body to a client of HTTP/1.0.
void Connection::reset() {
  boost::beast::error_code ignored;
  stream_.socket().set_option(asio::socket_base::linger(true, 0), ignored);
  stream_.socket().close(ignored);
}

}  // namespace tracuu
