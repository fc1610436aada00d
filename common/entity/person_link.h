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

/// Returns the token behind the remark in brackets that begins at token `from` and ends by token
/// `limit`; `from` where none does.
std::size_t end_of_remark(const WordedText& words, std::size_t from, std::size_t limit);

/// Returns whether tokens [from, to) open the list of those who hold the post before: "Các Phó Chủ
/// tịch gồm các ông ...". REQUIRES: to < words.size().
bool opens_list(const WordedText& words, std::size_t from, std::size_t to);

/// Returns whether tokens [from, to) between a name and a post are the label of the post: "Lê Tám,
/// chức vụ: Giám đốc". REQUIRES: to < words.size().
bool is_label_of_post(const WordedText& words, std::size_t from, std::size_t to);

/// Returns whether tokens [from, to) between a post and a name say whom it is taken from: "miễn
/// nhiệm chức vụ Giám đốc Sở Nội vụ đối với ông Lê Tám". REQUIRES: to < words.size().
bool is_taken_from(const WordedText& words, std::size_t post_begin, std::size_t from,
                   std::size_t to);

/// Returns whether behind tokens [from, to) only the bracket ends that began inside them: "Trưởng
/// phòng CNTT (Sở TT&TT) Lê Tám".
bool closes_own_bracket(const WordedText& words, std::size_t from, std::size_t to);

/// Returns whether tokens [from, to) are only an age at the start of brackets: "(48 tuổi, " of "Lê
/// Tám (48 tuổi, Vụ trưởng ...)". REQUIRES: to < words.size().
bool is_age(const WordedText& words, std::size_t from, std::size_t to);

}  // namespace tracuu
