#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/folded_reader.h"

namespace tracuu {

/// Makes the bytes of a CompletionTable.
class CompletionBuilder {
 public:
  explicit CompletionBuilder(WordGap gap) : gap_(gap) {}

  /// Adds the next entry, ranked below all before it. It is found by every word of `normalized`.
  /// Throws std::length_error when all texts together reach 4 GiB.
  void add(std::string_view normalized);
  /// Adds another writing of the newest entry, found by its start. REQUIRES: an entry was added.
  void add_writing(std::string_view normalized);

  std::size_t size() const { return begins_.size(); }
  /// Returns the bytes; the builder is empty after it. The same entries give the same bytes.
  std::string take();

 private:
  struct Start {
    std::uint64_t first_bytes = 0;  ///< of the folded text, so that most comparisons end here
    std::uint32_t folded_at = 0;
    std::uint32_t place = 0;
  };

  void add_text(std::string_view normalized, bool inner_words);
  std::vector<std::uint32_t> sorted_places(std::vector<Start>& starts) const;

  WordGap gap_;
  std::string texts_;
  std::string folded_;  ///< the writings as they are compared, each closed by a zero byte
  std::vector<std::uint32_t> begins_;
  std::vector<Start> heads_;
  std::vector<Start> inner_;
};

}  // namespace tracuu
