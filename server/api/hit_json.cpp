#include "server/api/hit_json.h"

#include "server/api/highlight.h"
#include "server/api/json_pieces.h"
#include "server/api/reprint_json.h"

namespace tracuu {
namespace {

void write_snippet(const Snippet& snippet, Highlight highlight, JsonWriter& json) {
  switch (highlight) {
    case Highlight::kHtml:
      json.text(to_html(snippet));
      return;
    case Highlight::kOffsets:
      json.begin_object().key("text").text(snippet.text).key("marks").begin_array();
      for (const auto& [begin, end] : character_offsets(snippet)) {
        json.begin_array().number(begin).number(end).end_array();
      }
      json.end_array().end_object();
      return;
    case Highlight::kNone:
      break;
  }
  json.text(snippet.text);
}

/// Writes a list of texts: of each item what `text_of` returns.
template <typename Items, typename TextOf>
void write_texts(const Items& items, TextOf text_of, JsonWriter& json) {
  json.begin_array();
  for (const auto& item : items) {
    json.text(text_of(item));
  }
  json.end_array();
}

}  // namespace

void write_hit(const Hit& hit, Highlight highlight, JsonWriter& json) {
  const Article& article = hit.article;
  json.begin_object().key("id").text(article.id).key("title").text(article.title());
  write_snippet(hit.title, highlight, json.key("highlighted_title"));
  json.key("url").text_or_null(article.url);
  json.key("published")
      .text_or_null(article.published ? to_iso(PartialDate::of(*article.published))
                                      : std::string());
  json.key("published_by").text(name_of(article.published_by));
  json.key("source").text_or_null(article.source);
  json.key("author").text_or_null(article.author);
  write_texts(
      article.about, [](const std::string& name) { return name; }, json.key("provinces"));
  write_texts(
      article.documents, [](const DocumentIdentity& paper) { return paper.number; },
      json.key("documents"));
  write_texts(
      officials_of(article), [](const OfficialSummary& official) { return official.name; },
      json.key("officials"));
  write_snippet(hit.snippet, highlight, json.key("snippet"));
  json.key("score").json(dump(rounded(hit.score)));
  json.key("reprints").json(hit.reprints ? dump(reprints_json(hit.reprints)) : "null");
  json.end_object();
}

}  // namespace tracuu
