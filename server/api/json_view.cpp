#include "server/api/json_view.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "server/api/highlight.h"
#include "server/api/reprint_json.h"

namespace tracuu {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json published_or_null(const Article& article) {
  return article.published ? Json(to_iso(PartialDate::of(*article.published))) : Json(nullptr);
}

double rounded(double value) {
  return std::round(value * 1000) / 1000;
}

Json index_of(const IndexInfo& index) {
  return {
      {"generation", index.generation}, {"built_at", index.built_at}, {"articles", index.articles}};
}

Json snippet_of(const Snippet& snippet, Highlight highlight) {
  switch (highlight) {
    case Highlight::kHtml:
      return to_html(snippet);
    case Highlight::kOffsets: {
      Json marks = Json::array();
      for (const auto& [begin, end] : character_offsets(snippet)) {
        marks.push_back({begin, end});
      }
      return {{"text", snippet.text}, {"marks", marks}};
    }
    case Highlight::kNone:
      break;
  }
  return snippet.text;
}

Json hit_json(const Hit& hit, Highlight highlight) {
  const Article& article = hit.article;
  Json documents = Json::array();
  for (const DocumentIdentity& identity : article.documents) {
    documents.push_back(identity.number);
  }
  Json officials = Json::array();
  for (const OfficialSummary& official : officials_of(article)) {
    officials.push_back(official.name);
  }
  return {{"id", article.id},
          {"title", std::string(article.title())},
          {"highlighted_title", snippet_of(hit.title, highlight)},
          {"url", text_or_null(article.url)},
          {"published", published_or_null(article)},
          {"published_by", name_of(article.published_by)},
          {"source", text_or_null(article.source)},
          {"author", text_or_null(article.author)},
          {"provinces", article.about},
          {"documents", documents},
          {"officials", officials},
          {"snippet", snippet_of(hit.snippet, highlight)},
          {"score", rounded(hit.score)},
          {"reprints", reprints_json(hit.reprints)}};
}

Json facets_json(const std::vector<Facet>& facets) {
  Json json = Json::object();
  for (const Facet& facet : facets) {
    Json values = Json::array();
    for (const FacetValue& value : facet.values) {
      values.push_back({{"value", value.value},
                        {"label", value.label},
                        {"count", value.count},
                        {"selected", value.selected}});
    }
    json[std::string(field(facet.field).name)] = std::move(values);
  }
  return json;
}

std::string address_of(const SearchRequest& request) {
  return "/api/v1/search?" + to_url_query(request);
}

/// The papers behind a number, each with the address that asks for it alone.
Json papers_json(const SearchRequest& request, const std::vector<PaperCount>& papers) {
  Json json = Json::array();
  for (const PaperCount& paper : papers) {
    Json address;
    if (!paper.identity.empty()) {
      SearchRequest only = request;
      only.offset = 0;
      std::erase_if(only.filters,
                    [](const Filter& filter) { return filter.field == FieldId::kIdentity; });
      only.filters.push_back({FieldId::kIdentity, {paper.identity}});
      address = address_of(only);
    }
    json.push_back({{"number", paper.number},
                    {"identity", text_or_null(paper.identity)},
                    {"date", paper.date ? Json(to_iso(*paper.date)) : Json()},
                    {"province", text_or_null(paper.province)},
                    {"title", text_or_null(paper.title)},
                    {"count", paper.count},
                    {"url", address}});
  }
  return json;
}

Json query_json(const SearchRequest& request, const SearchResult& result) {
  Json understood = Json::array();
  for (const QueryChip& chip : result.query.chips) {
    SearchRequest undone = request;
    undone.q = chip.undo;
    undone.offset = 0;
    understood.push_back({{"kind", chip.kind},
                          {"value", chip.value},
                          {"label", chip.label},
                          {"undo", chip.undo},
                          {"undo_url", address_of(undone)}});
    for (const NamedPapers& named : result.papers) {
      if (chip.kind == "document" && chip.value == named.value) {
        understood.back()["papers"] = papers_json(request, named.papers);
      }
    }
  }
  const auto& correction = result.correction;
  Json proposed;
  if (correction) {
    proposed = {
        {"text", correction->text}, {"label", correction->label}, {"applied", correction->applied}};
  }
  return {{"text", request.q},
          {"understood", understood},
          {"relaxed", text_or_null(result.relaxed)},
          {"corrected", correction && correction->applied ? Json(correction->text) : Json(nullptr)},
          {"correction", proposed}};
}

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
                       {"begin", post.span.begin},
                       {"end", post.span.end}});
    }
    officials.push_back(
        with_evidence({{"name", mention.name}, {"posts", posts}}, article, mention.span));
  }
  return officials;
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

}  // namespace

std::string search_json(const SearchRequest& request, const SearchResult& result,
                        std::chrono::duration<double, std::milli> took) {
  Json hits = Json::array();
  for (const Hit& hit : result.hits) {
    hits.push_back(hit_json(hit, request.highlight));
  }
  Json histogram = Json::array();
  for (const MonthCount& month : result.histogram) {
    histogram.push_back({{"month", month.month}, {"count", month.count}});
  }
  Json json{{"query", query_json(request, result)}, {"total", result.total},
            {"total_groups", result.total_groups},  {"undated", result.undated},
            {"took_ms", rounded(took.count())},     {"hits", hits},
            {"facets", facets_json(result.facets)}, {"histogram", histogram},
            {"index", index_of(result.index)}};
  const std::size_t next = request.offset + result.hits.size();
  const std::uint64_t shown = request.collapse ? result.total_groups : result.total;
  if (!result.hits.empty() && next < shown && next <= kLargestOffset) {
    SearchRequest following = request;
    following.offset = next;
    json["next"] = address_of(following);
  }
  if (!result.explanation.empty()) {
    json["explanation"] = result.explanation;
  }
  return dump(json);
}

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
                 {"officials", officials_json(article)}}},
               {"reprints", reprints_json(reprints)},
               {"index", index_of(index)}});
}

std::string index_json(const IndexInfo& index) {
  return dump({{"ready", true}, {"index", index_of(index)}});
}

}  // namespace tracuu
