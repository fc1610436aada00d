#include <unistd.h>
#include <xapian.h>

#include <algorithm>

#include "common/index/article_store.h"
#include "common/index/generation.h"
#include "common/index/schema.h"
#include "common/index/segments.h"
#include "common/index/token_streams.h"
#include "indexer/index_writer.h"
#include "indexer/terms_builder.h"

namespace tracuu {

namespace fs = std::filesystem;

namespace {

/// Checks the trees of the tables. The term list is read document by document instead: Xapian's own
/// check of it takes memory by the highest docid, and docids here are spread over the calendar.
void check_tables(const fs::path& directory, std::vector<std::string>& problems) {
  for (const char* table : {"docdata.glass", "postlist.glass"}) {
    const fs::path file = directory / table;
    // Xapian opens for writing what it checks; where that is forbidden the manifest has to do.
    if (::access(file.c_str(), W_OK) == 0 && Xapian::Database::check(file.string()) != 0) {
      problems.push_back("index: a table is damaged, rebuild the index: '" + file.string() + "'");
    }
  }
}

void check_article(const ArticleStore& stored, std::uint32_t docid,
                   std::vector<std::string>& problems) {
  const std::string where = " (document " + std::to_string(docid) + ")";
  try {
    const Article article = stored.article(docid);
    const std::uint32_t first =
        article.published ? first_docid_of(*article.published) : first_undated_docid();
    if (docid < first || (article.published && docid >= first + kSlotsPerDay)) {
      problems.push_back("index: an article does not lie at its date: '" + article.id + "'" +
                         where);
    }
  } catch (const std::runtime_error& error) {
    problems.push_back(error.what() + where);
  }
}

void check_articles(const fs::path& directory, const Xapian::Database& database,
                    std::vector<std::string>& problems) {
  const Result<ArticleStore> stored = ArticleStore::open(directory);
  if (!stored) {
    problems.push_back(stored.error().message);
    return;
  }
  const std::vector<std::uint32_t> docids(database.postlist_begin(""), database.postlist_end(""));
  if (!std::ranges::equal(docids, stored->docids())) {
    problems.push_back("index: not the articles of the database are stored, rebuild the index: '" +
                       (directory / kArticlesFile).string() + "'");
  }
  for (const std::uint32_t docid : stored->docids()) {
    check_article(*stored, docid, problems);
  }
}

void check_streams(const fs::path& directory, const Xapian::Database& database,
                   std::vector<std::string>& problems) {
  const Result<TokenStreams> streams = TokenStreams::open(directory);
  if (!streams) {
    problems.push_back(streams.error().message);
    return;
  }
  const std::vector<std::uint32_t> docids(database.postlist_begin(""), database.postlist_end(""));
  if (!std::equal(docids.begin(), docids.end(), streams->docids().begin(),
                  streams->docids().end()) ||
      !streams->is_sound()) {
    problems.push_back("index: the token streams are damaged, rebuild the index: '" +
                       (directory / kTokenStreamsFile).string() + "'");
  }
}

void check_segment(const fs::path& directory, std::vector<std::string>& problems) {
  try {
    check_tables(directory, problems);
    const Xapian::Database database(directory.string());
    if (database.get_metadata(kSchemaKey) != std::to_string(kSchemaVersion)) {
      problems.push_back("index: not of this program's schema version, rebuild it: '" +
                         database.get_metadata(kSchemaKey) + "'");
      return;
    }
    if (!unpack_docids(database.get_metadata(kRemovedKey)) &&
        directory.filename() == kDeltaFolder) {
      problems.push_back("index: the delta does not tell what it removes, rebuild the index: '" +
                         directory.string() + "'");
    }
    check_streams(directory, database, problems);
    check_terms(directory, problems);
    check_articles(directory, database, problems);
  } catch (const Xapian::Error& error) {
    problems.push_back("index: cannot be read, rebuild it: '" + error.get_description() + "'");
  }
}

}  // namespace

std::vector<std::string> check_index(const fs::path& directory) {
  std::vector<std::string> problems;
  for (const fs::path& segment : segments_of(directory)) {
    check_segment(segment, problems);
  }
  return problems;
}

}  // namespace tracuu
