#pragma once

#include <string>
#include <string_view>

#include "common/index/article.h"

namespace tracuu {

/// Who issued a paper by the words around its number.
struct NamedIssuer {
  std::string code;      ///< "TW", "TTg", "UBND", "QH" ...; "" when no body is named
  std::string province;  ///< named behind a local body, else ""
};

/// Reads who issued the paper of `mention` from the words behind its number, a date between them
/// allowed, or between its type and its number: "Nghị quyết 36 ngày 01/7/2014 của Bộ Chính trị",
/// "Quyết định số 12/QĐ-UBND của UBND tỉnh Nghệ An", "Nghị quyết của Tỉnh ủy số 10". Looks at a
/// bounded stretch.
NamedIssuer named_issuer(const Article& article, const DocumentMention& mention);

/// Returns whether papers of `issuer` ("TU", "UBND-VX", "HĐND") are counted in every province or
/// district anew, so that the place is part of the identity.
bool is_local_issuer(std::string_view issuer);

/// Returns whether a number's issuer is the body `code`: "QH13" is of "QH", "TW" of "TW".
bool is_issued_by(std::string_view issuer, std::string_view code);

}  // namespace tracuu
