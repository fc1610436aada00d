#pragma once

#include <xapian.h>

#include <map>
#include <optional>

#include "common/index/article.h"
#include "server/query/page_result.h"
#include "server/search/deadline.h"

namespace tracuu {

/// Stored articles of one generation, each read once. For one request of one thread; `database` and
/// `deadline` must outlive this.
class ArticleNotes {
 public:
  ArticleNotes(const Xapian::Database& database, const Deadline& deadline)
      : database_(database), deadline_(deadline) {}

  /// Throws DeadlineExceeded; see stored_article(). The reference lives as long as this.
  const Article& article(Xapian::docid docid);
  /// Returns what a page shows of an article, with the sentence around `span` when it is given.
  ArticleNote note(Xapian::docid docid, std::optional<Span> span = std::nullopt);

 private:
  const Xapian::Database& database_;
  const Deadline& deadline_;
  std::map<Xapian::docid, Article> read_;
};

}  // namespace tracuu
