#pragma once

#include <xxhash.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <string>
#include <string_view>

#include "common/result.h"

namespace tracuu {

// What the mapped files of a generation have in common. Each begins with a head, a plain struct
// with `name` and `version` first and `head_checksum`, the hash of all before it, last; what
// follows is read where it lies, so every part starts at a multiple of 8 bytes.

/// Returns XXH3 of bytes.
inline std::uint64_t hash_of(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

/// Rounds up to a multiple of 8.
constexpr std::uint64_t padded(std::uint64_t bytes) {
  return (bytes + 7) / 8 * 8;
}

/// Returns the bytes of numbers, or other plain values, as they lie in memory.
template <typename Numbers>
std::string_view bytes_of(const Numbers& numbers) {
  return {reinterpret_cast<const char*>(numbers.data()),  // NOLINT: as they lie
          numbers.size() * sizeof(*numbers.data())};
}

/// The same of a head.
template <typename Head>
std::string_view bytes_of_head(const Head& head) {
  return {reinterpret_cast<const char*>(&head), sizeof head};  // NOLINT: as it lies
}

/// Returns what Head::head_checksum must be.
template <typename Head>
std::uint64_t head_checksum_of(const Head& head) {
  return hash_of(bytes_of_head(head).substr(0, offsetof(Head, head_checksum)));
}

/// Reads the head that `bytes` begin with. Returns what is wrong with it, or null.
template <typename Head>
const char* problem_of_head(std::string_view bytes, Head& head) {
  if (bytes.size() < sizeof head) {
    return "cut off";
  }
  std::memcpy(&head, bytes.data(), sizeof head);
  const Head expected;
  if (std::memcmp(head.name, expected.name, sizeof head.name) != 0) {
    return "damaged";
  }
  if (head.version != expected.version) {
    return "of another version than this program's";
  }
  return head_checksum_of(head) == head.head_checksum ? nullptr : "damaged";
}

/// Returns the refusal of a file: `what` is "the lexicon is", `problem` "cut off".
inline Error unusable_file(const char* what, const char* problem,
                           const std::filesystem::path& file) {
  return {std::string("index: ") + what + ' ' + problem +
          ", rebuild it with 'tracuu-indexer build': '" + file.string() + "'"};
}

}  // namespace tracuu
