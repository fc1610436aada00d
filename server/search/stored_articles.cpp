#include "server/search/stored_articles.h"

#include <algorithm>

namespace tracuu {

const ArticleStore& StoredArticles::store_of(std::uint32_t docid) const {
  const auto has = [docid](const ArticleStore& store) {
    return std::binary_search(store.docids().begin(), store.docids().end(), docid);
  };
  return *std::find_if(segments_.rbegin(), segments_.rend() - 1, has);  // none: the base tells
}

}  // namespace tracuu
