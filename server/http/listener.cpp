#include "server/http/listener.h"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <exception>
#include <future>
#include <random>
#include <string>
#include <thread>
#include <utility>

#include "server/http/acceptor.h"
#include "server/http/answer.h"
#include "server/http/connection.h"
#include "server/http/policy.h"
#include "server/http/problem.h"

namespace tracuu {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

constexpr std::size_t kMaxTurnedAway = 64;

std::size_t worker_count(const ListenerOptions& options) {
  return options.worker_threads > 0 ? options.worker_threads
                                    : std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace

class Listener::Body {
 public:
  Body(const ListenerOptions& options, Handler handler, ListenerHooks hooks);
  Body(const Body&) = delete;
  Body& operator=(const Body&) = delete;
  ~Body() { join_workers(); }

  std::uint16_t port() const { return port_; }
  ListenerLoad load() const;
  void run();
  void stop();
  bool responds(std::chrono::milliseconds patience);

 private:
  asio::awaitable<void> accept_all();
  asio::awaitable<void> recover(const boost::system::error_code& error);
  void welcome(tcp::socket socket);
  bool has_room_for(const std::string& address);
  void refuse(tcp::socket socket, std::string address);
  void finish_connection(const std::exception_ptr& failure);
  void begin_drain();
  void join_workers();

  // The io context comes last: its end destroys coroutines that still use the state.
  ListenerState state_;
  SpareDescriptor spare_;
  std::size_t turned_away_ = 0;
  bool starved_ = false;  // one report a famine, not one a back-off
  std::uint16_t port_ = 0;
  asio::io_context io_{1};
  tcp::acceptor acceptor_;
  asio::steady_timer drain_timer_;
};

Listener::Body::Body(const ListenerOptions& options, Handler handler, ListenerHooks hooks)
    : state_{options,
             std::move(handler),
             std::move(hooks),
             Admission(worker_count(options), options.queue_limit),
             {},
             {},
             std::random_device()()},
      acceptor_(open_acceptor(io_, options)),
      drain_timer_(io_) {
  port_ = acceptor_.local_endpoint().port();
  for (std::size_t worker = 0; worker < worker_count(options); ++worker) {
    state_.workers.push_back(std::make_unique<asio::thread_pool>(1));
  }
}

ListenerLoad Listener::Body::load() const {
  return {state_.roll.size(), state_.admission.waiting(), state_.admission.running()};
}

void Listener::Body::run() {
  asio::co_spawn(io_, accept_all(),
                 [this](const std::exception_ptr& failure) { finish_connection(failure); });
  io_.run();
  join_workers();
}

void Listener::Body::stop() {
  asio::post(io_, [this] { begin_drain(); });
}

bool Listener::Body::responds(std::chrono::milliseconds patience) {
  const auto taken_up = std::make_shared<std::promise<void>>();
  asio::post(io_, [taken_up] { taken_up->set_value(); });
  return taken_up->get_future().wait_for(patience) == std::future_status::ready;
}

asio::awaitable<void> Listener::Body::accept_all() {
  while (!state_.draining) {
    auto [error, socket] = co_await acceptor_.async_accept(asio::as_tuple(asio::use_awaitable));
    if (!error) {
      starved_ = false;
      welcome(std::move(socket));
    } else if (!state_.draining) {
      co_await recover(error);
    }
  }
}

asio::awaitable<void> Listener::Body::recover(const boost::system::error_code& error) {
  if (!std::exchange(starved_, true) && state_.hooks.on_trouble) {
    state_.hooks.on_trouble("cannot accept connections: " + error.message());
  }
  spare_.close();
  boost::system::error_code ignored;
  acceptor_.non_blocking(true, ignored);
  {
    tcp::socket hopeless(io_);
    acceptor_.accept(hopeless, ignored);
  }
  spare_.open();
  asio::steady_timer pause(io_, state_.options.accept_back_off);
  co_await pause.async_wait(asio::as_tuple(asio::use_awaitable));
}

void Listener::Body::welcome(tcp::socket socket) {
  boost::system::error_code error;
  const auto remote = socket.remote_endpoint(error);
  if (error) {
    return;
  }
  std::string address = address_text(remote);
  if (!has_room_for(address)) {
    refuse(std::move(socket), std::move(address));
    return;
  }
  socket.set_option(tcp::no_delay(true), error);
  // The connection is made here, not in the coroutine, so that the roll counts it at once.
  auto connection = std::make_unique<Connection>(state_, std::move(socket), std::move(address));
  Connection& guest = *connection;
  asio::co_spawn(io_, guest.serve(),
                 [this, kept = std::move(connection)](const std::exception_ptr& failure) mutable {
                   kept.reset();
                   finish_connection(failure);
                 });
}

// Offices sit behind one address, and browsers keep connections open that they hardly use again.
bool Listener::Body::has_room_for(const std::string& address) {
  const ListenerOptions& options = state_.options;
  const auto& proxies = options.proxies;
  const bool is_proxy = std::find(proxies.begin(), proxies.end(), address) != proxies.end();
  if (!is_proxy && state_.roll.count_from(address) >= options.max_connections_per_address &&
      !state_.roll.dismiss_longest_idle(address)) {
    return false;
  }
  return state_.roll.size() < options.max_connections || state_.roll.dismiss_longest_idle();
}

void Listener::Body::refuse(tcp::socket socket, std::string address) {
  const std::string id = mint_request_id(state_.id_seed, state_.next_id++);
  const HttpResponse problem =
      make_problem(503, "too_many_connections", "Too many connections are open; try again.", id);
  if (state_.hooks.on_request) {
    RequestRecord record;
    record.status = problem.status;
    record.bytes = problem.body.size();
    record.request_id = id;
    record.remote_address = std::move(address);
    record.note = problem.note;
    state_.hooks.on_request(record);
  }
  if (turned_away_ >= kMaxTurnedAway) {
    return;
  }
  ++turned_away_;
  asio::co_spawn(
      io_,
      turn_away(std::move(socket),
                render_head(problem, {id, false, std::chrono::system_clock::now()}) + problem.body,
                state_.options.linger_timeout),
      [this](const std::exception_ptr& failure) {
        --turned_away_;
        finish_connection(failure);
      });
}

void Listener::Body::finish_connection(const std::exception_ptr& failure) {
  try {
    if (failure) {
      std::rethrow_exception(failure);
    }
  } catch (const std::exception& known) {
    if (state_.hooks.on_trouble) {
      state_.hooks.on_trouble(std::string("a connection failed: ") + known.what());
    }
  }
  if (state_.draining && state_.roll.size() == 0) {
    drain_timer_.cancel();
  }
}

void Listener::Body::begin_drain() {
  if (std::exchange(state_.draining, true)) {
    return;
  }
  boost::system::error_code ignored;
  acceptor_.close(ignored);
  state_.roll.cancel_idle();
  if (state_.roll.size() == 0) {
    return;
  }
  drain_timer_.expires_after(state_.options.drain_timeout);
  drain_timer_.async_wait([this](const boost::system::error_code& error) {
    if (!error) {
      state_.roll.close_all();
    }
  });
}

void Listener::Body::join_workers() {
  for (const auto& worker : state_.workers) {
    worker->join();
  }
}

Listener::Listener(const ListenerOptions& options, Handler handler, ListenerHooks hooks)
    : body_(std::make_unique<Body>(options, std::move(handler), std::move(hooks))) {}

Listener::~Listener() = default;

std::uint16_t Listener::port() const {
  return body_->port();
}

void Listener::run() {
  body_->run();
}

void Listener::stop() {
  body_->stop();
}

bool Listener::responds(std::chrono::milliseconds patience) {
  return body_->responds(patience);
}

ListenerLoad Listener::load() const {
  return body_->load();
}

}  // namespace tracuu
