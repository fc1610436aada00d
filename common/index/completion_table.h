#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/ranked_starts.h"
#include "common/text/folded_reader.h"

namespace tracuu {

/// An entry of a CompletionTable that goes on from what was typed.
struct Completion {
  std::uint32_t entry = 0;
  std::uint32_t place = 0;  ///< of the match, in the table's text
  bool whole = false;       ///< the entry, or another writing of it, starts with what was typed

  bool operator==(const Completion&) const = default;
};

/// Entries in their order of rank, found by the start of any of their words:
///
///     texts        Hải Phòng⏎TP Hải Phòng⏎Hải Dương⏎ ...   entry 0 in two writings, entry 1, ...
///     heads        places of the writings, in folded order: "hai duong ", "hai phong ", "tp hai
///     ... inner        places of all other words, in folded order: "duong ", "phong ", ...
///
/// Since the texts stand in order of rank, the best entries of a range of places are those with the
/// least places, which RankedStarts finds. Nothing folded is stored: a search folds the few texts
/// that it meets. A view of bytes that CompletionBuilder made; thread-safe.
class CompletionTable {
 public:
  CompletionTable() = default;

  /// Opens a table over `bytes`, which must outlive it; nothing when their sizes do not fit
  /// together. REQUIRES: `bytes` lie at a multiple of 4.
  static std::optional<CompletionTable> open(std::string_view bytes);

  std::size_t size() const { return begins_.empty() ? 0 : begins_.size() - 1; }
  WordGap gap() const { return gap_; }
  /// Returns the first writing of an entry. REQUIRES: entry < size().
  std::string_view text(std::uint32_t entry) const;
  /// Returns the text from a place to the end of its writing.
  std::string_view text_at(std::uint32_t place) const;

  /// Returns the first `most` entries for a typed_key(): those that start with it in order of rank,
  /// then those in which a later word does. Each entry once; for an empty key the best of all.
  /// Takes O(log n) for the search and for each entry.
  std::vector<Completion> complete(std::string_view key, std::size_t most) const;

 private:
  void add(const RankedStarts& starts, std::string_view key, bool whole, std::size_t most,
           std::vector<Completion>& found) const;
  int compare(std::uint32_t place, std::string_view key) const;
  std::uint32_t entry_at(std::uint32_t place) const;

  std::string_view texts_;
  std::span<const std::uint32_t> begins_;  ///< of the entries in texts_, and the end
  RankedStarts heads_;
  RankedStarts inner_;
  WordGap gap_ = WordGap::kBlank;
};

/// The numbers at the start of a table's bytes.
struct CompletionHead {
  std::uint32_t entries = 0;
  std::uint32_t heads = 0;
  std::uint32_t inner = 0;
  std::uint32_t text_bytes = 0;  ///< a multiple of 4
  std::uint32_t gap = 0;
};

}  // namespace tracuu
