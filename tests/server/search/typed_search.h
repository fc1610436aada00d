#pragma once

#include <chrono>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "server/query/search_request.h"
#include "server/query/search_result.h"
#include "server/search/deadline.h"
#include "tests/server/search/sample_index.h"

namespace tracuu {

inline Deadline soon() {
  return Deadline::in(std::chrono::minutes(1));
}

/// A search while one types, of all that it finds.
inline SearchRequest typing(std::string_view q, Match match = Match::kPrefix) {
  SearchRequest request;
  request.q = q;
  request.match = match;
  request.limit = 100;
  return request;
}

inline std::string sorted_ids(const SearchResult& result) {
  std::set<std::string> ids;
  for (const Hit& hit : result.hits) {
    ids.insert(hit.article.id);
  }
  std::string all;
  for (const std::string& id : ids) {
    all.append(all.empty() ? "" : " ").append(id);
  }
  return all;
}

/// The same text in `count` articles, with ids from 0 on.
inline std::vector<Article> copies(int count, std::string_view text,
                                   std::string_view published = {}) {
  std::vector<Article> articles;
  articles.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    articles.push_back(plain_article(std::to_string(i), "", text, published));
  }
  return articles;
}

}  // namespace tracuu
