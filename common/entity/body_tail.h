#pragma once

#include <cstddef>

#include "common/entity/public_body.h"

namespace tracuu {

/// Returns the end of `body` where its name goes on in words that no table knows, up to the name of
/// a person: "Cục Chống gian lận thương mại Lê Tám", "Trung tâm Điều hành các chương trình chống
/// hạn Lê Tám". Only offices are called by what they do; a verb, a mark or a title in between ends
/// the search. Returns `body.end` where nothing goes on. Reads a bounded number of tokens.
std::size_t end_before_person(const WordedText& words, const Body& body);

/// Returns whether the words behind `body` give it to a company: "đội ứng cứu của một doanh
/// nghiệp", "phòng kỹ thuật của Viettel". Reads a bounded number of tokens.
bool belongs_to_company(const WordedText& words, const Body& body);

}  // namespace tracuu
