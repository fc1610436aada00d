#include "server/search/facet_counter.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "common/entity/date.h"
#include "server/search/value_counts.h"

namespace tracuu {
namespace {

constexpr std::size_t kDeadlineEvery = 4096;

/// Counts by months since year 0, and back to text.
using CountByMonth = std::map<int, std::uint64_t>;

int month_number(Day day) {
  return static_cast<int>(day.year()) * 12 + static_cast<int>(static_cast<unsigned>(day.month())) -
         1;
}

std::string month_text(int month) {
  char text[24];
  std::snprintf(text, sizeof text, "%04d-%02d", month / 12, month % 12 + 1);
  return text;
}

/// Counts articles by day, as cheaply as by any array.
class DayCounts {
 public:
  DayCounts() : counts_((first_undated_docid() - 1) / kSlotsPerDay) {}

  void add(Xapian::docid docid) {
    const std::size_t day = (docid - 1) / kSlotsPerDay;
    if (day < counts_.size()) {
      ++counts_[day];
    } else {
      ++undated_;
    }
  }

  CountByMonth by_month() const {
    CountByMonth months;
    for (std::size_t day = 0; day < counts_.size(); ++day) {
      if (counts_[day] > 0) {
        const auto docid = static_cast<Xapian::docid>(day * kSlotsPerDay + 1);
        months[month_number(*day_of(docid))] += counts_[day];
      }
    }
    return months;
  }
  std::uint64_t undated() const { return undated_; }

 private:
  std::vector<std::uint32_t> counts_;
  std::uint64_t undated_ = 0;
};

/// One facet while it is counted: of days or of column values.
struct Counter {
  FieldId field{};
  std::optional<DayCounts> days;
  std::optional<ValueCounts> values;

  void add(Xapian::docid docid, std::span<const ValueNumber> row) {
    if (days) {
      days->add(docid);
    } else {
      values->add(row);
    }
  }
};

std::vector<FacetValue> counted_periods(const DayCounts& days, FieldId id) {
  std::map<std::string, std::uint64_t> counts;
  for (const auto& [month, count] : days.by_month()) {
    counts[month_text(month).substr(0, id == FieldId::kYear ? 4 : 7)] += count;
  }
  std::vector<FacetValue> values;
  values.reserve(counts.size());
  for (const auto& [period, count] : counts) {
    values.push_back({period, period, count, false});
  }
  return values;
}

/// Returns the form under which a filter's value is counted and what it is labelled.
FacetValue selected_value(FieldId id, std::string_view wanted, const SearchRequest& request,
                          const Columns& columns) {
  if (is_seen_today(id, request)) {
    const std::string unit(unit_of_today(wanted));
    return {unit, unit, 0, true};
  }
  if (const auto number = columns.number_of(column_of(id, request), wanted)) {
    return {columns.value(*number).value, columns.value(*number).label, 0, true};
  }
  std::string label = id == FieldId::kDocument ? document_label(wanted) : std::string(wanted);
  return {std::string(wanted), std::move(label), 0, true};
}

void mark_selected(std::vector<FacetValue>& values, FieldId id, const SearchRequest& request,
                   const Columns& columns) {
  for (const Filter& filter : request.filters) {
    if (filter.field != id) {
      continue;
    }
    for (const std::string& wanted : filter.values) {
      const FacetValue selected = selected_value(id, wanted, request, columns);
      const auto known = std::find_if(values.begin(), values.end(), [&](const FacetValue& value) {
        return value.value == selected.value;
      });
      if (known == values.end()) {
        values.push_back(selected);
      } else {
        known->selected = true;
      }
    }
  }
}

Facet finished(const Counter& counter, const SearchRequest& request, const Columns& columns) {
  Facet facet{counter.field, {}, 0};
  facet.values =
      counter.days ? counted_periods(*counter.days, counter.field) : counter.values->counted();
  facet.distinct = facet.values.size();
  mark_selected(facet.values, counter.field, request, columns);
  std::sort(facet.values.begin(), facet.values.end(), [](const FacetValue& a, const FacetValue& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  });
  std::size_t rank = 0;
  std::erase_if(facet.values, [&](const FacetValue& value) {
    return ++rank > request.facet_limit && !value.selected;
  });
  return facet;
}

std::vector<Counter> counters_for(const SearchRequest& request, const Columns& columns) {
  std::vector<Counter> counters;
  for (const FieldId id : request.facets) {
    Counter counter{id, std::nullopt, std::nullopt};
    if (field(id).slot == kPublishedSlot) {
      counter.days.emplace();
    } else {
      counter.values.emplace(id, request, columns);
    }
    counters.push_back(std::move(counter));
  }
  return counters;
}

}  // namespace

FilteredMatches filter_and_count(const DocidSet& matches, const SearchRequest& request,
                                 const Selection& selection, const Columns& columns,
                                 const Deadline& deadline) {
  FilteredMatches filtered;
  std::vector<Counter> counters = counters_for(request, columns);
  DayCounts days;
  std::size_t steps = 0;
  for (const Xapian::docid docid : matches) {
    if (++steps % kDeadlineEvery == 0) {
      deadline.check();
    }
    const auto row = columns.values_of(columns.ordinal_of(docid));
    const Selection::Verdict verdict = selection.judge(docid, row);
    if (verdict.failed == 0) {
      filtered.docids.push_back(docid);
      days.add(docid);
    }
    if (verdict.failed > 1) {
      continue;
    }
    for (Counter& counter : counters) {
      if (verdict.failed == 0 || counter.field == verdict.field) {
        counter.add(docid, row);
      }
    }
  }
  for (const Counter& counter : counters) {
    filtered.facets.push_back(finished(counter, request, columns));
  }
  for (const auto& [month, count] : days.by_month()) {
    filtered.histogram.push_back({month_text(month), count});
  }
  filtered.undated = days.undated();
  return filtered;
}

}  // namespace tracuu
