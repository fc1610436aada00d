#include "indexer/phrase_miner.h"

#include <algorithm>
#include <functional>
#include <limits>

#include "common/text/letters.h"
#include "common/text/syllable.h"
#include "common/text/utf8.h"

namespace tracuu {
namespace {

constexpr std::uint32_t kFewestTitles = 2;
/// Runs kept of each length.
constexpr std::size_t kMostRuns = 100'000;
constexpr std::uint32_t kNoNode = std::numeric_limits<std::uint32_t>::max();
/// A writing inside a title counts for more than any number of those whose capitals say nothing.
constexpr std::uint32_t kFirmVote = 1000;
/// A reading that has less of its phrase's titles than one in so many is a slip of the pen.
constexpr std::uint32_t kRarestReading = 10;

bool joins(const TokenizedText& text, std::size_t index) {
  return index > 0 && !text.tokens[index].starts_sentence &&
         text.tokens[index - 1].kind == Token::Kind::kWord && text.gap_after(index - 1) == " ";
}

bool may_start(const TokenizedText& text, std::size_t index) {
  return !is_stop_syllable(text.tokens[index].key);
}

bool may_end(const TokenizedText& text, std::size_t index) {
  const bool before_number = index + 1 < text.tokens.size() &&
                             text.tokens[index + 1].kind != Token::Kind::kWord &&
                             text.gap_after(index) == " ";
  return !before_number && !is_stop_syllable(text.tokens[index].key);
}

bool is_all_caps(const TokenizedText& title) {
  constexpr std::ptrdiff_t kFewest = 3;
  const auto letters = [](const Token& token) {
    return token.kind == Token::Kind::kWord && token.folded.size() > 1;
  };
  const auto words = std::count_if(title.tokens.begin(), title.tokens.end(), letters);
  const auto capital =
      std::count_if(title.tokens.begin(), title.tokens.end(),
                    [&](const Token& token) { return letters(token) && token.all_caps; });
  return words >= kFewest && words == capital;
}

std::string in_small_letters(std::string_view normalized) {
  std::string out;
  for (std::size_t at = 0; at < normalized.size();) {
    const char32_t code_point = next_code_point(normalized, at);
    const Letter& letter = letter_at(code_point);
    append_utf8(
        out, letter ? compose_letter(letter.folded, letter.shape, letter.tone, false) : code_point);
  }
  return out;
}

std::uint64_t child_key(std::uint32_t node, std::uint32_t syllable) {
  return (std::uint64_t{node} << 32) | syllable;
}

/// Returns the least count with which no more than kMostRuns are kept.
std::uint32_t threshold_of(std::vector<std::uint32_t> counts) {
  if (counts.size() <= kMostRuns) {
    return kFewestTitles;
  }
  const auto last = counts.begin() + kMostRuns;
  std::nth_element(counts.begin(), last, counts.end(), std::greater<>());
  return std::max(kFewestTitles, *last + 1);
}

}  // namespace

void PhraseMiner::see_title(const TokenizedText& title) {
  for (std::size_t i = 0; i < title.tokens.size(); ++i) {
    const Token& token = title.tokens[i];
    if (token.kind != Token::Kind::kWord) {
      continue;
    }
    const auto number = static_cast<std::uint32_t>(syllables_.size());
    Place place;
    place.syllable = syllables_.try_emplace(token.folded, number).first->second & 0x1FFFFFFFU;
    place.starts = may_start(title, i);
    place.ends = may_end(title, i);
    place.joined = joins(title, i);
    place.node = place.syllable;
    places_.push_back(place);
  }
}

void PhraseMiner::find() {
  next_node_ = static_cast<Node>(syllables_.size());
  for (std::size_t length = kShortestPhrase; length <= kLongestCounted; ++length) {
    keep_frequent(count_runs(length));
  }
  places_ = {};
}

PhraseMiner::Runs PhraseMiner::count_runs(std::size_t length) {
  Runs runs;
  for (std::size_t i = 0; i < places_.size(); ++i) {
    Place& place = places_[i];
    const std::size_t last = i + length - 1;
    const bool frequent = last < places_.size() && places_[i + 1].joined && place.node != kNoNode &&
                          places_[i + 1].node != kNoNode;
    if (!frequent) {
      place.node = kNoNode;
      continue;
    }
    const auto number = static_cast<Node>(runs.counts.size());
    const auto [run, is_new] =
        runs.numbers.try_emplace(child_key(place.node, places_[last].syllable), number);
    if (is_new) {
      runs.counts.push_back(0);
      runs.phrases.push_back(0);
    }
    ++runs.counts[run->second];
    runs.phrases[run->second] += place.starts && places_[last].ends ? 1 : 0;
    // The place behind still has the run of one syllable less when its turn comes.
    place.node = run->second;
  }
  return runs;
}

void PhraseMiner::keep_frequent(const Runs& runs) {
  const std::uint32_t fewest = threshold_of(runs.counts);
  std::vector<Node> nodes(runs.counts.size(), kNoNode);
  for (std::size_t run = 0; run < nodes.size(); ++run) {
    if (runs.counts[run] >= fewest) {
      nodes[run] = next_node_++;
      if (runs.phrases[run] >= kFewestTitles) {
        phrases_.try_emplace(nodes[run]);
      }
    }
  }
  for (const auto& [key, run] : runs.numbers) {
    if (nodes[run] != kNoNode) {
      children_.emplace(key, nodes[run]);
    }
  }
  for (Place& place : places_) {
    place.node = place.node == kNoNode ? kNoNode : nodes[place.node];
  }
}

void PhraseMiner::vote(const TokenizedText& title) {
  const bool all_caps = is_all_caps(title);
  for (std::size_t begin = 0; begin < title.tokens.size(); ++begin) {
    const Token& first = title.tokens[begin];
    const auto syllable = syllables_.find(first.folded);
    if (first.kind != Token::Kind::kWord || syllable == syllables_.end()) {
      continue;
    }
    Node node = syllable->second;
    for (std::size_t end = begin + 1; end < title.tokens.size() && joins(title, end); ++end) {
      const auto next = syllables_.find(title.tokens[end].folded);
      const auto child = next == syllables_.end() ? children_.end()
                                                  : children_.find(child_key(node, next->second));
      if (child == children_.end()) {
        break;
      }
      node = child->second;
      vote_for(title, begin, end + 1, all_caps, node);
    }
  }
}

void PhraseMiner::vote_for(const TokenizedText& title, std::size_t begin, std::size_t end,
                           bool all_caps, Node node) {
  const auto phrase = phrases_.find(node);
  const auto& tokens = title.tokens;
  if (phrase == phrases_.end() || !may_start(title, begin) || !may_end(title, end - 1)) {
    return;
  }
  std::string keys;
  for (std::size_t i = begin; i < end; ++i) {
    keys.append(tokens[i].key).append(1, ' ');
  }
  const std::string_view written =
      slice(title.normalized, {tokens[begin].span.begin, tokens[end - 1].span.end});
  const bool firm = !all_caps && !tokens[begin].starts_sentence;
  Reading& reading = phrase->second[keys];
  ++reading.titles;
  reading.votes[all_caps ? in_small_letters(written) : std::string(written)] +=
      firm ? kFirmVote : 1;
}

std::vector<std::string> PhraseMiner::spellings() const {
  std::vector<std::string> spellings;
  for (const auto& [node, readings] : phrases_) {
    std::uint32_t titles = 0;
    for (const auto& [keys, reading] : readings) {
      titles += reading.titles;
    }
    for (const auto& [keys, reading] : readings) {
      if (reading.titles >= std::max(kFewestTitles, titles / kRarestReading)) {
        spellings.push_back(
            std::max_element(reading.votes.begin(), reading.votes.end(),
                             [](const auto& a, const auto& b) { return a.second < b.second; })
                ->first);
      }
    }
  }
  std::sort(spellings.begin(), spellings.end());
  return spellings;
}

}  // namespace tracuu
