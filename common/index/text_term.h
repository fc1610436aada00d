#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/index/token_streams.h"

namespace tracuu {

/// What a text term is made of. Terms of the text lie in files of the generation, those of entities
/// in the database.
enum class TermFamily : std::uint8_t {
  kFolded,         ///< "nghi"
  kAccented,       ///< "Anghi5"
  kBigram,         ///< "Bnghi quyet"
  kTitleFolded,    ///< the same three, title only
  kTitleAccented,  ///<
  kTitleBigram,    ///<
  kPhrase,         ///< "Pcong4 nghe65 so6", "PFcong nghe so": while an index is built only
};
/// How many families the postings of a generation are of.
inline constexpr std::size_t kTermFamilies = 7;

/// A text term as a number that holds for one generation: its family, then the numbers of its forms
/// or of its key in the token streams. Terms of a family ascend as their texts do, so that keys of
/// two generations can be merged.
using TermKey = std::uint64_t;

constexpr TermKey term_key(TermFamily family, std::uint32_t first, std::uint32_t second = 0) {
  return static_cast<TermKey>(family) << 60U | static_cast<TermKey>(first) << 30U | second;
}
constexpr TermFamily family_of(TermKey key) {
  return static_cast<TermFamily>(key >> 60U);
}
constexpr bool is_accented(TermFamily family) {
  return family == TermFamily::kAccented || family == TermFamily::kTitleAccented;
}
constexpr bool is_bigram(TermFamily family) {
  return family == TermFamily::kBigram || family == TermFamily::kTitleBigram;
}
constexpr std::uint32_t first_of(TermKey key) {
  return static_cast<std::uint32_t>(key >> 30U & 0x3FFF'FFFFU);
}
constexpr std::uint32_t second_of(TermKey key) {
  return static_cast<std::uint32_t>(key & 0x3FFF'FFFFU);
}

/// Returns whether a term (see schema.h) is one of the text: "Bnghi quyet", not "XD:36-NQ/TW".
bool is_text_term(std::string_view term);

/// Returns the key of a text term, or nothing when no article has its words.
std::optional<TermKey> key_of(std::string_view term, const TokenStreams& streams);

/// Returns the term of a key. REQUIRES: `key` is of the generation of `streams`.
std::string text_of(TermKey key, const TokenStreams& streams);

}  // namespace tracuu
