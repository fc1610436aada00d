#include "server/http/address.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <optional>

namespace tracuu {
namespace {

/// Sixteen bytes; IPv4 as ::ffff:a.b.c.d.
using AddressBytes = std::array<unsigned char, 16>;

constexpr AddressBytes kMappedPrefix = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0};
constexpr std::size_t kMappedBytes = 12;

bool is_mapped(const AddressBytes& bytes) {
  return std::equal(kMappedPrefix.begin(), kMappedPrefix.begin() + kMappedBytes, bytes.begin());
}

/// Reads either kind. Text that holds a NUL would be cut by the system's functions, and is none.
std::optional<AddressBytes> bytes_of(std::string_view text) {
  if (text.find('\0') != std::string_view::npos) {
    return std::nullopt;
  }
  const std::string ended(text);
  AddressBytes bytes{};
  if (::inet_pton(AF_INET6, ended.c_str(), bytes.data()) == 1) {
    return bytes;
  }
  bytes = kMappedPrefix;
  if (::inet_pton(AF_INET, ended.c_str(), bytes.data() + kMappedBytes) == 1) {
    return bytes;
  }
  return std::nullopt;
}

std::string_view trimmed(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
  return text.substr(0, text.find_last_not_of(" \t") + 1);
}

}  // namespace

bool is_address(std::string_view text) {
  return bytes_of(text).has_value();
}

bool is_loopback(std::string_view address) {
  constexpr AddressBytes kOne = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
  const auto bytes = bytes_of(address);
  return bytes && (*bytes == kOne || (is_mapped(*bytes) && (*bytes)[kMappedBytes] == 127));
}

std::string network_of(std::string_view address) {
  auto bytes = bytes_of(address);
  if (!bytes || is_mapped(*bytes)) {
    return std::string(address);
  }
  std::fill(bytes->begin() + 8, bytes->end(), static_cast<unsigned char>(0));
  std::array<char, INET6_ADDRSTRLEN> text{};
  ::inet_ntop(AF_INET6, bytes->data(), text.data(), text.size());
  return std::string(text.data()) + "/64";
}

std::string client_address(std::string_view peer, std::string_view forwarded_for,
                           std::span<const std::string> proxies) {
  std::string_view client = peer;
  while (std::find(proxies.begin(), proxies.end(), client) != proxies.end() &&
         !forwarded_for.empty()) {
    const std::size_t comma = forwarded_for.rfind(',');
    const std::size_t begin = comma == std::string_view::npos ? 0 : comma + 1;
    const std::string_view last = trimmed(forwarded_for.substr(begin));
    if (!is_address(last)) {
      break;
    }
    client = last;
    forwarded_for = forwarded_for.substr(0, begin == 0 ? 0 : comma);
  }
  return std::string(client);
}

}  // namespace tracuu
