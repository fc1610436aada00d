#include "server/api/hit_json.h"

#include "server/api/highlight.h"
#include "server/api/json_pieces.h"
#include "server/api/reprint_json.h"

namespace tracuu {
namespace {

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

}  // namespace

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
          {"published", day_or_null(article.published)},
          {"published_by", name_of(article.published_by)},
          {"source", text_or_null(article.source)},
          {"author", text_or_null(article.author)},
          {"provinces", article.about},
          {"documents", std::move(documents)},
          {"officials", std::move(officials)},
          {"snippet", snippet_of(hit.snippet, highlight)},
          {"score", rounded(hit.score)},
          {"reprints", reprints_json(hit.reprints)}};
}

}  // namespace tracuu
