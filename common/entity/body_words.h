#pragma once

#include <cstdint>
#include <string_view>

#include "common/entity/official_words.h"
#include "common/text/tokens.h"

namespace tracuu {

/// What stands between two words of a body's name.
enum class Join : std::uint8_t {
  kBlank,
  kTie,  ///< "TT&TT", "PA05", "TP. Huế"
  kDash,
  kComma,
  kStop,  ///< the name ends
};

/// Returns how the bytes `gap` join `token` to `before`.
Join join_of(std::string_view gap, const Token& before, const Token& token);

/// Returns whether a body that begins with `folded` may be a company's too; the words behind
/// decide: "Phòng", "Trung tâm".
bool is_weak_body(std::string_view folded);

/// Returns whether a body that begins with `folded` has nothing above it that would be written
/// behind a comma: "Sở", "Bộ".
bool is_top_body(std::string_view folded);

/// Returns the number of tokens of the field of work that starts at token `index`, 0 for none:
/// "chuyển đổi số", and "phòng, chống tội phạm" with the comma of its fixed phrase.
std::size_t field_length(const WordedText& words, std::size_t index);

/// Returns whether fields in small letters go on from token `index` up to an "và": "Cục Phát thanh,
/// truyền hình và thông tin điện tử", "Vụ Khoa học, giáo dục, tài nguyên và môi trường".
bool is_listed_field(const WordedText& words, std::size_t index);

/// Returns whether a person or a title begins at token `index` behind the body that begins at token
/// `body_begin`, so that the body ends before it.
bool begins_person_or_title(const WordedText& words, std::size_t index, std::size_t body_begin);

/// Returns whether an assembly or a people's committee is named at token `index`; one office may
/// serve both: "HĐND và UBND", "Đoàn ĐBQH và HĐND".
bool is_assembly(const WordedText& words, std::size_t index);

/// Returns whether ":" or "," stands before token `index`.
bool stands_before_mark(const WordedText& words, std::size_t index);

}  // namespace tracuu
