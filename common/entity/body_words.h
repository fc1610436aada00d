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

/// Returns whether ":" or "," stands before token `index`.
bool stands_before_mark(const WordedText& words, std::size_t index);

}  // namespace tracuu
