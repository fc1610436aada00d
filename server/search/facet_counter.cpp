#include "server/search/facet_counter.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <memory>
#include <optional>
#include <ranges>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace tracuu {
namespace {

std::string month_text(int month) {
  char text[24];
  std::snprintf(text, sizeof text, "%04d-%02d", month / 12, month % 12 + 1);
  return text;
}

/// The counts of one facet. Values are told by their places, which are in byte order.
class Counter {
 public:
  virtual ~Counter() = default;
  Counter() = default;
  Counter(const Counter&) = delete;
  Counter& operator=(const Counter&) = delete;

  virtual std::vector<std::uint32_t> counts_in(const ArticleSet& articles) const = 0;
  virtual FacetValue value_at(std::size_t place) const = 0;
  /// Returns the place of a filter's value, or nothing when no article can have it.
  virtual std::optional<std::size_t> place_of(std::string_view wanted) const = 0;
  /// Returns what a filter's value without a place is shown as.
  virtual FacetValue unknown(std::string_view wanted) const {
    return {std::string(wanted), std::string(wanted), 0, false};
  }
};

/// Counts the values of a column as they are.
class ValueCounter : public Counter {
 public:
  ValueCounter(FieldId id, const Columns& columns) : id_(id), columns_(columns) {}

  std::vector<std::uint32_t> counts_in(const ArticleSet& articles) const override {
    return columns_.column(id_).counts_in(articles);
  }
  FacetValue value_at(std::size_t place) const override {
    const ValueNumber number = columns_.range_of(id_).begin + static_cast<ValueNumber>(place);
    return {columns_.value(number).value, columns_.value(number).label, 0, false};
  }
  std::optional<std::size_t> place_of(std::string_view wanted) const override {
    const auto number = columns_.number_of(id_, wanted);
    return number ? std::optional<std::size_t>(*number - columns_.range_of(id_).begin)
                  : std::nullopt;
  }
  FacetValue unknown(std::string_view wanted) const override {
    const bool document = id_ == FieldId::kDocument;
    return {std::string(wanted), document ? document_label(wanted) : std::string(wanted), 0, false};
  }

 private:
  FieldId id_;
  const Columns& columns_;
};

/// Counts provinces of any time as the units of today.
class UnitCounter : public Counter {
 public:
  UnitCounter(FieldId id, const Columns& columns) : column_(columns.column(id)) {
    std::map<std::string, std::uint32_t> place_by_unit;
    for (ValueNumber number = range().begin; number < range().end; ++number) {
      place_by_unit.emplace(unit_of_today(columns.value(number).value), 0);
    }
    for (auto& [unit, place] : place_by_unit) {
      place = static_cast<std::uint32_t>(units_.size());
      units_.push_back(unit);
    }
    for (ValueNumber number = range().begin; number < range().end; ++number) {
      unit_of_.push_back(place_by_unit.at(std::string(unit_of_today(columns.value(number).value))));
    }
  }

  std::vector<std::uint32_t> counts_in(const ArticleSet& articles) const override {
    std::vector<std::uint32_t> counts(units_.size());
    column_.for_each_row(articles, [&](std::span<const ValueNumber> row) {
      for (auto value = row.begin(); value != row.end(); ++value) {
        // An article about two provinces that are one today counts once.
        const std::uint32_t unit = unit_of(*value);
        const bool again = std::any_of(row.begin(), value,
                                       [&](ValueNumber other) { return unit_of(other) == unit; });
        counts[unit] += again ? 0 : 1;
      }
    });
    return counts;
  }
  FacetValue value_at(std::size_t place) const override {
    return {units_[place], units_[place], 0, false};
  }
  std::optional<std::size_t> place_of(std::string_view wanted) const override {
    const auto unit = std::lower_bound(units_.begin(), units_.end(), unit_of_today(wanted));
    return unit == units_.end() || *unit != unit_of_today(wanted)
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(unit - units_.begin()));
  }
  FacetValue unknown(std::string_view wanted) const override {
    return Counter::unknown(unit_of_today(wanted));
  }

 private:
  ValueRange range() const { return column_.range(); }
  std::uint32_t unit_of(ValueNumber number) const { return unit_of_[number - range().begin]; }

  const ValueColumn& column_;
  std::vector<std::uint32_t> unit_of_;  ///< by value
  std::vector<std::string> units_;
};

/// Counts years or months: each is a range of ordinals.
class PeriodCounter : public Counter {
 public:
  PeriodCounter(FieldId id, const Columns& columns) : years_(id == FieldId::kYear) {
    for (const MonthOfArticles& month : std::views::reverse(columns.months())) {
      const int period = years_ ? month.month / 12 : month.month;
      if (periods_.empty() || periods_.back() != period) {
        periods_.push_back(period);
        articles_.push_back(month.articles);
      }
      articles_.back().begin = month.articles.begin;
    }
  }

  std::vector<std::uint32_t> counts_in(const ArticleSet& articles) const override {
    std::vector<std::uint32_t> counts;
    counts.reserve(articles_.size());
    for (const OrdinalRange range : articles_) {
      counts.push_back(static_cast<std::uint32_t>(articles.size_in(range.begin, range.end)));
    }
    return counts;
  }
  FacetValue value_at(std::size_t place) const override {
    const std::string text = text_of(periods_[place]);
    return {text, text, 0, false};
  }
  std::optional<std::size_t> place_of(std::string_view wanted) const override {
    const auto period = std::find_if(periods_.begin(), periods_.end(),
                                     [&](int candidate) { return text_of(candidate) == wanted; });
    return period == periods_.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(period - periods_.begin()));
  }

 private:
  std::string text_of(int period) const {
    return years_ ? month_text(period * 12).substr(0, 4) : month_text(period);
  }

  bool years_;
  std::vector<int> periods_;  ///< years, or months since year 0; the earliest first
  std::vector<OrdinalRange> articles_;
};

std::unique_ptr<Counter> counter_for(FieldId id, const SearchRequest& request,
                                     const Columns& columns) {
  if (field(id).slot == kPublishedSlot) {
    return std::make_unique<PeriodCounter>(id, columns);
  }
  if (is_seen_today(id, request)) {
    return std::make_unique<UnitCounter>(column_of(id, request), columns);
  }
  return std::make_unique<ValueCounter>(column_of(id, request), columns);
}

/// Marks what a filter names among the values, and adds what is not.
void add_selected(FieldId id, const SearchRequest& request, const Counter& counter,
                  const std::vector<std::uint32_t>& counts, std::vector<FacetValue>& values) {
  for (const Filter& filter : request.filters) {
    for (std::size_t i = 0; filter.field == id && i < filter.values.size(); ++i) {
      const std::string& wanted = filter.values[i];
      const auto place = counter.place_of(wanted);
      FacetValue selected = place ? counter.value_at(*place) : counter.unknown(wanted);
      selected.count = place ? counts[*place] : 0;
      selected.selected = true;
      const auto known = std::find_if(values.begin(), values.end(), [&](const FacetValue& value) {
        return value.value == selected.value;
      });
      if (known == values.end()) {
        values.push_back(std::move(selected));
      } else {
        known->selected = true;
      }
    }
  }
}

Facet counted(FieldId id, const SearchRequest& request, const Counter& counter,
              const ArticleSet& articles) {
  const std::vector<std::uint32_t> counts = counter.counts_in(articles);
  std::vector<std::uint32_t> places;
  for (std::uint32_t place = 0; place < counts.size(); ++place) {
    if (counts[place] > 0) {
      places.push_back(place);
    }
  }
  Facet facet{id, {}, places.size()};
  const std::size_t shown = std::min(request.facet_limit, places.size());
  const auto last = places.begin() + static_cast<std::ptrdiff_t>(shown);
  std::partial_sort(places.begin(), last, places.end(), [&](std::uint32_t a, std::uint32_t b) {
    return counts[a] != counts[b] ? counts[a] > counts[b] : a < b;
  });
  for (auto place = places.begin(); place != last; ++place) {
    facet.values.push_back(counter.value_at(*place));
    facet.values.back().count = counts[*place];
  }
  add_selected(id, request, counter, counts, facet.values);
  std::sort(facet.values.begin(), facet.values.end(), [](const FacetValue& a, const FacetValue& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  });
  return facet;
}

}  // namespace

FilteredMatches filter_and_count(const ArticleSet& matches, const SearchRequest& request,
                                 const Selection& selection, const Columns& columns,
                                 const Deadline& deadline) {
  FilteredMatches filtered;
  filtered.articles = selection.passing(matches);
  filtered.total = filtered.articles.size();
  for (const FieldId id : request.facets) {
    deadline.check();
    const auto counter = counter_for(id, request, columns);
    filtered.facets.push_back(
        selection.filters(id) ? counted(id, request, *counter, selection.passing_but(id, matches))
                              : counted(id, request, *counter, filtered.articles));
  }
  for (const MonthOfArticles& month : std::views::reverse(columns.months())) {
    const std::size_t count = filtered.articles.size_in(month.articles.begin, month.articles.end);
    if (count > 0) {
      filtered.histogram.push_back({month_text(month.month), count});
    }
  }
  filtered.undated = filtered.articles.size_in(columns.undated().begin, columns.undated().end);
  return filtered;
}

}  // namespace tracuu
