#pragma once

#include <string>
#include <vector>

#include "server/query/query_unit.h"

namespace tracuu {

/// A short or long form that bare words of a query are, and how else the same is written.
struct TypedAbbreviation {
  TokenRange tokens;
  bool is_short = false;            ///< "CNTT" was typed, not "công nghệ thông tin"
  std::vector<std::string> others;  ///< never empty: {"công nghệ thông tin"}

  bool operator==(const TypedAbbreviation&) const = default;
};

/// Finds the short forms ("CNTT", "cntt", "TT&TT") and long forms ("công nghệ thông tin", also
/// without marks) of the gazetteer among units that are bare words; in order, long forms may lie in
/// one another ("dịch vụ công trực tuyến"). What is in quotes, excluded, or part of an entity is
/// left alone: there exactly what is typed is meant.
/// - A short form typed small is one only when it cannot be a word: "cntt", not "ai".
/// - A short form of several readings, and a long form whose short one has several, is one only
///   beside a word of the query that decides for one reading: "công an CQĐT". See
///   abbreviation_cues.
/// - A short form that is a word, or of two letters, is no other form of its long one: asking for
///   "dự án" is not to find every "da".
/// Pure, thread-safe.
std::vector<TypedAbbreviation> find_abbreviations(const TypedText& typed,
                                                  const std::vector<QueryUnit>& units);

}  // namespace tracuu
