#pragma once

#include <string>
#include <string_view>

#include "server/query/query.h"

namespace tracuu {

/// The start of a word as it was typed, and which words go on from it.
///
/// Typed without marks it agrees with every writing: "ngh" with "nghệ", "d" with "đường". Typed
/// with any, the letters must agree with their marks (ă â ê ô ơ ư đ), and the tone, which is one of
/// the whole syllable wherever its mark stands: "ngườ" agrees with "người", not with "ngươi";
/// "công", where no tone is typed yet, with "cộng" too, not with "cong". A word agrees with itself.
/// Numbers have no writings: they are compared by letters.
class WordStart {
 public:
  explicit WordStart(const QuerySyllable& typed);

  /// Whether only some writings agree, told by their keys; else all that begin with folded().
  bool by_key() const { return by_key_; }
  const std::string& folded() const { return folded_; }
  /// The letters that a key begins with, unless it is that of the typed word.
  const std::string& letters() const { return letters_; }
  /// The typed letters as they stand in a key when nothing follows: of "lý" they are "li".
  const std::string& whole() const { return whole_; }

  /// Returns whether a word goes on from what was typed.
  bool agrees(std::string_view folded, std::string_view key) const {
    return by_key_ ? agrees(key) : folded.starts_with(folded_);
  }
  /// The same by the key alone. REQUIRES: by_key().
  bool agrees(std::string_view key) const;

  bool operator==(const WordStart&) const = default;

 private:
  std::string folded_;
  std::string letters_;
  std::string whole_;
  char tone_ = 0;  ///< as at the end of a key; 0: none was typed
  bool by_key_ = false;
};

}  // namespace tracuu
