#include "server/query/abbreviations.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "common/entity/gazetteer/gazetteer.h"
#include "common/text/syllable.h"
#include "server/query/abbreviation_cues.h"

namespace tracuu {
namespace {

/// A short and a long form of the same. Indices of Forms.
struct Reading {
  std::size_t short_form = 0;
  std::size_t long_form = 0;
  const AbbreviationCue* cue = nullptr;  ///< null when the short form has one reading
};

/// One writing, short or long, with the readings it takes part in.
struct Form {
  std::string text;
  std::vector<Token> tokens;
  bool is_short = false;
  bool findable = true;  ///< may be asked for where another form was typed
  std::vector<std::size_t> readings;
};

std::string folded_words(const std::vector<Token>& tokens, TokenRange range) {
  std::string out;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    out.append(out.empty() ? "" : " ").append(tokens[i].folded);
  }
  return out;
}

/// Compares as a reader does: case, tone placement and punctuation between words do not count.
bool same_keys(std::span<const Token> a, std::span<const Token> b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Token& x, const Token& y) { return x.key == y.key; });
}

/// Whether all of it could be ordinary words when typed small.
bool is_word(const std::vector<Token>& tokens) {
  return std::all_of(tokens.begin(), tokens.end(),
                     [](const Token& token) { return is_vietnamese_syllable(token.folded); });
}

std::size_t letters(const std::vector<Token>& tokens) {
  std::size_t sum = 0;
  for (const Token& token : tokens) {
    sum += token.folded.size();
  }
  return sum;
}

/// All forms of the gazetteer and which of them mean the same.
class FormTable {
 public:
  FormTable() {
    for (const Abbreviation& row : abbreviations()) {
      std::vector<std::string> shorts = row.variants;
      shorts.insert(shorts.begin(), row.abbreviation);
      for (const std::string& text : shorts) {
        for (const std::string& expansion : row.expansions) {
          add_reading(text, expansion, row.ambiguous);
        }
      }
    }
  }

  const Form& form(std::size_t index) const { return forms_[index]; }
  const Reading& reading(std::size_t index) const { return readings_[index]; }

  /// Returns the forms whose first token is `folded`.
  const std::vector<std::size_t>& starting_with(const std::string& folded) const {
    static const std::vector<std::size_t> none;
    const auto found = forms_by_first_.find(folded);
    return found == forms_by_first_.end() ? none : found->second;
  }

 private:
  /// Adds a pair of forms. An ambiguous one that no cue decides for is never read, so left out.
  void add_reading(const std::string& short_text, const std::string& long_text, bool ambiguous) {
    Reading reading;
    for (const AbbreviationCue& cue : abbreviation_cues()) {
      if (cue.abbreviation == short_text) {
        ambiguous = true;
        reading.cue = cue.expansion == long_text ? &cue : reading.cue;
      }
    }
    if (ambiguous && reading.cue == nullptr) {
      return;
    }
    reading.short_form = form_of(short_text, true);
    reading.long_form = form_of(long_text, false);
    forms_[reading.short_form].readings.push_back(readings_.size());
    forms_[reading.long_form].readings.push_back(readings_.size());
    readings_.push_back(reading);
  }

  std::size_t form_of(const std::string& text, bool is_short) {
    // "CNTT&TT" is "CNTT-TT".
    Form form{text, tokenize(text), is_short, true, {}};
    const auto known = std::find_if(forms_.begin(), forms_.end(), [&](const Form& other) {
      return other.is_short == is_short && same_keys(other.tokens, form.tokens);
    });
    if (known != forms_.end()) {
      return static_cast<std::size_t>(known - forms_.begin());
    }
    form.findable = !is_short || (letters(form.tokens) >= 3 && !is_word(form.tokens));
    forms_by_first_[form.tokens.front().folded].push_back(forms_.size());
    forms_.push_back(std::move(form));
    return forms_.size() - 1;
  }

  std::vector<Form> forms_;
  std::vector<Reading> readings_;
  std::unordered_map<std::string, std::vector<std::size_t>> forms_by_first_;
};

const FormTable& form_table() {
  static const FormTable table;
  return table;
}

/// Finds forms in one query.
class Finder {
 public:
  Finder(const TypedText& typed, const std::vector<QueryUnit>& units)
      : typed_(typed), bare_(typed.text.tokens.size(), false) {
    for (const QueryUnit& unit : units) {
      if (unit.kind == QueryUnit::Kind::kSyllable && !unit.excluded) {
        std::fill_n(bare_.begin() + static_cast<std::ptrdiff_t>(unit.tokens.begin),
                    unit.tokens.size(), true);
      }
    }
    const auto& tokens = typed.text.tokens;
    in_capitals_ =
        tokens.size() > 1 && std::all_of(tokens.begin(), tokens.end(), [](const Token& token) {
          return token.kind != Token::Kind::kWord || token.all_caps || token.folded.size() == 1;
        });
  }

  std::vector<TypedAbbreviation> run() const {
    std::vector<TypedAbbreviation> found;
    std::size_t behind_short = 0;
    for (std::size_t i = 0; i < bare_.size(); ++i) {
      if (i < behind_short) {
        continue;
      }
      for (const std::size_t form : forms_at(i)) {
        TypedAbbreviation here = read(form, i);
        if (here.others.empty()) {
          continue;
        }
        behind_short = here.is_short ? here.tokens.end : behind_short;
        found.push_back(std::move(here));
      }
    }
    return found;
  }

 private:
  /// All long forms at token `index`, or the longest short form.
  std::vector<std::size_t> forms_at(std::size_t index) const {
    std::vector<std::size_t> longs;
    std::vector<std::size_t> shorts;
    for (const std::size_t i : form_table().starting_with(typed_.text.tokens[index].folded)) {
      const Form& form = form_table().form(i);
      if (stands_at(form, index)) {
        (form.is_short ? shorts : longs).push_back(i);
      }
    }
    if (shorts.empty()) {
      return longs;
    }
    const auto size = [](std::size_t form) { return form_table().form(form).tokens.size(); };
    const std::size_t longest = size(*std::max_element(
        shorts.begin(), shorts.end(), [&](auto a, auto b) { return size(a) < size(b); }));
    std::erase_if(shorts, [&](std::size_t form) { return size(form) < longest; });
    if (shorts.size() > 1) {
      // "DA" is "dự án" before it is a careless "ĐA".
      std::erase_if(shorts, [&](std::size_t form) { return !has_its_keys(form, index); });
    }
    return shorts.size() == 1 ? shorts : std::vector<std::size_t>();
  }

  bool has_its_keys(std::size_t form, std::size_t index) const {
    const std::vector<Token>& tokens = form_table().form(form).tokens;
    return same_keys(tokens, std::span(typed_.text.tokens).subspan(index, tokens.size()));
  }

  /// Whether the words from token `index` on are the form: as far as marks were typed they must be
  /// its marks, and a short form that could be a word must stand in capitals.
  bool stands_at(const Form& form, std::size_t index) const {
    if (index + form.tokens.size() > bare_.size()) {
      return false;
    }
    bool upper = !in_capitals_;
    for (std::size_t i = 0; i < form.tokens.size(); ++i) {
      const Token& token = typed_.text.tokens[index + i];
      if (!bare_[index + i] || token.folded != form.tokens[i].folded ||
          (token.marked && token.key != form.tokens[i].key) || (i > 0 && token.starts_sentence)) {
        return false;
      }
      upper = upper && (token.all_caps || token.kind != Token::Kind::kWord);
    }
    return !form.is_short || upper || form.findable;
  }

  /// Collects the long forms that are meant, and the other short forms of these.
  TypedAbbreviation read(std::size_t index, std::size_t begin) const {
    const Form& form = form_table().form(index);
    TypedAbbreviation here{{begin, begin + form.tokens.size()}, form.is_short, {}};
    const std::string around = words_around(here.tokens);
    std::vector<std::string> seen{folded_words(typed_.text.tokens, here.tokens)};
    const auto add = [&](std::size_t other) {
      const Form& added = form_table().form(other);
      std::string words = folded_words(added.tokens, {0, added.tokens.size()});
      if (added.findable && std::find(seen.begin(), seen.end(), words) == seen.end()) {
        here.others.push_back(added.text);
        seen.push_back(std::move(words));
      }
    };
    for (const std::size_t i : form.readings) {
      const Reading& reading = form_table().reading(i);
      if (!is_meant(reading, around)) {
        continue;
      }
      add(reading.long_form);
      for (const std::size_t same : form_table().form(reading.long_form).readings) {
        if (is_meant(form_table().reading(same), around)) {
          add(form_table().reading(same).short_form);
        }
      }
    }
    return here;
  }

  /// The form's own words are no cue for it; the bar keeps those on its two sides apart.
  std::string words_around(TokenRange range) const {
    return ' ' + folded_words(typed_.text.tokens, {0, range.begin}) + " | " +
           folded_words(typed_.text.tokens, {range.end, typed_.text.tokens.size()}) + ' ';
  }

  /// Whether the words around decide for this reading and for no other of the short form.
  static bool is_meant(const Reading& reading, std::string_view around) {
    if (reading.cue == nullptr) {
      return true;
    }
    return has_cue(*reading.cue, around) &&
           std::none_of(abbreviation_cues().begin(), abbreviation_cues().end(),
                        [&](const AbbreviationCue& other) {
                          return other.abbreviation == reading.cue->abbreviation &&
                                 other.expansion != reading.cue->expansion &&
                                 has_cue(other, around);
                        });
  }

  const TypedText& typed_;
  std::vector<bool> bare_;
  bool in_capitals_ = false;  ///< all of it, so that capitals tell nothing
};

}  // namespace

std::vector<TypedAbbreviation> find_abbreviations(const TypedText& typed,
                                                  const std::vector<QueryUnit>& units) {
  return Finder(typed, units).run();
}

}  // namespace tracuu
