#include "server/search/prefix_terms.h"

#include <algorithm>
#include <ranges>
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
  const auto numbers = std::views::iota(std::size_t{0}, end);
  return static_cast<std::size_t>(
      *std::ranges::partition_point(numbers, [&](std::size_t at) { return !is_behind(at); }));
}

/// Keys [begin, end) of terms.
struct TermKeys {
  TermKey begin = 0;
  TermKey end = 0;

  bool contains(TermKey key) const { return key - begin < end - begin; }
};

/// Returns the keys of the terms of `family` whose words, number `count` in the order of `word_of`,
/// begin with `letters`.
template <typename WordOf>
TermKeys keys_beginning(TermFamily family, std::string_view letters, std::size_t count,
                        const WordOf& word_of) {
  const std::size_t begin =
      first_behind(count, [&](std::size_t at) { return word_of(at) >= letters; });
  const std::size_t end = first_behind(count, [&](std::size_t at) {
    return word_of(at) >= letters && !word_of(at).starts_with(letters);
  });
  return {term_key(family, static_cast<std::uint32_t>(begin)),
          term_key(family, static_cast<std::uint32_t>(end))};
}

/// Finds the articles of one start in the files of one generation.
class StartingWords {
 public:
  StartingWords(const TermIndex& index, const WordStart& start, const Deadline& deadline)
      : frequent_(index.frequent()),
        rare_(index.rare()),
        streams_(index.streams()),
        start_(start),
        deadline_(deadline),
        keys_(start.by_key()
                  ? keys_beginning(TermFamily::kAccented, start.letters(), streams_.word_count(),
                                   [this](std::size_t at) { return streams_.key_at(at); })
                  : keys_beginning(TermFamily::kFolded, start.folded(), streams_.forms(),
                                   [this](std::size_t at) { return streams_.form(at); })) {}

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
    // Terms of the text come first, in the order of their keys.
    const auto key_at = [this](std::size_t number) {
      const std::string_view term = frequent_.term(number);
      return is_text_term(term) ? key_of(term, streams_) : std::nullopt;
    };
    const std::size_t first = first_behind(frequent_.size(), [&](std::size_t number) {
      const auto key = key_at(number);
      return !key || *key >= keys_.begin;
    });
    std::vector<FrequentPostings> words;
    for (std::size_t number = first; number < frequent_.size(); ++number) {
      const auto key = key_at(number);
      if (!key || *key >= keys_.end) {
        break;
      }
      if (agrees(*key)) {
        words.push_back(frequent_.find(frequent_.term(number)).value());
      }
    }
    std::ranges::sort(words, std::ranges::greater(), &FrequentPostings::size);
    const std::size_t wanted = within.size();
    for (std::size_t i = 0; i < words.size(); ++i) {
      deadline_.check();
      TermPostings(words[i]).add_to(found, within);
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

  static void add(const PackedTerm& term, std::vector<TermPosting>& postings, ArticleSet& found,
                  const ArticleSet& within) {
    if (!unpack(term.bytes, term.size, postings)) {
      throw std::runtime_error(
          "index: the file of rare terms is damaged, rebuild it with 'tracuu-indexer build'");
    }
    for (const TermPosting posting : postings) {
      if (within.contains(posting.ordinal)) {
        found.add(posting.ordinal);
      }
    }
  }

  const FrequentTerms& frequent_;
  const RareTerms& rare_;
  const TokenStreams& streams_;
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

void add_starting(const TermReader& terms, const WordStart& start, const ArticleSet& within,
                  ArticleSet& found, const Deadline& deadline) {
  if (start.by_key() && start.whole() != start.letters()) {
    add_whole_word(terms, start, within, found);
  }
  StartingWords(terms.index(), start, deadline).add_to(found, within);
}

}  // namespace tracuu
