#include "common/entity/official_words.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

#include "common/entity/gazetteer/gazetteer.h"
#include "common/text/normalize.h"
#include "common/text/phrase_table.h"
#include "common/text/word_table.h"

// The assembler's symbols, see common/embed.S.in.
// NOLINTBEGIN(readability-identifier-naming)
extern "C" {
extern const char tracuu_official_words_begin[];
extern const char tracuu_official_words_end[];
}
// NOLINTEND(readability-identifier-naming)

namespace tracuu {
namespace {

constexpr auto kClassCount = static_cast<std::size_t>(WordClass::kCount);

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

  const PhraseTable& table(WordClass word_class) const {
    return tables_[static_cast<std::size_t>(word_class)];
  }

  std::uint32_t classes_of(const Token& token) const {
    const std::uint32_t* found = classes_by_first_.find(token.key, token.key_hash);
    return found == nullptr ? 0 : *found;
  }

 private:
  void add(WordClass word_class, std::string_view phrase) {
    const auto tokens = tokenize(phrase);
    if (tokens.empty()) {
      return;
    }
    tables_[static_cast<std::size_t>(word_class)].add(phrase, 0);
    classes_by_first_[tokens.front().key] |= class_bit(word_class);
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

  std::array<PhraseTable, kClassCount> tables_;
  WordTable<std::uint32_t> classes_by_first_;
};

const WordTables& word_tables() {
  static const WordTables tables;
  return tables;
}

}  // namespace

WordedText::WordedText(const TokenizedText& text) : text_(text) {
  const auto& tables = word_tables();
  classes_.reserve(text.tokens.size());
  for (const auto& token : text.tokens) {
    classes_.push_back(tables.classes_of(token));
  }
}

std::size_t WordedText::longest_phrase(WordClass word_class, std::size_t index) const {
  const auto match = word_tables().table(word_class).longest_at(text_, index);
  return match ? match->token_count : 0;
}

}  // namespace tracuu
