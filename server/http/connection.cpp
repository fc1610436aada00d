#include "server/http/connection.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <exception>
#include <utility>

#include "server/http/address.h"
#include "server/http/answer.h"
#include "server/http/client_watch.h"
#include "server/http/negotiation.h"
#include "server/http/policy.h"
#include "server/http/problem.h"

namespace tracuu {
namespace {

namespace asio = boost::asio;
using boost::beast::tcp_stream;
using std::chrono::steady_clock;

constexpr auto kAsTuple = asio::as_tuple(asio::use_awaitable);
constexpr int kClientClosedRequest = 499;
// Of the time for a request, what stays for writing the answer once it is found.
constexpr int kShareOfWriting = 20;

struct WorkerAnswer {
  HttpResponse response;
  std::string failure;
};

// Runs on the worker; the references live in the waiting coroutine of the connection.
asio::awaitable<WorkerAnswer> run_handler(const Handler& handler, const HttpRequest& request,
                                          steady_clock::time_point deadline) {
  WorkerAnswer answer;
  try {
    answer.response = negotiate(request, handler(request, deadline));
  } catch (const std::exception& failure) {
    answer.response = make_problem(500, "internal_error",
                                   "The request could not be answered; the server's log says why.",
                                   request.request_id);
    answer.failure = failure.what();
  }
  co_return answer;
}

// Reads on until the client has seen the end: closing with unread bytes would reset the connection
// and could take the answer back out of the client's hands.
asio::awaitable<void> linger(tcp_stream& stream, std::chrono::milliseconds timeout) {
  boost::beast::error_code ignored;
  stream.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
  stream.expires_after(timeout);
  std::array<char, 4096> waste{};
  while (true) {
    const auto [error, size] = co_await stream.async_read_some(asio::buffer(waste), kAsTuple);
    if (error || size == 0) {
      co_return;
    }
  }
}

}  // namespace

Connection::Connection(ListenerState& state, asio::ip::tcp::socket socket,
                       std::string remote_address)
    : state_(state),
      stream_(std::move(socket)),
      place_(state.roll, std::move(remote_address), stream_) {}

asio::awaitable<void> Connection::serve() {
  while (true) {
    auto scan = co_await read_head();
    if (!scan) {
      co_return;
    }
    Exchange exchange = take_exchange(std::move(*scan));
    Answer ready = co_await answer(exchange);
    if (!ready.client_left) {
      exchange.keep_alive = exchange.keep_alive && !state_.draining;
      exchange.keep_alive =
          exchange.keep_alive && (!ready.response.pieces || exchange.takes_chunks);
      co_await write(exchange, ready);
    }
    ready.response.pieces = nullptr;
    record(exchange, ready);
    if (ready.client_left) {
      co_return;
    }
    if (ready.broken_off) {
      reset();
      co_return;
    }
    if (!exchange.keep_alive) {
      co_await linger(stream_, state_.options.linger_timeout);
      co_return;
    }
  }
}

asio::awaitable<std::optional<HeadScan>> Connection::read_head() {
  const ListenerOptions& options = state_.options;
  stream_.expires_after(first_ ? options.header_timeout : options.idle_timeout);
  bool started = false;
  bool skipped_blank_line = false;
  while (true) {
    // RFC 9112, 2.2: one stray blank line in front of a request is forgiven.
    if (!skipped_blank_line && received_.compare(0, 2, "\r\n") == 0) {
      received_.erase(0, 2);
      skipped_blank_line = true;
    }
    HeadScan scan = scan_head(received_);
    if (scan.size > 0 || scan.refusal) {
      place_.set_idle(false);
      first_ = false;
      co_return scan;
    }
    if (received_.empty() && state_.draining) {
      co_return std::nullopt;
    }
    // One deadline for the whole head: dripping bytes does not move it.
    if (!received_.empty() && !std::exchange(started, true) && !first_) {
      stream_.expires_after(options.header_timeout);
    }
    place_.set_idle(received_.empty());
    const auto [error, size] = co_await stream_.async_read_some(asio::buffer(chunk_), kAsTuple);
    if (error) {
      co_return std::nullopt;
    }
    received_.append(chunk_.data(), size);
  }
}

Exchange Connection::take_exchange(HeadScan scan) {
  Exchange exchange;
  std::string id = mint_request_id(state_.id_seed, state_.next_id++);
  if (scan.refusal) {
    exchange.request.request_id = std::move(id);
    exchange.refusal = std::move(scan.refusal);
  } else {
    exchange = open_exchange(std::string_view(received_).substr(0, scan.size), std::move(id));
    received_.erase(0, scan.size);
  }
  HttpRequest& request = exchange.request;
  request.remote_address = client_address(place_.address(), request.all_headers("x-forwarded-for"),
                                          state_.options.proxies);
  request.received = steady_clock::now();
  return exchange;
}

asio::awaitable<Connection::Answer> Connection::answer(const Exchange& exchange) {
  Answer ready;
  if (exchange.refusal) {
    ready.response = make_problem(exchange.refusal->status, exchange.refusal->code,
                                  exchange.refusal->detail, exchange.request.request_id);
  } else if (auto early =
                 state_.hooks.at_once ? state_.hooks.at_once(exchange.request) : std::nullopt) {
    ready.response = negotiate(exchange.request, std::move(*early));
  } else {
    ready = co_await answer_by_worker(exchange.request);
  }
  co_return ready;
}

asio::awaitable<Connection::Answer> Connection::answer_by_worker(const HttpRequest& request) {
  Answer ready;
  const TimePoint deadline = request.received + state_.options.request_deadline;
  const auto for_writing = state_.options.request_deadline / kShareOfWriting;
  stream_.expires_never();
  const ClientWatch watch(stream_, request.received + state_.options.half_closed_patience);
  const Admission::Entry entry =
      co_await state_.admission.enter(deadline, watch.token(), for_writing);
  const TimePoint admitted = steady_clock::now();
  ready.queue_wait = admitted - request.received;
  ready.client_left = watch.client_has_left();
  if (ready.client_left) {
    co_return ready;
  }
  if (entry.outcome == Admission::Outcome::kQueueFull) {
    ready.response = make_problem(503, "queue_full", "Too many requests are waiting; try again.",
                                  request.request_id);
    co_return ready;
  }
  if (entry.outcome == Admission::Outcome::kDeadlinePassed || admitted >= deadline) {
    ready.response = make_problem(503, "deadline_passed",
                                  "No worker became free in time; try again.", request.request_id);
    co_return ready;
  }
  HttpRequest assigned = request;
  assigned.client_left = watch.token();
  assigned.worker = entry.seat->worker();
  auto& worker = *state_.workers[assigned.worker];
  WorkerAnswer answered = co_await asio::co_spawn(
      worker, run_handler(state_.handler, assigned, deadline - for_writing), asio::use_awaitable);
  if (!answered.failure.empty() && state_.hooks.on_trouble) {
    state_.hooks.on_trouble("request " + request.request_id + " failed: " + answered.failure);
  }
  ready.client_left = assigned.client_left.stop_requested();
  ready.response = std::move(answered.response);
  co_return ready;
}

asio::awaitable<void> Connection::write(const Exchange& exchange, Answer& answer) {
  const HttpResponse& response = answer.response;
  const std::string head =
      render_head(response, {exchange.request.request_id, exchange.keep_alive,
                             std::chrono::system_clock::now(), exchange.takes_chunks});
  std::string_view body;
  if (exchange.request.method != "HEAD" && has_body(response.status)) {
    if (response.pieces) {
      co_await write_pieces(exchange, answer, head);
      co_return;
    }
    body = response.body;
  }
  std::string_view first = head;
  do {
    const std::string_view slice = body.substr(0, kWriteSlice);
    stream_.expires_after(state_.options.write_timeout);
    const std::array<asio::const_buffer, 2> buffers = {asio::buffer(first.data(), first.size()),
                                                       asio::buffer(slice.data(), slice.size())};
    const auto [error, size] = co_await asio::async_write(stream_, buffers, kAsTuple);
    answer.sent_bytes += size > first.size() ? size - first.size() : 0;
    if (error) {
      answer.client_left = true;
      co_return;
    }
    first = {};
    body.remove_prefix(slice.size());
  } while (!body.empty());
}

void Connection::record(const Exchange& exchange, const Answer& answer) {
  if (!state_.hooks.on_request) {
    return;
  }
  const HttpRequest& request = exchange.request;
  AnswerNote note = answer.response.note;
  if (answer.client_left) {
    note.problem.clear();  // nobody was told
  }
  state_.hooks.on_request(
      {.method = request.method,
       .path = request.path,
       .status = answer.client_left ? kClientClosedRequest : answer.response.status,
       .bytes = answer.sent_bytes,
       .took = steady_clock::now() - request.received,
       .queue_wait = answer.queue_wait,
       .request_id = request.request_id,
       .remote_address = request.remote_address,
       .parameters = request.parameters,
       .note = std::move(note)});
}

asio::awaitable<void> turn_away(asio::ip::tcp::socket socket, std::string text,
                                std::chrono::milliseconds timeout) {
  tcp_stream stream(std::move(socket));
  stream.expires_after(timeout);
  const auto [error, size] = co_await asio::async_write(stream, asio::buffer(text), kAsTuple);
  if (!error && size > 0) {
    co_await linger(stream, timeout);
  }
}

}  // namespace tracuu
