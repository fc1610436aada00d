#include "tests/benchmark/scale/word_chain.h"

#include <algorithm>
#include <array>

#include "common/text/normalize.h"

namespace tracuu {
namespace {

// Shares and reaches were set by what 10,000 real articles hold: see the README of the project.
constexpr double kTailPairShare = 0.54;
constexpr double kPairReach = 4.5;
constexpr double kInventedShare = 0.055;
constexpr double kInventedReach = 4.0;
constexpr std::uint64_t kMaxInvented = 1ULL << 31U;
constexpr std::size_t kFewOccurrences = 3;

/// Keeps letters and figures; the rest would have to be escaped, or joins words.
bool is_kept(char c) {
  return static_cast<unsigned char>(c) > 0x20 && c != '"' && c != '\\' && c != 0x7F;
}

std::string key_of(std::string_view written) {
  std::string key = normalized(written);
  const auto is_mark = [](char c) {
    return static_cast<unsigned char>(c) < 0x80 && !(c >= '0' && c <= '9') &&
           !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z');
  };
  while (!key.empty() && is_mark(key.back())) {
    key.pop_back();
  }
  return key;
}

}  // namespace

void WordChain::learn(std::string_view text) {
  bool starts = true;
  std::uint32_t context = 0;
  std::string written;
  const auto take = [&] {
    if (written.empty()) {
      return;
    }
    const Word word = word_of(written);
    written.clear();
    all_.push_back(word);
    if (starts) {
      starts_.push_back(word);
    } else {
      after_[context].push_back(word);
    }
    context = known_[word].context;
    starts = known_[word].ends_sentence;
  };
  for (const char c : text) {
    if (static_cast<unsigned char>(c) <= 0x20) {
      take();
      starts = starts || c == '\n';
    } else if (is_kept(c)) {
      written += c;
    }
  }
  take();
}

WordChain::Word WordChain::word_of(std::string_view written) {
  const auto [place, is_new] = words_.try_emplace(std::string(written), known_.size());
  if (is_new) {
    const char last = written.back();
    known_.push_back({std::string(written), context_of(key_of(written)),
                      last == '.' || last == '!' || last == '?'});
  }
  return place->second;
}

std::uint32_t WordChain::context_of(std::string_view key) {
  const auto [place, is_new] = contexts_.try_emplace(std::string(key), after_.size());
  if (is_new) {
    after_.emplace_back();
  }
  return place->second;
}

WordChain::Word WordChain::first(Random& random) const {
  return starts_[random.below(starts_.size())];
}

WordChain::Word WordChain::partner(Word before, Random& random) const {
  const std::uint64_t rank = random.zipf(kPairReach);
  const std::uint32_t context = before < known_.size() ? known_[before].context : before;
  // Which word it is depends on nothing but the word before and the rank: the pair comes again.
  return all_[mixed(context, rank) % all_.size()];
}

WordChain::Word WordChain::next(Word before, Random& random) const {
  if (random.chance(kInventedShare)) {
    const std::uint64_t rank = std::min(random.zipf(kInventedReach), kMaxInvented);
    return static_cast<Word>(known_.size() + rank);
  }
  if (before >= known_.size() || random.chance(kTailPairShare)) {
    return partner(before, random);
  }
  const std::vector<Word>& after = after_[known_[before].context];
  return after.size() < kFewOccurrences ? partner(before, random)
                                        : after[random.below(after.size())];
}

bool WordChain::ends_sentence(Word word) const {
  return word < known_.size() && known_[word].ends_sentence;
}

void WordChain::append(Word word, std::string& text) const {
  if (word < known_.size()) {
    text += known_[word].written;
  } else {
    append_invented_word(static_cast<std::uint32_t>(word - known_.size()), text);
  }
}

void append_invented_word(std::uint32_t rank, std::string& text) {
  constexpr std::array<std::string_view, 24> kOnsets = {
      "b",  "c",  "ch", "d",  "đ", "g", "gi", "h",  "kh", "l", "m", "n",
      "ng", "nh", "ph", "qu", "r", "s", "t",  "th", "tr", "v", "x", "k"};
  constexpr std::array<std::string_view, 36> kRhymes = {
      "ác", "ẻn",  "oạt", "uếch", "ỡm", "ưng", "iêu",  "oải", "uyết", "ăng", "ấp",  "ộng",
      "ớt", "uôi", "ượm", "ìn",   "út", "ẽo",  "oang", "uân", "ói",   "ừa",  "iết", "ọc",
      "âu", "ặt",  "ênh", "ốp",   "ơi", "ũng", "oe",   "uya", "ảnh",  "ịch", "ông", "ương"};
  constexpr std::array<std::string_view, 12> kForeign = {"ta", "mo",  "lek", "ri", "san", "vi",
                                                         "no", "der", "ka",  "lu", "tex", "ber"};
  const std::uint32_t spoken = kOnsets.size() * kRhymes.size();
  // Few syllables can be said that no text has; what grows with a corpus are names and figures.
  if (rank < spoken) {
    text += kOnsets[rank % kOnsets.size()];
    text += kRhymes[rank / kOnsets.size()];
    return;
  }
  const std::uint32_t further = rank - spoken;
  if (further % 3 == 0) {
    text += std::to_string(further / 3);
    return;
  }
  std::uint32_t digits = further - further / 3;
  std::size_t begin = text.size();
  do {
    text += kForeign[digits % kForeign.size()];
    digits /= kForeign.size();
  } while (digits > 0);
  text += further % 3 == 1 ? "s" : "on";
  text[begin] = static_cast<char>(text[begin] - 'a' + 'A');
}

}  // namespace tracuu
