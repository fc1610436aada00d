#include "indexer/title_words.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <utility>

#include "common/text/normalize.h"
#include "common/text/syllable.h"
#include "common/text/utf8.h"
#include "common/text/word_hash.h"
#include "indexer/line_shape.h"

namespace tracuu {
namespace {

constexpr std::size_t kComparedBytes = 6000;
constexpr std::size_t kFallbackTitleBytes = 120;

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

/// Never 0.
std::uint64_t hash_of(std::string_view word) {
  return WordHash()(word) | 1;
}

/// Returns the slot to begin at: the upper bits of a product are the well-mixed ones.
std::size_t slot_of(std::uint64_t hash, std::size_t slots) {
  return (hash >> 24) & (slots - 1);
}

std::size_t count_words(std::string_view folded) {
  std::size_t words = 0;
  bool within = false;
  for (const char c : folded) {
    const bool word = is_word_byte(c);
    words += word && !within ? 1 : 0;
    within = word;
  }
  return words;
}

std::uint64_t pair_of(std::uint64_t one, std::uint64_t two) {
  return ((one ^ (two >> 7)) * 0x9e3779b97f4a7c15) | 1;
}

}  // namespace

std::string compact(std::string_view text) {
  const std::string folded = fold(normalized(text));
  std::string out;
  std::copy_if(folded.begin(), folded.end(), std::back_inserter(out),
               [](char c) { return is_word_byte(c); });
  return out;
}

WordSet::WordSet(std::string_view folded)
    : slots_(2 * std::bit_ceil(2 * count_words(folded) + 1), 0) {
  std::uint64_t before = 0;
  for (std::size_t i = 0; i < folded.size();) {
    std::size_t end = i;
    while (end < folded.size() && is_word_byte(folded[end])) {
      ++end;
    }
    if (end > i) {
      const std::uint64_t word = hash_of(folded.substr(i, end - i));
      insert(word);
      insert(pair_of(before, word));
      before = word;
    }
    i = end + 1;
  }
}

void WordSet::insert(std::uint64_t hash) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = slot_of(hash, slots_.size());
  while (slots_[at] != 0 && slots_[at] != hash) {
    at = (at + 1) & mask;
  }
  slots_[at] = hash;
}

bool WordSet::holds(std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = slot_of(hash, slots_.size());
  while (slots_[at] != 0 && slots_[at] != hash) {
    at = (at + 1) & mask;
  }
  return slots_[at] == hash;
}

bool WordSet::has(std::string_view word) const {
  return holds(hash_of(word));
}

bool WordSet::has(std::string_view one, std::string_view two) const {
  return holds(pair_of(hash_of(one), hash_of(two)));
}

WordSet words_of_text(const std::vector<PageBlock>& blocks, std::size_t first_prose) {
  std::string text;
  for (std::size_t i = first_prose; i < blocks.size() && text.size() < kComparedBytes; ++i) {
    text += clip_utf8(blocks[i].normalized, kComparedBytes - text.size());
    text += ' ';
  }
  return WordSet(fold(text));
}

double share_in(const std::vector<std::string>& title, const WordSet& text) {
  std::size_t found = 0;
  std::size_t counted = 0;
  for (const std::string& word : title) {
    if (word.size() > 1) {
      ++counted;
      found += text.has(word) ? 1 : 0;
    }
  }
  return counted == 0 ? 0.0 : static_cast<double>(found) / static_cast<double>(counted);
}

double pairs_in(const std::vector<std::string>& line, const WordSet& text) {
  std::size_t found = 0;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    found += text.has(line[i], line[i + 1]) ? 1 : 0;
  }
  return line.size() < 2 ? 0.0 : static_cast<double>(found) / static_cast<double>(line.size() - 1);
}

bool same_title(std::string_view one, std::string_view other) {
  std::string a = compact(one);
  std::string b = compact(other);
  if (a.size() > b.size()) {
    std::swap(a, b);
  }
  return !a.empty() &&
         (a == b || (a.size() * 10 >= b.size() * 6 && b.find(a) != std::string::npos));
}

bool is_part_of(std::string_view part, std::string_view whole) {
  return compact(whole).find(compact(part)) != std::string::npos;
}

double share_of_title_in_text(std::string_view title, const std::vector<PageBlock>& blocks,
                              std::size_t first_prose) {
  const std::string spelled = normalized(title);
  return share_in(shape_of(spelled, spelled).words, words_of_text(blocks, first_prose));
}

std::string title_from_text(std::string_view text) {
  std::size_t end = std::min(text.find('\n'), text.size());
  for (const std::string_view stop : {". ", "? ", "! ", "; "}) {
    end = std::min(end, text.find(stop));
  }
  std::string_view title = text.substr(0, end);
  if (title.size() > kFallbackTitleBytes) {
    title = clip_utf8(title, kFallbackTitleBytes);
    if (const std::size_t blank = title.rfind(' '); blank != std::string_view::npos && blank > 0) {
      title = title.substr(0, blank);
    }
    return std::string(title) + "\u2026";
  }
  return std::string(title);
}

}  // namespace tracuu
