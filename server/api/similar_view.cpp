#include "server/api/similar_view.h"

#include "server/api/json_pieces.h"
#include "server/api/reprint_json.h"

namespace tracuu {
namespace {

Json hit_json(const Hit& hit) {
  const Article& article = hit.article;
  Json documents = Json::array();
  for (const DocumentIdentity& identity : article.documents) {
    documents.push_back(identity.number);
  }
  return {{"id", article.id},
          {"title", std::string(article.title())},
          {"url", text_or_null(article.url)},
          {"published", day_or_null(article.published)},
          {"source", text_or_null(article.source)},
          {"provinces", article.about},
          {"documents", documents},
          {"snippet", hit.snippet.text},
          {"score", rounded(hit.score)},
          {"reprints", reprints_json(hit.reprints)}};
}

}  // namespace

std::string similar_json(const SimilarArticles& similar) {
  Json hits = Json::array();
  for (const Hit& hit : similar.hits) {
    hits.push_back(hit_json(hit));
  }
  const Json json{{"id", similar.id}, {"hits", hits}, {"index", index_of(similar.index)}};
  return dump(json);
}

}  // namespace tracuu
