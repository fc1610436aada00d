#include "server/search/correction.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/text/syllable.h"
#include "server/search/proofreader.h"

namespace tracuu {
namespace {

constexpr std::size_t kMostFirst = 5;     ///< changes that are followed up
constexpr std::size_t kMostSlips = 3;     ///< in one query
constexpr std::size_t kLongestWord = 12;  ///< letters

/// A query on the way to its correction.
struct Draft {
  std::vector<ProofWord> words;
  std::vector<SpellingChange> changes;
};

/// A code in capitals ("VNPT") is not for spelling; a syllable in a text of capitals is.
bool in_capitals(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char letter) { return letter >= 'A' && letter <= 'Z'; });
}

ProofWord word_of(const Query& query, const QuerySyllable& syllable) {
  const std::string_view text = slice(query.text, syllable.span);
  const bool code = in_capitals(text) && !is_vietnamese_syllable(syllable.folded);
  return {.folded = syllable.folded,
          .key = syllable.key,
          .text = std::string(text),
          .span = syllable.span,
          .follows = syllable.follows,
          .fixed = is_number(syllable) || code || syllable.folded.size() > kLongestWord,
          .quoted = false,
          .replaced = false};
}

/// Returns the words of a query. What was understood stays: entities, and abbreviations with their
/// long forms.
std::vector<ProofWord> words_of(const Query& query) {
  std::vector<ProofWord> words;
  for (const QuerySyllable& syllable : query.syllables) {
    words.push_back(word_of(query, syllable));
  }
  for (const QueryGroup& group : query.groups) {
    for (const QueryClause& clause : group.alternatives) {
      for (const QuerySyllable& syllable : clause.syllables) {
        const auto word = std::find_if(words.begin(), words.end(), [&](const ProofWord& candidate) {
          return candidate.span == syllable.span;
        });
        if (word != words.end()) {
          word->fixed = word->fixed || clause.kind == QueryClause::Kind::kEntity;
          word->quoted = word->quoted || clause.kind == QueryClause::Kind::kPhrase;
        }
      }
    }
  }
  for (const QueryExpansion& known : query.expansions) {
    for (std::size_t i = known.first; i < known.first + known.count; ++i) {
      words[i].fixed = true;
    }
  }
  return words;
}

/// Both parts of a word keep its whole span, so that the text between them is not copied twice.
Draft changed(const Draft& draft, const SpellingChange& change) {
  Draft next{{}, draft.changes};
  const auto first = draft.words.begin() + static_cast<std::ptrdiff_t>(change.first);
  const auto end = first + static_cast<std::ptrdiff_t>(change.count);
  next.words.assign(draft.words.begin(), first);
  for (std::size_t i = 0; i < change.parts.size(); ++i) {
    ProofWord word = *first;
    word.folded = change.parts[i];
    word.text = change.spelled[i];
    word.span.end = std::prev(end)->span.end;
    word.follows = first->follows || i > 0;
    word.quoted = first->quoted || std::prev(end)->quoted;
    word.replaced = true;
    next.words.push_back(std::move(word));
  }
  next.words.insert(next.words.end(), end, draft.words.end());
  next.changes.push_back(change);
  return next;
}

/// Writes a draft as text: quotes, signs and blanks between the words stay as they were typed.
ProposedText proposal(const Query& query, const Draft& draft) {
  ProposedText proposed;
  proposed.unseen = true;
  for (const SpellingChange& change : draft.changes) {
    proposed.windows.push_back(change.window);
    proposed.unseen = proposed.unseen && change.before == 0 && !change.known;
  }
  std::uint32_t copied = 0;
  for (const ProofWord& word : draft.words) {
    if (!word.replaced) {
      continue;
    }
    if (word.span.end == copied) {
      proposed.text.append(1, ' ');  // the second of two parts
    } else {
      proposed.text.append(query.text, copied, word.span.begin - copied);
    }
    proposed.text.append(word.text);
    proposed.quoted = proposed.quoted || word.quoted;
    copied = word.span.end;
  }
  proposed.text.append(query.text, copied);
  return proposed;
}

}  // namespace

std::vector<ProposedText> Corrector::proposals(const Query& query) const {
  const auto changes_of = [&](const Draft& draft, std::size_t count) {
    return Proofreader(terms_, deadline_, draft.words, query.any_marked).run(count);
  };
  const Draft typed{words_of(query), {}};
  std::vector<Draft> drafts;
  for (const SpellingChange& change : changes_of(typed, kMostFirst)) {
    drafts.push_back(changed(typed, change));
  }
  if (drafts.empty()) {
    return {};
  }
  // More slips are fewer readers' than one: those drafts come last.
  Draft draft = drafts.front();
  while (draft.changes.size() < kMostSlips) {
    const std::vector<SpellingChange> more = changes_of(draft, 1);
    if (more.empty()) {
      break;
    }
    draft = changed(draft, more.front());
    drafts.push_back(draft);
  }
  std::vector<ProposedText> proposals;
  proposals.reserve(drafts.size());
  for (const Draft& one : drafts) {
    proposals.push_back(proposal(query, one));
  }
  return proposals;
}

}  // namespace tracuu
