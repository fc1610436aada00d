#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "common/text/letters.h"

namespace tracuu {

/// Builds the forms of a word letter by letter, as its letters are read. It writes to the stack, so
/// that words of the alphabet cost no allocation; what it cannot take is for syllable_forms().
class SyllableBuilder {
 public:
  /// Takes the next character. Returns false, for good, once the word is too long or holds a
  /// letter that the alphabet does not have.
  bool add(char32_t code_point) {
    if (folded_size_ == kLongest) {
      return fits_ = false;
    }
    const Letter& letter = letter_at(code_point);
    if (letter) {
      folded_[folded_size_++] = letter.folded;
      key_[key_size_++] = letter.key[0];
      if (letter.key_size == 2) {
        key_[key_size_++] = letter.key[1];
      }
      tone_ = tone_ == 0 ? letter.tone : tone_;
      marked_ |= code_point >= 0x80;
      return fits_;
    }
    if (code_point >= 0x80) {
      return fits_ = false;
    }
    folded_[folded_size_++] = static_cast<char>(code_point);
    key_[key_size_++] = static_cast<char>(code_point);
    return fits_;
  }

  /// Returns whether all characters were taken.
  bool fits() const { return fits_; }

  /// Writes the forms of the word; see SyllableForms. REQUIRES: fits(), and is called once.
  void finish(std::string& folded, std::string& key, bool& marked) {
    if (ends_in_free_y()) {
      key_[key_size_ - 1] = 'i';
    }
    if (tone_ != 0) {
      key_[key_size_++] = static_cast<char>('0' + tone_);
    }
    folded.assign(folded_.data(), folded_size_);
    key.assign(key_.data(), key_size_);
    marked = marked_;
  }

 private:
  static constexpr std::size_t kLongest = 48;

  /// Whether the y that ends the word may as well be written i: "ly", "quy", not "thuy", "thy".
  bool ends_in_free_y() const {
    if (folded_size_ < 2 || folded_size_ > 3 || folded_[folded_size_ - 1] != 'y') {
      return false;
    }
    return folded_size_ == 3
               ? folded_[0] == 'q' && folded_[1] == 'u'
               : std::string_view("hklmnstvxb").find(folded_[0]) != std::string_view::npos;
  }

  std::array<char, kLongest> folded_;
  std::array<char, 2 * kLongest + 1> key_;
  std::size_t folded_size_ = 0;
  std::size_t key_size_ = 0;
  unsigned tone_ = 0;
  bool marked_ = false;
  bool fits_ = true;
};

}  // namespace tracuu
