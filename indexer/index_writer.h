#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/index/article.h"
#include "common/index/token_streams.h"
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

/// Where the words of the articles to write are. An article that several have is as `fresh` has it,
/// else as the last of `published` has it.
struct PlannedStreams {
  TokenSpool& fresh;
  std::vector<const TokenStreams*> published;
};

/// Writes a new database into the empty folder `directory` from `articles` in ascending docid
/// order: small sub-indexes on `threads` threads, then one compaction, and the terms of the text
/// from `streams`. `written` is raised by each article. Memory is bounded by the sub-indexes'
/// commits and kRunArticles a thread. Throws std::runtime_error; the folder is then worthless.
/// REQUIRES: `articles` sorted by docid, docids distinct; `streams` has the tokens of each.
void write_index(const std::filesystem::path& directory,
                 const std::vector<PlannedArticle>& articles, const PlannedStreams& streams,
                 const IndexMetadata& metadata, std::size_t threads,
                 std::atomic<std::uint64_t>& written);

/// Checks the generation in `directory`, each segment: the tables of its database, the schema
/// version, the frequent terms, that every stored article can be read and has its docid's day.
/// Returns what is wrong, one sentence each.
std::vector<std::string> check_index(const std::filesystem::path& directory);

/// Returns the metadata and the number of articles of the generation in `directory`; throws
/// std::runtime_error with a sentence when it cannot be opened.
IndexMetadata read_metadata(const std::filesystem::path& directory, std::uint64_t& articles);

}  // namespace tracuu
