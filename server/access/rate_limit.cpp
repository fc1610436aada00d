#include "server/access/rate_limit.h"

#include <algorithm>
#include <charconv>
#include <system_error>

namespace tracuu {
namespace {

constexpr std::uint32_t kMost = 100'000;

/// Reads a number of requests, or returns nothing.
std::optional<std::uint32_t> count_of(std::string_view text) {
  std::uint32_t count = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, count);
  return read.ec == std::errc() && read.ptr == end && count >= 1 && count <= kMost
             ? std::optional(count)
             : std::nullopt;
}

}  // namespace

Result<RateLimit> parse_rate_limit(std::string_view text) {
  const std::size_t unit = text.find("/s");
  const std::string_view rest = unit == std::string_view::npos ? "?" : text.substr(unit + 2);
  const auto rate = count_of(text.substr(0, unit));
  const auto burst = rest.empty()          ? rate
                     : rest.front() == ':' ? count_of(rest.substr(1))
                                           : std::nullopt;
  if (!rate || !burst) {
    return Error{"rate-limit: use N/s or N/s:BURST with numbers from 1 to 100000: '" +
                 std::string(text) + "'"};
  }
  return RateLimit{*rate, *burst};
}

std::string to_text(const RateLimit& limit) {
  return std::to_string(limit.per_second) + "/s:" + std::to_string(limit.burst);
}

std::optional<std::chrono::duration<double>> RateLimiter::take(const std::string& client,
                                                               TimePoint now) {
  const auto known = by_client_.find(client);
  if (known != by_client_.end()) {
    buckets_.splice(buckets_.begin(), buckets_, known->second);
  } else {
    if (buckets_.size() >= capacity_) {
      by_client_.erase(buckets_.back().client);
      buckets_.pop_back();
    }
    buckets_.push_front({client, static_cast<double>(limit_.burst), now});
    by_client_.emplace(buckets_.front().client, buckets_.begin());
  }
  // Filled when looked at: no timer runs for clients that are silent.
  Bucket& bucket = buckets_.front();
  const std::chrono::duration<double> passed = now - bucket.filled;
  bucket.filled = now;
  bucket.tokens = std::min(static_cast<double>(limit_.burst),
                           bucket.tokens + passed.count() * limit_.per_second);
  if (bucket.tokens >= 1) {
    bucket.tokens -= 1;
    return std::nullopt;
  }
  return std::chrono::duration<double>((1 - bucket.tokens) / limit_.per_second);
}

}  // namespace tracuu
