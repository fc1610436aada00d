#include "server/search/article_set.h"

#include <algorithm>

#include "server/search/processor.h"

namespace tracuu {
namespace {

TRACUU_VECTOR_CLONES std::size_t count(const std::uint64_t* words, std::size_t size) {
  std::size_t bits = 0;
  for (std::size_t i = 0; i < size; ++i) {
    bits += static_cast<std::size_t>(std::popcount(words[i]));
  }
  return bits;
}

TRACUU_VECTOR_CLONES std::size_t count_shared(const std::uint64_t* a, const std::uint64_t* b,
                                              std::size_t size) {
  std::size_t bits = 0;
  for (std::size_t i = 0; i < size; ++i) {
    bits += static_cast<std::size_t>(std::popcount(a[i] & b[i]));
  }
  return bits;
}

#if defined(TRACUU_HAVE_WIDE_LANES)
TRACUU_WIDE_LANES std::size_t count_shared_wide(const std::uint64_t* a, const std::uint64_t* b,
                                                std::size_t size) {
  std::size_t bits = 0;
  for (std::size_t i = 0; i < size; ++i) {
    bits += static_cast<std::size_t>(std::popcount(a[i] & b[i]));
  }
  return bits;
}
#endif

constexpr std::uint64_t kFull = ~std::uint64_t{0};

}  // namespace

ArticleSet ArticleSet::range(std::size_t articles, Ordinal begin, Ordinal end) {
  ArticleSet set(articles);
  if (begin >= end) {
    return set;
  }
  const std::size_t first = begin / 64;
  const std::size_t last = (end - 1) / 64;
  std::fill(set.words_.begin() + static_cast<std::ptrdiff_t>(first),
            set.words_.begin() + static_cast<std::ptrdiff_t>(last) + 1, kFull);
  set.words_[first] &= kFull << (begin % 64);
  set.words_[last] &= kFull >> (63 - (end - 1) % 64);
  return set;
}

std::size_t ArticleSet::size() const {
  return count(words_.data(), words_.size());
}

std::size_t ArticleSet::size_in(Ordinal begin, Ordinal end) const {
  if (begin >= end) {
    return 0;
  }
  const std::size_t first = begin / 64;
  const std::size_t last = (end - 1) / 64;
  const std::size_t before =
      static_cast<std::size_t>(std::popcount(words_[first] & ~(kFull << (begin % 64))));
  const std::size_t behind =
      static_cast<std::size_t>(std::popcount(words_[last] & ~(kFull >> (63 - (end - 1) % 64))));
  return count(words_.data() + first, last - first + 1) - before - behind;
}

std::size_t ArticleSet::shared_with(const ArticleSet& other) const {
#if defined(TRACUU_HAVE_WIDE_LANES)
  if (has_wide_lanes()) {
    return count_shared_wide(words_.data(), other.words_.data(), words_.size());
  }
#endif
  return count_shared(words_.data(), other.words_.data(), words_.size());
}

bool ArticleSet::empty() const {
  return std::all_of(words_.begin(), words_.end(), [](std::uint64_t word) { return word == 0; });
}

std::optional<Ordinal> ArticleSet::first_from(Ordinal begin) const {
  std::uint64_t kept = kFull << (begin % 64);
  for (std::size_t word = begin / 64; word < words_.size(); ++word) {
    if (const std::uint64_t bits = words_[word] & kept; bits != 0) {
      return static_cast<Ordinal>(word * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
    }
    kept = kFull;
  }
  return std::nullopt;
}

std::optional<Ordinal> ArticleSet::last_before(Ordinal end) const {
  if (end == 0) {
    return std::nullopt;
  }
  std::uint64_t kept = kFull >> (63 - (end - 1) % 64);
  for (std::size_t word = (end - 1) / 64 + 1; word > 0; --word) {
    if (const std::uint64_t bits = words_[word - 1] & kept; bits != 0) {
      return static_cast<Ordinal>(word * 64 - 1 - static_cast<std::size_t>(std::countl_zero(bits)));
    }
    kept = kFull;
  }
  return std::nullopt;
}

ArticleSet& ArticleSet::operator|=(const ArticleSet& other) {
  for (std::size_t i = 0; i < words_.size(); ++i) {
    words_[i] |= other.words_[i];
  }
  return *this;
}

ArticleSet& ArticleSet::operator&=(const ArticleSet& other) {
  for (std::size_t i = 0; i < words_.size(); ++i) {
    words_[i] &= other.words_[i];
  }
  return *this;
}

ArticleSet& ArticleSet::operator-=(const ArticleSet& other) {
  for (std::size_t i = 0; i < words_.size(); ++i) {
    words_[i] &= ~other.words_[i];
  }
  return *this;
}

}  // namespace tracuu
