#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/index/article_store.h"
#include "common/index/frequent_terms.h"
#include "common/index/rare_terms.h"
#include "common/index/token_streams.h"
#include "common/result.h"
#include "server/search/article_set.h"
#include "server/search/columns.h"

namespace tracuu {

/// Who has one term, and how often: from the file of frequent terms, of rare ones, or, for a rare
/// term of an entity, from the database.
class TermPostings {
 public:
  explicit TermPostings(FrequentPostings frequent) : frequent_(frequent) {}
  explicit TermPostings(std::vector<TermPosting> rare);

  std::uint32_t size() const;
  /// The most times that one article has the term.
  std::uint32_t most_times() const;
  /// Returns how often an article has the term, or nothing when it does not.
  std::optional<std::uint32_t> times_in(Ordinal article) const;
  bool contains(Ordinal article) const {
    return frequent_ ? frequent_->contains(article) : times_in(article).has_value();
  }

  /// Adds to `set` those of the articles that are in `within`.
  void add_to(ArticleSet& set, const ArticleSet& within) const;

  const std::optional<FrequentPostings>& frequent() const { return frequent_; }
  /// The postings, ascending, of a term that is not frequent.
  std::span<const TermPosting> rare() const { return rare_; }

 private:
  std::optional<FrequentPostings> frequent_;
  std::vector<TermPosting> rare_;
  std::uint32_t most_times_ = 0;
};

/// What one generation knows of its articles and their terms beside the database. Constant after
/// open(), thread-safe.
class TermIndex {
 public:
  TermIndex() = default;
  /// Opens the files of the generation in `directory`. Fails, with what to do, when it is damaged
  /// or of other articles than `columns`, which must outlive this.
  static Result<TermIndex> open(const std::filesystem::path& directory, const Columns& columns);

  /// The articles themselves.
  const ArticleStore& stored() const { return stored_; }
  const FrequentTerms& frequent() const { return frequent_; }
  const RareTerms& rare() const { return rare_; }
  const TokenStreams& streams() const { return streams_; }
  const Columns& columns() const { return *columns_; }
  std::size_t articles() const { return norms_.size(); }
  /// Returns, for each article, k1 (1 - b + b length / average length) of BM25.
  std::span<const float> norms() const { return norms_; }
  /// Returns the least of them, 0 without articles.
  float least_norm() const { return least_norm_; }

 private:
  ArticleStore stored_;
  FrequentTerms frequent_;
  RareTerms rare_;
  TokenStreams streams_;
  const Columns* columns_ = nullptr;
  std::vector<float> norms_;
  float least_norm_ = 0;
};

/// Reads the terms of one search, each once. For one thread; the arguments of the constructor must
/// outlive it.
class TermReader {
 public:
  TermReader(const TermIndex& index, const Xapian::Database& database)
      : index_(index), database_(database) {}

  const TermIndex& index() const { return index_; }
  const Xapian::Database& database() const { return database_; }
  std::size_t articles() const { return index_.articles(); }
  Xapian::docid docid_of(Ordinal article) const { return index_.columns().docids()[article]; }

  /// Returns how many articles have a term.
  Xapian::doccount frequency(const std::string& term) const;
  /// Returns who has a term; valid as long as the reader. Throws std::runtime_error when a file of
  /// terms is damaged, and Xapian::Error.
  const TermPostings& postings(const std::string& term) const;

 private:
  Xapian::doccount rare_frequency(const std::string& term) const;
  std::vector<TermPosting> rare_postings(const std::string& term) const;

  const TermIndex& index_;
  const Xapian::Database& database_;
  mutable std::unordered_map<std::string, TermPostings> read_;
  mutable std::unordered_map<std::string, Xapian::doccount> frequencies_;
};

}  // namespace tracuu
