#include "server/search/value_column.h"

#include <algorithm>
#include <bit>
#include <numeric>

#include "server/search/vector_clones.h"

namespace tracuu {
namespace {

/// From so many values an article on it is cheaper to gather and sort the values of the articles
/// than to pass over all values.
constexpr std::size_t kValuesAnArticle = 16;

/// What counting reads of a column.
struct Rows {
  const std::uint64_t* having;
  const std::uint32_t* begins;
  const ValueNumber* values;
  ValueNumber first;  ///< value of the first count
};

TRACUU_VECTOR_CLONES void count_rows(const Rows& rows, const std::uint64_t* articles,
                                     std::size_t words, std::uint32_t* counts) {
  const std::uint32_t* begins = rows.begins;
  for (std::size_t word = 0; word < words; ++word) {
    const std::uint64_t all = rows.having[word];
    for (std::uint64_t bits = all & articles[word]; bits != 0; bits &= bits - 1) {
      const auto row = std::popcount(all & ((bits & -bits) - 1));
      for (std::uint32_t i = begins[row]; i < begins[row + 1]; ++i) {
        ++counts[rows.values[i] - rows.first];
      }
    }
    begins += std::popcount(all);
  }
}

}  // namespace

ValueColumn::ValueColumn(std::size_t articles, ValueRange range, std::span<const Entry> entries)
    : range_(range), having_(articles), list_begins_(range.size() + 1) {
  row_begins_.push_back(0);
  values_.reserve(entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto [article, value] = entries[i];
    having_.add(article);
    values_.push_back(value);
    ++list_begins_[value - range.begin + 1];
    if (i + 1 == entries.size() || entries[i + 1].first != article) {
      row_begins_.push_back(static_cast<std::uint32_t>(i + 1));
    }
  }
  row_begins_.shrink_to_fit();
  std::partial_sum(list_begins_.begin(), list_begins_.end(), list_begins_.begin());
  // Lists are filled in the order of articles, so each ascends.
  std::vector<std::uint32_t> next(list_begins_.begin(), list_begins_.end() - 1);
  articles_.resize(entries.size());
  for (const auto& [article, value] : entries) {
    articles_[next[value - range.begin]++] = article;
  }
  ranks_.reserve(having_.words().size());
  std::uint32_t rows = 0;
  for (const std::uint64_t word : having_.words()) {
    ranks_.push_back(rows);
    rows += static_cast<std::uint32_t>(std::popcount(word));
  }
}

std::span<const ValueNumber> ValueColumn::values_of(Ordinal article) const {
  if (!having_.contains(article)) {
    return {};
  }
  const std::uint64_t before = (std::uint64_t{1} << (article % 64)) - 1;
  return row_at(ranks_[article / 64] +
                static_cast<std::size_t>(std::popcount(having_.words()[article / 64] & before)));
}

std::span<const Ordinal> ValueColumn::articles_with(ValueNumber number) const {
  const std::uint32_t begin = list_begins_[number - range_.begin];
  return std::span(articles_).subspan(begin, list_begins_[number - range_.begin + 1] - begin);
}

std::vector<CountedPlace> counted_places(const std::vector<std::uint32_t>& counts) {
  std::vector<CountedPlace> places;
  for (std::uint32_t place = 0; place < counts.size(); ++place) {
    if (counts[place] > 0) {
      places.push_back({place, counts[place]});
    }
  }
  return places;
}

std::vector<CountedPlace> ValueColumn::counts_in(const ArticleSet& articles) const {
  return articles.shared_with(having_) < range_.size() / kValuesAnArticle
             ? sparse_counts_in(articles)
             : counted_places(dense_counts_in(articles));
}

std::vector<CountedPlace> ValueColumn::sparse_counts_in(const ArticleSet& articles) const {
  std::vector<ValueNumber> values;
  for_each_row(articles, [&](std::span<const ValueNumber> row) {
    values.insert(values.end(), row.begin(), row.end());
  });
  std::sort(values.begin(), values.end());
  std::vector<CountedPlace> places;
  for (const ValueNumber value : values) {
    const ValueNumber place = value - range_.begin;
    if (places.empty() || places.back().place != place) {
      places.push_back({place, 0});
    }
    ++places.back().count;
  }
  return places;
}

std::vector<std::uint32_t> ValueColumn::dense_counts_in(const ArticleSet& articles) const {
  std::vector<std::uint32_t> counts(range_.size());
  const Rows rows{having_.words().data(), row_begins_.data(), values_.data(), range_.begin};
  if (articles.shared_with(having_) <= row_begins_.size() / 2) {
    count_rows(rows, articles.words().data(), articles.words().size(), counts.data());
    return counts;
  }
  // Those that are not asked for are fewer.
  ArticleSet others = having_;
  others -= articles;
  count_rows(rows, others.words().data(), others.words().size(), counts.data());
  for (std::size_t i = 0; i < counts.size(); ++i) {
    counts[i] = list_begins_[i + 1] - list_begins_[i] - counts[i];
  }
  return counts;
}

std::size_t ValueColumn::bytes() const {
  return having_.words().size_bytes() + ranks_.capacity() * sizeof(ranks_[0]) +
         row_begins_.capacity() * sizeof(row_begins_[0]) + values_.capacity() * sizeof(values_[0]) +
         articles_.capacity() * sizeof(articles_[0]);
}

}  // namespace tracuu
