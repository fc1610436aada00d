#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/index/article.h"
#include "indexer/reprint_sketch.h"

namespace tracuu {

/// What the index holds of an article for the sake of its reprints.
struct ReprintMarks {
  std::string group;                ///< id of the first of the group; "" for an article alone
  std::vector<std::uint32_t> keys;  ///< reprint_keys(), by which an update finds it

  bool operator==(const ReprintMarks&) const = default;
};

/// Finds the reprints among all articles of a run.
///
/// The articles are taken from the earliest to the latest, undated ones last, equal days by id.
/// Each joins the first article that it reprints, or else is a first one itself: so every member of
/// a group is a copy of the group's first, and no chain of half-likenesses ties strangers together.
/// Shingles that stand in many articles which are no reprints of one another are boilerplate
/// (footers, forms, phrases of the trade) and do not count.
///
/// Memory: about 600 bytes an article. Time: linear but for a sort. The result does not depend on
/// the order of see().
class ReprintFinder {
 public:
  /// Takes the next article.
  void see(const Article& article, ReprintSketch sketch);

  struct Result {
    std::vector<ReprintMarks> marks;    ///< in the order of see()
    std::vector<std::uint32_t> common;  ///< shingles that do not count, ascending
  };
  /// Groups all articles seen; nothing may be seen afterwards.
  Result settle();

 private:
  struct Seen {
    std::string id;
    ReprintSketch sketch;
  };

  class FirstsByKey;

  void put_in_order();
  std::vector<std::uint32_t> common_shingles() const;
  std::optional<std::uint32_t> first_of(std::uint32_t rank, const FirstsByKey& firsts) const;

  std::vector<Seen> seen_;
  std::vector<std::uint32_t> order_;  ///< indexes of seen_, from the earliest on
};

/// A shingle in more articles than this is boilerplate, unless most of them are reprints.
inline constexpr std::size_t kCommonIn = 12;

}  // namespace tracuu
