#pragma once

#include <xapian.h>

#include <map>
#include <optional>

#include "server/query/page_result.h"
#include "server/search/deadline.h"
#include "server/search/stored_articles.h"

namespace tracuu {

/// Stored articles of one generation, each read once. For one request of one thread; `stored` and
/// `deadline` must outlive this.
class ArticleNotes {
 public:
  ArticleNotes(const StoredArticles& stored, const Deadline& deadline)
      : stored_(stored), deadline_(deadline) {}

  /// Throws DeadlineExceeded; see StoredArticles::article(). The reference lives as long as this.
  const Article& article(Xapian::docid docid);
  /// Returns what a page shows of an article, with the sentence around `span` when it is given.
  ArticleNote note(Xapian::docid docid, std::optional<Span> span = std::nullopt);

 private:
  const StoredArticles& stored_;
  const Deadline& deadline_;
  std::map<Xapian::docid, Article> read_;
};

}  // namespace tracuu
