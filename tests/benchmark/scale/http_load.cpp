#include "tests/benchmark/scale/http_load.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <string_view>
#include <thread>

namespace tracuu {
namespace {

using Clock = std::chrono::steady_clock;

/// One connection that stays open. No library: the client must cost little beside the server.
class Connection {
 public:
  explicit Connection(int port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
      ::close(socket_);
      throw std::runtime_error("the server cannot be reached");
    }
  }
  ~Connection() { ::close(socket_); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// Returns the status of the answer, having read all of it.
  int get(const std::string& target) {
    const std::string request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    if (::send(socket_, request.data(), request.size(), MSG_NOSIGNAL) !=
        static_cast<ssize_t>(request.size())) {
      throw std::runtime_error("the server closed the connection");
    }
    answer_.clear();
    std::size_t head = std::string::npos;
    while (head == std::string::npos) {
      receive();
      head = answer_.find("\r\n\r\n");
    }
    const std::size_t whole = head + 4 + number_behind("\r\nContent-Length: ");
    while (answer_.size() < whole) {
      receive();
    }
    return static_cast<int>(number_behind("HTTP/1.1 "));
  }

 private:
  std::size_t number_behind(std::string_view words) const {
    const std::size_t at = answer_.find(words);
    std::size_t number = 0;
    if (at != std::string::npos) {
      const char* const begin = answer_.data() + at + words.size();
      std::from_chars(begin, answer_.data() + answer_.size(), number);
    }
    return number;
  }

  void receive() {
    constexpr std::size_t kPiece = 1 << 16;
    const std::size_t had = answer_.size();
    answer_.resize(had + kPiece);
    const ssize_t size = ::recv(socket_, answer_.data() + had, kPiece, 0);
    if (size <= 0) {
      throw std::runtime_error("the server closed the connection");
    }
    answer_.resize(had + static_cast<std::size_t>(size));
  }

  int socket_;
  std::string answer_;
};

void run_client(int port, const std::vector<std::string>& targets, std::size_t first,
                const LoadBounds& bounds, Load& load) {
  Connection connection(port);
  const Clock::time_point start = Clock::now();
  std::size_t asked = 0;
  while (asked < bounds.most && (asked < bounds.least || Clock::now() - start < bounds.time)) {
    const Clock::time_point begin = Clock::now();
    load.errors += connection.get(targets[(first + asked) % targets.size()]) < 400 ? 0 : 1;
    load.milliseconds.push_back(
        std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
    ++asked;
  }
}

}  // namespace

double Load::percentile(double share) const {
  if (milliseconds.empty()) {
    return 0;
  }
  const auto rank = static_cast<std::size_t>(share * static_cast<double>(milliseconds.size()));
  return milliseconds[std::min(rank, milliseconds.size() - 1)];
}

double Load::per_second() const {
  return seconds > 0 ? static_cast<double>(milliseconds.size()) / seconds : 0;
}

Load ask(int port, const std::vector<std::string>& targets, int clients, const LoadBounds& bounds) {
  std::vector<Load> loads(static_cast<std::size_t>(clients));
  std::vector<std::string> faults(loads.size());
  const Clock::time_point start = Clock::now();
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < loads.size(); ++i) {
      threads.emplace_back([&, i] {
        try {
          run_client(port, targets, i * targets.size() / loads.size(), bounds, loads[i]);
        } catch (const std::exception& error) {
          faults[i] = error.what();
        }
      });
    }
  }
  Load all;
  all.seconds = std::chrono::duration<double>(Clock::now() - start).count();
  for (std::size_t i = 0; i < loads.size(); ++i) {
    if (!faults[i].empty()) {
      throw std::runtime_error(faults[i]);
    }
    all.errors += loads[i].errors;
    all.milliseconds.insert(all.milliseconds.end(), loads[i].milliseconds.begin(),
                            loads[i].milliseconds.end());
  }
  std::sort(all.milliseconds.begin(), all.milliseconds.end());
  return all;
}

}  // namespace tracuu
