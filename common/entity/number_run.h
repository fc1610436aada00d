#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "common/text/tokens.h"

namespace tracuu {

/// Numbers joined by marks: "05/09/2013", "28/6-1/7", "2016 - 2020", or one number alone.
struct NumberRun {
  struct Number {
    int value = 0;  ///< 0 when it has more than 4 digits
    std::uint8_t digits = 0;
    char mark = 0;       ///< behind it: '/', '-', '.'; 0 behind the last
    bool loose = false;  ///< blanks around that mark
  };
  static constexpr std::size_t kMost = 6;

  std::array<Number, kMost> numbers;
  std::size_t count = 0;  ///< of the numbers that fit
  std::size_t first = 0;  ///< tokens [first, end)
  std::size_t end = 0;
  bool too_long = false;  ///< more than kMost numbers: a table, an address, noise
};

/// Reads the longest run that starts at number token `index`. '/' and '-' may stand between blanks,
/// '.' may not, because a sentence may end there; no mark joins over a line end. A "03T" of an ISO
/// time stamp counts as the number 03.
NumberRun read_number_run(const TokenizedText& text, std::size_t index);

}  // namespace tracuu
