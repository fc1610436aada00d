#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/text/tokens.h"

namespace tracuu {

/// A post that a text gives to a person.
struct Post {
  std::string position;  ///< as written, without the organisation: "Phó Chủ tịch"
  std::string
      organisation;  ///< as written: "UBND thành phố", "Sở Thông tin và Truyền thông"; or ""
  Span span;         ///< of both

  bool operator==(const Post&) const = default;
};

/// One place in a text that names a state or party official.
struct OfficialMention {
  Span span;                ///< of the name
  std::string name;         ///< full name as first written in this text: "Lê Khắc Nam"
  std::vector<Post> posts;  ///< posts written at this place; a later bare mention has none

  bool operator==(const OfficialMention&) const = default;
};

/// Finds officials with their posts, in order: post before name ("Phó Chủ tịch UBND tỉnh Nguyễn Văn
/// X"), name before post ("đồng chí X, Phó Chủ tịch ..."), lists ("các đồng chí: X - post; Y-
/// post"), brackets ("X (Giám đốc Sở ...)"), ranks ("Thiếu tướng X"), "Quyền", "nguyên", "kiêm",
/// several posts to one person; a later mention by given name or bare name ("ông Hải") is joined to
/// the person. Bylines, photo credits, company heads, academics and people without a post are not
/// officials. Names are 2-6 capitalised syllables, or ethnic-minority forms ("H'Len Niê", "K'Brêu",
/// "Y Thông").
std::vector<OfficialMention> find_officials(const TokenizedText& text);

/// Returns the key under which spellings of one name meet: canonical keys joined by blanks.
std::string official_key(std::string_view normalized_name);

}  // namespace tracuu
