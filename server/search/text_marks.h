#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/text/span.h"
#include "common/text/tokens.h"
#include "server/query/query.h"

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
/// the words behind an abbreviation are found only beside what stands beside them in the query.
class TextMarks {
 public:
  explicit TextMarks(const Query& query);

  /// Returns the tokens of `text`, the author's own, in order. `mentions`, sorted, are spans of
  /// `text` that count as found whatever they say. Linear in time.
  std::vector<MarkedToken> find(std::string_view text, const std::vector<Span>& mentions) const;

  /// How many different syllables, and how many pairs of neighbours, are looked for.
  std::size_t syllables() const { return bits_; }
  std::size_t pairs() const { return pairs_.size(); }

 private:
  friend class MarkedText;
  struct Wanted {
    std::string key;
    bool marked = false;
    std::size_t bit = 0;
  };
  struct Writings {
    std::uint64_t exact = 0;
    std::uint64_t other = 0;
  };

  void add_clause(const QueryClause& clause);
  /// Returns the bit of a syllable, or nothing when there are more than 64.
  std::optional<std::size_t> add(const QuerySyllable& syllable, bool alone);
  void add_pair(std::optional<std::size_t> left, std::optional<std::size_t> right);
  Writings writings_of(const Token& token) const;
  std::uint64_t pairs_of(std::uint64_t left, std::uint64_t right) const;

  std::unordered_map<std::string, std::vector<Wanted>> wanted_by_folded_;
  std::uint64_t kinds_ = 0;  ///< of the folded forms, to pass over most words of a text
  std::vector<std::pair<std::uint64_t, std::uint64_t>> pairs_;  ///< bits of left and right
  std::size_t bits_ = 0;
  std::uint64_t alone_ = 0;  ///< syllables that are marked wherever they stand
};

/// The tokens of a text with their marks, as far as it was read. For one thread.
class MarkedText {
 public:
  /// The arguments must outlive this; see TextMarks::find().
  MarkedText(const TextMarks& marks, std::string_view text, const std::vector<Span>& mentions)
      : marks_(marks), text_(text), mentions_(mentions) {}

  /// Reads on, each time about as much as was read before. Returns false when the
  /// end was reached; only then are writings marked that count where the text has no better ones.
  bool read_on();
  const std::vector<MarkedToken>& tokens() const { return tokens_; }
  std::vector<MarkedToken> take() { return std::move(tokens_); }

 private:
  void read_to(std::size_t end);
  void mark_from(std::size_t first);

  const TextMarks& marks_;
  std::string_view text_;
  const std::vector<Span>& mentions_;
  std::size_t read_ = 0;  ///< bytes of the text
  std::vector<MarkedToken> tokens_;
  std::vector<std::uint64_t> others_;  ///< by token, what it is in another writing
  std::uint64_t exact_ = 0;
};

}  // namespace tracuu
