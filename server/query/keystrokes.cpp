#include "server/query/keystrokes.h"

#include <algorithm>
#include <unordered_set>

#include "common/entity/gazetteer/gazetteer.h"
#include "common/text/syllable.h"
#include "server/query/typed_syllable.h"

namespace tracuu {
namespace {

constexpr std::string_view kPunctuation = "\"'(),.:;!?";

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

bool is_upper(char letter) {
  return letter >= 'A' && letter <= 'Z';
}

bool is_letter(char letter) {
  return (letter >= 'a' && letter <= 'z') || is_upper(letter);
}

/// Returns the tone that a Telex key writes, or nothing.
std::optional<int> telex_tone(char key) {
  constexpr std::string_view kKeys = "zsfrxj";
  const std::size_t tone = kKeys.find(key);
  return tone == std::string_view::npos ? std::nullopt : std::optional(static_cast<int>(tone));
}

bool press_telex(char typed, TypedSyllable& syllable) {
  const char key = is_upper(typed) ? static_cast<char>(typed - 'A' + 'a') : typed;
  const bool behind_vowel = syllable.has_vowel();
  if (const auto tone = telex_tone(key); tone && behind_vowel) {
    return syllable.set_tone(*tone);
  }
  if (key == '[' || key == ']') {
    syllable.add(key == '[' ? 'o' : 'u', TypedSyllable::Mark::kHorn);
    return true;
  }
  if (key == 'w') {
    if (!syllable.put_horn_or_breve()) {
      syllable.add(typed == 'W' ? 'U' : 'u', TypedSyllable::Mark::kHorn);
    }
    return true;
  }
  const bool circumflex = (key == 'a' || key == 'e' || key == 'o') && syllable.put_circumflex(key);
  const bool stroke = key == 'd' && syllable.put_stroke();
  if (!circumflex && !stroke) {
    syllable.add(typed);
  }
  return true;
}

bool press_vni(char key, TypedSyllable& syllable) {
  switch (key) {
    case '6':
      return syllable.put_circumflex();
    case '7':
      return syllable.put_horn();
    case '8':
      return syllable.put_breve();
    case '9':
      return syllable.put_stroke();
    default:
      break;
  }
  if (is_digit(key)) {
    return syllable.set_tone(key - '0');
  }
  syllable.add(key);
  return true;
}

using Press = bool (*)(char key, TypedSyllable& syllable);

/// Returns what the keys of one word write, or nothing where they write no syllable.
std::optional<std::string> decode_word(std::string_view word, Press press) {
  TypedSyllable syllable;
  for (const char key : word) {
    if (!press(key, syllable)) {
      return std::nullopt;
    }
  }
  return syllable.written();
}

/// Folded short forms and codes of document types and issuers: never keys, "TW" is not "Tư".
const std::unordered_set<std::string>& known_codes() {
  static const std::unordered_set<std::string> kCodes = [] {
    std::unordered_set<std::string> codes;
    for (const Abbreviation& row : abbreviations()) {
      codes.insert(fold(row.abbreviation));
    }
    for (const DocumentType& type : document_types()) {
      codes.insert(fold(type.code));
    }
    for (const Issuer& issuer : issuers()) {
      codes.insert(fold(issuer.code));
    }
    return codes;
  }();
  return kCodes;
}

/// A letter that is none of a word's own keys: the word is a number, a code or has marks already.
bool is_foreign(char letter, bool vni) {
  return !is_letter(letter) && !(vni ? is_digit(letter) : letter == '[' || letter == ']');
}

/// Appends one word, decoded where it is keys. Returns false when it can be nothing.
bool append_word(std::string_view word, bool vni, std::string& out, bool& decoded) {
  const std::size_t begin = std::min(word.find_first_not_of(kPunctuation), word.size());
  const std::size_t end = std::max(begin, word.find_last_not_of(kPunctuation) + 1);
  const std::string_view core = word.substr(begin, end - begin);
  const bool keys =
      !core.empty() && is_letter(core[0]) &&
      std::none_of(core.begin(), core.end(), [&](char letter) { return is_foreign(letter, vni); });
  if (!keys && !(core.size() > 1 && (core[0] == '[' || core[0] == ']') && !vni)) {
    out.append(word);
    return true;
  }
  const std::string folded = fold(core);
  if (!known_codes().contains(folded)) {
    if (const auto syllable = decode_word(core, vni ? press_vni : press_telex)) {
      decoded = decoded || *syllable != core;
      out.append(word.substr(0, begin)).append(*syllable).append(word.substr(end));
      return true;
    }
    const bool letters_only = std::all_of(core.begin(), core.end(), is_letter);
    if (letters_only && !std::all_of(core.begin(), core.end(), is_upper) &&
        !is_vietnamese_syllable(folded)) {
      return false;
    }
  }
  out.append(word);
  return true;
}

std::optional<std::string> decode(std::string_view text, bool vni) {
  std::string out;
  bool decoded = false;
  while (!text.empty()) {
    const std::size_t begin = std::min(text.find_first_not_of(" \n"), text.size());
    out.append(text.substr(0, begin));
    text.remove_prefix(begin);
    const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
    if (!append_word(text.substr(0, end), vni, out, decoded)) {
      return std::nullopt;
    }
    text.remove_prefix(end);
  }
  return decoded ? std::optional(out) : std::nullopt;
}

}  // namespace

std::optional<std::string> decode_keystrokes(std::string_view normalized) {
  std::optional<std::string> telex = decode(normalized, false);
  return telex ? telex : decode(normalized, true);
}

}  // namespace tracuu
