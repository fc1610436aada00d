#pragma once

#include <cstddef>
#include <initializer_list>
#include <string_view>

#include "common/text/tokens.h"

namespace tracuu {

using FoldedWords = std::initializer_list<std::string_view>;

/// Returns whether the folded form of token `index` is one of `folded`.
bool is_one_of(const TokenizedText& text, std::size_t index, FoldedWords folded);

/// Returns whether a sentence or a line ends behind one of the tokens [begin, end). A line that was
/// broken inside a sentence, so that the next one goes on in lower case, does not end.
bool sentence_ends_between(const TokenizedText& text, std::size_t begin, std::size_t end);

/// Returns whether token `index` is the last word of "ký", "ban hành", "thông qua", "phê duyệt",
/// "ra".
bool is_issuing_verb(const TokenizedText& text, std::size_t index);

/// Returns whether token `index` may stand between a verb of issuing and its date: "tại kỳ họp thứ
/// 4", "vào sáng".
bool is_session_word(const TokenizedText& text, std::size_t index);

/// Returns whether the tokens [begin, end) behind "của" are only the name of a body: no verb, no
/// other time or place.
bool only_names_issuer(const TokenizedText& text, std::size_t begin, std::size_t end);

}  // namespace tracuu
