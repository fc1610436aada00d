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

bool is_lower(char letter) {
  return letter >= 'a' && letter <= 'z';
}

bool is_letter(char letter) {
  return is_lower(letter) || is_upper(letter);
}

/// Returns the tone that a Telex key writes, or nothing.
std::optional<int> telex_tone(char key) {
  constexpr std::string_view kKeys = "zsfrxj";
  const std::size_t tone = kKeys.find(key);
  return tone == std::string_view::npos ? std::nullopt : std::optional(static_cast<int>(tone));
}

/// Each press_ function applies one key. Returns false where the key means nothing there.
bool press_telex(char typed, TypedSyllable& syllable) {
  const char key = is_upper(typed) ? static_cast<char>(typed - 'A' + 'a') : typed;
  const bool behind_vowel = syllable.has_vowel();
  // Before the vowel these keys are the letters of an onset: "r" in "rar".
  if (const auto tone = telex_tone(key); tone && behind_vowel) {
    return syllable.set_tone(*tone);
  }
  if (key == '[' || key == ']') {
    syllable.add(key == '[' ? 'o' : 'u', TypedSyllable::Mark::kHorn);
    return true;
  }
  if (key == 'w') {
    // Without a vowel to mark, w is one: "tw" is "tư".
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
  static const std::unordered_set<std::string> all = [] {
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
  return all;
}

bool has_lower(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_lower);
}

/// Decodes a text word by word as the keys of one method.
class Decoder {
 public:
  Decoder(std::string_view text, bool vni)
      : rest_(text), vni_(vni), in_capitals_(!has_lower(text)) {}

  /// Returns nothing where some word is in doubt, or all stay as they are.
  std::optional<std::string> run() {
    while (!rest_.empty()) {
      const std::size_t begin = std::min(rest_.find_first_not_of(" \n"), rest_.size());
      out_.append(rest_.substr(0, begin));
      rest_.remove_prefix(begin);
      const std::size_t end = std::min(rest_.find_first_of(" \n"), rest_.size());
      if (!append(rest_.substr(0, end))) {
        return std::nullopt;
      }
      rest_.remove_prefix(end);
    }
    return decoded_ ? std::optional(out_) : std::nullopt;
  }

 private:
  /// Appends one word, decoded where it is keys. Returns false when it can be nothing.
  bool append(std::string_view word) {
    const std::size_t begin = std::min(word.find_first_not_of(kPunctuation), word.size());
    const std::size_t end = std::max(begin, word.find_last_not_of(kPunctuation) + 1);
    const std::string_view core = word.substr(begin, end - begin);
    if (is_keys(core)) {
      if (const auto syllable = decode_word(core, vni_ ? press_vni : press_telex)) {
        decoded_ = decoded_ || *syllable != core;
        out_.append(word.substr(0, begin)).append(*syllable).append(word.substr(end));
        return true;
      }
      if (std::all_of(core.begin(), core.end(), is_letter) && !is_vietnamese_syllable(fold(core))) {
        return false;
      }
    }
    out_.append(word);
    return true;
  }

  /// Whether a word can be keys: numbers, codes ("U15", "tw") and words with marks cannot.
  bool is_keys(std::string_view core) const {
    const bool bracket = !core.empty() && is_bracket(core[0]) && core.size() > 1;
    const bool digits = std::any_of(core.begin(), core.end(), is_digit);
    const bool name = !has_lower(core) && (digits || !in_capitals_);
    return !core.empty() && (is_letter(core[0]) || bracket) && !name &&
           std::all_of(core.begin(), core.end(), [&](char key) { return is_key(key); }) &&
           !known_codes().contains(fold(core));
  }

  bool is_key(char key) const { return is_letter(key) || (vni_ ? is_digit(key) : is_bracket(key)); }

  static bool is_bracket(char key) { return key == '[' || key == ']'; }

  std::string_view rest_;
  bool vni_;
  bool in_capitals_;  ///< all of it, so that capitals tell nothing
  std::string out_;
  bool decoded_ = false;
};

}  // namespace

std::optional<std::string> decode_keystrokes(std::string_view normalized) {
  std::optional<std::string> telex = Decoder(normalized, false).run();
  return telex ? telex : Decoder(normalized, true).run();
}

}  // namespace tracuu
