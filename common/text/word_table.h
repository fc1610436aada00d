#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/text/word_hash.h"

namespace tracuu {

/// Returns the hash under which words lie in a WordTable; Token::key_hash is that of its key.
inline std::uint32_t word_hash(std::string_view word) {
  return static_cast<std::uint32_t>(WordHash()(word));
}

/// Values by word, for tables that are asked for every token of a text: the caller brings the
/// word's hash, and a word that is not in the table costs one look at a small array. Const use is
/// thread-safe.
template <typename Value>
class WordTable {
 public:
  /// Returns the value of `word` to be set, Value() for a new word. Invalidates pointers.
  Value& operator[](std::string_view word) {
    const std::uint32_t hash = word_hash(word);
    if (const std::size_t known = entry_of(word, hash); known != 0) {
      return entries_[known - 1].second;
    }
    entries_.emplace_back(word, Value());
    if (slots_.size() < kSlotsPerWord * entries_.size()) {
      grow();
    } else {
      place(hash, entries_.size());
    }
    return entries_.back().second;
  }

  /// Returns the value of `word`, nullptr for none. REQUIRES: `hash` is word_hash(word).
  const Value* find(std::string_view word, std::uint32_t hash) const {
    const std::size_t entry = entry_of(word, hash);
    return entry == 0 ? nullptr : &entries_[entry - 1].second;
  }

 private:
  static constexpr std::size_t kSlotsPerWord = 4;

  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t entry = 0;  ///< counted from 1; 0 is free
  };

  /// Returns the number of the word's entry, counted from 1; 0 for none.
  std::size_t entry_of(std::string_view word, std::uint32_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask; slots_[at].entry != 0; at = (at + 1) & mask) {
      if (slots_[at].hash == hash && entries_[slots_[at].entry - 1].first == word) {
        return slots_[at].entry;
      }
    }
    return 0;
  }

  void place(std::uint32_t hash, std::size_t entry) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].entry != 0) {
      at = (at + 1) & mask;
    }
    slots_[at] = {hash, static_cast<std::uint32_t>(entry)};
  }

  void grow() {
    slots_.assign(2 * std::bit_ceil(kSlotsPerWord * entries_.size()), {});
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      place(word_hash(entries_[i].first), i + 1);
    }
  }

  std::vector<std::pair<std::string, Value>> entries_;
  std::vector<Slot> slots_ = std::vector<Slot>(1);  ///< open addressing; some are always free
};

}  // namespace tracuu
