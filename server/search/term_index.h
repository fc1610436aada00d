#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/index/frequent_terms.h"
#include "common/index/rare_terms.h"
#include "common/index/token_streams.h"
#include "common/result.h"
#include "server/search/article_set.h"
#include "server/search/columns.h"
#include "server/search/databases.h"
#include "server/search/stored_articles.h"

namespace tracuu {

/// Adds to `set` those of the postings of a segment, whose ordinals begin at `first`, that are in
/// `within`.
void add_postings(const FrequentPostings& postings, Ordinal first, const ArticleSet& within,
                  ArticleSet& set);

/// Who has one term, and how often: the articles of the base, where they are many, from its file of
/// frequent terms; all others one by one, from the files of rare terms, from what the delta has,
/// or, for a rare term of an entity, from the databases.
class TermPostings {
 public:
  TermPostings(std::optional<FrequentPostings> frequent, std::vector<TermPosting> others);

  std::uint32_t size() const;
  /// The most times that one article has the term.
  std::uint32_t most_times() const;
  /// Returns how often an article has the term, or nothing when it does not.
  std::optional<std::uint32_t> times_in(Ordinal article) const;
  bool contains(Ordinal article) const { return times_in(article).has_value(); }

  /// Adds to `set` those of the articles that are in `within`.
  void add_to(ArticleSet& set, const ArticleSet& within) const;

  const std::optional<FrequentPostings>& frequent() const { return frequent_; }
  /// The postings, ascending, that are not among frequent().
  std::span<const TermPosting> others() const { return others_; }

 private:
  std::optional<FrequentPostings> frequent_;
  std::vector<TermPosting> others_;
  std::uint32_t most_times_ = 0;
};

/// The terms and words of one segment.
struct TermSegment {
  FrequentTerms frequent;
  RareTerms rare;
  TokenStreams streams;
};

/// What one generation knows of its articles and their terms beside the databases. Constant after
/// open(), thread-safe.
class TermIndex {
 public:
  TermIndex() = default;
  /// Opens the files of the generation in `directory`. Fails, with what to do, when it is damaged
  /// or of other articles than `columns`, which must outlive this.
  static Result<TermIndex> open(const std::filesystem::path& directory, const Columns& columns);

  /// The articles themselves.
  const StoredArticles& stored() const { return stored_; }
  /// The base, then the delta when there is one.
  std::span<const TermSegment> segments() const { return segments_; }
  /// The words of each of them.
  std::vector<const TokenStreams*> streams() const;
  const Columns& columns() const { return *columns_; }
  /// How many articles terms are counted over: removed ones count until they are merged away.
  std::size_t articles() const { return articles_; }
  /// Returns, by ordinal, k1 (1 - b + b length / average length) of BM25.
  std::span<const float> norms() const { return norms_; }
  /// Returns the least of them, 0 without articles.
  float least_norm() const { return least_norm_; }

 private:
  void weigh_lengths();

  StoredArticles stored_;
  std::vector<TermSegment> segments_;
  const Columns* columns_ = nullptr;
  std::size_t articles_ = 0;
  std::vector<float> norms_;
  float least_norm_ = 0;
};

/// Reads the terms of one search, each once. For one thread; the arguments of the constructor must
/// outlive it.
class TermReader {
 public:
  TermReader(const TermIndex& index, const Databases& databases)
      : index_(index), databases_(databases) {}

  const TermIndex& index() const { return index_; }
  /// See TermIndex::articles().
  std::size_t articles() const { return index_.articles(); }
  /// How many ordinals there are: the size of every set of articles.
  std::size_t ordinals() const { return index_.columns().ordinals(); }
  Xapian::docid docid_of(Ordinal article) const { return index_.columns().docids()[article]; }

  /// Returns how many articles have a term, of those that articles() counts.
  Xapian::doccount frequency(const std::string& term) const;
  /// Returns the terms of entities that start with `start`, ascending.
  std::vector<std::string> terms_starting(const std::string& start) const;
  /// Returns who has a term; valid as long as the reader. Throws std::runtime_error when a file of
  /// terms is damaged, and Xapian::Error.
  const TermPostings& postings(const std::string& term) const;

 private:
  Xapian::doccount frequency_in(std::size_t segment, const std::string& term) const;
  void append_postings(std::size_t segment, const std::string& term,
                       std::vector<TermPosting>& postings) const;

  const TermIndex& index_;
  const Databases& databases_;
  mutable std::unordered_map<std::string, TermPostings> read_;
  mutable std::unordered_map<std::string, Xapian::doccount> frequencies_;
};

}  // namespace tracuu
