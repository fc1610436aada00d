#pragma once

#include <cstddef>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace tracuu {

/// Counts of one kind of entity, or of one field of the article.
struct Tally {
  std::size_t right = 0;    ///< found and labelled; for a field: equal
  std::size_t extra = 0;    ///< found, not labelled
  std::size_t missing = 0;  ///< labelled, not found

  double precision() const;
  double recall() const;
  double f1() const;
};

/// One difference from the labels, for `--details`.
struct Difference {
  std::string doc;
  std::string kind;
  std::string extra;    ///< what was found instead, or ""
  std::string missing;  ///< what the label says, or ""
};

/// The scores of one set of captures.
struct Scores {
  /// Kinds by precision, recall and F1: "documents", "dates", "officials", "officials + post"
  /// (name, position and organisation), "officials + position", "provinces".
  std::map<std::string, Tally> sets;
  /// Fields by the share that is equal: "title", "published", "source", "author", "primary
  /// province", and "document date" over the documents found.
  std::map<std::string, Tally> fields;
  std::size_t articles = 0;
  std::size_t unread = 0;  ///< labelled captures without output: all their labels count as missing
  std::vector<Difference> differences;
};

/// Compares what `extract` printed (by doc) with one label and adds to `scores`. Both sides are
/// brought to one spelling: NFC, one dash, one quote, single blanks; posts, organisations and
/// sources also to lower case; "NQ 36" and "36" are the same number without an issuer. Labels keep
/// ranges ("2016/2020"), quarters ("2013-Q3") and days without a year ("--01-15"); they count as
/// what `extract` prints of them: the two years, the year, nothing.
void add_to(Scores& scores, const nlohmann::json& label, const nlohmann::json* output);

/// Prints the scores as a table under `heading`.
std::string table_of(const Scores& scores, std::string_view heading);

}  // namespace tracuu
