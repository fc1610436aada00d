#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tracuu {

/// Reads what was typed with the input method switched off as the keys of Telex ("nghij quyeets")
/// or VNI ("d9ie65n tu73"): returns the text these keys write ("nghị quyết"), or nothing.
///
/// All of it must be keys of one method: a word that is neither a syllable, nor becomes one, nor a
/// known code ("tw", "cntt") tells that the rest is no Vietnamese either. Numbers, document numbers
/// and words with marks stay as they are ("nghij quyeets 36-NQ/TW"). Marks and tones may be typed
/// behind their vowel or at the end of the word. Linear; pure, thread-safe.
/// REQUIRES: `normalized` came from normalize().
std::optional<std::string> decode_keystrokes(std::string_view normalized);

}  // namespace tracuu
