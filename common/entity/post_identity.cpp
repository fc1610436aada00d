#include "common/entity/post_identity.h"

#include <string>

#include "common/text/normalize.h"
#include "common/text/tokens.h"

namespace tracuu {
namespace {

struct Initials {
  std::string letters;
  bool shortened = false;  ///< some word is a short form
};

/// Returns the first letters of all words, short forms letter by letter, "và" left out: "btttt" for
/// "Bộ TT&TT" and for "Bộ Thông tin và Truyền thông".
Initials initials_of(std::string_view words) {
  const std::string text = normalized(words);
  Initials initials;
  for (const Token& token : tokenize(text)) {
    if (token.folded == "va") {
      continue;
    }
    initials.letters += token.all_caps ? token.folded : token.folded.substr(0, 1);
    initials.shortened |= token.all_caps;
  }
  return initials;
}

/// Whether one of two is the other's short form; both spelled out, they are what they say.
bool is_short_for(std::string_view one, std::string_view other) {
  const Initials first = initials_of(one);
  const Initials second = initials_of(other);
  return (first.shortened || second.shortened) && first.letters == second.letters;
}

/// Whether `more` says what `less` says and perhaps goes on.
bool goes_on_from(const std::string& less, const std::string& more) {
  return less.empty() || (more + ' ').starts_with(less + ' ');
}

bool may_be_one_body(std::string_view one, std::string_view other) {
  const std::string first = official_key(normalized(one));
  const std::string second = official_key(normalized(other));
  return goes_on_from(first, second) || goes_on_from(second, first) || is_short_for(one, other);
}

}  // namespace

bool is_same_post(const Post& one, const Post& other) {
  if (official_key(normalized(one.position)) != official_key(normalized(other.position)) &&
      !is_short_for(one.position, other.position)) {
    return false;
  }
  return may_be_one_body(one.organisation, other.organisation);
}

}  // namespace tracuu
