#pragma once

#include <cmath>
#include <cstdint>

namespace tracuu {

/// Spreads the bits of a number (the finisher of SplitMix64): equal numbers give equal results.
constexpr std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBULL;
  return x ^ (x >> 31U);
}

/// Returns one number for two, the order of which counts.
constexpr std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  return mixed(mixed(a + 0x9E3779B97F4A7C15ULL) + b);
}

/// SplitMix64: the same numbers from the same seed on every machine, unlike the distributions of
/// the standard library.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() { return mixed(state_ += 0x9E3779B97F4A7C15ULL); }

  /// Returns a number in [0, end), for `end` below 2^32 without noticeable bias.
  std::uint32_t below(std::uint64_t end) {
    return static_cast<std::uint32_t>(((next() >> 32U) * end) >> 32U);
  }

  /// Returns a number in (0, 1].
  double unit() { return (static_cast<double>(next() >> 11U) + 1.0) * 0x1.0p-53; }

  bool chance(double share) { return unit() <= share; }

  /// Returns a rank from 0, of any size, rank r with a share of about 1 / (r + 1)^(1 + 1 /
  /// `reach`): Zipf's law with an open end. The larger `reach`, the longer the tail.
  std::uint64_t zipf(double reach) {
    constexpr double kLast = 1e15;
    return static_cast<std::uint64_t>(std::fmin(std::pow(unit(), -reach), kLast)) - 1;
  }

 private:
  std::uint64_t state_;
};

}  // namespace tracuu
