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
    phrase.keys.push_back(token.marked ? token.key : std::string());
  }
  phrase.next = first_phrase_[node];
  first_phrase_[node] = number;
}

bool PhraseCounter::fits(const Phrase& phrase, const TokenizedText& text, std::size_t begin) const {
  for (std::size_t i = 0; i < phrase.keys.size(); ++i) {
    if (!phrase.keys[i].empty() && phrase.keys[i] != text.tokens[begin + i].key) {
      return false;
    }
  }
  return true;
}

void PhraseCounter::find_at(const TokenizedText& text, const std::vector<std::uint32_t>& syllables,
                            std::size_t begin, std::vector<std::uint32_t>& found) const {
  // Nearly all of the time goes into looking up children, so the first is looked up in an array.
  Node node = syllables[begin] == kNone ? kNone : first_nodes_[syllables[begin]];
  if (node == kNone) {
    return;
  }
  for (std::size_t i = begin + 1; i < syllables.size() && syllables[i] != kNone; ++i) {
    if (text.tokens[i].starts_sentence) {
      return;
    }
    const auto child = children_.find(child_key(node, syllables[i]));
    if (child == children_.end()) {
      return;
    }
    node = child->second;
    for (std::uint32_t phrase = first_phrase_[node]; phrase != kNone;
         phrase = phrases_[phrase].next) {
      if (fits(phrases_[phrase], text, begin)) {
        found.push_back(phrase);
      }
    }
  }
}

void PhraseCounter::count(const TokenizedText& text, std::int32_t by) {
  std::vector<std::uint32_t> syllables;
  syllables.reserve(text.tokens.size());
  for (const Token& token : text.tokens) {
    const auto known = syllables_.find(token.folded);
    syllables.push_back(known == syllables_.end() ? kNone : known->second);
  }
  std::vector<std::uint32_t> found;
  for (std::size_t i = 0; i < syllables.size(); ++i) {
    find_at(text, syllables, i, found);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  for (const std::uint32_t phrase : found) {
    counts_[phrase].fetch_add(by, std::memory_order_relaxed);
  }
}

}  // namespace tracuu
