#pragma once

#include <string>
#include <string_view>

#include "common/result.h"

namespace tracuu {

/// Encodings in which pages of Vietnamese portals are found.
enum class Charset { kUtf8, kUtf16, kWindows1258, kTcvn3, kVni };

/// Returns the name used in reports: "UTF-8", "UTF-16", "windows-1258", "TCVN3", "VNI".
std::string_view name_of(Charset charset);

struct DecodedText {
  std::string text;  ///< valid UTF-8, no byte-order mark, line ends as '\n'
  Charset charset = Charset::kUtf8;
};

/// Decodes a page to UTF-8. `declared` is the charset a page claims for itself ("" when it claims
/// none); a claim that the bytes contradict is overruled by detection. TCVN3 and VNI text that was
/// once read as Latin-1 and saved as UTF-8 ("C«ng hßa X· héi") is recognised and decoded too.
/// Fewer bad sequences than one in a hundred non-ASCII characters become U+FFFD (a page cut short).
/// REQUIRES: under 1 GiB. Fails when the bytes are no text in any of these encodings, naming the
/// first bad offset. Pure and thread-safe. Tables: TCVN 5712:1993 (VN3) and VNI-Windows.
Result<DecodedText> decode_text(std::string_view bytes, std::string_view declared = {});

}  // namespace tracuu
