#include "server/search/snippet_window.h"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace tracuu {
namespace {

/// Characters that may stand before the first match for the sake of a whole sentence, and else.
constexpr std::size_t kLongestLeadIn = 110;
constexpr std::size_t kLeadIn = 50;
/// Matches tried as the first of a snippet: bounds the work on a text that repeats one word.
constexpr std::size_t kMostTried = 2'000;

constexpr int kSyllableScore = 10;
constexpr int kPairScore = 12;
constexpr int kMentionScore = 25;
constexpr int kSentenceScore = 4;
constexpr int kMostRepeats = 8;

class WindowChoice {
 public:
  WindowChoice(const std::vector<MarkedToken>& tokens, const std::vector<std::size_t>& starts)
      : tokens_(tokens), starts_(starts) {}

  SnippetWindow best() const {
    SnippetWindow best;
    if (tokens_.empty() || tokens_.front().starts_sentence) {
      best = from(0);
    }
    std::size_t sentence = 0;
    std::size_t tried = 0;
    std::size_t last_begin = tokens_.size();
    for (std::size_t i = 0; i < tokens_.size() && tried < kMostTried; ++i) {
      if (tokens_[i].starts_sentence) {
        sentence = i;
      }
      if (!tokens_[i].marked) {
        continue;
      }
      ++tried;
      const std::size_t begin = begin_for(i, sentence);
      if (begin == last_begin) {
        continue;
      }
      last_begin = begin;
      const SnippetWindow window = from(begin);
      if (window.score > best.score) {
        best = window;
      }
    }
    return best.score < 0 ? from(0) : best;
  }

 private:
  std::size_t begin_for(std::size_t match, std::size_t sentence) const {
    if (tokens_[sentence].starts_sentence && starts_[match] - starts_[sentence] <= kLongestLeadIn) {
      return sentence;
    }
    std::size_t begin = match;
    while (begin > sentence && starts_[match] - starts_[begin - 1] <= kLeadIn) {
      --begin;
    }
    return begin;
  }

  SnippetWindow from(std::size_t begin) const {
    SnippetWindow window{begin, begin, 0};
    std::uint64_t syllables = 0;
    std::uint64_t pairs = 0;
    int repeats = 0;
    bool mentioned = false;
    for (; window.end < tokens_.size() && starts_[window.end] - starts_[begin] < kSnippetLength;
         ++window.end) {
      const MarkedToken& token = tokens_[window.end];
      if (token.marked) {
        syllables |= token.syllables;
        pairs |= token.pairs;
        mentioned = mentioned || token.mentioned;
        ++repeats;
      }
    }
    window.score = kSyllableScore * std::popcount(syllables) + kPairScore * std::popcount(pairs) +
                   (mentioned ? kMentionScore : 0) + std::min(repeats, kMostRepeats) +
                   (begin < tokens_.size() && tokens_[begin].starts_sentence ? kSentenceScore : 0);
    return window;
  }

  const std::vector<MarkedToken>& tokens_;
  const std::vector<std::size_t>& starts_;
};

}  // namespace

SnippetWindow best_window(const std::vector<MarkedToken>& tokens,
                          const std::vector<std::size_t>& starts) {
  return WindowChoice(tokens, starts).best();
}

}  // namespace tracuu
