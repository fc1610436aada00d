#include "tests/benchmark/relevance/retyping.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <utility>
#include <vector>

namespace tracuu {
namespace {

std::vector<std::string> words_of(std::string_view text) {
  std::istringstream in{std::string(text)};
  std::vector<std::string> words;
  for (std::string word; in >> word;) {
    words.push_back(std::move(word));
  }
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    out.append(out.empty() ? "" : " ").append(word);
  }
  return out;
}

icu::UnicodeString of_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

bool is_plain_word(const icu::UnicodeString& word) {
  for (int32_t i = 0; i < word.length(); ++i) {
    if (!u_isalpha(word[i])) {
      return false;
    }
  }
  return word.length() >= 4;
}

void slip(icu::UnicodeString& word, std::mt19937& random) {
  const auto at = static_cast<int32_t>(1 + random() % static_cast<unsigned>(word.length() - 2));
  switch (random() % 3) {
    case 0: {
      const char16_t letter = word[at];
      word.setCharAt(at, word[at + 1]);
      word.setCharAt(at + 1, letter);
      break;
    }
    case 1:
      word.remove(at, 1);
      break;
    default:
      word.insert(at, word[at]);
  }
}

}  // namespace

std::string without_marks(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> plain(icu::Transliterator::createInstance(
      "NFD; [:Nonspacing Mark:] Remove; Latin-ASCII; NFC", UTRANS_FORWARD, error));
  if (U_FAILURE(error)) {
    throw std::runtime_error("ICU has no transliterator");
  }
  auto out = of_utf8(text);
  plain->transliterate(out);
  return to_utf8(out);
}

std::string partly_without_marks(std::string_view text, std::size_t every) {
  std::vector<std::string> words = words_of(text);
  for (std::size_t i = 0; i < words.size(); i += every) {
    words[i] = without_marks(words[i]);
  }
  return joined(words);
}

std::string in_small(std::string_view text) {
  return to_utf8(of_utf8(text).toLower());
}

std::string decomposed(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(error);
  const icu::UnicodeString out = nfd->normalize(of_utf8(text), error);
  if (U_FAILURE(error)) {
    throw std::runtime_error("ICU has no NFD");
  }
  return to_utf8(out);
}

std::string with_other_tone_placement(std::string_view text) {
  static const std::vector<std::pair<std::string, std::string>> placements = {
      {"òa", "oà"}, {"óa", "oá"}, {"ỏa", "oả"}, {"õa", "oã"}, {"ọa", "oạ"},
      {"òe", "oè"}, {"óe", "oé"}, {"ỏe", "oẻ"}, {"õe", "oẽ"}, {"ọe", "oẹ"},
      {"ùy", "uỳ"}, {"úy", "uý"}, {"ủy", "uỷ"}, {"ũy", "uỹ"}, {"ụy", "uỵ"}};
  std::vector<std::string> words = words_of(text);
  for (std::string& word : words) {
    for (const auto& [first, second] : placements) {
      // Only at the end: before a final consonant there is but one placement, and behind q the u
      // is of the consonant.
      if (word.ends_with(first)) {
        word.replace(word.size() - first.size(), first.size(), second);
        break;
      }
      const bool behind_q = word.size() == second.size() + 1 && (word[0] == 'q' || word[0] == 'Q');
      if (word.ends_with(second) && !behind_q) {
        word.replace(word.size() - second.size(), second.size(), first);
        break;
      }
    }
  }
  return joined(words);
}

std::string with_one_typo(std::string_view text, std::mt19937& random) {
  std::vector<std::string> words = words_of(text);
  std::vector<std::size_t> long_words;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_plain_word(icu::UnicodeString::fromUTF8(words[i]))) {
      long_words.push_back(i);
    }
  }
  if (long_words.empty()) {
    return std::string(text);
  }
  std::string& chosen = words[long_words[random() % long_words.size()]];
  icu::UnicodeString word = icu::UnicodeString::fromUTF8(chosen);
  slip(word, random);
  chosen = to_utf8(word);
  return joined(words);
}

}  // namespace tracuu
