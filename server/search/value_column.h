#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "server/search/article_set.h"
#include "server/search/value_rows.h"

namespace tracuu {

/// The numbers [begin, end) of one field.
struct ValueRange {
  ValueNumber begin = 0;
  ValueNumber end = 0;

  std::size_t size() const { return end - begin; }
  bool contains(ValueNumber number) const { return begin <= number && number < end; }
};

/// How many articles have the value at a place among those of a field.
struct CountedPlace {
  std::uint32_t place = 0;
  std::uint32_t count = 0;  ///< at least 1

  bool operator==(const CountedPlace&) const = default;
};

/// The values of one field, both ways round: of each article, and who has each. Who has a value
/// that many articles have is also had as a set, which is counted 64 articles at a time; all other
/// values stand in rows. Memory is at most 8 bytes a value of an article and a bit an article.
/// Constant after construction, thread-safe.
class ValueColumn {
 public:
  using Entry = ValueRows::Entry;

  ValueColumn() = default;
  /// REQUIRES: `entries` ascend, each once; up to 2^27 values.
  ValueColumn(std::size_t articles, ValueRange range, std::span<const Entry> entries);

  ValueRange range() const { return range_; }
  /// Calls `visit` with each value of one article, in no order.
  template <typename Visit>
  void for_each_of(Ordinal article, Visit visit) const {
    rows_.for_each_of(article, visit);
    for (const CommonValue& common : common_) {
      if (common.articles.contains(article)) {
        visit(range_.begin + common.place);
      }
    }
  }
  /// Returns the articles that have a value, ascending. REQUIRES: in range().
  std::span<const Ordinal> articles_with(ValueNumber number) const;
  /// Adds these to `articles`.
  void add_articles_with(ValueNumber number, ArticleSet& articles) const;
  /// Returns, for each group of values, those of `articles` that have any of them. REQUIRES: the
  /// groups share no value.
  std::vector<ArticleSet> having_any(std::span<const std::vector<ValueNumber>> groups,
                                     const ArticleSet& articles) const;

  /// Counts, for each value that an article of `articles` has, those that have it. Places count
  /// from range().begin and ascend. Takes time by the articles or, where these are many, by the
  /// values.
  std::vector<CountedPlace> counts_in(const ArticleSet& articles) const;

  /// Bytes of the arrays that grow with the articles.
  std::size_t bytes() const;

 private:
  /// A value that many articles have.
  struct CommonValue {
    std::uint32_t place = 0;
    ArticleSet articles;
  };

  void list_articles(std::span<const Entry> entries);
  void set_common_apart(std::size_t articles, std::span<const Entry> entries);
  std::vector<CountedPlace> sparse_counts_in(const ArticleSet& articles) const;
  std::vector<std::uint32_t> dense_counts_in(const ArticleSet& articles, std::size_t size) const;
  std::vector<std::uint32_t> counted(const ArticleSet& articles, std::size_t size) const;

  ValueRange range_;
  std::vector<CommonValue> common_;         ///< ascending
  ValueRows rows_;                          ///< of the values that are not common
  std::vector<std::uint32_t> list_begins_;  ///< by value, and the end
  std::vector<Ordinal> articles_;
};

/// Returns the places whose count is not 0.
std::vector<CountedPlace> counted_places(const std::vector<std::uint32_t>& counts);

}  // namespace tracuu
