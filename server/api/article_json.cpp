#include "server/api/article_json.h"

#include <algorithm>

#include "common/entity/person.h"
#include "common/index/post_province.h"
#include "server/api/json_pieces.h"
#include "server/api/reprint_json.h"
#include "server/query/parameter_values.h"

namespace tracuu {
namespace {

/// What every entity answers with: where it is written, and the sentence that says it.
Json evidence_of(const Article& article, Span span) {
  return {{"begin", span.begin},
          {"end", span.end},
          {"surface", std::string(slice(article.text, span))},
          {"sentence", std::string(slice(article.text, sentence_around(article.text, span)))}};
}

Json with_evidence(Json entity, const Article& article, Span span) {
  entity.update(evidence_of(article, span));
  return entity;
}

Json documents_json(const Article& article) {
  Json documents = Json::array();
  for (const DocumentIdentity& identity : article.documents) {
    Json mentions = Json::array();
    for (const std::uint32_t index : identity.mentions) {
      const DocumentMention& mention = article.entities.documents[index];
      mentions.push_back(
          with_evidence({{"number", to_canonical(mention.number)},
                         {"relation", name_of(mention.relation)},
                         {"date", mention.date ? Json(to_iso(*mention.date)) : Json()}},
                        article, mention.span));
    }
    documents.push_back({{"number", identity.number},
                         {"type", text_or_null(identity.type_name)},
                         {"date", identity.date ? Json(to_iso(*identity.date)) : Json()},
                         {"province", text_or_null(identity.province)},
                         {"title", text_or_null(identity.title)},
                         {"identity", text_or_null(identity.key())},
                         {"confidence", rounded(identity.confidence)},
                         {"reason", identity.reason},
                         {"mentions", mentions}});
  }
  return documents;
}

Json relations_json(const Article& article) {
  Json relations = Json::array();
  for (const PaperRelation& link : article.relations) {
    const auto& mentions = article.entities.documents;
    const Span from = mentions[link.from_mention].span;
    const Span to = mentions[link.to_mention].span;
    relations.push_back(
        with_evidence({{"from", paper_value(article.documents[link.from])},
                       {"relation", name_of(link.relation)},
                       {"to", paper_value(article.documents[link.to])}},
                      article, {std::min(from.begin, to.begin), std::max(from.end, to.end)}));
  }
  return relations;
}

Json dates_json(const Article& article) {
  Json dates = Json::array();
  for (const DateMention& mention : article.entities.dates) {
    dates.push_back(with_evidence({{"iso", to_iso(mention.date)},
                                   {"precision", name_of(mention.date.precision)},
                                   {"role", name_of(mention.role)},
                                   {"year_inferred", mention.year_inferred}},
                                  article, mention.span));
  }
  return dates;
}

Json officials_json(const Article& article) {
  Json officials = Json::array();
  for (const OfficialMention& mention : article.entities.officials) {
    Json posts = Json::array();
    for (const Post& post : mention.posts) {
      posts.push_back({{"position", post.position},
                       {"organisation", text_or_null(post.organisation)},
                       {"province", text_or_null(province_of_post(article, post))},
                       {"begin", post.span.begin},
                       {"end", post.span.end}});
    }
    officials.push_back(
        with_evidence({{"name", mention.name}, {"posts", posts}}, article, mention.span));
  }
  return officials;
}

/// Who is named and is no official of the state: found in the text, not stored.
Json persons_json(const Article& article) {
  Json persons = Json::array();
  for (const PersonMention& person : find_persons(article.text)) {
    persons.push_back(with_evidence({{"name", person.name},
                                     {"role", name_of(person.role)},
                                     {"post", text_or_null(person.post)}},
                                    article, person.span));
  }
  return persons;
}

Json provinces_json(const Article& article) {
  Json provinces = Json::array();
  for (const ProvinceMention& mention : article.entities.provinces) {
    const bool about = std::find(article.about.begin(), article.about.end(), mention.province) !=
                       article.about.end();
    provinces.push_back(with_evidence({{"name", mention.province},
                                       {"today", std::string(province_today(mention.province))},
                                       {"about", about}},
                                      article, mention.span));
  }
  return provinces;
}

/// "Báo Nghệ An: Hội nghị triển khai. Đăng 2018-05-15. https://..."
std::string citation_text(const Article& article) {
  std::string text = article.source.empty() ? "" : article.source + ": ";
  text.append(article.title()).append(".");
  if (article.published) {
    text += " Đăng " + to_iso(PartialDate::of(*article.published)) + '.';
  }
  return article.url.empty() ? text : text + ' ' + article.url;
}

/// What a reader needs to cite the article and to find this very text again.
Json citation_json(const Article& article) {
  return {
      {"text", citation_text(article)},
      {"title", std::string(article.title())},
      {"source", text_or_null(article.source)},
      {"author", text_or_null(article.author)},
      {"published", {{"date", published_or_null(article)}, {"by", name_of(article.published_by)}}},
      // No record of a capture says when it was made.
      {"captured", nullptr},
      {"url", text_or_null(article.url)},
      {"content_hash", article.content_hash},
      {"permalink", "/api/v1/articles/" + percent_encoded(article.id)}};
}

}  // namespace

std::string article_json(const Article& article, const IndexInfo& index,
                         const std::optional<Reprints>& reprints) {
  return dump({{"id", article.id},
               {"file", article.file},
               {"title", std::string(article.title())},
               {"url", text_or_null(article.url)},
               {"published",
                {{"date", published_or_null(article)},
                 {"by", name_of(article.published_by)},
                 {"evidence", text_or_null(article.published_evidence)}}},
               {"source", text_or_null(article.source)},
               {"author", text_or_null(article.author)},
               {"primary_province", text_or_null(article.primary_province)},
               {"about", article.about},
               {"charset", article.charset},
               {"content_hash", article.content_hash},
               {"text", article.text},
               {"title_size", article.title_size},
               {"entities",
                {{"documents", documents_json(article)},
                 {"relations", relations_json(article)},
                 {"dates", dates_json(article)},
                 {"provinces", provinces_json(article)},
                 {"officials", officials_json(article)},
                 {"persons", persons_json(article)}}},
               {"citation", citation_json(article)},
               {"reprints", reprints_json(reprints)},
               {"similar_url", "/api/v1/articles/" + percent_encoded(article.id) + "/similar"},
               {"index", index_of(index)}});
}

}  // namespace tracuu
