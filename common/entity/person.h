#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/tokens.h"

namespace tracuu {

/// As whom a text names a person who holds no post of our state.
enum class PersonRole : std::uint8_t {
  kNamed,    ///< "ông Lê Tám", no post told
  kPrivate,  ///< a company's, a school's, a paper's: "Tổng Giám đốc VNPT"
  kForeign,  ///< another country's
  kCredit,   ///< "Ảnh: Trọng Luân", "Phóng viên Lê Hoa"
};

/// The names used in reports and answers: "named", "private", "foreign", "credit".
std::string_view name_of(PersonRole role);

/// One person whom a text names, at the first place that tells the most.
struct PersonMention {
  Span span;         ///< of the name
  std::string name;  ///< as written
  PersonRole role = PersonRole::kNamed;
  std::string post;  ///< as written with its body: "Tổng Giám đốc VNPT"; "" without one

  bool operator==(const PersonMention&) const = default;
};

/// Finds the persons of a display text that find_officials() leaves out, each once, in order: heads
/// of companies and schools, officials of other countries, credits, and who is addressed by a full
/// name without a post ("ông Lê Tám"). Spans are byte spans of `display`. Computed from the text on
/// demand, so the index need not store it. Linear in time, thread-safe. REQUIRES: `display` is
/// valid UTF-8.
std::vector<PersonMention> find_persons(std::string_view display);

}  // namespace tracuu
