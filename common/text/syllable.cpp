#include "common/text/syllable.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <unordered_set>
#include <vector>

#include "common/text/letters.h"
#include "common/text/syllable_builder.h"
#include "common/text/utf8.h"

namespace tracuu {
namespace {

// A tone mark that no letter took up, as in a word spelled "x" + U+0301.
unsigned tone_of_mark(char32_t code_point) {
  switch (code_point) {
    case 0x301:
      return 1;
    case 0x300:
      return 2;
    case 0x309:
      return 3;
    case 0x303:
      return 4;
    case 0x323:
      return 5;
    default:
      return 0;
  }
}

// Builds the forms of words with letters the alphabet does not have.
class ForeignForms {
 public:
  void add(char32_t code_point) {
    if (const unsigned tone = tone_of_mark(code_point); tone != 0) {
      set_tone(tone);
      return;
    }
    const Letter& letter = letter_at(code_point);
    if (letter) {
      forms_.folded += letter.folded;
      forms_.key.append(letter.key.data(), letter.key_size);
      forms_.marked |= letter.shape != Shape::kNone;
      if (letter.tone != 0) {
        set_tone(letter.tone);
      }
      return;
    }
    const std::size_t folded_before = forms_.folded.size();
    const std::size_t key_before = forms_.key.size();
    append_foreign(code_point, forms_.folded, forms_.key);
    forms_.marked |= std::string_view(forms_.folded).substr(folded_before) !=
                     std::string_view(forms_.key).substr(key_before);
  }

  SyllableForms finish() {
    if (tone_ != 0) {
      forms_.key += static_cast<char>('0' + tone_);
    }
    return std::move(forms_);
  }

 private:
  // A syllable has one tone: the first written, should a careless hand have set two.
  void set_tone(unsigned tone) {
    forms_.marked = true;
    tone_ = tone_ == 0 ? tone : tone_;
  }

  SyllableForms forms_;
  unsigned tone_ = 0;
};

SyllableForms foreign_forms(std::string_view word) {
  ForeignForms forms;
  for (std::size_t at = 0; at < word.size();) {
    forms.add(next_code_point(word, at));
  }
  return forms.finish();
}

constexpr auto kOnsets = std::to_array<std::string_view>(
    {"",  "b",  "c",   "ch", "d", "g",  "gh", "gi", "h", "k",  "kh", "l", "m",
     "n", "ng", "ngh", "nh", "p", "ph", "r",  "s",  "t", "th", "tr", "v", "x"});

// Rhymes without marks. Each stands for all that fold to it: "uoc" for uôc and ươc.
constexpr auto kRhymes = std::to_array<std::string_view>(
    {"a",    "ac",   "ach",  "ai",   "am",   "an",  "ang",  "anh",  "ao",  "ap",  "at",   "au",
     "ay",   "e",    "ec",   "ech",  "em",   "en",  "eng",  "enh",  "eo",  "ep",  "et",   "eu",
     "i",    "ia",   "ich",  "iec",  "iem",  "ien", "ieng", "iep",  "iet", "ieu", "im",   "in",
     "inh",  "ip",   "it",   "iu",   "o",    "oa",  "oac",  "oach", "oai", "oam", "oan",  "oang",
     "oanh", "oao",  "oap",  "oat",  "oay",  "oc",  "oe",   "oem",  "oen", "oeo", "oet",  "oi",
     "om",   "on",   "ong",  "ooc",  "oong", "op",  "ot",   "u",    "ua",  "uan", "uang", "uat",
     "uay",  "uc",   "ue",   "uech", "uenh", "ui",  "um",   "un",   "ung", "uo",  "uoc",  "uoi",
     "uom",  "uon",  "uong", "uop",  "uot",  "uou", "up",   "ut",   "uu",  "uy",  "uya",  "uych",
     "uyen", "uyet", "uyn",  "uynh", "uyp",  "uyt", "uyu",  "y"});

// What may follow qu: its u is the glide, so the list is its own.
constexpr auto kRhymesOfQu = std::to_array<std::string_view>(
    {"a",  "ac", "ach", "ai", "an",  "ang", "anh", "ao",  "ap",  "at", "au",  "ay",
     "e",  "ec", "ech", "en", "eng", "enh", "eo",  "et",  "eu",  "i",  "ich", "in",
     "it", "o",  "oc",  "on", "ot",  "y",   "ych", "yen", "yet", "yn", "ynh", "yt"});

// Rhymes that begin with y stand alone ("yên", "yêu"); only a bare y takes an onset ("lý").
constexpr auto kRhymesWithoutOnset =
    std::to_array<std::string_view>({"yem", "yen", "yeng", "yet", "yeu"});

// Loans and place names in everyday use that the orthography does not foresee.
constexpr auto kIrregular = std::to_array<std::string_view>({"buyt", "dak", "lak", "voan"});

bool front(char vowel) {
  return vowel == 'e' || vowel == 'i' || vowel == 'y';
}

bool one_of(std::string_view onset, std::initializer_list<std::string_view> onsets) {
  return std::find(onsets.begin(), onsets.end(), onset) != onsets.end();
}

// Whether the spelling of an onset fits the rhyme behind it: k, gh, ngh before e i y and c, g, ng
// before the others; g before i is the onset gi ("gì", "giếng"); iê is yê where no onset stands;
// the lips of b m p ph v do not round again for oa oe uê uy.
bool spelled_together(std::string_view onset, std::string_view rhyme) {
  const bool before_front = front(rhyme[0]);
  if (one_of(onset, {"k", "gh", "ngh"})) {
    return before_front;
  }
  if (one_of(onset, {"c", "ng"})) {
    return !before_front;
  }
  if (onset == "g") {
    return rhyme[0] == 'i' || !before_front;
  }
  if (onset == "gi") {
    return rhyme[0] == 'e' || !before_front;
  }
  if (one_of(onset, {"b", "m", "p", "ph", "v"})) {
    return !(rhyme.starts_with("oa") || rhyme.starts_with("oe") || rhyme.starts_with("ue") ||
             rhyme.starts_with("uy"));
  }
  return !(onset.empty() && rhyme.starts_with("ie"));
}

std::unordered_set<std::string> make_syllables() {
  std::unordered_set<std::string> syllables;
  for (const std::string_view word : kIrregular) {
    syllables.emplace(word);
  }
  const auto add_rhymes = [&](std::string_view onset, const auto& rhymes) {
    for (const std::string_view rhyme : rhymes) {
      if (spelled_together(onset, rhyme)) {
        syllables.insert(std::string(onset).append(rhyme));
      }
    }
  };
  for (const std::string_view onset : kOnsets) {
    add_rhymes(onset, kRhymes);
  }
  add_rhymes("qu", kRhymesOfQu);
  add_rhymes("", kRhymesWithoutOnset);
  return syllables;
}

// Words that join others and say little alone. Left out on purpose: those that also build the words
// people search for (chính, đồng, liên, số, người, năm, ngày, nhân), and Vietnamese syllables that
// English function words look like (an, in, to, on).
constexpr auto kStopWords = std::to_array<std::string_view>(
    {"của",  "và",   "có",   "các",  "trong", "là",    "cho",   "đã",    "được", "với",
     "một",  "khi",  "này",  "ở",    "để",    "bị",    "những", "về",    "ra",   "vào",
     "đến",  "từ",   "trên", "đó",   "theo",  "sẽ",    "cũng",  "thể",   "sau",  "lại",
     "như",  "phải", "chỉ",  "đang", "trước", "nhưng", "hơn",   "nhất",  "qua",  "còn",
     "cùng", "do",   "đây",  "rằng", "vì",    "tới",   "thì",   "lên",   "mà",   "cả",
     "nên",  "rất",  "vẫn",  "nay",  "hay",   "hoặc",  "bằng",  "nếu",   "nào",  "giữa",
     "thêm", "vừa",  "ngay", "luôn", "rồi",   "chưa",  "gì",    "ai",    "sao",  "vậy",
     "thế",  "nhau", "nữa",  "tại",  "nhằm",  "bởi",   "dù",    "song",  "đều",  "cái",
     "bên",  "dưới", "mỗi",  "mọi",  "từng",  "tuy",   "ngoài", "the",   "of",   "for",
     "with", "and",  "is",   "are",  "was",   "were",  "that",  "which", "its",  "by"});

std::vector<std::string> make_stop_keys() {
  std::vector<std::string> keys;
  keys.reserve(kStopWords.size());
  for (const std::string_view word : kStopWords) {
    keys.push_back(syllable_forms(word).key);
  }
  std::sort(keys.begin(), keys.end());
  return keys;
}

}  // namespace

SyllableForms syllable_forms(std::string_view word) {
  SyllableBuilder builder;
  for (std::size_t at = 0; at < word.size();) {
    if (!builder.add(next_code_point(word, at))) {
      return foreign_forms(word);
    }
  }
  SyllableForms forms;
  builder.finish(forms.folded, forms.key, forms.marked);
  return forms;
}

std::string fold(std::string_view normalized) {
  // Letters of the alphabet and ASCII, which is nearly all, only shrink: they are written in place.
  std::string folded(normalized.size(), '\0');
  std::size_t size = 0;
  std::size_t at = 0;
  while (at < normalized.size()) {
    std::size_t next = at;
    const char32_t code_point = next_code_point(normalized, next);
    const Letter& letter = letter_at(code_point);
    if (!letter && code_point >= 0x80) {
      break;
    }
    folded[size++] = letter ? letter.folded : static_cast<char>(code_point);
    at = next;
  }
  folded.resize(size);
  std::string key;
  while (at < normalized.size()) {
    const char32_t code_point = next_code_point(normalized, at);
    const Letter& letter = letter_at(code_point);
    if (letter) {
      folded += letter.folded;
    } else if (code_point < 0x80) {
      folded += static_cast<char>(code_point);
    } else {
      append_foreign(code_point, folded, key);
    }
  }
  return folded;
}

bool is_vietnamese_syllable(std::string_view folded) {
  static const std::unordered_set<std::string> syllables = make_syllables();
  constexpr std::size_t kLongest = 7;  // "nghieng", "nghuech"
  return folded.size() <= kLongest && syllables.contains(std::string(folded));
}

bool is_stop_syllable(std::string_view key) {
  static const std::vector<std::string> stop_keys = make_stop_keys();
  return std::binary_search(stop_keys.begin(), stop_keys.end(), key);
}

}  // namespace tracuu
