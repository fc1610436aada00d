#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/span.h"

namespace tracuu {

/// A text in its one spelling, with the way back to the author's bytes.
struct NormalizedText {
  std::string text;
  /// origin[i] is the offset in the original of normalized byte i; origin[text.size()] is the end.
  /// Empty when the original was already normalized (offsets are then the same).
  std::vector<std::uint32_t> origin;

  /// Returns the original's bytes that `span` of `text` came from, combining marks included.
  Span to_original(Span span) const;
};

/// Gives a text its one spelling: NFC; Ð ð Ɖ ɖ and Latin look-alikes as Vietnamese letters;
/// every dash and minus (U+2010..2015, U+2212, U+FE58, U+FF0D ...) as '-'; curly quotes as ASCII
/// quotes; every blank (NBSP, U+2000..200A, tab ...) as ' ', runs of them as one; zero-width
/// characters, soft hyphens and other controls dropped; "\r\n" and '\r' as '\n', newlines kept.
/// Idempotent, linear in time, never fails. REQUIRES: `utf8` is valid UTF-8 under 4 GiB.
/// normalize("Ðà  Nẵng").text is "Đà Nẵng".
NormalizedText normalize(std::string_view utf8);

/// The same without the way back.
std::string normalized(std::string_view utf8);

}  // namespace tracuu
