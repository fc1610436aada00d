#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/index/schema.h"
#include "server/query/known_names.h"
#include "server/search/article_set.h"
#include "server/search/value_column.h"

namespace tracuu {

/// The articles with the ordinals [begin, end).
struct OrdinalRange {
  Ordinal begin = 0;
  Ordinal end = 0;
};

/// One value that articles have: "36-NQ/TW", shown as "Nghị quyết 36-NQ/TW".
struct ColumnValue {
  std::string value;
  std::string label;
};

/// The articles of one month.
struct MonthOfArticles {
  int month = 0;  ///< months since year 0
  OrdinalRange articles;
};

/// The facet values of all articles of one generation, in memory.
/// Constant after load(), thread-safe.
class Columns : public KnownNames {
 public:
  /// Reads the value slots of `database`. Throws Xapian::Error.
  static Columns load(const Xapian::Database& database);

  /// Docids of all articles, ascending.
  std::span<const Xapian::docid> docids() const { return docids_; }
  /// Returns the place of `docid` in docids(), in constant time unless articles of its day were
  /// removed. REQUIRES: the index has it.
  std::size_t ordinal_of(Xapian::docid docid) const;
  /// Returns the articles whose docids lie in `range`.
  OrdinalRange ordinals_in(DocidRange range) const;
  /// Returns the column of a field; empty for kYear and kMonth, which come from docids.
  const ValueColumn& column(FieldId id) const { return fields_[static_cast<std::size_t>(id)]; }
  /// Months in which articles were published, the latest first.
  std::span<const MonthOfArticles> months() const { return months_; }
  /// The articles without a date.
  OrdinalRange undated() const { return undated_; }

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

  std::vector<Xapian::docid> docids_;
  std::vector<std::uint32_t>
      day_begins_;  ///< ordinal of the first article of each day, and the end
  std::vector<MonthOfArticles> months_;
  OrdinalRange undated_;
  std::array<ValueColumn, kFields.size()> fields_;
  std::vector<ColumnValue> values_;
  ValueColumn short_numbers_;
  std::unordered_map<std::string, ValueNumber> number_by_term_;  ///< key: filter_term()
  std::unordered_map<std::string, ValueNumber> official_by_folded_;
};

/// Returns the day of a docid, or nothing for an undated article.
std::optional<Day> day_of(Xapian::docid docid);

/// Returns how a document's number is shown: "36-NQ/TW" as "Nghị quyết 36-NQ/TW", "NQ 36" as
/// "Nghị quyết 36"; the value itself when its type cannot be told.
std::string document_label(std::string_view value);

}  // namespace tracuu
