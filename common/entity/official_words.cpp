#include "common/entity/official_words.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <vector>

#include "common/entity/gazetteer/gazetteer.h"
#include "common/text/normalize.h"
#include "common/text/phrase_table.h"

// The assembler's symbols, see common/embed.S.in.
// NOLINTBEGIN(readability-identifier-naming)
extern "C" {
extern const char tracuu_official_words_begin[];
extern const char tracuu_official_words_end[];
}
// NOLINTEND(readability-identifier-naming)

namespace tracuu {
namespace {

struct NamedClass {
  std::string_view name;
  WordClass word_class;
};

constexpr std::array kNamedClasses = {
    NamedClass{"office", WordClass::kOffice},
    NamedClass{"chair", WordClass::kChair},
    NamedClass{"head", WordClass::kHead},
    NamedClass{"vague", WordClass::kVague},
    NamedClass{"whole", WordClass::kWhole},
    NamedClass{"position", WordClass::kPosition},
    NamedClass{"private", WordClass::kPrivate},
    NamedClass{"qualifier", WordClass::kQualifier},
    NamedClass{"prefix", WordClass::kPrefix},
    NamedClass{"late", WordClass::kLate},
    NamedClass{"state-body", WordClass::kStateBody},
    NamedClass{"private-body", WordClass::kPrivateBody},
    NamedClass{"unit", WordClass::kUnit},
    NamedClass{"named-unit", WordClass::kNamedUnit},
    NamedClass{"field", WordClass::kField},
    NamedClass{"joint", WordClass::kJoint},
    NamedClass{"statement", WordClass::kStatement},
    NamedClass{"address", WordClass::kAddress},
    NamedClass{"rank", WordClass::kRank},
    NamedClass{"degree", WordClass::kDegree},
    NamedClass{"plural", WordClass::kPlural},
    NamedClass{"press", WordClass::kPress},
    NamedClass{"credit", WordClass::kCredit},
    NamedClass{"appointed", WordClass::kAppointed},
    NamedClass{"foreign", WordClass::kForeign},
    NamedClass{"namesake", WordClass::kNamesake},
    NamedClass{"family", WordClass::kFamily},
    NamedClass{"highland", WordClass::kHighland},
    NamedClass{"middle", WordClass::kMiddle},
};

class WordTables {
 public:
  WordTables() {
    read_rows({tracuu_official_words_begin, tracuu_official_words_end});
    add_gazetteer();
  }

  /// The phrases of all classes; their values are the classes.
  const PhraseTable& phrases() const { return phrases_; }

  std::uint32_t classes_of(PhraseTable::Start start) const {
    return start < classes_by_start_.size() ? classes_by_start_[start] : 0;
  }

 private:
  void add(WordClass word_class, std::string_view phrase) {
    const auto tokens = tokenize(phrase);
    if (tokens.empty()) {
      return;
    }
    phrases_.add(phrase, static_cast<std::uint32_t>(word_class));
    const PhraseTable::Start start = phrases_.start_of(tokens.front());
    if (start >= classes_by_start_.size()) {
      classes_by_start_.resize(start + 1, 0);
    }
    classes_by_start_[start] |= class_bit(word_class);
  }

  void read_rows(std::string_view rows) {
    while (!rows.empty()) {
      const auto line = rows.substr(0, rows.find('\n'));
      rows.remove_prefix(std::min(rows.size(), line.size() + 1));
      if (!line.empty() && line.front() != '#') {
        read_row(line);
      }
    }
  }

  void read_row(std::string_view line) {
    const auto tab = line.find('\t');
    const auto name = line.substr(0, tab);
    for (const auto& named : kNamedClasses) {
      if (named.name == name && tab != std::string_view::npos) {
        add_phrases(named.word_class, line.substr(tab + 1));
        return;
      }
    }
    throw std::logic_error("official_words.tsv: not a class of words: " + std::string(name));
  }

  void add_phrases(WordClass word_class, std::string_view phrases) {
    while (!phrases.empty()) {
      const auto phrase = phrases.substr(0, phrases.find(';'));
      phrases.remove_prefix(std::min(phrases.size(), phrase.size() + 1));
      add(word_class, normalized(phrase));
    }
  }

  void add_gazetteer() {
    for (const auto& family : family_names()) {
      add(WordClass::kFamily, family.name);
    }
    for (const auto& honorific : honorifics()) {
      if (honorific.kind == "military") {
        add(WordClass::kRank, honorific.text);
      } else if (honorific.kind == "academic" || honorific.kind == "art") {
        add(WordClass::kDegree, honorific.text);
      } else if (honorific.kind == "press") {
        add(WordClass::kPress, honorific.text);
      } else if (honorific.kind == "address") {
        add(WordClass::kAddress, honorific.text);
      }
    }
    for (const auto& province : provinces()) {
      add(WordClass::kPlace, province.name);
      for (const auto& alias : province.aliases) {
        add(WordClass::kPlace, alias);
      }
    }
    for (const auto& district : districts()) {
      add(WordClass::kPlace, district.name);
      for (const auto& spelling : district.spellings) {
        add(WordClass::kPlace, spelling);
      }
    }
  }

  PhraseTable phrases_;
  std::vector<std::uint32_t> classes_by_start_;
};

const WordTables& word_tables() {
  static const WordTables tables;
  return tables;
}

}  // namespace

WordedText::WordedText(const TokenizedText& text) : text_(text) {
  const auto& tables = word_tables();
  firsts_.reserve(text.tokens.size());
  for (const auto& token : text.tokens) {
    const PhraseTable::Start start = tables.phrases().start_of(token);
    firsts_.push_back({tables.classes_of(start), start});
  }
}

std::size_t WordedText::longest_phrase(WordClass word_class, std::size_t index) const {
  return word_tables().phrases().longest_with(static_cast<std::uint32_t>(word_class),
                                              firsts_[index].start, text_, index);
}

}  // namespace tracuu
