#include "tests/server/http/raw_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <stdexcept>
#include <utility>

namespace tracuu {
namespace {

constexpr timeval kPatience{10, 0};

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

}  // namespace

int RawAnswer::status() const {
  return status_line.size() < 12 ? 0 : std::stoi(status_line.substr(9, 3));
}

std::string RawAnswer::header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? "" : found->second;
}

RawClient::RawClient(std::uint16_t port, const std::string& address, int receive_buffer_bytes)
    : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  if (receive_buffer_bytes > 0) {
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer_bytes,
                 sizeof receive_buffer_bytes);
  }
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &kPatience, sizeof kPatience);
  ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &kPatience, sizeof kPatience);
  sockaddr_in server{};
  server.sin_family = AF_INET;
  server.sin_port = htons(port);
  ::inet_pton(AF_INET, address.c_str(), &server.sin_addr);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&server), sizeof server) != 0) {
    ::close(socket_);
    throw std::runtime_error("cannot connect");
  }
}

RawClient::~RawClient() {
  if (socket_ >= 0) {
    ::close(socket_);
  }
}

bool RawClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) {
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool RawClient::get(const std::string& target, const std::string& more_fields) {
  return send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + more_fields + "\r\n");
}

bool RawClient::fill() {
  std::array<char, 65536> chunk{};
  const auto size = ::recv(socket_, chunk.data(), chunk.size(), 0);
  if (size <= 0) {
    return false;
  }
  unread_.append(chunk.data(), static_cast<std::size_t>(size));
  return true;
}

RawAnswer RawClient::read_answer(bool without_body) {
  std::size_t end = std::string::npos;
  while ((end = unread_.find("\r\n\r\n")) == std::string::npos) {
    if (!fill()) {
      return {};
    }
  }
  const std::string head = unread_.substr(0, end + 2);
  unread_.erase(0, end + 4);
  RawAnswer answer;
  answer.status_line = head.substr(0, head.find("\r\n"));
  for (std::size_t line = answer.status_line.size() + 2; line < head.size();) {
    const std::size_t colon = head.find(": ", line);
    const std::size_t line_end = head.find("\r\n", line);
    answer.headers[lower(head.substr(line, colon - line))] =
        head.substr(colon + 2, line_end - colon - 2);
    line = line_end + 2;
  }
  const std::string length = answer.header("content-length");
  const std::size_t size = without_body || length.empty() ? 0 : std::stoul(length);
  while (unread_.size() < size && fill()) {
  }
  answer.body = unread_.substr(0, size);
  unread_.erase(0, size);
  return answer;
}

std::string RawClient::read_some(std::size_t size) {
  if (unread_.empty()) {
    std::string bytes(size, '\0');
    const auto received = ::recv(socket_, bytes.data(), bytes.size(), 0);
    bytes.resize(received > 0 ? static_cast<std::size_t>(received) : 0);
    return bytes;
  }
  std::string bytes = unread_.substr(0, size);
  unread_.erase(0, bytes.size());
  return bytes;
}

bool RawClient::eventually_closed() {
  std::array<char, 65536> chunk{};
  while (true) {
    const auto size = ::recv(socket_, chunk.data(), chunk.size(), 0);
    if (size == 0) {
      return true;
    }
    if (size < 0) {
      return errno == ECONNRESET;
    }
  }
}

void RawClient::half_close() {
  ::shutdown(socket_, SHUT_WR);
}

void RawClient::reset() {
  const linger at_once{1, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  ::close(std::exchange(socket_, -1));
}

}  // namespace tracuu
