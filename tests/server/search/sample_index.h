#pragma once

#include <xapian.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/article.h"
#include "common/index/generation.h"
#include "indexer/index_writer.h"
#include "server/query/query.h"
#include "server/search/columns.h"
#include "server/search/match_set.h"
#include "server/search/term_index.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {

/// Returns an article with the fields that the search reads and nothing recognized in it.
Article plain_article(std::string_view id, std::string_view title, std::string_view body,
                      std::string_view published = {});

/// Cites a document in an article as the linker would: number, type and its class.
void cite(Article& article, std::string_view number, Span span = {});

/// Cites one paper of a number: its date and, for a local one, its province.
void cite_paper(Article& article, std::string_view number, std::string_view date,
                std::string_view province = {});

/// Names an official.
void name_official(Article& article, std::string_view name, Span span = {});

/// Whether the sample indexes of this run have two segments: TRACUU_TEST_DELTA is set.
bool has_delta();

/// An index of given articles as the indexer publishes it, in a directory of its own. Where
/// has_delta() it has two segments: a base in which some of the articles
/// are missing, some are out of date and one is too many, and a delta that puts this right.
class SampleIndex {
 public:
  /// Names of reprint groups by article id; articles without one are alone.
  using Groups = std::map<std::string, std::string>;

  explicit SampleIndex(const std::vector<Article>& articles, const Groups& groups = {}) {
    publish_generation(articles, groups);
  }

  /// Publishes one more generation.
  void publish_generation(const std::vector<Article>& articles, const Groups& groups = {});
  /// Writes metadata into the current generation, which only tests may do.
  void set_metadata(const std::string& key, const std::string& value) const;
  /// Publishes a generation without the articles with these ids; `most_changes` as of IndexUpdate.
  void remove(const std::vector<std::string>& ids,
              std::optional<std::size_t> most_changes = std::nullopt);

  const std::filesystem::path& path() const { return directory_.path(); }
  const std::filesystem::path& generation() const { return generation_.path; }
  Databases open() const { return Databases(generation_.path); }
  StoredArticles stored() const;

 private:
  void write_with_delta(const std::filesystem::path& build,
                        const std::vector<PlannedArticle>& planned);

  TemporaryDirectory directory_;
  Generation generation_;
};

/// A sample index as a search reads it. For one thread.
struct OpenIndex {
  explicit OpenIndex(const SampleIndex& index);

  ArticleSet all() const { return columns.live(); }
  /// Returns their docids, ascending.
  std::vector<Xapian::docid> docids_of(const ArticleSet& articles) const;

  Databases databases;
  Columns columns;
  TermIndex terms;
  TermReader reader;
};

/// Reads a query of a small notation, so that matching is tested apart from understanding: words,
/// "quoted phrases", -word, -"phrase", a|b for alternatives, @TERM for an entity, @TERM~word+word
/// for one that may also match by its words, @TERM^word+word by the words side by side.
Query sample_query(std::string_view notation);

/// Returns the docid of the article with `id`. REQUIRES: there is one.
Xapian::docid docid_of_id(const Databases& databases, std::string_view id);

/// Returns the ids of stored articles, blank-separated, in the order of `docids`.
std::string ids_of(const StoredArticles& stored, const std::vector<Xapian::docid>& docids);

}  // namespace tracuu
