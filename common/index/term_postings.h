#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/bytes.h"

namespace tracuu {

/// One article that has a term.
struct TermPosting {
  std::uint32_t ordinal = 0;
  std::uint32_t times = 0;

  bool operator==(const TermPosting&) const = default;
};

/// The most times that are told apart.
inline constexpr std::uint32_t kMostTimes = 255;

/// Packs postings one by one, ascending, in some two bytes each: the steps between ordinals, whose
/// last bit says whether a number of times over 1 follows (LEB128 both).
class PostingPacker {
 public:
  /// REQUIRES: `posting` is behind the one before, its times are from 1 to kMostTimes.
  void add(TermPosting posting);

  std::uint32_t size() const { return size_; }
  std::string_view bytes() const { return writer_.bytes(); }

 private:
  ByteWriter writer_;
  std::uint32_t next_ = 0;
  std::uint32_t size_ = 0;
};

/// Returns the packed bytes of ascending postings.
std::string packed(std::span<const TermPosting> postings);

/// Appends `count` packed postings to `postings`. Returns false when the bytes are malformed.
bool unpack(std::string_view bytes, std::uint32_t count, std::vector<TermPosting>& postings);

}  // namespace tracuu
