#include "server/search/value_counts.h"

#include <algorithm>
#include <map>

#include "server/search/document_values.h"
#include "server/search/selection.h"

namespace tracuu {

ValueCounts::ValueCounts(FieldId id, const SearchRequest& request, const Columns& columns)
    : columns_(columns),
      range_(columns.range_of(column_of(id, request))),
      are_documents_(id == FieldId::kDocument) {
  if (is_seen_today(id, request)) {
    group_by_unit();
  }
  if (are_documents_) {
    add_wanted_numbers(request);
  }
  counts_.resize(unit_of_.empty() ? range_.size() : units_.size());
}

void ValueCounts::group_by_unit() {
  std::map<std::string, std::uint32_t> number_by_unit;
  for (ValueNumber number = range_.begin; number < range_.end; ++number) {
    const std::string unit(unit_of_today(columns_.value(number).value));
    const auto next = static_cast<std::uint32_t>(units_.size());
    const auto [entry, is_new] = number_by_unit.emplace(unit, next);
    if (is_new) {
      units_.push_back(unit);
    }
    unit_of_.push_back(entry->second);
  }
}

void ValueCounts::add_wanted_numbers(const SearchRequest& request) {
  for (const Filter& filter : request.filters) {
    if (filter.field != FieldId::kDocument) {
      continue;
    }
    for (const std::string& value : filter.values) {
      const auto number = short_number(value);
      if (number && !columns_.number_of(FieldId::kDocument, value)) {
        wanted_.push_back({value, values_meant(*number, FieldId::kDocument, columns_), 0});
      }
    }
  }
}

void ValueCounts::add(std::span<const ValueNumber> row) {
  const auto first = std::lower_bound(row.begin(), row.end(), range_.begin);
  const auto last = std::lower_bound(first, row.end(), range_.end);
  for (auto value = first; value != last; ++value) {
    if (unit_of_.empty()) {
      ++counts_[*value - range_.begin];
      continue;
    }
    const std::uint32_t unit = unit_of_[*value - range_.begin];
    if (std::none_of(first, value,
                     [&](ValueNumber number) { return unit_of_[number - range_.begin] == unit; })) {
      ++counts_[unit];
    }
  }
  if (are_documents_) {
    add_short_numbers({first, last});
  }
}

void ValueCounts::add_short_numbers(std::span<const ValueNumber> values) {
  columns_.short_numbers_of(values, short_numbers_);
  for (const ValueNumber number : short_numbers_) {
    ++counts_[number - range_.begin];
  }
  for (WantedNumber& wanted : wanted_) {
    const bool is_cited = std::any_of(values.begin(), values.end(), [&](ValueNumber value) {
      return std::binary_search(wanted.meant.begin(), wanted.meant.end(), value);
    });
    wanted.count += is_cited ? 1 : 0;
  }
}

std::vector<FacetValue> ValueCounts::counted() const {
  std::vector<FacetValue> values;
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    if (counts_[i] > 0) {
      values.push_back(named(i));
      values.back().count = counts_[i];
    }
  }
  for (const WantedNumber& wanted : wanted_) {
    if (wanted.count > 0) {
      values.push_back({wanted.value, document_label(wanted.value), wanted.count, true});
    }
  }
  return values;
}

FacetValue ValueCounts::named(std::size_t index) const {
  if (!unit_of_.empty()) {
    return {units_[index], units_[index]};
  }
  const auto& [value, label] = columns_.value(range_.begin + static_cast<ValueNumber>(index));
  return {value, label};
}

}  // namespace tracuu
