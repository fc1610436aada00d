#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/text/tokens.h"

namespace tracuu {

/// Returns the type code that `written` stands for, as the tables print it: "nq" and "NQ" are "NQ",
/// "ND" and "nđ" are "NĐ". Marks decide first ("HD" is not "HĐ"), and may be missing only where no
/// other code is spelled so. Nothing for a word that is no type code.
std::optional<std::string_view> type_code_of(std::string_view written);

/// Returns the issuer code that `written` stands for: "TƯ" is "TW", "TTG" is "TTg", "hdnd" is
/// "HĐND", "qh11" is "QH11". Nothing for an issuer that no table knows. "TU" is never "TW".
std::optional<std::string> known_issuer(std::string_view written);

/// Returns whether `written` is the code of a unit that drafts letters: "KGVX", "TH".
bool is_drafting_unit(std::string_view written);

/// Returns whether a paper of this issuer is numbered the party's way, "36-NQ/TW". The first of
/// several issuers decides; for bodies that no table knows, how party codes are built: they end in
/// TW, TU or ĐU.
bool is_party_issuer(std::string_view issuer);

/// Returns the name of a type: "Nghị quyết" for NQ; TT is "Thông tri" of a party issuer, else
/// "Thông tư"; "" for a code that no table knows.
std::string_view type_name_of(std::string_view type, std::string_view issuer);

/// Returns whether a token can be a part of a code by its letters: "UBND", "TTg", "CTr", "BKHĐT".
bool looks_like_code(const Token& token, std::string_view written);

}  // namespace tracuu
