#include "indexer/article_reader.h"

#include <utility>

#include "common/entity/gazetteer/gazetteer.h"
#include "common/text/composition.h"
#include "common/text/normalize.h"
#include "indexer/linker.h"
#include "indexer/locality.h"
#include "indexer/paper_relations.h"

namespace tracuu {
namespace {

/// Returns the place that the page was handed over with; none when it names no province.
Locality given_locality(const RawPage& page) {
  if (!page.province) {
    return {};
  }
  const Province* const unit = province_with_code(*page.province);
  std::string name = unit != nullptr ? unit->name : parse_province(normalized(*page.province));
  return name.empty() ? Locality() : Locality{name, {name}};
}

}  // namespace

Result<ReadArticle> read_article(RawPage page) {
  Result<ParsedArticle> parsed = parse_article(page);
  if (!parsed) {
    return parsed.error();
  }
  Article article;
  article.id = page.id;
  article.file = page.file;
  article.url = parsed->url;
  article.text = parsed->title + '\n' + parsed->body;
  article.title_size = static_cast<std::uint32_t>(parsed->title.size());
  // One spelling, whatever the page's: a source is a value to compare, not a quotation.
  article.source = normalized(parsed->source);
  article.author = composed(parsed->author);
  article.published = parsed->published;
  article.published_by = parsed->published_by;
  article.published_evidence = parsed->published_evidence;
  article.charset = name_of(page.charset);
  article.content_hash = page.content_hash;
  article.entities = recognize(article.text, article.published);
  Locality locality = given_locality(page);
  if (locality.about.empty()) {
    locality = locate(article, parsed->locality_hints);
  }
  article.primary_province = std::move(locality.primary);
  article.about = std::move(locality.about);
  article.documents = link_documents(article);
  article.relations = find_paper_relations(article);
  return ReadArticle{std::move(article), std::move(page), std::move(*parsed)};
}

}  // namespace tracuu
