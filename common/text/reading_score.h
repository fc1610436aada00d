#pragma once

#include <cstddef>
#include <string_view>

namespace tracuu {

/// How well a decoded text reads as Vietnamese.
struct ReadingScore {
  std::size_t marked_words = 0;  ///< words with a character beyond ASCII
  std::size_t syllables = 0;     ///< those of them that are Vietnamese syllables

  /// Returns the share of syllables among marked words, 0 when there are none.
  double share() const {
    return marked_words == 0 ? 0
                             : static_cast<double>(syllables) / static_cast<double>(marked_words);
  }
};

/// Judges a text: its right decoding scores over 0.95, a wrong one under 0.5. Letters must be
/// composed (NFC). REQUIRES: valid UTF-8. "Céng hßa" has two marked words and no syllable.
ReadingScore reading_score(std::string_view text);

}  // namespace tracuu
