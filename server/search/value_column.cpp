#include "server/search/value_column.h"

#include <algorithm>
#include <numeric>

namespace tracuu {
namespace {

/// From so many values an article on it is cheaper to gather and sort the values of the articles
/// than to pass over all values.
constexpr std::size_t kValuesAnArticle = 16;
/// A value is common when more than one article in so many has it: as a set it then takes no more
/// room than as a list, and its bits are counted sooner than its articles.
constexpr std::size_t kCommonShare = 32;
/// From so many words of sets on an article it is cheaper to look each article up in each set than
/// to pass over the words of the sets.
constexpr std::size_t kWordsAnArticle = 4;
/// Up to one article in so many, the values of these are looked at sooner than sets of all articles
/// that have a value are joined.
constexpr std::size_t kFewShare = 64;

}  // namespace

ValueColumn::ValueColumn(std::size_t articles, ValueRange range, std::span<const Entry> entries)
    : range_(range) {
  list_articles(entries);
  set_common_apart(articles, entries);
}

void ValueColumn::list_articles(std::span<const Entry> entries) {
  list_begins_.resize(range_.size() + 1);
  for (const auto& [article, value] : entries) {
    ++list_begins_[value - range_.begin + 1];
  }
  std::partial_sum(list_begins_.begin(), list_begins_.end(), list_begins_.begin());
  // Lists are filled in the order of articles, so each ascends.
  std::vector<std::uint32_t> next(list_begins_.begin(), list_begins_.end() - 1);
  articles_.resize(entries.size());
  for (const auto& [article, value] : entries) {
    articles_[next[value - range_.begin]++] = article;
  }
}

void ValueColumn::set_common_apart(std::size_t articles, std::span<const Entry> entries) {
  std::vector<bool> is_common(range_.size());
  for (std::uint32_t place = 0; place < range_.size(); ++place) {
    const std::span<const Ordinal> list = articles_with(range_.begin + place);
    if (list.size() > articles / kCommonShare) {
      is_common[place] = true;
      common_.push_back({place, ArticleSet(articles)});
      std::ranges::for_each(list, [&](Ordinal article) { common_.back().articles.add(article); });
    }
  }
  std::vector<Entry> uncommon;
  std::copy_if(entries.begin(), entries.end(), std::back_inserter(uncommon),
               [&](const Entry& entry) { return !is_common[entry.second - range_.begin]; });
  rows_ = ValueRows(articles, range_.begin, uncommon);
}

std::span<const Ordinal> ValueColumn::articles_with(ValueNumber number) const {
  const std::uint32_t begin = list_begins_[number - range_.begin];
  return std::span(articles_).subspan(begin, list_begins_[number - range_.begin + 1] - begin);
}

void ValueColumn::add_articles_with(ValueNumber number, ArticleSet& articles) const {
  const std::uint32_t place = number - range_.begin;
  const auto common = std::ranges::lower_bound(common_, place, {}, &CommonValue::place);
  if (common != common_.end() && common->place == place) {
    articles |= common->articles;
    return;
  }
  std::ranges::for_each(articles_with(number), [&](Ordinal article) { articles.add(article); });
}

std::vector<ArticleSet> ValueColumn::having_any(std::span<const std::vector<ValueNumber>> groups,
                                                const ArticleSet& articles) const {
  std::vector<ArticleSet> having(groups.size(), ArticleSet(articles.articles()));
  if (articles.size() < articles.articles() / kFewShare) {
    std::vector<ArticleSet*> set_of(range_.size());
    for (std::size_t group = 0; group < groups.size(); ++group) {
      std::ranges::for_each(groups[group], [&](ValueNumber number) {
        set_of[number - range_.begin] = &having[group];
      });
    }
    articles.for_each([&](Ordinal article) {
      for_each_of(article, [&](ValueNumber number) {
        if (ArticleSet* const set = set_of[number - range_.begin]; set != nullptr) {
          set->add(article);
        }
      });
    });
    return having;
  }
  for (std::size_t group = 0; group < groups.size(); ++group) {
    for (const ValueNumber number : groups[group]) {
      add_articles_with(number, having[group]);
    }
    having[group] &= articles;
  }
  return having;
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
  const std::size_t size = articles.size();
  return size < range_.size() / kValuesAnArticle ? sparse_counts_in(articles)
                                                 : counted_places(dense_counts_in(articles, size));
}

std::vector<CountedPlace> ValueColumn::sparse_counts_in(const ArticleSet& articles) const {
  std::vector<ValueNumber> values;
  articles.for_each([&](Ordinal article) {
    for_each_of(article, [&](ValueNumber value) { values.push_back(value); });
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

std::vector<std::uint32_t> ValueColumn::dense_counts_in(const ArticleSet& articles,
                                                        std::size_t size) const {
  if (size <= articles.articles() / 2) {
    return counted(articles, size);
  }
  // Those that are not asked for are fewer.
  ArticleSet others = ArticleSet::all(articles.articles());
  others -= articles;
  std::vector<std::uint32_t> counts = counted(others, articles.articles() - size);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    counts[i] = list_begins_[i + 1] - list_begins_[i] - counts[i];
  }
  return counts;
}

std::vector<std::uint32_t> ValueColumn::counted(const ArticleSet& articles,
                                                std::size_t size) const {
  std::vector<std::uint32_t> counts(range_.size());
  rows_.count(articles, counts);
  if (size < articles.words().size() / kWordsAnArticle) {
    articles.for_each([&](Ordinal article) {
      for (const CommonValue& common : common_) {
        counts[common.place] += common.articles.contains(article) ? 1 : 0;
      }
    });
    return counts;
  }
  for (const CommonValue& common : common_) {
    counts[common.place] = static_cast<std::uint32_t>(articles.shared_with(common.articles));
  }
  return counts;
}

std::size_t ValueColumn::bytes() const {
  const std::size_t sets = common_.empty() ? 0 : common_[0].articles.words().size_bytes();
  return rows_.bytes() + common_.size() * sets + articles_.capacity() * sizeof(articles_[0]);
}

}  // namespace tracuu
