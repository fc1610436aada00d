#include "server/search/word_start.h"

namespace tracuu {
namespace {

/// Takes the tone off the end of a key; returns it, or 0.
char take_tone(std::string_view& key) {
  const char tone = key.empty() ? '\0' : key.back();
  if (tone < '1' || tone > '5') {
    return 0;
  }
  key.remove_suffix(1);
  return tone;
}

}  // namespace

WordStart::WordStart(const QuerySyllable& typed)
    : folded_(typed.folded), by_key_(typed.marked && !is_number(typed)) {
  std::string_view letters = typed.key;
  tone_ = take_tone(letters);
  whole_ = letters;
  letters_ = letters;
  // A key writes i for a y at the end of a word; what goes on has it as typed: "quý", "quyết".
  if (folded_.ends_with('y') && letters_.ends_with('i')) {
    letters_.back() = 'y';
  }
}

bool WordStart::agrees(std::string_view key) const {
  const char tone = take_tone(key);
  return (tone_ == 0 || tone_ == tone) && (key == whole_ || key.starts_with(letters_));
}

}  // namespace tracuu
