#include "server/search/columns.h"

#include <algorithm>
#include <numeric>
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

SlotContent read_slot(const Xapian::Database& database, const Columns& columns,
                      std::uint32_t slot) {
  SlotContent content;
  std::unordered_map<std::string, std::uint32_t> known;
  for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot);
       ++value) {
    const auto ordinal = static_cast<std::uint32_t>(columns.ordinal_of(value.get_docid()));
    const std::string packed = *value;
    for (const std::string_view spelling : unpack_values(packed)) {
      const auto next = static_cast<std::uint32_t>(content.spellings.size());
      const auto [entry, is_new] = known.emplace(spelling, next);
      if (is_new) {
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
    for (const Field& row : kFields) {
      const auto begin = static_cast<ValueNumber>(columns_.values_.size());
      if (row.slot != kPublishedSlot) {
        add_field(row.id, read_slot(database_, columns_, row.slot));
      }
      columns_.ranges_[static_cast<std::size_t>(row.id)] = {
          begin, static_cast<ValueNumber>(columns_.values_.size())};
    }
    fill_rows();
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

  /// Spellings under one filter term are one value, named by the commonest.
  void add_field(FieldId id, const SlotContent& content) {
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
    for (const auto& [ordinal, spelling] : content.entries) {
      entries_.emplace_back(ordinal, columns_.number_by_term_.at(terms[spelling]));
    }
  }

  static bool is_better(const SlotContent& content, std::uint32_t spelling, std::uint32_t best) {
    return content.uses[spelling] != content.uses[best]
               ? content.uses[spelling] > content.uses[best]
               : content.spellings[spelling] < content.spellings[best];
  }

  void fill_rows() {
    std::sort(entries_.begin(), entries_.end());
    entries_.erase(std::unique(entries_.begin(), entries_.end()), entries_.end());
    columns_.row_ends_.assign(columns_.docids_.size(), 0);
    columns_.rows_.reserve(entries_.size());
    columns_.counts_.assign(columns_.values_.size(), 0);
    for (const auto& [ordinal, number] : entries_) {
      columns_.rows_.push_back(number);
      ++columns_.counts_[number];
      ++columns_.row_ends_[ordinal];
    }
    std::partial_sum(columns_.row_ends_.begin(), columns_.row_ends_.end(),
                     columns_.row_ends_.begin());
  }

  void join_short_numbers() {
    const ValueRange range = columns_.range_of(FieldId::kDocument);
    std::vector<std::vector<ValueNumber>> shorts_by_document(range.size());
    for (ValueNumber number = range.begin; number < range.end; ++number) {
      if (const auto in_short = short_number(columns_.value(number).value)) {
        for (const ValueNumber meant : values_meant(*in_short, FieldId::kDocument, columns_)) {
          if (meant != number) {
            shorts_by_document[meant - range.begin].push_back(number);
          }
        }
      }
    }
    for (const auto& shorts : shorts_by_document) {
      columns_.shorts_.insert(columns_.shorts_.end(), shorts.begin(), shorts.end());
      columns_.short_ends_.push_back(static_cast<std::uint32_t>(columns_.shorts_.size()));
    }
    count_short_numbers(range);
  }

  void count_short_numbers(ValueRange range) {
    std::vector<ValueNumber> shorts;
    for (std::size_t ordinal = 0; ordinal < columns_.docids_.size(); ++ordinal) {
      const auto row = columns_.values_of(ordinal);
      const auto first = std::lower_bound(row.begin(), row.end(), range.begin);
      const auto last = std::lower_bound(first, row.end(), range.end);
      columns_.short_numbers_of({first, last}, shorts);
      for (const ValueNumber number : shorts) {
        ++columns_.counts_[number];
      }
    }
  }

  /// Of several officials whose names differ in marks alone, the one in most articles is meant.
  void name_officials() {
    const ValueRange range = columns_.range_of(FieldId::kOfficial);
    for (ValueNumber number = range.begin; number < range.end; ++number) {
      const auto [known, is_new] = columns_.official_by_folded_.emplace(
          fold(normalized(columns_.value(number).value)), number);
      if (!is_new && columns_.counts_[number] > columns_.counts_[known->second]) {
        known->second = number;
      }
    }
  }

  const Xapian::Database& database_;
  Columns columns_;
  std::vector<std::pair<std::uint32_t, ValueNumber>> entries_;  ///< ordinal, value
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

std::span<const ValueNumber> Columns::values_of(std::size_t ordinal) const {
  const std::uint32_t begin = ordinal == 0 ? 0 : row_ends_[ordinal - 1];
  return std::span(rows_).subspan(begin, row_ends_[ordinal] - begin);
}

void Columns::short_numbers_of(std::span<const ValueNumber> documents,
                               std::vector<ValueNumber>& shorts) const {
  shorts.clear();
  const ValueNumber begin = range_of(FieldId::kDocument).begin;
  for (const ValueNumber document : documents) {
    const std::size_t index = document - begin;
    for (std::size_t i = index == 0 ? 0 : short_ends_[index - 1]; i < short_ends_[index]; ++i) {
      const auto is_known = [&](const auto& numbers) {
        return std::find(numbers.begin(), numbers.end(), shorts_[i]) != numbers.end();
      };
      if (!is_known(documents) && !is_known(shorts)) {
        shorts.push_back(shorts_[i]);
      }
    }
  }
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
  return docids_.capacity() * sizeof(docids_[0]) + row_ends_.capacity() * sizeof(row_ends_[0]) +
         rows_.capacity() * sizeof(rows_[0]) + day_begins_.capacity() * sizeof(day_begins_[0]);
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
