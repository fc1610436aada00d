#include "server/http/client_watch.h"

#include <poll.h>

#include <boost/asio/steady_timer.hpp>

namespace tracuu {
namespace {

using std::chrono::steady_clock;

// Unlike a read of nothing, this sees an end behind bytes that were pipelined and are still unread.
bool shows(boost::beast::tcp_stream& stream, int events) {
  if (!stream.socket().is_open()) {
    return true;
  }
  pollfd look{stream.socket().native_handle(), POLLRDHUP, 0};
  return ::poll(&look, 1, 0) > 0 && (look.revents & events) != 0;
}

}  // namespace

struct ClientWatch::Look {
  Look(boost::beast::tcp_stream& watched, steady_clock::time_point until)
      : stream(watched), half_closed_until(until), timer(watched.get_executor()) {}

  bool client_has_left() const {
    return is_broken(stream) ||
           (shows(stream, POLLRDHUP) && steady_clock::now() >= half_closed_until);
  }

  static void look_later(const std::shared_ptr<Look>& look) {
    look->timer.expires_after(kEvery);
    look->timer.async_wait(
        [held = std::weak_ptr<Look>(look)](const boost::system::error_code& error) {
          const std::shared_ptr<Look> its = held.lock();
          if (error || !its) {
            return;
          }
          if (its->client_has_left()) {
            its->gone.request_stop();
          } else {
            look_later(its);
          }
        });
  }

  boost::beast::tcp_stream& stream;
  steady_clock::time_point half_closed_until;
  boost::asio::steady_timer timer;
  std::stop_source gone;
};

ClientWatch::ClientWatch(boost::beast::tcp_stream& stream,
                         steady_clock::time_point half_closed_until)
    : look_(std::make_shared<Look>(stream, half_closed_until)) {
  Look::look_later(look_);
}

ClientWatch::~ClientWatch() = default;

std::stop_token ClientWatch::token() const {
  return look_->gone.get_token();
}

bool ClientWatch::client_has_left() const {
  return look_->gone.stop_requested() || look_->client_has_left();
}

bool is_broken(boost::beast::tcp_stream& stream) {
  return shows(stream, POLLERR | POLLHUP | POLLNVAL);
}

}  // namespace tracuu
