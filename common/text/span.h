#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tracuu {

/// A half-open range of bytes [begin, end) in a text that the owner's comment names.
///
///     N g h ị     q u y ế t
///     0 1 2 3..6  7 8
///     ^begin      ^end           Span{0, 6} is "Nghị"
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  bool operator==(const Span&) const = default;
  auto operator<=>(const Span&) const = default;  // NOLINT(modernize-use-nullptr): not one
};

/// Returns the bytes of `text` under `span`. REQUIRES: span.end <= text.size().
inline std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

}  // namespace tracuu
