#include "indexer/subject_words.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "common/entity/gazetteer/gazetteer.h"
#include "common/text/normalize.h"
#include "common/text/tokens.h"
#include "common/text/word_table.h"

namespace tracuu {
namespace {

constexpr std::size_t kMostMentions = 8;

/// Folded syllables behind each unambiguous short form of one syllable: "CNTT" -> cong nghe thong
/// tin.
const std::unordered_map<std::string, std::vector<std::string>>& long_forms() {
  static const auto by_short_form = [] {
    std::unordered_map<std::string, std::vector<std::string>> forms;
    for (const Abbreviation& entry : abbreviations()) {
      const std::vector<Token> short_form = tokenize(normalized(entry.abbreviation));
      if (entry.ambiguous || entry.expansions.empty() || short_form.size() != 1) {
        continue;
      }
      std::vector<std::string>& syllables = forms[short_form.front().folded];
      for (const Token& token : tokenize(normalized(entry.expansions.front()))) {
        syllables.push_back(token.folded);
      }
    }
    return forms;
  }();
  return by_short_form;
}

/// Hands each pair of neighbouring syllables of `text` to `take`, in order.
template <typename Take>
void visit_subject_words(std::string_view text, Take take) {
  const std::string spelling = normalized(text);
  std::string pair;
  std::size_t previous = 0;  // bytes of the first syllable in `pair`
  const auto add = [&](const std::string& syllable) {
    if (previous > 0) {
      pair += ' ';
      pair += syllable;
      take(pair);
    }
    pair = syllable;
    previous = syllable.size();
  };
  for (const Token& token : tokenize(spelling)) {
    if (token.starts_sentence) {
      previous = 0;
    }
    const auto long_form = token.all_caps ? long_forms().find(token.folded) : long_forms().end();
    if (long_form == long_forms().end()) {
      add(token.folded);
    } else {
      std::for_each(long_form->second.begin(), long_form->second.end(), add);
    }
  }
}

}  // namespace

void add_subject_words(std::string_view text, SubjectWords& words) {
  visit_subject_words(text, [&](const std::string& pair) { words.insert(pair); });
}

SubjectWords subject_words_among(const SubjectWords& wanted, std::string_view text) {
  WordTable<bool> is_wanted;
  for (const std::string& word : wanted) {
    is_wanted[word] = true;
  }
  SubjectWords found;
  visit_subject_words(text, [&](const std::string& pair) {
    if (is_wanted.find(pair, word_hash(pair)) != nullptr) {
      found.insert(pair);
    }
  });
  return found;
}

SubjectWords subject_words_of(const Article& article, const DocumentIdentity& identity) {
  SubjectWords words;
  std::vector<Span> known;
  for (const DocumentMention& mention : article.entities.documents) {
    known.push_back(mention.span);
    if (mention.date) {
      known.push_back(mention.date_span);
    }
  }
  std::sort(known.begin(), known.end(), [](Span a, Span b) { return a.begin < b.begin; });
  const auto add_around_known = [&](Span stretch) {
    std::uint32_t at = stretch.begin;
    for (const Span span : known) {
      if (span.end <= at || span.begin >= stretch.end) {
        continue;
      }
      if (span.begin > at) {
        add_subject_words(slice(article.text, {at, span.begin}), words);
      }
      at = std::max(at, span.end);
    }
    if (at < stretch.end) {
      add_subject_words(slice(article.text, {at, stretch.end}), words);
    }
  };
  add_around_known({0, article.title_size});
  for (std::size_t i = 0; i < std::min(identity.mentions.size(), kMostMentions); ++i) {
    add_around_known(
        sentence_around(article.text, article.entities.documents[identity.mentions[i]].span));
  }
  return words;
}

}  // namespace tracuu
