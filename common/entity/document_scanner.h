#pragma once

#include <cstddef>
#include <optional>

#include "common/entity/document_number.h"
#include "common/text/tokens.h"

namespace tracuu {

/// A number as it was read from tokens [first, end).
struct ScannedNumber {
  DocumentNumber number;
  std::size_t first = 0;
  std::size_t end = 0;
};

/// How much the scanner may take on trust.
enum class ScanTrust : std::uint8_t {
  kText,   ///< running text: the number must look like one
  kCued,   ///< behind "số" or the name of a type: unknown and missing issuers pass
  kQuery,  ///< a person typed only this: any case, blanks for marks
};

/// Reads a number with its code from number token `index`: "36-NQ/TW", "13-NQ-TƯ", "26 /QĐ-UBND",
/// "48/2009/QĐ-TTg", "67/2006/QH11", "54/2017/QH 14", "702/UBND-VX", "1.734/QĐ-UBND". The longest
/// issuer that holds together is taken. Nothing when no code follows.
std::optional<ScannedNumber> scan_coded_number(const TokenizedText& text, std::size_t index,
                                               ScanTrust trust);

/// Reads a number without its code from number token `index`: "36", "36a", "49/2017", "19-2017".
/// Type and issuer stay empty. Nothing for what looks like a date, a decimal or a ratio.
std::optional<ScannedNumber> scan_bare_number(const TokenizedText& text, std::size_t index);

/// Reads the reverse order from type token `index`: "NQ/TW 36". Nothing when it is none.
std::optional<ScannedNumber> scan_reversed_number(const TokenizedText& text, std::size_t index);

}  // namespace tracuu
