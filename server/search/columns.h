#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/index/schema.h"
#include "server/query/known_names.h"
#include "server/search/article_set.h"
#include "server/search/databases.h"
#include "server/search/value_column.h"

namespace tracuu {

/// The articles with the ordinals [begin, end).
struct OrdinalRange {
  Ordinal begin = 0;
  Ordinal end = 0;
};

/// The base and the delta, see common/index/segments.h.
inline constexpr std::size_t kMostSegments = 2;
/// Ordinals of a delta begin at a multiple of this, so that blocks of articles are of one segment.
inline constexpr std::size_t kSegmentStep = 4096;

/// Articles of each segment.
using OrdinalRanges = std::array<OrdinalRange, kMostSegments>;
/// Returns how many of `articles` lie in `ranges`.
std::size_t size_in(const ArticleSet& articles, const OrdinalRanges& ranges);

/// One value that articles have: "36-NQ/TW", shown as "Nghị quyết 36-NQ/TW".
struct ColumnValue {
  std::string value;
  std::string label;
};

/// The articles of one month.
struct MonthOfArticles {
  int month = 0;  ///< months since year 0
  OrdinalRanges articles;
};

/// The facet values of all articles of one generation, in memory.
/// Constant after load(), thread-safe.
class Columns : public KnownNames {
 public:
  /// Reads the value slots of all segments; `removed` are the docids of the base that are no more,
  /// ascending. Throws Xapian::Error.
  static Columns load(const Databases& databases, std::span<const Xapian::docid> removed = {});

  /// Docids by ordinal: those of the base ascend, removed ones among them, then those of the delta
  /// ascend; 0 in the gap between the two.
  std::span<const Xapian::docid> docids() const { return docids_; }
  /// How many ordinals there are: the size of every set of articles.
  std::size_t ordinals() const { return docids_.size(); }
  /// Docids of a segment, ascending, removed ones among them.
  std::span<const Xapian::docid> docids_of(std::size_t segment) const;
  /// Ordinal of the first article of a segment.
  Ordinal first_of(std::size_t segment) const { return segments_[segment].begin; }
  std::size_t segment_of(Ordinal article) const { return article < segments_[1].begin ? 0 : 1; }
  /// The articles of the generation: neither removed nor replaced.
  const ArticleSet& live() const { return live_; }
  /// Docid of the newest of them, 0 when there is none.
  Xapian::docid newest() const { return newest_; }

  /// Returns the place of `docid` in docids(). REQUIRES: the index has it.
  std::size_t ordinal_of(Xapian::docid docid) const;
  /// Returns the place that a segment gives to `docid`, in constant time for most articles of the
  /// base. REQUIRES: the segment has it.
  std::size_t ordinal_in(std::size_t segment, Xapian::docid docid) const;
  /// Returns the articles whose docids lie in `range`, removed ones among them.
  OrdinalRanges ordinals_in(DocidRange range) const;
  /// Returns the live articles whose docids lie in `range`.
  ArticleSet published_in(DocidRange range) const;
  /// Returns the column of a field; empty for kYear and kMonth, which come from docids.
  const ValueColumn& column(FieldId id) const { return fields_[static_cast<std::size_t>(id)]; }
  /// Months in which articles were published, the latest first.
  std::span<const MonthOfArticles> months() const { return months_; }
  /// The articles without a date.
  const OrdinalRanges& undated() const { return undated_; }

  /// Returns the numbers of the field's values; empty for kYear and kMonth, which come from docids.
  ValueRange range_of(FieldId id) const { return column(id).range(); }
  const ColumnValue& value(ValueNumber number) const { return values_[number]; }
  /// Returns, as a column over the documents, the numbers in short form ("NQ 36") that articles
  /// cite and that stand for a document of an article, without those that it cites itself.
  const ValueColumn& short_numbers() const { return short_numbers_; }
  /// Returns how many articles the filter for a value finds: those that have it, and of a document
  /// in short form those that cite it in full.
  std::uint32_t articles_with(ValueNumber number) const;
  /// Returns the number of `value`, or nothing when no article has it. Officials are compared by
  /// official_key(): all spellings of a name are one value, the commonest of them.
  std::optional<ValueNumber> number_of(FieldId id, std::string_view value) const;

  std::optional<std::string_view> official_folded(std::string_view folded) const override;

  /// Bytes of the arrays that grow with the articles.
  std::size_t bytes() const;

 private:
  friend class ColumnLoader;

  /// Days of the calendar of the index; the undated block counts as one more day behind them.
  static std::size_t day_count();
  static std::size_t day_index(Xapian::docid docid);

  std::vector<Xapian::docid> docids_;
  OrdinalRanges segments_;
  ArticleSet live_;
  Xapian::docid newest_ = 0;
  /// Of the base, ordinal of the first article of each day, and the end.
  std::vector<std::uint32_t> day_begins_;
  std::vector<MonthOfArticles> months_;
  OrdinalRanges undated_;
  std::array<ValueColumn, kFields.size()> fields_;
  std::vector<ColumnValue> values_;
  ValueColumn short_numbers_;
  std::unordered_map<std::string, ValueNumber> number_by_term_;  ///< key: filter_term()
  std::unordered_map<std::string, ValueNumber> official_by_folded_;
};

inline constexpr DocidRange kAllDocids{1, std::numeric_limits<std::uint32_t>::max()};

/// Docids of all articles with a date, and of those without.
DocidRange dated_docids();
DocidRange undated_docids();
/// Returns the day of a docid, or nothing for an undated article.
std::optional<Day> day_of(Xapian::docid docid);

/// Returns how a document's number is shown: "36-NQ/TW" as "Nghị quyết 36-NQ/TW", "NQ 36" as
/// "Nghị quyết 36"; the value itself when its type cannot be told.
std::string document_label(std::string_view value);

}  // namespace tracuu
