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

namespace tracuu {

/// Number of a facet value in Columns. The values of one field have consecutive numbers, in byte
/// order of the values; fields follow one another in the order of kFields.
using ValueNumber = std::uint32_t;

/// The numbers [begin, end) of one field.
struct ValueRange {
  ValueNumber begin = 0;
  ValueNumber end = 0;

  std::size_t size() const { return end - begin; }
  bool contains(ValueNumber number) const { return begin <= number && number < end; }
};

/// One value that articles have: "36-NQ/TW", shown as "Nghị quyết 36-NQ/TW".
struct ColumnValue {
  std::string value;
  std::string label;
};

/// The facet values of all articles of one generation, in memory:
///
///     docids    17  18  40 ...          ascending, so newest first
///     row_ends   2   5   6 ...          8 bytes an article up to here,
///     rows      |4 9|4 7 9|2| ...       and 4 bytes a value
///
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
  /// Returns the values of one article, ascending.
  std::span<const ValueNumber> values_of(std::size_t ordinal) const;

  /// Returns the numbers of the field's values; empty for kYear and kMonth, which come from docids.
  ValueRange range_of(FieldId id) const { return ranges_[static_cast<std::size_t>(id)]; }
  const ColumnValue& value(ValueNumber number) const { return values_[number]; }
  std::size_t value_count() const { return values_.size(); }
  /// Fills `shorts` with the numbers in short form ("NQ 36") that articles cite and that stand for
  /// one of `documents`, the documents of one article, without those among them; each once.
  void short_numbers_of(std::span<const ValueNumber> documents,
                        std::vector<ValueNumber>& shorts) const;
  /// Returns how many articles the filter for a value finds: those that have it, and of a document
  /// in short form those that cite it in full.
  std::uint32_t articles_with(ValueNumber number) const { return counts_[number]; }
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
  std::vector<std::uint32_t> row_ends_;
  std::vector<ValueNumber> rows_;
  std::array<ValueRange, kFields.size()> ranges_{};
  std::vector<ColumnValue> values_;
  std::vector<std::uint32_t> counts_;      ///< by value, see articles_with()
  std::vector<std::uint32_t> short_ends_;  ///< by document, its end in shorts_
  std::vector<ValueNumber> shorts_;        ///< short forms of the documents, one behind the other
  std::unordered_map<std::string, ValueNumber> number_by_term_;  ///< key: filter_term()
  std::unordered_map<std::string, ValueNumber> official_by_folded_;
};

/// Returns the day of a docid, or nothing for an undated article.
std::optional<Day> day_of(Xapian::docid docid);

/// Returns how a document's number is shown: "36-NQ/TW" as "Nghị quyết 36-NQ/TW", "NQ 36" as
/// "Nghị quyết 36"; the value itself when its type cannot be told.
std::string document_label(std::string_view value);

}  // namespace tracuu
