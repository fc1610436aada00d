#include "common/entity/post_identity.h"

#include <string>

#include "common/text/normalize.h"
#include "common/text/tokens.h"

namespace tracuu {
namespace {

/// Returns the first letters of all words, short forms letter by letter, "và" left out: "btttt" for
/// "Bộ TT&TT" and for "Bộ Thông tin và Truyền thông".
std::string initials_of(std::string_view words) {
  const std::string text = normalized(words);
  std::string initials;
  for (const Token& token : tokenize(text)) {
    if (token.folded == "va") {
      continue;
    }
    initials += token.all_caps ? token.folded : token.folded.substr(0, 1);
  }
  return initials;
}

/// Whether `more` says what `less` says and perhaps goes on.
bool goes_on_from(const std::string& less, const std::string& more) {
  return less.empty() || (more + ' ').starts_with(less + ' ');
}

bool may_be_one_body(std::string_view one, std::string_view other) {
  const std::string first = official_key(normalized(one));
  const std::string second = official_key(normalized(other));
  return goes_on_from(first, second) || goes_on_from(second, first) ||
         initials_of(one) == initials_of(other);
}

}  // namespace

bool is_same_post(const Post& one, const Post& other) {
  if (official_key(normalized(one.position)) != official_key(normalized(other.position)) &&
      initials_of(one.position) != initials_of(other.position)) {
    return false;
  }
  return may_be_one_body(one.organisation, other.organisation);
}

}  // namespace tracuu
