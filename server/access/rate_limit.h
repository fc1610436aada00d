#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <list>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "common/result.h"

namespace tracuu {

/// How often one client may ask.
struct RateLimit {
  std::uint32_t per_second = 0;  ///< in the long run
  std::uint32_t burst = 0;       ///< at once, after a pause

  bool operator==(const RateLimit&) const = default;
};

/// Reads "20/s:60", or "20/s", whose burst is 20 too; both 1 to 100,000.
Result<RateLimit> parse_rate_limit(std::string_view text);
/// Prints what parse_rate_limit() reads: "20/s:60".
std::string to_text(const RateLimit& limit);

/// A token bucket for every client. Remembers at most `capacity` clients, and forgets the one that
/// has been silent longest, who then has a full bucket again. Not thread-safe.
class RateLimiter {
 public:
  using TimePoint = std::chrono::steady_clock::time_point;
  static constexpr std::size_t kCapacity = 16'384;

  explicit RateLimiter(RateLimit limit, std::size_t capacity = kCapacity)
      : limit_(limit), capacity_(capacity) {}

  /// Takes a token out of the bucket of `client`: nothing means that it had one, else the time
  /// until it will. `now` never goes back.
  std::optional<std::chrono::duration<double>> take(const std::string& client, TimePoint now);

  std::size_t clients() const { return buckets_.size(); }

 private:
  struct Bucket {
    std::string client;
    double tokens = 0;
    TimePoint filled;
  };

  RateLimit limit_;
  std::size_t capacity_;
  std::list<Bucket> buckets_;  ///< last heard of first
  std::map<std::string_view, std::list<Bucket>::iterator> by_client_;
};

}  // namespace tracuu
