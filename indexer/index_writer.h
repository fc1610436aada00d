#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/article.h"
#include "indexer/reprints.h"
#include "indexer/token_spool.h"

namespace tracuu {

/// What an index says about itself: Xapian metadata, by key (see common/index/generation.h).
using IndexMetadata = std::map<std::string, std::string>;

/// Gives docids by common/index/schema.h: newest day first, within a day in the order asked.
class DocidAllocator {
 public:
  /// Marks a docid as taken by an earlier generation.
  void take(std::uint32_t docid);
  /// Returns the next free docid of the day, or nothing when the day (or the undated block) is full
  /// or lies outside the calendar of the index.
  std::optional<std::uint32_t> next(std::optional<Day> published);

 private:
  std::map<std::int32_t, std::uint32_t> used_by_day_;
  std::uint32_t used_undated_ = 0;
};

/// One article to write; `load` gives it back when its turn comes, from any thread.
struct PlannedArticle {
  std::uint32_t docid = 0;
  std::function<Article()> load;
  ReprintMarks reprint = {};
};

/// Writes a new database into the empty folder `directory` from `articles` in ascending docid
/// order: small sub-indexes on `threads` threads, then one compaction, and the terms of the text
/// from `streams`. `written` is raised by each article. Memory is bounded by the sub-indexes'
/// commits and kRunArticles a thread. Throws std::runtime_error; the folder is then worthless.
/// REQUIRES: `articles` sorted by docid, docids distinct; `streams` has the tokens of each.
void write_index(const std::filesystem::path& directory,
                 const std::vector<PlannedArticle>& articles, TokenSpool& streams,
                 const IndexMetadata& metadata, std::size_t threads,
                 std::atomic<std::uint64_t>& written);

/// What a published index knows of one article.
struct StoredArticle {
  std::uint32_t docid = 0;
  std::string content_hash;
};

/// A database that is being changed: a copy of the current generation.
class IndexUpdate {
 public:
  /// Copies the database in `current` to the empty folder `directory` and opens the copy.
  IndexUpdate(const std::filesystem::path& current, const std::filesystem::path& directory);
  ~IndexUpdate();
  IndexUpdate(const IndexUpdate&) = delete;
  IndexUpdate& operator=(const IndexUpdate&) = delete;

  std::optional<StoredArticle> find(std::string_view id) const;
  /// Returns the docids of all articles.
  std::vector<std::uint32_t> docids() const;
  /// Returns the keys of all papers that articles cite, see DocumentIdentity::key().
  std::vector<std::string> identity_keys() const;
  /// Returns the newest articles, at most `most`, that have the term (see schema.h).
  std::vector<std::uint32_t> with_term(std::string_view term, std::size_t most) const;
  /// Returns the stored article. REQUIRES: `docid` is one of docids().
  Article load(std::uint32_t docid) const;
  /// Returns the articles that bear a key of a sketch, at most `most`, from the newest on.
  std::vector<std::uint32_t> bearing(std::uint32_t reprint_key, std::size_t most) const;
  /// Returns the name of an article's reprint group, "" for an article alone.
  std::string reprint_group(std::uint32_t docid) const;
  /// Returns what the index says of itself under `key`, "" when nothing.
  std::string metadata(const std::string& key) const;
  void put(std::uint32_t docid, const Article& article, const ReprintMarks& reprint = {});
  /// Makes an article, which was alone, a member of a reprint group.
  void join(std::uint32_t docid, const std::string& reprint_group);
  void remove(std::uint32_t docid);
  /// Commits everything with new metadata and writes the frequent terms; no changes after it.
  void finish(const IndexMetadata& metadata);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Checks the database in `directory`: its tables, the schema version, the frequent terms, that
/// every stored article can be read and has its docid's day. Returns what is wrong, one sentence
/// each.
std::vector<std::string> check_index(const std::filesystem::path& directory);

/// Returns the metadata and the number of articles of the database in `directory`; throws
/// std::runtime_error with a sentence when it cannot be opened.
IndexMetadata read_metadata(const std::filesystem::path& directory, std::uint64_t& articles);

}  // namespace tracuu
