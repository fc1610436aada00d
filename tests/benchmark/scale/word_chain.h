#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tests/benchmark/scale/random.h"

namespace tracuu {

/// Words that follow one another as in the articles that were learned, and go on beyond them: a
/// small corpus knows few of the pairs that a large one has, so a share of the pairs comes from a
/// tail that is made up, the same pairs from every run, each word with partners of its own, some
/// frequent and most rare; and a share of the words comes from an open-ended Zipf tail of invented
/// ones that can be spelled and said. So vocabulary and pairs grow with the corpus (Heaps' law).
/// Constant, and so thread-safe, once everything is learned.
class WordChain {
 public:
  /// A word as written, its punctuation included.
  using Word = std::uint32_t;

  /// Learns the words of one text and what follows them.
  void learn(std::string_view text);

  /// Returns a word to follow `before`.
  Word next(Word before, Random& random) const;

  /// Returns a word that begins a sentence.
  Word first(Random& random) const;

  /// Returns whether a sentence ends with the word: "tỉnh."
  bool ends_sentence(Word word) const;

  /// Appends how the word is written.
  void append(Word word, std::string& text) const;

 private:
  struct Known {
    std::string written;
    std::uint32_t context = 0;  ///< of what follows: equal for "tỉnh" and "tỉnh,"
    bool ends_sentence = false;
  };

  Word word_of(std::string_view written);
  std::uint32_t context_of(std::string_view key);
  Word drawn(Random& random) const { return all_[random.below(all_.size())]; }
  Word partner(Word before, Random& random) const;

  std::vector<Known> known_;
  std::vector<std::vector<Word>> after_;  ///< by context: each word as often as it followed
  std::vector<Word> starts_;
  std::vector<Word> all_;  ///< all running words
  std::unordered_map<std::string, Word> words_;
  std::unordered_map<std::string, std::uint32_t> contexts_;
};

/// Appends the invented word of a rank: "nguênh" (0 ...) or, further down the tail, a foreign name
/// or a figure: "Tramolek", "48213".
void append_invented_word(std::uint32_t rank, std::string& text);

}  // namespace tracuu
