#include "indexer/subject_words.h"

#include <algorithm>
#include <unordered_map>
#include <utility>
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

/// Adds the subject words of `text` in their order.
void add_subject_words(std::string_view text, SubjectWords& words) {
  visit_subject_words(text, [&](const std::string& pair) { words.push_back(pair); });
}

SubjectWords each_once(SubjectWords words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

}  // namespace

SubjectWords subject_words_in(std::string_view text) {
  SubjectWords words;
  add_subject_words(text, words);
  return each_once(std::move(words));
}

SubjectWords subject_words_among(const SubjectWords& wanted, std::string_view text) {
  WordTable<bool> is_wanted;
  for (const std::string& word : wanted) {
    is_wanted[word] = true;
  }
  SubjectWords found;
  visit_subject_words(text, [&](const std::string& pair) {
    if (is_wanted.find(pair, word_hash(pair)) != nullptr) {
      found.push_back(pair);
    }
  });
  return each_once(std::move(found));
}

SubjectReader::SubjectReader(const Article& article) : article_(article) {
  for (const DocumentMention& mention : article.entities.documents) {
    known_.push_back(mention.span);
    if (mention.date) {
      known_.push_back(mention.date_span);
    }
  }
  std::sort(known_.begin(), known_.end(), [](Span a, Span b) { return a.begin < b.begin; });
}

void SubjectReader::add_stretch(Span stretch, SubjectWords& words) const {
  std::uint32_t at = stretch.begin;
  for (const Span span : known_) {
    if (span.end <= at || span.begin >= stretch.end) {
      continue;
    }
    if (span.begin > at) {
      add_subject_words(slice(article_.text, {at, span.begin}), words);
    }
    at = std::max(at, span.end);
  }
  if (at < stretch.end) {
    add_subject_words(slice(article_.text, {at, stretch.end}), words);
  }
}

SubjectWords SubjectReader::around(const DocumentIdentity& identity) {
  if (!title_) {
    add_stretch({0, article_.title_size}, title_.emplace());
  }
  SubjectWords words = *title_;
  for (std::size_t i = 0; i < std::min(identity.mentions.size(), kMostMentions); ++i) {
    const Span mention = article_.entities.documents[identity.mentions[i]].span;
    add_stretch(sentence_around(article_.text, mention), words);
  }
  return each_once(std::move(words));
}

}  // namespace tracuu
