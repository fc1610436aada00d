#include "tests/benchmark/scale/bare_beast.h"

#include <sys/socket.h>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <memory>
#include <thread>

namespace tracuu {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;

void answer_all(tcp::socket socket) {
  boost::beast::flat_buffer buffer;
  boost::system::error_code error;
  socket.set_option(tcp::no_delay(true), error);
  while (true) {
    http::request<http::empty_body> request;
    http::read(socket, buffer, request, error);
    if (error) {
      return;
    }
    http::response<http::string_body> response(http::status::ok, request.version());
    response.keep_alive(true);
    response.body() = R"({"ok":true})";
    response.prepare_payload();
    http::write(socket, response, error);
  }
}

}  // namespace

struct BareBeast::State {
  asio::io_context context;
  tcp::acceptor acceptor{context, tcp::endpoint(asio::ip::address_v4::loopback(), 0)};
  std::jthread thread;
};

BareBeast::BareBeast() : state_(std::make_unique<State>()) {
  state_->thread = std::jthread([state = state_.get()] {
    std::vector<std::jthread> connections;
    boost::system::error_code error;
    while (!error) {
      tcp::socket socket(state->context);
      state->acceptor.accept(socket, error);
      if (!error) {
        connections.emplace_back(answer_all, std::move(socket));
      }
    }
  });
}

BareBeast::~BareBeast() {
  boost::system::error_code error;
  // An accept that waits ends only when the socket is shut down, not when it is closed.
  ::shutdown(state_->acceptor.native_handle(), SHUT_RDWR);
  state_->thread.join();
  state_->acceptor.close(error);
}

int BareBeast::port() const {
  return state_->acceptor.local_endpoint().port();
}

}  // namespace tracuu
