#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tracuu {

/// Place of an article among all of its generation, in the order of docids: newest first.
using Ordinal = std::uint32_t;

/// A set of articles of one generation: one bit an article, 122 KiB for a million, so that sets are
/// joined, met and counted 64 articles at a time.
class ArticleSet {
 public:
  /// No article out of `articles`.
  explicit ArticleSet(std::size_t articles = 0)
      : articles_(articles), words_((articles + 63) / 64) {}
  /// The articles [begin, end) out of `articles`.
  static ArticleSet range(std::size_t articles, Ordinal begin, Ordinal end);
  static ArticleSet all(std::size_t articles) {
    return range(articles, 0, static_cast<Ordinal>(articles));
  }

  /// How many articles the generation has.
  std::size_t articles() const { return articles_; }
  /// Counts the articles in the set.
  std::size_t size() const;
  /// Counts those of [begin, end).
  std::size_t size_in(Ordinal begin, Ordinal end) const;
  /// Counts those that are in `other` too.
  std::size_t shared_with(const ArticleSet& other) const;
  bool empty() const;

  bool contains(Ordinal article) const {
    return (words_[article / 64] >> (article % 64) & 1U) != 0;
  }
  void add(Ordinal article) { words_[article / 64] |= std::uint64_t{1} << (article % 64); }
  void remove(Ordinal article) { words_[article / 64] &= ~(std::uint64_t{1} << (article % 64)); }

  /// Returns the first article from `begin` on, or nothing.
  std::optional<Ordinal> first_from(Ordinal begin) const;
  /// Returns the last article before `end`, or nothing.
  std::optional<Ordinal> last_before(Ordinal end) const;

  // REQUIRES: of the same generation.
  ArticleSet& operator|=(const ArticleSet& other);
  ArticleSet& operator&=(const ArticleSet& other);
  ArticleSet& operator-=(const ArticleSet& other);
  bool operator==(const ArticleSet&) const = default;

  /// Bit i of word w is article 64 w + i; bits behind the last article are 0.
  std::span<const std::uint64_t> words() const { return words_; }
  std::span<std::uint64_t> words() { return words_; }

  /// Calls `visit` with each article, ascending.
  template <typename Visit>
  void for_each(Visit visit) const {
    for (std::size_t word = 0; word < words_.size(); ++word) {
      for (std::uint64_t bits = words_[word]; bits != 0; bits &= bits - 1) {
        visit(static_cast<Ordinal>(word * 64 + static_cast<std::size_t>(std::countr_zero(bits))));
      }
    }
  }

 private:
  std::size_t articles_;
  std::vector<std::uint64_t> words_;
};

}  // namespace tracuu
