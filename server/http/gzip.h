#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "server/http/message.h"

namespace tracuu {

/// Compresses in the gzip format. Throws std::bad_alloc.
std::string gzip(std::string_view bytes);

/// A text in the gzip format with a gap, into which any bytes go without compressing the rest
/// again: an answer that is kept with the time it takes left open. Constant, so thread-safe.
class GappedGzip {
 public:
  /// Compresses what stands before and behind the gap. Throws std::bad_alloc.
  GappedGzip(std::string_view before, std::string_view after);

  /// Returns what gunzips to all three. REQUIRES: at most 65,535 bytes in the gap.
  std::string filled(std::string_view gap) const;

  /// Bytes it holds.
  std::size_t size() const { return before_.size() + after_.size(); }

 private:
  std::string before_;  ///< header and whole blocks
  std::string after_;   ///< blocks up to the last
  std::uint32_t before_sum_;
  std::uint32_t after_sum_;
  std::size_t before_bytes_;  ///< uncompressed
  std::size_t after_bytes_;
};

/// Returns the pieces of what gzip() would make of the pieces joined: as each comes, a piece is
/// compressed and sent on as soon as there are bytes of it, so that a reader sees progress. Holds
/// 256 KiB until it is destroyed.
BodyPieces gzipped(BodyPieces plain);

}  // namespace tracuu
