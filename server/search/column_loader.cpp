#include <algorithm>
#include <functional>
#include <map>
#include <unordered_map>
#include <utility>

#include "common/entity/document_number.h"
#include "common/text/normalize.h"
#include "common/text/syllable.h"
#include "server/search/columns.h"
#include "server/search/date_order.h"
#include "server/search/document_values.h"

namespace tracuu {
namespace {

/// What is read of one slot: the spellings of its values and who has them.
struct SlotContent {
  std::vector<std::string> spellings;
  std::vector<std::uint32_t> uses;                               ///< by spelling
  std::vector<std::pair<std::uint32_t, std::uint32_t>> entries;  ///< ordinal, spelling
};

/// Lets a table of texts be asked without making one.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

/// Reads one slot of all segments.
class SlotReader {
 public:
  void add(const Xapian::Database& database, std::size_t segment, const Columns& columns,
           std::uint32_t slot) {
    for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot);
         ++value) {
      const std::size_t ordinal = columns.ordinal_in(segment, value.get_docid());
      if (columns.live().contains(static_cast<Ordinal>(ordinal))) {
        add(static_cast<Ordinal>(ordinal), *value);
      }
    }
  }
  SlotContent take() { return std::move(content_); }

 private:
  void add(Ordinal article, const std::string& packed) {
    for (const std::string_view spelling : unpack_values(packed)) {
      auto entry = known_.find(spelling);
      if (entry == known_.end()) {
        const auto next = static_cast<std::uint32_t>(content_.spellings.size());
        entry = known_.emplace(spelling, next).first;
        content_.spellings.emplace_back(spelling);
        content_.uses.push_back(0);
      }
      ++content_.uses[entry->second];
      content_.entries.emplace_back(article, entry->second);
    }
  }

  SlotContent content_;
  std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>> known_;
};

}  // namespace

/// Fills a Columns field by field.
class ColumnLoader {
 public:
  ColumnLoader(const Databases& databases, std::span<const Xapian::docid> removed)
      : databases_(databases.segments()), removed_(removed) {}

  Columns load() {
    read_docids();
    index_days();
    mark_live();
    read_months();
    for (const Field& row : kFields) {
      const auto begin = static_cast<ValueNumber>(columns_.values_.size());
      std::vector<ValueColumn::Entry> entries;
      if (row.slot != kPublishedSlot) {
        SlotReader reader;
        for (std::size_t segment = 0; segment < databases_.size(); ++segment) {
          reader.add(databases_[segment], segment, columns_, row.slot);
        }
        entries = add_field(row.id, reader.take());
      }
      const ValueRange range{begin, static_cast<ValueNumber>(columns_.values_.size())};
      columns_.fields_[static_cast<std::size_t>(row.id)] =
          ValueColumn(columns_.ordinals(), range, entries);
    }
    join_short_numbers();
    name_officials();
    return std::move(columns_);
  }

 private:
  void read_docids() {
    std::vector<Xapian::docid>& docids = columns_.docids_;
    const Xapian::Database& base = databases_.front();
    docids.reserve(base.get_doccount());
    docids.assign(base.postlist_begin(""), base.postlist_end(""));
    const auto base_end = static_cast<Ordinal>(docids.size());
    columns_.segments_ = {OrdinalRange{0, base_end}, OrdinalRange{base_end, base_end}};
    if (databases_.size() > 1) {
      const Xapian::Database& delta = databases_.back();
      docids.resize((docids.size() + kSegmentStep - 1) / kSegmentStep * kSegmentStep);
      columns_.segments_[1].begin = static_cast<Ordinal>(docids.size());
      docids.insert(docids.end(), delta.postlist_begin(""), delta.postlist_end(""));
      columns_.segments_[1].end = static_cast<Ordinal>(docids.size());
    }
  }

  void index_days() {
    std::vector<std::uint32_t>& begins = columns_.day_begins_;
    const auto docids = columns_.docids_of(0);
    begins.reserve(Columns::day_count() + 2);
    for (std::uint32_t ordinal = 0; ordinal < docids.size(); ++ordinal) {
      begins.resize(std::max(begins.size(), Columns::day_index(docids[ordinal]) + 1), ordinal);
    }
    begins.resize(Columns::day_count() + 2, static_cast<std::uint32_t>(docids.size()));
  }

  void mark_live() {
    columns_.live_ = ArticleSet(columns_.ordinals());
    for (const OrdinalRange segment : columns_.segments_) {
      columns_.live_ |= ArticleSet::range(columns_.ordinals(), segment.begin, segment.end);
    }
    for (const Xapian::docid docid : removed_) {
      columns_.live_.remove(static_cast<Ordinal>(columns_.ordinal_in(0, docid)));
    }
    DateOrder newest(columns_.live_, columns_, kAllDocids, DateOrder::From::kNewest);
    const auto first = newest.next();
    columns_.newest_ = first ? columns_.docids_[*first] : 0;
  }

  void read_months() {
    std::map<int, OrdinalRanges, std::greater<>> months;
    const OrdinalRanges dated = columns_.ordinals_in(dated_docids());
    for (std::size_t segment = 0; segment < kMostSegments; ++segment) {
      for (Ordinal article = dated[segment].begin; article < dated[segment].end; ++article) {
        const Day day = *day_of(columns_.docids_[article]);
        OrdinalRange& of_month =
            months[static_cast<int>(day.year()) * 12 +
                   static_cast<int>(static_cast<unsigned>(day.month())) - 1][segment];
        of_month = {of_month.begin == of_month.end ? article : of_month.begin, article + 1};
      }
    }
    for (const auto& [month, articles] : months) {
      columns_.months_.push_back({month, articles});
    }
    columns_.undated_ = columns_.ordinals_in(undated_docids());
  }

  /// Spellings under one filter term are one value, named by the commonest.
  std::vector<ValueColumn::Entry> add_field(FieldId id, const SlotContent& content) {
    std::unordered_map<std::string, std::uint32_t> best_by_term;
    std::vector<std::string> terms;
    terms.reserve(content.spellings.size());
    for (std::uint32_t spelling = 0; spelling < content.spellings.size(); ++spelling) {
      terms.push_back(filter_term(id, content.spellings[spelling]));
      auto [best, is_new] = best_by_term.emplace(terms.back(), spelling);
      if (!is_new && is_better(content, spelling, best->second)) {
        best->second = spelling;
      }
    }
    std::vector<std::pair<std::string, std::string>> values;  // value, term
    values.reserve(best_by_term.size());
    for (const auto& [term, spelling] : best_by_term) {
      values.emplace_back(content.spellings[spelling], term);
    }
    std::sort(values.begin(), values.end());
    for (auto& [value, term] : values) {
      columns_.number_by_term_.emplace(term, static_cast<ValueNumber>(columns_.values_.size()));
      std::string label = id == FieldId::kDocument ? document_label(value) : value;
      columns_.values_.push_back({std::move(value), std::move(label)});
    }
    std::vector<ValueColumn::Entry> entries;
    entries.reserve(content.entries.size());
    for (const auto& [ordinal, spelling] : content.entries) {
      entries.emplace_back(ordinal, columns_.number_by_term_.at(terms[spelling]));
    }
    // Slots are read in the order of articles, so little is out of place.
    if (!std::is_sorted(entries.begin(), entries.end())) {
      std::sort(entries.begin(), entries.end());
    }
    entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
    return entries;
  }

  static bool is_better(const SlotContent& content, std::uint32_t spelling, std::uint32_t best) {
    return content.uses[spelling] != content.uses[best]
               ? content.uses[spelling] > content.uses[best]
               : content.spellings[spelling] < content.spellings[best];
  }

  /// Writes down, for each article, which numbers in short its documents stand for.
  void join_short_numbers() {
    const ValueColumn& documents = columns_.column(FieldId::kDocument);
    const ValueRange range = documents.range();
    std::vector<ValueColumn::Entry> entries;
    for (ValueNumber number = range.begin; number < range.end; ++number) {
      const auto in_short = short_number(columns_.value(number).value);
      if (!in_short) {
        continue;
      }
      const auto own = documents.articles_with(number);
      for (const ValueNumber meant : values_meant(*in_short, FieldId::kDocument, columns_)) {
        for (const Ordinal article : documents.articles_with(meant)) {
          if (!std::binary_search(own.begin(), own.end(), article)) {
            entries.emplace_back(article, number);
          }
        }
      }
    }
    std::sort(entries.begin(), entries.end());
    entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
    columns_.short_numbers_ = ValueColumn(columns_.ordinals(), range, entries);
  }

  /// Of several officials whose names differ in marks alone, the one in most articles is meant.
  void name_officials() {
    const ValueRange range = columns_.range_of(FieldId::kOfficial);
    for (ValueNumber number = range.begin; number < range.end; ++number) {
      const auto [known, is_new] = columns_.official_by_folded_.emplace(
          fold(normalized(columns_.value(number).value)), number);
      if (!is_new && columns_.articles_with(number) > columns_.articles_with(known->second)) {
        known->second = number;
      }
    }
  }

  std::span<const Xapian::Database> databases_;
  std::span<const Xapian::docid> removed_;
  Columns columns_;
};

Columns Columns::load(const Databases& databases, std::span<const Xapian::docid> removed) {
  return ColumnLoader(databases, removed).load();
}

}  // namespace tracuu
