#include "server/options_table.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>

#include "server/http/address.h"
#include "server/http/cors.h"

namespace tracuu {
namespace {

using Values = std::vector<std::string>;
using Fault = std::optional<Error>;

/// Returns the one form that every complaint about a value has: name, what to write, the value.
Error fault_of(const Setting& setting, std::string_view what, std::string_view value) {
  return {std::string(setting.name) + ": " + std::string(what) + ": '" + std::string(value) + "'"};
}

std::int64_t count_of(std::chrono::milliseconds time) {
  return time.count();
}
template <typename Number>
std::int64_t count_of(Number number) {
  return static_cast<std::int64_t>(number);
}

/// Reads a whole number, or milliseconds, in the bounds of its row.
template <auto kMember>
Fault read_number(const Setting& setting, std::string_view value, ServerOptions& options) {
  std::int64_t number = 0;
  const char* const end = value.data() + value.size();
  const auto [stop, code] = std::from_chars(value.data(), end, number);
  if (code != std::errc() || stop != end || number < setting.least || number > setting.most) {
    return fault_of(setting,
                    "use a number from " + std::to_string(setting.least) + " to " +
                        std::to_string(setting.most),
                    value);
  }
  auto& member = options.*kMember;
  member = std::remove_reference_t<decltype(member)>(number);
  return std::nullopt;
}
template <auto kMember>
Values number_values(const ServerOptions& options) {
  return {std::to_string(count_of(options.*kMember))};
}

/// Reads what is on or off. A flag without a value says "true".
template <auto kMember>
Fault read_switch(const Setting& setting, std::string_view value, ServerOptions& options) {
  if (value != "true" && value != "false") {
    return fault_of(setting, "use true or false", value);
  }
  options.*kMember = value == "true";
  return std::nullopt;
}
template <auto kMember>
Values switch_values(const ServerOptions& options) {
  return {options.*kMember ? "true" : "false"};
}

/// Reads a path, which need not be there yet: a reload may find it.
template <auto kMember>
Fault read_path(const Setting& setting, std::string_view value, ServerOptions& options) {
  if (value.empty()) {
    return fault_of(setting, "must not be empty", value);
  }
  options.*kMember = value;
  return std::nullopt;
}
template <auto kMember>
Values text_values(const ServerOptions& options) {
  std::string text(options.*kMember);
  return text.empty() ? Values() : Values{std::move(text)};
}

/// Returns the values of a repeatable setting, in their order.
template <auto kMember>
Values list_values(const ServerOptions& options) {
  return options.*kMember;
}

// Names are refused: which of its addresses a name means may change between two starts.
Fault read_address(const Setting& setting, std::string_view value, ServerOptions& options) {
  if (!is_address(value)) {
    return fault_of(setting, "use an IPv4 or IPv6 address", value);
  }
  options.address = value;
  return std::nullopt;
}

Fault read_proxy(const Setting& setting, std::string_view value, ServerOptions& options) {
  if (!is_address(value)) {
    return fault_of(setting, "use an IPv4 or IPv6 address", value);
  }
  options.proxies.emplace_back(value);
  return std::nullopt;
}

Fault read_rate_limit(const Setting&, std::string_view value, ServerOptions& options) {
  const Result<RateLimit> limit = parse_rate_limit(value);
  if (!limit) {
    return limit.error();
  }
  options.rate_limit = *limit;
  return std::nullopt;
}
Values rate_limit_values(const ServerOptions& options) {
  return options.rate_limit ? Values{to_text(*options.rate_limit)} : Values();
}

Fault read_origin(const Setting& setting, std::string_view value, ServerOptions& options) {
  if (!is_origin(value)) {
    return fault_of(setting, "use https://host, http://host:port or *", value);
  }
  options.cors_origins.emplace_back(value);
  return std::nullopt;
}

Fault read_public_url(const Setting& setting, std::string_view value, ServerOptions& options) {
  if (value == "*" || !is_origin(value)) {
    return fault_of(setting, "use https://host or http://host:port", value);
  }
  options.public_url = value;
  return std::nullopt;
}

using Options = ServerOptions;

/// A row whose value is a number, or milliseconds.
template <auto kMember>
constexpr Setting number(std::string_view name, std::int64_t least, std::int64_t most,
                         std::string_view help) {
  return {.name = name,
          .placeholder = name.ends_with("-ms") ? "MS" : "N",
          .help = help,
          .read = read_number<kMember>,
          .values = number_values<kMember>,
          .least = least,
          .most = most};
}

constexpr std::array<Setting, 18> kSettings{{
    {"index", "DIR", "Index directory", read_path<&Options::index>, text_values<&Options::index>},
    {"address", "IP", "Address to listen on; any but loopback needs token-file or insecure",
     read_address, text_values<&Options::address>},
    number<&Options::port>("port", 0, 65'535, "Port to listen on; 0: any free one"),
    {"token-file", "FILE",
     "Bearer tokens, lines 'NAME SHA256', see --hash-token; none: open to all",
     read_path<&Options::token_file>, text_values<&Options::token_file>},
    {"insecure", "", "Serve other machines without tokens", read_switch<&Options::insecure>,
     switch_values<&Options::insecure>},
    {"rate-limit", "N/s[:BURST]", "Requests of one token, else of one address; none: any number",
     read_rate_limit, rate_limit_values},
    {"proxy", "IP", "Proxy whose X-Forwarded-For tells the client's address", read_proxy,
     list_values<&Options::proxies>, true},
    {"cors-origin", "ORIGIN", "Origin whose pages may read answers, or *", read_origin,
     list_values<&Options::cors_origins>, true},
    {"public-url", "URL", "Scheme and host by which readers know the server, for feeds",
     read_public_url, text_values<&Options::public_url>},
    number<&Options::threads>("threads", 0, 256, "Threads that search; 0: one a core"),
    number<&Options::deadline>("deadline-ms", 1, 9'000,
                               "Time a request may take, waiting included"),
    number<&Options::queue_limit>("queue", 0, 100'000,
                                  "Requests that may wait for a thread; more get a 503"),
    number<&Options::max_connections>("connections", 1, 100'000, "Connections at once"),
    number<&Options::max_connections_per_address>(
        "connections-per-address", 1, 100'000,
        "Of these from one address, of IPv6 one /64, a proxy's aside"),
    number<&Options::cache_bytes>("cache-bytes", 0, 1LL << 36U,
                                  "Memory for answers that were given before; 0: keep none"),
    number<&Options::stop_delay>("stop-delay-ms", 0, 9'000,
                                 "From /readyz saying no to accepting no more, on SIGTERM"),
    number<&Options::slow_request>("slow-query-ms", 0, 60'000,
                                   "Requests as slow are logged as warnings; 0: none"),
    {"log-queries", "", "Log what was asked, too", read_switch<&Options::log_queries>,
     switch_values<&Options::log_queries>},
}};

}  // namespace

std::span<const Setting> settings() {
  return kSettings;
}

const Setting* setting_named(std::string_view name) {
  const auto* const row = std::find_if(kSettings.begin(), kSettings.end(),
                                       [&](const Setting& known) { return known.name == name; });
  return row == kSettings.end() ? nullptr : &*row;
}

std::string variable_of(std::string_view name) {
  std::string variable = "TRACUU_";
  for (const char c : name) {
    variable += c == '-' ? '_' : (c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c);
  }
  return variable;
}

}  // namespace tracuu
