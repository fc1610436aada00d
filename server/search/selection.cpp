#include "server/search/selection.h"

#include <algorithm>

#include "common/entity/date.h"
#include "common/entity/province.h"
#include "server/search/document_values.h"

namespace tracuu {
namespace {

std::vector<DocidRange> days_of(const std::vector<std::string>& periods) {
  std::vector<DocidRange> ranges;
  for (const std::string& period : periods) {
    const auto date = parse_iso(period);
    const auto days = date ? date->days() : std::nullopt;
    if (days) {
      ranges.push_back(docids_between(days->first, days->second));
    }
  }
  return ranges;
}

/// Returns the values that a filter asks for by `wanted`: itself, and all full numbers of a short
/// one.
std::vector<ValueNumber> numbers_of(const std::string& wanted, FieldId column,
                                    const Columns& columns) {
  const auto asked = column == FieldId::kDocument ? short_number(wanted) : std::nullopt;
  std::vector<ValueNumber> numbers;
  if (asked) {
    const auto meant = values_meant(*asked, column, columns);
    numbers.assign(meant.begin(), meant.end());
  }
  if (const auto number = columns.number_of(column, wanted)) {
    numbers.push_back(*number);
  }
  return numbers;
}

/// Returns the provinces that lie in the unit of today that `wanted` names.
std::vector<ValueNumber> provinces_in(std::string_view wanted, FieldId column,
                                      const Columns& columns) {
  const ValueRange range = columns.range_of(column);
  const std::string_view unit = unit_of_today(wanted);
  std::vector<ValueNumber> numbers;
  for (ValueNumber number = range.begin; number < range.end; ++number) {
    if (unit_of_today(columns.value(number).value) == unit) {
      numbers.push_back(number);
    }
  }
  return numbers;
}

std::vector<bool> accepted_values(const Filter& filter, FieldId column, bool today,
                                  const Columns& columns) {
  const ValueRange range = columns.range_of(column);
  std::vector<bool> accepted(range.size());
  for (const std::string& wanted : filter.values) {
    for (const ValueNumber number :
         today ? provinces_in(wanted, column, columns) : numbers_of(wanted, column, columns)) {
      accepted[number - range.begin] = true;
    }
  }
  return accepted;
}

}  // namespace

Selection::Selection(const SearchRequest& request, const Columns& columns) {
  if (request.from || request.to) {
    dates_ = docids_between(request.from.value_or(kFirstDay), request.to.value_or(kLastDay));
  }
  for (const Filter& filter : request.filters) {
    if (filter.values.empty()) {
      continue;
    }
    SelectedField selected;
    selected.field = filter.field;
    if (field(filter.field).slot == kPublishedSlot) {
      selected.days = days_of(filter.values);
    } else {
      const FieldId column = column_of(filter.field, request);
      selected.column = columns.range_of(column);
      selected.accepted =
          accepted_values(filter, column, is_seen_today(filter.field, request), columns);
    }
    fields_.push_back(std::move(selected));
  }
}

Selection::Verdict Selection::judge(Xapian::docid docid,
                                    std::span<const ValueNumber> values) const {
  Verdict verdict;
  for (const SelectedField& selected : fields_) {
    if (!passes(selected, docid, values)) {
      ++verdict.failed;
      verdict.field = selected.field;
    }
  }
  return verdict;
}

bool Selection::passes(const SelectedField& selected, Xapian::docid docid,
                       std::span<const ValueNumber> values) {
  if (field(selected.field).slot == kPublishedSlot) {
    return std::any_of(selected.days.begin(), selected.days.end(),
                       [&](DocidRange days) { return days.first <= docid && docid <= days.last; });
  }
  return std::any_of(values.begin(), values.end(), [&](ValueNumber number) {
    return selected.column.contains(number) && selected.accepted[number - selected.column.begin];
  });
}

FieldId column_of(FieldId id, const SearchRequest& request) {
  return id == FieldId::kProvince && request.locality == Locality::kMentioned ? FieldId::kMentioned
                                                                              : id;
}

bool is_seen_today(FieldId id, const SearchRequest& request) {
  return request.province_view == ProvinceView::kToday &&
         (id == FieldId::kProvince || id == FieldId::kMentioned);
}

std::string_view unit_of_today(std::string_view province) {
  if (!former_provinces(province).empty()) {
    return province;
  }
  const std::string_view today = province_today(province);
  return today.empty() ? province : today;
}

}  // namespace tracuu
