#include <string>

#include "indexer/article_reader.h"
#include "indexer/document_builder.h"
#include "indexer/report.h"
#include "tests/fuzz/expect.h"

// A page of any format becomes a whole article or a stated rejection.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tracuu;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  for (const auto format : {RawInput::Format::kText, RawInput::Format::kHtml}) {
    Result<RawPage> page = read_page({format, "id", "file", bytes});
    if (!page) {
      expect(!page.error().message.empty(), "a rejection has a reason");
      continue;
    }
    expect(!find_invalid_utf8(page->text), "a page is valid UTF-8");
    const Result<ReadArticle> read = read_article(std::move(*page));
    if (!read) {
      expect(!read.error().message.empty(), "a rejection has a reason");
      continue;
    }
    const Article& article = read->article;
    expect(!find_invalid_utf8(article.text), "an article is valid UTF-8");
    expect_in_order(article.entities.documents, article.text);
    expect_in_order(article.entities.dates, article.text);
    expect_in_order(article.entities.provinces, article.text);
    expect_in_order(article.entities.officials, article.text);
    for (const PaperRelation& link : article.relations) {
      expect(link.from < article.documents.size() && link.to < article.documents.size(),
             "a relation is between documents of the article");
    }
    expect(build_document(article).termlist_count() > 0, "an article has terms");
    const Result<Article> stored = deserialize(serialize(article));
    expect(stored && *stored == article, "an article is stored whole");
    expect(!to_extract_json(article).empty() && !explain(*read).empty(), "an article is printed");
  }
  return 0;
}
