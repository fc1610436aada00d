#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace tracuu {

/// Hashes the forms of syllables, which are short, in two multiplications. For tables of the
/// project's own words only: whoever knows it can make words collide.
struct WordHash {
  std::size_t operator()(std::string_view word) const {
    constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15U;
    std::uint64_t hash = word.size() * kMix;
    while (word.size() > sizeof(std::uint64_t)) {
      hash = (hash ^ load(word)) * kMix;
      hash ^= hash >> 32U;
      word.remove_prefix(sizeof(std::uint64_t));
    }
    hash = (hash ^ load(word)) * kMix;
    return hash ^ (hash >> 32U);
  }

 private:
  template <typename Number>
  static std::uint64_t number_at(const char* bytes) {
    Number value = 0;
    std::memcpy(&value, bytes, sizeof value);
    return value;
  }

  /// Returns up to 8 bytes as a number, without a loop: ends of a short word may be taken twice.
  static std::uint64_t load(std::string_view bytes) {
    const char* begin = bytes.data();
    const std::size_t size = bytes.size();
    if (size >= sizeof(std::uint64_t)) {
      return number_at<std::uint64_t>(begin);
    }
    if (size >= sizeof(std::uint32_t)) {
      return number_at<std::uint32_t>(begin) << 32U | number_at<std::uint32_t>(begin + size - 4);
    }
    return size == 0 ? 0
                     : number_at<std::uint8_t>(begin) << 16U |
                           number_at<std::uint8_t>(begin + size / 2) << 8U |
                           number_at<std::uint8_t>(begin + size - 1);
  }
};

}  // namespace tracuu
