#include "indexer/source/markup_text.h"

#include "common/text/normalize.h"
#include "common/text/syllable.h"

namespace tracuu {

std::string trimmed_text(std::string_view text) {
  const auto begin = text.find_first_not_of(" \n\t");
  if (begin == std::string_view::npos) {
    return {};
  }
  return std::string(text.substr(begin, text.find_last_not_of(" \n\t") - begin + 1));
}

std::string folded_text(std::string_view text) {
  return fold(normalized(text));
}

}  // namespace tracuu
