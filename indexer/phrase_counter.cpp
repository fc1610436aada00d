#include "indexer/phrase_counter.h"

#include <algorithm>
#include <limits>

namespace tracuu {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint32_t kRoot = 0;

std::uint64_t child_key(std::uint32_t node, std::uint32_t syllable) {
  return (std::uint64_t{node} << 32) | syllable;
}

}  // namespace

PhraseCounter::PhraseCounter(const std::vector<std::string>& spellings)
    : first_phrase_(1, kNone), counts_(spellings.size()) {
  phrases_.reserve(spellings.size());
  for (std::uint32_t number = 0; number < spellings.size(); ++number) {
    add(number, spellings[number]);
  }
}

void PhraseCounter::add(std::uint32_t number, const std::string& spelling) {
  Phrase& phrase = phrases_.emplace_back();
  Node node = kRoot;
  for (const Token& token : tokenize(spelling)) {
    const auto next_syllable = static_cast<std::uint32_t>(syllables_.size());
    const std::uint32_t syllable =
        syllables_.try_emplace(token.folded, next_syllable).first->second;
    const auto next_node = static_cast<Node>(first_phrase_.size());
    const auto [child, is_new] = children_.try_emplace(child_key(node, syllable), next_node);
    if (is_new) {
      first_phrase_.push_back(kNone);
    }
    first_nodes_.resize(syllables_.size(), kNone);
    if (node == kRoot) {
      first_nodes_[syllable] = child->second;
    }
    node = child->second;
    const auto next_key = static_cast<std::uint32_t>(keys_.size());
    phrase.keys.push_back(token.marked ? keys_.try_emplace(token.key, next_key).first->second
                                       : Word::kUnknown);
  }
  phrase.next = first_phrase_[node];
  first_phrase_[node] = number;
}

bool PhraseCounter::fits(const Phrase& phrase, std::span<const Word> words) const {
  for (std::size_t i = 0; i < phrase.keys.size(); ++i) {
    if (phrase.keys[i] != Word::kUnknown && phrase.keys[i] != words[i].key) {
      return false;
    }
  }
  return true;
}

void PhraseCounter::find_in(std::span<const Word> words, std::vector<std::uint32_t>& found) const {
  // Nearly all of the time goes into looking up children, so the first is looked up in an array.
  Node node = words[0].syllable == Word::kUnknown ? kNone : first_nodes_[words[0].syllable];
  if (node == kNone) {
    return;
  }
  for (const Word& word : words.subspan(1)) {
    if (word.apart || word.syllable == Word::kUnknown) {
      return;
    }
    const auto child = children_.find(child_key(node, word.syllable));
    if (child == children_.end()) {
      return;
    }
    node = child->second;
    for (std::uint32_t phrase = first_phrase_[node]; phrase != kNone;
         phrase = phrases_[phrase].next) {
      if (fits(phrases_[phrase], words)) {
        found.push_back(phrase);
      }
    }
  }
}

PhraseCounter::Word PhraseCounter::word(const std::string& folded, const std::string& key) const {
  const auto syllable = syllables_.find(folded);
  const auto known_key = keys_.find(key);
  return {syllable == syllables_.end() ? Word::kUnknown : syllable->second,
          known_key == keys_.end() ? Word::kUnknown : known_key->second};
}

void PhraseCounter::count(const TokenizedText& text, std::int32_t by) {
  std::vector<Word> words;
  words.reserve(text.tokens.size());
  for (const Token& token : text.tokens) {
    words.push_back(word(token.folded, token.key));
    words.back().apart = token.starts_sentence;
  }
  count(words, by);
}

void PhraseCounter::count(std::span<const Word> words, std::int32_t by) {
  std::vector<std::uint32_t> found;
  for (std::size_t i = 0; i < words.size(); ++i) {
    find_in(words.subspan(i), found);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  for (const std::uint32_t phrase : found) {
    counts_[phrase].fetch_add(by, std::memory_order_relaxed);
  }
}

}  // namespace tracuu
