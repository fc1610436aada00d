#include "server/search/prefix_terms.h"

#include <algorithm>
#include <functional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "common/index/schema.h"
#include "common/index/text_term.h"

namespace tracuu {
namespace {

/// Frequent words between two looks at whether all is found.
constexpr std::size_t kLookEvery = 8;

/// Returns the first number under `end` for which `is_behind` holds, or `end`. REQUIRES: from there
/// on it holds for all.
template <typename IsBehind>
std::size_t first_behind(std::size_t end, const IsBehind& is_behind) {
  std::size_t begin = 0;
  while (begin < end) {
    const std::size_t middle = begin + (end - begin) / 2;
    if (is_behind(middle)) {
      end = middle;
    } else {
      begin = middle + 1;
    }
  }
  return begin;
}

/// Numbers [begin, end) of forms, or of keys.
struct WordNumbers {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// Keys [begin, end) of terms.
struct TermKeys {
  TermKey begin = 0;
  TermKey end = 0;

  bool contains(TermKey key) const { return key - begin < end - begin; }
};

/// Returns which of `count` words, in the order of `word_of`, begin with `letters`.
template <typename WordOf>
WordNumbers words_beginning(std::string_view letters, std::size_t count, const WordOf& word_of) {
  const std::size_t begin =
      first_behind(count, [&](std::size_t at) { return word_of(at) >= letters; });
  const std::size_t end = first_behind(count, [&](std::size_t at) {
    return word_of(at) >= letters && !word_of(at).starts_with(letters);
  });
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

WordNumbers forms_beginning(std::string_view letters, const TokenStreams& streams) {
  return words_beginning(letters, streams.forms(),
                         [&](std::size_t at) { return streams.form(at); });
}

TermKeys keys_of(const WordStart& start, const TokenStreams& streams) {
  const TermFamily family = start.by_key() ? TermFamily::kAccented : TermFamily::kFolded;
  const WordNumbers words =
      start.by_key() ? words_beginning(start.letters(), streams.word_count(),
                                       [&](std::size_t at) { return streams.key_at(at); })
                     : forms_beginning(start.folded(), streams);
  return {term_key(family, words.begin), term_key(family, words.end)};
}

/// Calls `visit` with the key and the text of each frequent term of `keys`, ascending.
template <typename Visit>
void visit_frequent(const FrequentTerms& frequent, const TokenStreams& streams, TermKeys keys,
                    const Visit& visit) {
  // Terms of the text come first, in the order of their keys.
  const auto key_at = [&](std::size_t number) {
    const std::string_view term = frequent.term(number);
    return is_text_term(term) ? key_of(term, streams) : std::nullopt;
  };
  std::size_t number = first_behind(frequent.size(), [&](std::size_t at) {
    const auto key = key_at(at);
    return !key || *key >= keys.begin;
  });
  for (; number < frequent.size(); ++number) {
    const auto key = key_at(number);
    if (!key || *key >= keys.end) {
      return;
    }
    visit(*key, frequent.term(number));
  }
}

/// Finds the articles of one start in the files of one segment, whose ordinals begin at `first`.
class StartingWords {
 public:
  StartingWords(const TermSegment& segment, Ordinal first, const WordStart& start,
                const Deadline& deadline)
      : frequent_(segment.frequent),
        rare_(segment.rare),
        streams_(segment.streams),
        first_(first),
        start_(start),
        deadline_(deadline),
        keys_(keys_of(start, segment.streams)) {}

  void add_to(ArticleSet& found, const ArticleSet& within) const {
    if (keys_.begin != keys_.end && !add_frequent(found, within)) {
      add_rare(found, within);
    }
  }

 private:
  bool agrees(TermKey key) const {
    return !start_.by_key() || start_.agrees(streams_.key_at(first_of(key)));
  }

  /// Returns whether all of `within` is found, which most single letters come to soon.
  bool add_frequent(ArticleSet& found, const ArticleSet& within) const {
    std::vector<FrequentPostings> words;
    visit_frequent(frequent_, streams_, keys_, [&](TermKey key, std::string_view term) {
      if (agrees(key)) {
        words.push_back(frequent_.find(term).value());
      }
    });
    std::ranges::sort(words, std::ranges::greater(), &FrequentPostings::size);
    const std::size_t wanted = within.size();
    for (std::size_t i = 0; i < words.size(); ++i) {
      deadline_.check();
      if (first_ == 0) {
        TermPostings(words[i], {}).add_to(found, within);
      } else {
        add_postings(words[i].all(), found, within);
      }
      if (i % kLookEvery == 0 && within.shared_with(found) == wanted) {
        return true;
      }
    }
    return false;
  }

  void add_rare(ArticleSet& found, const ArticleSet& within) const {
    const std::size_t behind = first_behind(rare_.blocks(), [this](std::size_t block) {
      return rare_.terms_of(block).front().key >= keys_.begin;
    });
    std::vector<TermPosting> postings;
    for (std::size_t block = behind - (behind > 0 ? 1 : 0); block < rare_.blocks(); ++block) {
      deadline_.check();
      for (const PackedTerm& term : rare_.terms_of(block)) {
        if (term.key >= keys_.end) {
          return;
        }
        if (keys_.contains(term.key) && agrees(term.key)) {
          postings.clear();
          add(term, postings, found, within);
        }
      }
    }
  }

  void add(const PackedTerm& term, std::vector<TermPosting>& postings, ArticleSet& found,
           const ArticleSet& within) const {
    if (!unpack(term.bytes, term.size, postings)) {
      throw std::runtime_error(
          "index: the file of rare terms is damaged, rebuild it with 'tracuu-indexer build'");
    }
    add_postings(postings, found, within);
  }

  void add_postings(const std::vector<TermPosting>& postings, ArticleSet& found,
                    const ArticleSet& within) const {
    for (const TermPosting posting : postings) {
      if (within.contains(first_ + posting.ordinal)) {
        found.add(first_ + posting.ordinal);
      }
    }
  }

  const FrequentTerms& frequent_;
  const RareTerms& rare_;
  const TokenStreams& streams_;
  Ordinal first_;
  const WordStart& start_;
  const Deadline& deadline_;
  TermKeys keys_;
};

/// Adds what has the typed word itself where its key does not begin as was typed: "lý", a key that
/// ends in i.
void add_whole_word(const TermReader& terms, const WordStart& start, const ArticleSet& within,
                    ArticleSet& found) {
  for (const std::string_view tone : {"", "1", "2", "3", "4", "5"}) {
    const std::string key = start.whole() + std::string(tone);
    if (start.agrees(key)) {
      terms.postings(term_of(kAccentedPrefix, key)).add_to(found, within);
    }
  }
}

}  // namespace

std::string commonest_beginning(const TermReader& terms, std::string_view start) {
  const TokenStreams& streams = terms.index().segments().front().streams;
  const FrequentTerms& frequent = terms.index().segments().front().frequent;
  const WordNumbers words = forms_beginning(start, streams);
  std::string_view commonest;
  std::uint32_t most = 0;
  visit_frequent(
      frequent, streams,
      {term_key(TermFamily::kFolded, words.begin), term_key(TermFamily::kFolded, words.end)},
      [&](TermKey /*key*/, std::string_view term) {
        if (const std::uint32_t articles = frequent.frequency(term); articles > most) {
          most = articles;
          commonest = term;
        }
      });
  return std::string(commonest);
}

std::vector<BegunPair> pairs_beginning(const TermReader& terms, std::string_view before,
                                       std::string_view start, std::size_t most) {
  const TokenStreams& streams = terms.index().segments().front().streams;
  const FrequentTerms& frequent = terms.index().segments().front().frequent;
  const auto first = streams.form_number(before);
  if (!first) {
    return {};
  }
  const WordNumbers second = forms_beginning(start, streams);
  std::vector<BegunPair> pairs;
  visit_frequent(
      frequent, streams,
      {term_key(TermFamily::kBigram, *first, second.begin),
       term_key(TermFamily::kBigram, *first, second.end)},
      [&](TermKey key, std::string_view term) {
        pairs.push_back({std::string(before).append(1, ' ').append(streams.form(second_of(key))),
                         frequent.frequency(term)});
      });
  std::ranges::stable_sort(pairs, std::ranges::greater(), &BegunPair::articles);
  pairs.resize(std::min(pairs.size(), most));
  return pairs;
}

void add_starting(const TermReader& terms, const WordStart& start, const ArticleSet& within,
                  ArticleSet& found, const Deadline& deadline) {
  if (start.by_key() && start.whole() != start.letters()) {
    add_whole_word(terms, start, within, found);
  }
  const Columns& columns = terms.index().columns();
  for (std::size_t number = 0; number < terms.index().segments().size(); ++number) {
    const Ordinal first = columns.first_of(number);
    const auto size = static_cast<Ordinal>(columns.docids_of(number).size());
    ArticleSet of_segment = ArticleSet::range(within.articles(), first, first + size);
    of_segment &= within;
    StartingWords(terms.index().segments()[number], first, start, deadline)
        .add_to(found, of_segment);
  }
}

}  // namespace tracuu
