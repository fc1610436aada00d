#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "common/index/article.h"
#include "common/index/article_store.h"

namespace tracuu {

/// The articles of a generation as all its segments store them. Constant, thread-safe.
class StoredArticles {
 public:
  StoredArticles() = default;
  /// `segments` are the stores of the segments, the base first: an article that several have is as
  /// the last has it.
  explicit StoredArticles(std::vector<ArticleStore> segments) : segments_(std::move(segments)) {}

  const std::vector<ArticleStore>& segments() const { return segments_; }
  /// Returns an article. Throws std::runtime_error when there is none or its bytes are damaged.
  Article article(std::uint32_t docid) const { return store_of(docid).article(docid); }
  /// Returns its id without reading more of it. Throws as article() does.
  std::string id(std::uint32_t docid) const { return store_of(docid).id(docid); }

 private:
  const ArticleStore& store_of(std::uint32_t docid) const;

  std::vector<ArticleStore> segments_;
};

}  // namespace tracuu
