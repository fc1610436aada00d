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

/// Returns whether a verb of issuing stands between a paper that ends at token `paper_end` and the
/// date at token `date`, with only words of time and place behind it: "thông qua tại kỳ họp thứ 4,
/// ngày 12/5/2017".
bool was_issued_on(const TokenizedText& text, std::size_t paper_end, std::size_t date);

/// Returns whether a verb of issuing stands right before the date: "ban hành hôm 14/4".
bool is_issuing_date(const TokenizedText& text, std::size_t date);

/// Returns whether the words from `date_end` to `last` only announce a number: "ban hành ngày
/// 20-4-2018 mang số 09-NQ/TU".
bool bears_number(const TokenizedText& text, std::size_t last, std::size_t date_end);

/// Returns whether what was approved on the date before was approved by the paper at token `paper`:
/// "Ngày 26/12/2017, UBND tỉnh đã phê duyệt Khung kiến trúc tại (or in brackets) Quyết định 2900".
bool was_approved_by(const TokenizedText& text, std::size_t date_end, std::size_t paper);

/// Returns whether the date says since when a paper is: "Công văn số 118/STTTT-CNTT từ tháng
/// 2/2014", with no period going on behind.
bool is_dated_since(const TokenizedText& text, std::size_t paper_end, std::size_t date,
                    std::size_t date_end);

/// Returns whether the tokens [begin, end) behind "của" are only the name of a body: no verb, no
/// other time or place.
bool only_names_issuer(const TokenizedText& text, std::size_t begin, std::size_t end);

}  // namespace tracuu
