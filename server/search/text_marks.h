#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/text/span.h"
#include "common/text/tokens.h"
#include "server/query/query.h"
#include "server/search/word_start.h"

namespace tracuu {

/// A token of a text with what it has of a query.
struct MarkedToken {
  Span span;                    ///< in the author's text
  std::uint64_t syllables = 0;  ///< bit i: is the query's syllable i
  std::uint64_t pairs = 0;      ///< bit i: is part of the query's neighbours i
  bool mentioned = false;       ///< is part of an entity that the query names
  bool marked = false;          ///< is shown as found
  bool joined = false;          ///< is shown in one mark with the token before it
  bool starts_sentence = false;
};

/// Finds the syllables of a query in texts. Constant after construction, thread-safe.
///
/// A syllable typed without marks is found in every writing; one typed with marks in that writing
/// and unmarked, and in other writings only where the text has none of these. Stop syllables and
/// the words behind an abbreviation are found only beside what stands beside them in the query. Of
/// a word that is not finished every word is found that goes on from it (see WordStart).
class TextMarks {
 public:
  explicit TextMarks(const Query& query);

  /// What a word is of the query: bit i is its syllable i.
  struct Writings {
    std::uint64_t exact = 0;  ///< as it was typed, or it was typed without marks
    std::uint64_t other = 0;  ///< in another writing

    bool operator==(const Writings&) const = default;
  };

  /// Returns the tokens of `text`, the author's own, in order. `mentions`, sorted, are spans of
  /// `text` that count as found whatever they say. Of a piece of a text, `typed` are the syllables
  /// that all of it has in the typed writing. Linear in time.
  std::vector<MarkedToken> find(std::string_view text, const std::vector<Span>& mentions,
                                std::uint64_t typed = 0) const;

  /// Returns what a word of the streams, or of a text, is of the query.
  Writings writings_of(std::string_view folded, std::string_view key) const;
  /// Whether a word of the query is not finished.
  bool has_starts() const { return !starts_.empty(); }
  /// Returns what a word of the streams whose form is none of folded_forms() is of the query; in
  /// one writing, so that its key tells.
  std::uint64_t starts_of(std::string_view key) const;
  /// Folded forms that writings_of() knows, those that go on from a start aside.
  std::vector<std::string_view> folded_forms() const;
  /// Marks tokens by their `syllables`: those marked wherever they stand, and the pairs.
  void mark(std::vector<MarkedToken>& tokens) const;

  /// How many different syllables, and how many pairs of neighbours, are looked for.
  std::size_t syllables() const { return bits_; }
  std::size_t pairs() const { return pairs_.size(); }

 private:
  struct Wanted {
    std::string key;
    bool marked = false;
    std::size_t bit = 0;
  };
  struct TextHash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  void add_clause(const QueryClause& clause);
  /// Returns the bit of a syllable, or nothing when there are more than 64.
  std::optional<std::size_t> add(const QuerySyllable& syllable, bool alone);
  std::optional<std::size_t> add_start(const QuerySyllable& syllable);
  void add_pair(std::optional<std::size_t> left, std::optional<std::size_t> right);
  std::uint64_t pairs_of(std::uint64_t left, std::uint64_t right) const;

  std::unordered_map<std::string, std::vector<Wanted>, TextHash, std::equal_to<>> wanted_by_folded_;
  std::vector<std::pair<WordStart, std::uint64_t>> starts_;  ///< with the bit of each
  std::uint64_t kinds_ = 0;  ///< of the folded forms, to pass over most words of a text
  std::vector<std::pair<std::uint64_t, std::uint64_t>> pairs_;  ///< bits of left and right
  std::size_t bits_ = 0;
  std::uint64_t alone_ = 0;  ///< syllables that are marked wherever they stand
};

}  // namespace tracuu
