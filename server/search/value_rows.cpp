#include "server/search/value_rows.h"

#include "server/search/vector_clones.h"

namespace tracuu {
namespace {

/// What counting reads of rows.
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

ValueRows::ValueRows(std::size_t articles, std::span<const Entry> entries) : having_(articles) {
  values_.reserve(entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto [article, value] = entries[i];
    having_.add(article);
    values_.push_back(value);
    if (i + 1 == entries.size() || entries[i + 1].first != article) {
      begins_.push_back(static_cast<std::uint32_t>(i + 1));
    }
  }
  begins_.shrink_to_fit();
  ranks_.reserve(having_.words().size());
  std::uint32_t rows = 0;
  for (const std::uint64_t word : having_.words()) {
    ranks_.push_back(rows);
    rows += static_cast<std::uint32_t>(std::popcount(word));
  }
}

std::span<const ValueNumber> ValueRows::values_of(Ordinal article) const {
  if (!having_.contains(article)) {
    return {};
  }
  const std::uint64_t before = (std::uint64_t{1} << (article % 64)) - 1;
  return at(ranks_[article / 64] +
            static_cast<std::size_t>(std::popcount(having_.words()[article / 64] & before)));
}

void ValueRows::count(const ArticleSet& articles, ValueNumber first,
                      std::span<std::uint32_t> counts) const {
  count_rows({having_.words().data(), begins_.data(), values_.data(), first},
             articles.words().data(), having_.words().size(), counts.data());
}

std::size_t ValueRows::bytes() const {
  return having_.words().size_bytes() + ranks_.capacity() * sizeof(ranks_[0]) +
         begins_.capacity() * sizeof(begins_[0]) + values_.capacity() * sizeof(values_[0]);
}

}  // namespace tracuu
