#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "common/entity/official_words.h"

namespace tracuu {

/// What stands between an element and the one before it.
enum class Link : std::uint8_t {
  kBlank,  ///< nothing but blanks
  kComma,
  kDash,
  kColon,
  kBracket,    ///< "("
  kSemicolon,  ///< ";" or ")"
  kAnd,        ///< "và", "cùng"
  kAlso,       ///< "kiêm"
  kAppointed,  ///< "giữ chức vụ", "là", within one sentence
  kLine,       ///< a line end
  kFar,        ///< words, or the end of a sentence
};

/// Returns the link that the bytes between two tokens make: " - " is kDash, "; " kSemicolon.
Link link_of_gap(std::string_view gap);

/// Returns whether tokens [from, to) are one pair of brackets of a few words: "(Trực Ninh)" of "Lê
/// Tám (Trực Ninh), Lý Ba". Such a remark parts nothing. REQUIRES: to < words.size().
bool is_remark(const WordedText& words, std::size_t from, std::size_t to);

/// Returns whether behind tokens [from, to) only the bracket ends that began inside them: "Trưởng
/// phòng CNTT (Sở TT&TT) Lê Tám".
bool closes_own_bracket(const WordedText& words, std::size_t from, std::size_t to);

/// Returns whether tokens [from, to) are only an age at the start of brackets: "(48 tuổi, " of "Lê
/// Tám (48 tuổi, Vụ trưởng ...)". REQUIRES: to < words.size().
bool is_age(const WordedText& words, std::size_t from, std::size_t to);

}  // namespace tracuu
