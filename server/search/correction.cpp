#include "server/search/correction.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "common/index/schema.h"
#include "common/text/syllable.h"
#include "server/search/author_spelling.h"
#include "server/search/misspelling.h"
#include "server/search/ranking_terms.h"

namespace tracuu {
namespace {

constexpr std::size_t kMostProposals = 4;
constexpr std::size_t kMostSlips = 3;     ///< in one query
constexpr std::size_t kMostSuspects = 8;  ///< words that are looked at
constexpr std::size_t kLongestWord = 12;  ///< letters
constexpr std::size_t kForeignWord = 5;   ///< letters of the shortest one that is corrected
constexpr double kParted = 0.5;           ///< likelihood of a blank typed at the wrong place

struct Word {
  std::string folded;
  Span span;             ///< of what was typed, in Query::text
  bool follows = false;  ///< stands right behind the word before it
  bool fixed = false;    ///< must not be replaced
  bool quoted = false;
  bool replaced = false;
};

/// Puts `parts` in place of the `count` words from `first` on.
struct Change {
  std::size_t first = 0;
  std::size_t count = 1;
  std::vector<std::string> parts;
  Xapian::doccount before = 0;   ///< articles that have what was typed beside a neighbour
  Xapian::doccount support = 0;  ///< articles that have the parts beside their neighbours
  double score = 0;
};

/// A query on the way to its correction.
struct Draft {
  std::vector<Word> words;
  std::vector<Change> changes;
};

bool in_capitals(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char letter) { return letter >= 'A' && letter <= 'Z'; });
}

std::vector<Word> words_of(const Query& query) {
  std::vector<Word> words;
  for (const QuerySyllable& syllable : query.syllables) {
    const bool code =
        in_capitals(slice(query.text, syllable.span)) && !is_vietnamese_syllable(syllable.folded);
    words.push_back({.folded = syllable.folded,
                     .span = syllable.span,
                     .follows = syllable.follows && !words.empty(),
                     .fixed = is_number(syllable) || code || syllable.folded.size() > kLongestWord,
                     .quoted = false,
                     .replaced = false});
  }
  for (const QueryGroup& group : query.groups) {
    for (const QueryClause& clause : group.alternatives) {
      for (const QuerySyllable& syllable : clause.syllables) {
        const auto word = std::find_if(words.begin(), words.end(), [&](const Word& candidate) {
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

/// Finds the changes of one draft.
class Proofreader {
 public:
  Proofreader(const Xapian::Database& database, const Deadline& deadline,
              const std::vector<Word>& words)
      : database_(database), deadline_(deadline), words_(words) {}

  /// Returns all changes worth making, the best first.
  std::vector<Change> run() {
    for (const std::size_t index : suspects()) {
      deadline_.check();
      replace(index);
      part(index);
    }
    for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
      move_blank(i);
    }
    std::stable_sort(changes_.begin(), changes_.end(),
                     [](const Change& a, const Change& b) { return a.score > b.score; });
    return std::move(changes_);
  }

 private:
  bool may_change(std::size_t index) const {
    return !words_[index].fixed && !words_[index].replaced;
  }

  const std::string* left_of(std::size_t index) const {
    return words_[index].follows ? &words_[index - 1].folded : nullptr;
  }

  const std::string* right_of(std::size_t index) const {
    const bool has = index + 1 < words_.size() && words_[index + 1].follows;
    return has ? &words_[index + 1].folded : nullptr;
  }

  Xapian::doccount pairs(const std::string& left, const std::string& right) const {
    return database_.get_termfreq(term_of(kBigramPrefix, left + ' ' + right));
  }

  /// What hardly any article has; the larger the index, the more misprints are in it too.
  bool is_rare(Xapian::doccount articles) const {
    return articles <= 3 + database_.get_doccount() / 5000;
  }

  /// Returns the words that hardly any article has beside a neighbour of theirs, the rarest first.
  std::vector<std::size_t> suspects() {
    std::vector<std::pair<Xapian::doccount, std::size_t>> rare;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (!may_change(i) || (left_of(i) == nullptr && right_of(i) == nullptr)) {
        continue;
      }
      const Xapian::doccount articles = beside_neighbours(i);
      if (is_rare(articles)) {
        rare.emplace_back(articles, i);
      }
    }
    std::sort(rare.begin(), rare.end());
    rare.resize(std::min(rare.size(), kMostSuspects));
    std::vector<std::size_t> indices;
    for (const auto& [articles, index] : rare) {
      indices.push_back(index);
    }
    return indices;
  }

  Xapian::doccount beside_neighbours(std::size_t index) const {
    const std::string& word = words_[index].folded;
    const Xapian::doccount left = left_of(index) ? pairs(*left_of(index), word) : 0;
    const Xapian::doccount right = right_of(index) ? pairs(word, *right_of(index)) : 0;
    return std::max(left, right);
  }

  void replace(std::size_t index) {
    const std::string& word = words_[index].folded;
    const bool foreign = word.size() >= kForeignWord && !is_vietnamese_syllable(word);
    for (SpellingGuess& guess : guesses_of(word)) {
      if (is_vietnamese_syllable(guess.word) || (foreign && database_.term_exists(guess.word))) {
        add({index, 1, {std::move(guess.word)}, beside_neighbours(index)}, guess.likelihood);
      }
    }
  }

  /// Parts words that were typed as one.
  void part(std::size_t index) {
    for (auto& [left, right] : partings_of(words_[index].folded)) {
      if (is_vietnamese_syllable(left) && is_vietnamese_syllable(right)) {
        add({index, 1, {std::move(left), std::move(right)}, beside_neighbours(index)}, kParted);
      }
    }
  }

  /// Joins a word that was typed as two, or parts the two at another place.
  void move_blank(std::size_t index) {
    const Word& next = words_[index + 1];
    if (!next.follows || !may_change(index) || !may_change(index + 1)) {
      return;
    }
    const Xapian::doccount before = pairs(words_[index].folded, next.folded);
    if (!is_rare(before)) {
      return;
    }
    const std::string letters = words_[index].folded + next.folded;
    if (is_vietnamese_syllable(letters)) {
      add({index, 2, {letters}, before}, kParted);
    }
    for (auto& [left, right] : partings_of(letters)) {
      if (left != words_[index].folded && is_vietnamese_syllable(left) &&
          is_vietnamese_syllable(right)) {
        add({index, 2, {std::move(left), std::move(right)}, before}, kParted);
      }
    }
  }

  /// Keeps a change where many more articles have it, beside all neighbours, than what was typed.
  void add(Change change, double likelihood) {
    Xapian::doccount support = database_.get_doccount();
    bool judged = false;
    const auto judge = [&](const std::string& left, const std::string& right) {
      support = support == 0 ? 0 : std::min(support, pairs(left, right));
      judged = true;
    };
    if (const std::string* left = left_of(change.first)) {
      judge(*left, change.parts.front());
    }
    if (const std::string* right = right_of(change.first + change.count - 1)) {
      judge(change.parts.back(), *right);
    }
    if (change.parts.size() == 2) {
      judge(change.parts.front(), change.parts.back());
    }
    if (judged && support > 0 && support >= Corrector::kMuchMore * change.before) {
      change.support = support;
      change.score = likelihood * support;
      changes_.push_back(std::move(change));
    }
  }

  const Xapian::Database& database_;
  const Deadline& deadline_;
  const std::vector<Word>& words_;
  std::vector<Change> changes_;
};

Draft changed(const Draft& draft, const Change& change) {
  Draft next{{}, draft.changes};
  const auto first = draft.words.begin() + static_cast<std::ptrdiff_t>(change.first);
  const auto end = first + static_cast<std::ptrdiff_t>(change.count);
  next.words.assign(draft.words.begin(), first);
  const Span span{first->span.begin, std::prev(end)->span.end};
  for (const std::string& part : change.parts) {
    Word word = *first;
    word.folded = part;
    word.span = span;
    word.follows = &part == &change.parts.front() ? first->follows : true;
    word.replaced = true;
    next.words.push_back(std::move(word));
  }
  next.words.insert(next.words.end(), end, draft.words.end());
  next.changes.push_back(change);
  return next;
}

/// Writes the replaced word `index` as authors do beside its neighbours.
std::string spelled(const Xapian::Database& database, const std::vector<Word>& words,
                    std::size_t index) {
  std::size_t begin = words[index].follows ? index - 1 : index;
  const std::size_t end =
      index + 1 < words.size() && words[index + 1].follows ? index + 2 : index + 1;
  for (; begin <= index; ++begin) {
    std::vector<std::string> window;
    for (std::size_t i = begin; i < end; ++i) {
      window.push_back(words[i].folded);
    }
    if (window.size() < 2) {
      break;
    }
    if (const auto spelling = author_spelling(database, window)) {
      return (*spelling)[index - begin];
    }
  }
  return words[index].folded;
}

ProposedText proposal(const Xapian::Database& database, const Query& query, const Draft& draft) {
  ProposedText proposed;
  proposed.support = database.get_doccount();
  proposed.unseen = true;
  for (const Change& change : draft.changes) {
    proposed.support = std::min(proposed.support, change.support);
    proposed.unseen = proposed.unseen && change.before == 0;
  }
  std::uint32_t copied = 0;
  for (std::size_t i = 0; i < draft.words.size(); ++i) {
    const Word& word = draft.words[i];
    if (!word.replaced) {
      continue;
    }
    const bool second = word.span.end == copied;
    if (!second) {
      proposed.text.append(query.text, copied, word.span.begin - copied);
    }
    proposed.text.append(second ? " " : "");
    proposed.text += query.any_marked ? spelled(database, draft.words, i) : word.folded;
    proposed.quoted = proposed.quoted || word.quoted;
    copied = word.span.end;
  }
  proposed.text.append(query.text, copied);
  return proposed;
}

}  // namespace

std::vector<ProposedText> Corrector::proposals(const Query& query) const {
  const Draft typed{words_of(query), {}};
  std::vector<Change> first = Proofreader(database_, deadline_, typed.words).run();
  first.resize(std::min(first.size(), kMostProposals));
  std::vector<ProposedText> proposals;
  for (const Change& change : first) {
    Draft draft = changed(typed, change);
    while (draft.changes.size() < kMostSlips) {
      const std::vector<Change> more = Proofreader(database_, deadline_, draft.words).run();
      if (more.empty()) {
        break;
      }
      draft = changed(draft, more.front());
    }
    proposals.push_back(proposal(database_, query, draft));
  }
  return proposals;
}

}  // namespace tracuu
