#include "server/search/selection.h"

#include <algorithm>

#include "common/entity/date.h"
#include "common/entity/province.h"
#include "server/search/document_values.h"

namespace tracuu {
namespace {

ArticleSet published_in(const std::vector<std::string>& periods, const Columns& columns) {
  ArticleSet articles(columns.ordinals());
  for (const std::string& period : periods) {
    const auto date = parse_iso(period);
    if (const auto days = date ? date->days() : std::nullopt) {
      articles |= columns.published_in(docids_between(days->first, days->second));
    }
  }
  return articles;
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
  const ValueRange range = columns.column(column).range();
  const std::string_view unit = unit_of_today(wanted);
  std::vector<ValueNumber> numbers;
  for (ValueNumber number = range.begin; number < range.end; ++number) {
    if (unit_of_today(columns.value(number).value) == unit) {
      numbers.push_back(number);
    }
  }
  return numbers;
}

ArticleSet with_values(const Filter& filter, FieldId id, bool today, const Columns& columns) {
  ArticleSet articles(columns.ordinals());
  const ValueColumn& column = columns.column(id);
  for (const std::string& wanted : filter.values) {
    for (const ValueNumber number :
         today ? provinces_in(wanted, id, columns) : numbers_of(wanted, id, columns)) {
      column.add_articles_with(number, articles);
    }
  }
  return articles;
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
    const bool by_date = field(filter.field).slot == kPublishedSlot;
    fields_.push_back(
        {filter.field, by_date ? published_in(filter.values, columns)
                               : with_values(filter, column_of(filter.field, request),
                                             is_seen_today(filter.field, request), columns)});
  }
}

ArticleSet Selection::passing(const ArticleSet& articles) const {
  ArticleSet passed = articles;
  for (const SelectedField& selected : fields_) {
    passed &= selected.passing;
  }
  return passed;
}

ArticleSet Selection::passing_but(FieldId field, const ArticleSet& articles) const {
  ArticleSet passed = articles;
  for (const SelectedField& selected : fields_) {
    if (selected.field != field) {
      passed &= selected.passing;
    }
  }
  return passed;
}

bool Selection::filters(FieldId field) const {
  return std::any_of(fields_.begin(), fields_.end(),
                     [field](const SelectedField& selected) { return selected.field == field; });
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
