#include "server/search/stored_article.h"

#include <stdexcept>
#include <utility>

namespace tracuu {

Article stored_article(const Xapian::Database& database, Xapian::docid docid) {
  Result<Article> article = deserialize(database.get_document(docid).get_data());
  if (!article) {
    throw std::runtime_error(article.error().message);
  }
  return std::move(*article);
}

std::string stored_article_id(const Xapian::Database& database, Xapian::docid docid) {
  const Result<std::string> id = deserialize_id(database.get_document(docid).get_data());
  if (!id) {
    throw std::runtime_error(id.error().message);
  }
  return *id;
}

}  // namespace tracuu
