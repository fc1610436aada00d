#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/query/known_names.h"
#include "server/query/query.h"
#include "server/search/deadline.h"
#include "server/search/term_index.h"

namespace tracuu {

/// Another text that the reader may have meant.
struct SecondReading {
  Query query;
  /// Whether it may take the place of what was typed, which no article has.
  bool certain = false;
};

/// Reads a query another way, and tells whether articles speak for it. For one search of one
/// thread; the arguments of the constructor must outlive it.
class SecondReader {
 public:
  /// How many times more articles than what was typed a reading must find to be offered.
  static constexpr std::size_t kMuchMore = 20;

  SecondReader(const TermReader& terms, const KnownNames& names, const Deadline& deadline)
      : terms_(terms), names_(names), deadline_(deadline) {}

  /// Returns the likeliest other reading, filters aside, or nothing:
  /// - where no article has all of what was typed, the text whose keys were typed ("nghij
  /// quyeets"),
  ///   unless a word of articles were taken for keys; certain when articles have all of it;
  /// - a correction (see Corrector) whose replaced phrases stand in articles with all other words,
  ///   kMuchMore times as many as have what was typed; where neither is found, one whose phrases
  ///   kMuchMore articles have.
  /// A correction is certain only when no article has all of what was typed, nor any replaced word
  /// beside its neighbours, hardly any article has that word at all, and it was not typed in
  /// quotes: a rare phrase that exists is never replaced by itself. Throws DeadlineExceeded.
  std::optional<SecondReading> read(const Query& typed) const;

 private:
  std::optional<SecondReading> keystrokes(const Query& typed) const;
  std::optional<SecondReading> correction(const Query& typed) const;
  bool replaces_a_word(const Query& typed, const Query& decoded) const;
  std::size_t with_windows(Query query, const std::vector<std::vector<std::string>>& windows) const;
  std::size_t with_all(const Query& query) const;
  std::size_t with_any(const Query& query) const;

  const TermReader& terms_;
  const KnownNames& names_;  ///< of the same index, for whoever is named in another reading too
  const Deadline& deadline_;
};

}  // namespace tracuu
