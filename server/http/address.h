#pragma once

#include <span>
#include <string>
#include <string_view>

namespace tracuu {

/// Returns whether `text` is an IPv4 or IPv6 address, without port, zone or brackets.
bool is_address(std::string_view text);

/// Returns whether only programs of this machine reach `address`: 127.0.0.0/8, ::1, and these
/// written as ::ffff:127.0.0.1. False for what is no address.
bool is_loopback(std::string_view address);

/// Returns what one client can hardly have many of, as text: an IPv4 address itself, of an IPv6
/// address its /64, which one household gets: "2001:db8:0:7::/64". What is no address stays.
std::string network_of(std::string_view address);

/// Returns the client of a request that came from `peer`: the last address of `forwarded_for` (the
/// value of X-Forwarded-For) that is none of `proxies`, when `peer` is one of them; else `peer`,
/// since anybody may write such a header. What a proxy wrote that is no address ends the search.
std::string client_address(std::string_view peer, std::string_view forwarded_for,
                           std::span<const std::string> proxies);

}  // namespace tracuu
