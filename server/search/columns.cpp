#include "server/search/columns.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "common/entity/document_number.h"
#include "common/entity/gazetteer/gazetteer.h"
#include "common/text/normalize.h"
#include "common/text/syllable.h"
#include "server/search/document_values.h"

namespace tracuu {
namespace {

/// Days of the calendar of the index; the undated block counts as one more day behind them.
std::size_t day_count() {
  return (first_undated_docid() - 1) / kSlotsPerDay;
}

std::size_t day_index(Xapian::docid docid) {
  return std::min<std::size_t>((docid - 1) / kSlotsPerDay, day_count());
}

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

SlotContent read_slot(const Xapian::Database& database, const Columns& columns,
                      std::uint32_t slot) {
  SlotContent content;
  std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>> known;
  for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot);
       ++value) {
    const auto ordinal = static_cast<std::uint32_t>(columns.ordinal_of(value.get_docid()));
    const std::string packed = *value;
    for (const std::string_view spelling : unpack_values(packed)) {
      auto entry = known.find(spelling);
      if (entry == known.end()) {
        const auto next = static_cast<std::uint32_t>(content.spellings.size());
        entry = known.emplace(spelling, next).first;
        content.spellings.emplace_back(spelling);
        content.uses.push_back(0);
      }
      ++content.uses[entry->second];
      content.entries.emplace_back(ordinal, entry->second);
    }
  }
  return content;
}

}  // namespace

/// Fills a Columns field by field.
class ColumnLoader {
 public:
  explicit ColumnLoader(const Xapian::Database& database) : database_(database) {}

  Columns load() {
    read_docids();
    read_months();
    for (const Field& row : kFields) {
      const auto begin = static_cast<ValueNumber>(columns_.values_.size());
      std::vector<ValueColumn::Entry> entries;
      if (row.slot != kPublishedSlot) {
        entries = add_field(row.id, read_slot(database_, columns_, row.slot));
      }
      const ValueRange range{begin, static_cast<ValueNumber>(columns_.values_.size())};
      columns_.fields_[static_cast<std::size_t>(row.id)] =
          ValueColumn(columns_.docids_.size(), range, entries);
    }
    join_short_numbers();
    name_officials();
    return std::move(columns_);
  }

 private:
  void read_docids() {
    columns_.docids_.reserve(database_.get_doccount());
    columns_.docids_.assign(database_.postlist_begin(""), database_.postlist_end(""));
    columns_.day_begins_.reserve(day_count() + 2);
    for (std::uint32_t ordinal = 0; ordinal < columns_.docids_.size(); ++ordinal) {
      columns_.day_begins_.resize(
          std::max(columns_.day_begins_.size(), day_index(columns_.docids_[ordinal]) + 1), ordinal);
    }
    columns_.day_begins_.resize(day_count() + 2,
                                static_cast<std::uint32_t>(columns_.docids_.size()));
  }

  void read_months() {
    const OrdinalRange dated = columns_.ordinals_in({1, first_undated_docid() - 1});
    for (Ordinal article = 0; article < dated.end; ++article) {
      const Day day = *day_of(columns_.docids_[article]);
      const int month = static_cast<int>(day.year()) * 12 +
                        static_cast<int>(static_cast<unsigned>(day.month())) - 1;
      if (columns_.months_.empty() || columns_.months_.back().month != month) {
        columns_.months_.push_back({month, {article, article}});
      }
      columns_.months_.back().articles.end = article + 1;
    }
    columns_.undated_ = {dated.end, static_cast<Ordinal>(columns_.docids_.size())};
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
    columns_.short_numbers_ = ValueColumn(columns_.docids_.size(), range, entries);
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

  const Xapian::Database& database_;
  Columns columns_;
};

Columns Columns::load(const Xapian::Database& database) {
  return ColumnLoader(database).load();
}

std::size_t Columns::ordinal_of(Xapian::docid docid) const {
  const std::size_t day = day_index(docid);
  const std::uint32_t begin = day_begins_[day];
  // An article's slot is its place in its day as long as none before it was removed.
  const std::size_t guess = begin + (docid - 1 - day * kSlotsPerDay);
  if (guess < docids_.size() && docids_[guess] == docid) {
    return guess;
  }
  const auto first = docids_.begin() + begin;
  const auto last = docids_.begin() + day_begins_[day + 1];
  return static_cast<std::size_t>(std::lower_bound(first, last, docid) - docids_.begin());
}

OrdinalRange Columns::ordinals_in(DocidRange range) const {
  const auto begin = std::lower_bound(docids_.begin(), docids_.end(), range.first);
  const auto end = std::upper_bound(begin, docids_.end(), range.last);
  return {static_cast<Ordinal>(begin - docids_.begin()),
          static_cast<Ordinal>(end - docids_.begin())};
}

std::uint32_t Columns::articles_with(ValueNumber number) const {
  const auto field = std::find_if(
      fields_.begin(), fields_.end(),
      [number](const ValueColumn& candidate) { return candidate.range().contains(number); });
  const std::size_t in_full =
      short_numbers_.range().contains(number) ? short_numbers_.articles_with(number).size() : 0;
  return static_cast<std::uint32_t>(field->articles_with(number).size() + in_full);
}

std::optional<ValueNumber> Columns::number_of(FieldId id, std::string_view value) const {
  const auto found = number_by_term_.find(filter_term(id, value));
  return found == number_by_term_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::string_view> Columns::official_folded(std::string_view folded) const {
  const auto found = official_by_folded_.find(std::string(folded));
  return found == official_by_folded_.end()
             ? std::nullopt
             : std::optional<std::string_view>(values_[found->second].value);
}

std::size_t Columns::bytes() const {
  std::size_t bytes =
      docids_.capacity() * sizeof(docids_[0]) + day_begins_.capacity() * sizeof(day_begins_[0]);
  for (const ValueColumn& field : fields_) {
    bytes += field.bytes();
  }
  bytes += short_numbers_.bytes();
  return bytes;
}

std::optional<Day> day_of(Xapian::docid docid) {
  if (docid >= first_undated_docid()) {
    return std::nullopt;
  }
  return day_of_number(day_number(kLastDay) -
                       static_cast<std::int32_t>((docid - 1) / kSlotsPerDay));
}

std::string document_label(std::string_view value) {
  const auto number = parse_document_number(value);
  if (!number || number->type.empty() || number->number == 0) {
    return std::string(value);
  }
  const auto types = document_types();
  const auto type = std::find_if(types.begin(), types.end(), [&](const DocumentType& candidate) {
    return candidate.code == number->type;
  });
  if (type == types.end()) {
    return std::string(value);
  }
  const bool class_only = number->issuer.empty() && number->year == 0;
  const std::string written =
      class_only ? std::to_string(number->number) + number->suffix : std::string(value);
  return type->name + ' ' + written;
}

}  // namespace tracuu
