#include "server/api/similar_view.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "server/api/reprint_json.h"

namespace tracuu {
namespace {

using Json = nlohmann::ordered_json;

Json hit_json(const Hit& hit) {
  const Article& article = hit.article;
  const auto text_or_null = [](const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
  };
  Json documents = Json::array();
  for (const DocumentIdentity& identity : article.documents) {
    documents.push_back(identity.number);
  }
  return {{"id", article.id},
          {"title", std::string(article.title())},
          {"url", text_or_null(article.url)},
          {"published",
           article.published ? Json(to_iso(PartialDate::of(*article.published))) : Json(nullptr)},
          {"source", text_or_null(article.source)},
          {"provinces", article.about},
          {"documents", documents},
          {"snippet", hit.snippet.text},
          {"score", std::round(hit.score * 1000) / 1000},
          {"reprints", reprints_json(hit.reprints)}};
}

}  // namespace

std::string similar_json(const SimilarArticles& similar) {
  Json hits = Json::array();
  for (const Hit& hit : similar.hits) {
    hits.push_back(hit_json(hit));
  }
  const Json json{{"id", similar.id},
                  {"hits", hits},
                  {"index",
                   {{"generation", similar.index.generation},
                    {"built_at", similar.index.built_at},
                    {"articles", similar.index.articles}}}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace tracuu
