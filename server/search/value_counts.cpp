#include "server/search/value_counts.h"

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <map>
#include <utility>

#include "server/search/document_values.h"
#include "server/search/selection.h"

namespace tracuu {
namespace {

/// Counts the values of a column as they are.
class ColumnCounts : public ValueCounts {
 public:
  ColumnCounts(FieldId id, const Columns& columns) : id_(id), columns_(columns) {}

  std::vector<CountedPlace> counts_in(const ArticleSet& articles) const override {
    return columns_.column(id_).counts_in(articles);
  }
  FacetValue value_at(std::size_t place) const override {
    const ColumnValue& value =
        columns_.value(columns_.range_of(id_).begin + static_cast<ValueNumber>(place));
    return {value.value, value.label, 0, false};
  }
  std::optional<std::size_t> place_of(std::string_view wanted) const override {
    const auto number = columns_.number_of(id_, wanted);
    return number ? std::optional<std::size_t>(*number - columns_.range_of(id_).begin)
                  : std::nullopt;
  }

 protected:
  const Columns& columns() const { return columns_; }

 private:
  FieldId id_;
  const Columns& columns_;
};

std::vector<CountedPlace> sum(const std::vector<CountedPlace>& a,
                              const std::vector<CountedPlace>& b) {
  std::vector<CountedPlace> all;
  all.reserve(a.size() + b.size());
  std::ranges::merge(a, b, std::back_inserter(all), {}, &CountedPlace::place, &CountedPlace::place);
  std::size_t kept = 0;
  for (const CountedPlace& one : all) {
    if (kept > 0 && all[kept - 1].place == one.place) {
      all[kept - 1].count += one.count;
    } else {
      all[kept++] = one;
    }
  }
  all.resize(kept);
  return all;
}

/// Counts documents, those in short for what they stand for too.
class DocumentCounts final : public ColumnCounts {
 public:
  DocumentCounts(const SearchRequest& request, const Columns& columns)
      : ColumnCounts(FieldId::kDocument, columns) {
    for (const Filter& filter : request.filters) {
      for (const std::string& value : filter.values) {
        if (filter.field == FieldId::kDocument) {
          add_wanted(value);
        }
      }
    }
  }

  std::vector<CountedPlace> counts_in(const ArticleSet& articles) const override {
    std::vector<CountedPlace> counts =
        sum(ColumnCounts::counts_in(articles), columns().short_numbers().counts_in(articles));
    auto place = static_cast<std::uint32_t>(columns().range_of(FieldId::kDocument).size());
    for (const WantedNumber& wanted : wanted_) {
      if (const std::size_t citing = wanted.citing.shared_with(articles); citing > 0) {
        counts.push_back({place, static_cast<std::uint32_t>(citing)});
      }
      ++place;
    }
    return counts;
  }
  FacetValue value_at(std::size_t place) const override {
    const std::size_t known = columns().range_of(FieldId::kDocument).size();
    return place < known ? ColumnCounts::value_at(place) : unknown(wanted_[place - known].value);
  }
  std::optional<std::size_t> place_of(std::string_view wanted) const override {
    const auto at = std::find_if(wanted_.begin(), wanted_.end(),
                                 [&](const WantedNumber& one) { return one.value == wanted; });
    return at == wanted_.end() ? ColumnCounts::place_of(wanted)
                               : std::optional(columns().range_of(FieldId::kDocument).size() +
                                               static_cast<std::size_t>(at - wanted_.begin()));
  }
  FacetValue unknown(std::string_view wanted) const override {
    return {std::string(wanted), document_label(wanted), 0, false};
  }

 private:
  /// A short number that is asked for and that no article says so.
  struct WantedNumber {
    std::string value;
    ArticleSet citing;
  };

  void add_wanted(const std::string& value) {
    const auto number = short_number(value);
    if (!number || place_of(value)) {
      return;
    }
    WantedNumber wanted{value, ArticleSet(columns().ordinals())};
    for (const ValueNumber meant : values_meant(*number, FieldId::kDocument, columns())) {
      columns().column(FieldId::kDocument).add_articles_with(meant, wanted.citing);
    }
    wanted_.push_back(std::move(wanted));
  }

  std::vector<WantedNumber> wanted_;
};

/// Counts provinces of any time as the units of today.
class UnitCounts : public ValueCounts {
 public:
  UnitCounts(FieldId id, const Columns& columns) : column_(columns.column(id)) {
    std::map<std::string_view, std::vector<ValueNumber>> provinces_by_unit;
    const ValueRange range = column_.range();
    for (ValueNumber number = range.begin; number < range.end; ++number) {
      provinces_by_unit[unit_of_today(columns.value(number).value)].push_back(number);
    }
    for (auto& [unit, provinces] : provinces_by_unit) {
      units_.emplace_back(unit);
      provinces_.push_back(std::move(provinces));
    }
  }

  /// An article about two provinces that are one today counts once.
  std::vector<CountedPlace> counts_in(const ArticleSet& articles) const override {
    std::vector<std::uint32_t> counts;
    counts.reserve(units_.size());
    for (const ArticleSet& about : column_.having_any(provinces_, articles)) {
      counts.push_back(static_cast<std::uint32_t>(about.size()));
    }
    return counted_places(counts);
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
    return ValueCounts::unknown(unit_of_today(wanted));
  }

 private:
  const ValueColumn& column_;
  std::vector<std::string> units_;
  std::vector<std::vector<ValueNumber>> provinces_;  ///< by unit
};

/// Returns two ranges that follow one another as one; either may be empty.
OrdinalRange joined(OrdinalRange first, OrdinalRange next) {
  if (first.begin == first.end || next.begin == next.end) {
    return first.begin == first.end ? next : first;
  }
  return {first.begin, next.end};
}

/// Counts years or months: each is a range of ordinals of each segment.
class PeriodCounts : public ValueCounts {
 public:
  PeriodCounts(FieldId id, const Columns& columns) : years_(id == FieldId::kYear) {
    const auto months = columns.months();
    std::for_each(months.rbegin(), months.rend(), [&](const MonthOfArticles& month) {
      const int period = years_ ? month.month / 12 : month.month;
      if (periods_.empty() || periods_.back() != period) {
        periods_.push_back(period);
        articles_.push_back(month.articles);
      }
      // Months come from the earliest on, ordinals of a segment from the latest.
      for (std::size_t segment = 0; segment < kMostSegments; ++segment) {
        OrdinalRange& all = articles_.back()[segment];
        all = joined(month.articles[segment], all);
      }
    });
  }

  std::vector<CountedPlace> counts_in(const ArticleSet& articles) const override {
    std::vector<std::uint32_t> counts;
    counts.reserve(articles_.size());
    for (const OrdinalRanges& ranges : articles_) {
      counts.push_back(static_cast<std::uint32_t>(size_in(articles, ranges)));
    }
    return counted_places(counts);
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
  std::vector<OrdinalRanges> articles_;
};

}  // namespace

FacetValue ValueCounts::unknown(std::string_view wanted) const {
  return {std::string(wanted), std::string(wanted), 0, false};
}

std::unique_ptr<ValueCounts> value_counts(FieldId id, const SearchRequest& request,
                                          const Columns& columns) {
  if (field(id).slot == kPublishedSlot) {
    return std::make_unique<PeriodCounts>(id, columns);
  }
  if (is_seen_today(id, request)) {
    return std::make_unique<UnitCounts>(column_of(id, request), columns);
  }
  if (id == FieldId::kDocument) {
    return std::make_unique<DocumentCounts>(request, columns);
  }
  return std::make_unique<ColumnCounts>(column_of(id, request), columns);
}

std::string month_text(int month) {
  char text[24];
  std::snprintf(text, sizeof text, "%04d-%02d", month / 12, month % 12 + 1);
  return text;
}

}  // namespace tracuu
