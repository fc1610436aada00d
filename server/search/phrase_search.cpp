#include "server/search/phrase_search.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "common/index/schema.h"
#include "server/search/phrase_match.h"

namespace tracuu {
namespace {

using Syllables = std::span<const QuerySyllable>;

/// Articles whose words are looked through between two looks at the clock: under 0.1 ms.
constexpr std::size_t kDeadlineEvery = 64;
/// Articles ahead whose words are called from memory.
constexpr std::size_t kAhead = 6;
/// So few articles are looked through sooner than parts of the phrase are looked up.
constexpr std::size_t kFew = 64;

/// "36", not "3đ".
bool has_one_writing(const QuerySyllable& syllable) {
  return std::all_of(syllable.folded.begin(), syllable.folded.end(),
                     [](char letter) { return letter >= '0' && letter <= '9'; });
}

/// Returns the term of the articles that say the syllables side by side in any writing.
std::string folded_term(Syllables syllables) {
  std::string words;
  for (const QuerySyllable& syllable : syllables) {
    words.append(words.empty() ? "" : " ").append(syllable.folded);
  }
  return std::string(kFoldedPhrasePrefix) + words;
}

/// Returns the term of those that say them in the writing asked for, or nothing where not all
/// syllables say which.
std::optional<std::string> accented_term(Syllables syllables) {
  std::string words;
  for (const QuerySyllable& syllable : syllables) {
    if (!syllable.marked && !has_one_writing(syllable)) {
      return std::nullopt;
    }
    words.append(words.empty() ? "" : " ").append(syllable.key);
  }
  return std::string(kPhrasePrefix) + words;
}

bool in_any_writing(Syllables syllables) {
  return std::all_of(syllables.begin(), syllables.end(), [](const QuerySyllable& syllable) {
    return !syllable.marked || has_one_writing(syllable);
  });
}

/// Looks for one phrase in one segment.
class SegmentSearch {
 public:
  SegmentSearch(const TermSegment& segment, Ordinal first, Syllables syllables,
                const Deadline& deadline)
      : segment_(segment), first_(first), syllables_(syllables), deadline_(deadline) {}

  /// Adds those of `candidates` that hold the phrase to `found`.
  void add_holding(const ArticleSet& candidates, ArticleSet& found) const {
    if (const auto all = postings_of(syllables_)) {
      add_postings(*all, first_, candidates, found);
    } else {
      look_through(with_parts(candidates), found);
    }
  }

 private:
  /// Returns who says the syllables side by side, or nothing where no term tells.
  std::optional<FrequentPostings> postings_of(Syllables syllables) const {
    if (in_any_writing(syllables)) {
      return segment_.frequent.find(folded_term(syllables));
    }
    const auto term = accented_term(syllables);
    return term ? segment_.frequent.find(*term) : std::nullopt;
  }

  /// The same, or else who says them in any writing.
  std::optional<FrequentPostings> superset_of(Syllables syllables) const {
    const auto postings = postings_of(syllables);
    return postings ? postings : segment_.frequent.find(folded_term(syllables));
  }

  /// Returns those articles of the segment that have all parts of the phrase that are terms.
  ArticleSet with_parts(const ArticleSet& candidates) const {
    const auto end = static_cast<Ordinal>(first_ + segment_.streams.docids().size());
    ArticleSet articles = ArticleSet::range(candidates.articles(), first_, end);
    articles &= candidates;
    for (std::size_t begin = 0; begin < syllables_.size() && articles.size() > kFew; ++begin) {
      deadline_.check();
      if (const auto part = longest_from(begin)) {
        ArticleSet having(articles.articles());
        add_postings(*part, first_, articles, having);
        articles = std::move(having);
      }
    }
    return articles;
  }

  /// Returns who has the longest part that is a term and starts at a syllable.
  std::optional<FrequentPostings> longest_from(std::size_t begin) const {
    std::size_t size = std::min(syllables_.size() - begin, kLongestPhraseTerm);
    std::optional<FrequentPostings> postings;
    for (; size >= kShortestPhraseTerm && !postings; --size) {
      postings = superset_of(syllables_.subspan(begin, size));
    }
    return postings;
  }

  void look_through(const ArticleSet& candidates, ArticleSet& found) const {
    std::vector<Ordinal> articles;
    candidates.for_each([&](Ordinal article) { articles.push_back(article); });
    const TokenStreams& streams = segment_.streams;
    const PhraseMatch match(streams, {syllables_.begin(), syllables_.end()});
    for (std::size_t i = 0; i < articles.size(); ++i) {
      if (i % kDeadlineEvery == 0) {
        deadline_.check();
      }
      if (i + kAhead < articles.size()) {
        __builtin_prefetch(streams.at(articles[i + kAhead] - first_).data());
      }
      if (match.holds_at(articles[i] - first_)) {
        found.add(articles[i]);
      }
    }
  }

  const TermSegment& segment_;
  Ordinal first_;
  Syllables syllables_;
  const Deadline& deadline_;
};

}  // namespace

ArticleSet with_phrase(const std::vector<QuerySyllable>& syllables, const ArticleSet& candidates,
                       const TermIndex& index, const Deadline& deadline) {
  const Columns& columns = index.columns();
  ArticleSet found(candidates.articles());
  for (std::size_t segment = 0; segment < index.segments().size(); ++segment) {
    SegmentSearch(index.segments()[segment], columns.first_of(segment), syllables, deadline)
        .add_holding(candidates, found);
  }
  return found;
}

}  // namespace tracuu
