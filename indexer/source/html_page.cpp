#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/text/charset.h"
#include "indexer/source/content_hash.h"
#include "indexer/source/html_content.h"
#include "indexer/source/html_head.h"
#include "indexer/source/html_tree.h"
#include "indexer/source/linked_article.h"
#include "indexer/source/source.h"

namespace tracuu {

namespace {

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) {
      lines.emplace_back(text.substr(0, end));
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace

Result<RawPage> read_html_page(const RawInput& input) {
  Result<DecodedText> decoded = decode_text(input.bytes, declared_charset(input.bytes));
  if (!decoded) {
    return decoded.error();
  }
  HtmlTree tree(decoded->text);
  drop_furniture(tree);
  HtmlHead head = read_head(tree, read_linked_article(decoded->text));

  RawPage page;
  HtmlContent content = content_of(tree);
  page.text = std::move(content.text);
  if (page.text.empty()) {
    return Error{"page: no visible text in the HTML"};
  }
  page.id = input.id;
  page.file = input.file;
  page.charset = decoded->charset;
  page.suggested_title = std::move(head.title);
  page.suggested_date = std::move(head.date);
  page.shown_date = std::move(head.shown_date);
  page.suggested_author = std::move(head.author);
  page.linked_author = std::move(head.linked_author);
  page.site_names = std::move(head.site_names);
  page.brands = std::move(head.brands);
  page.foot = lines_of(content.foot);
  if (head.copyright) {
    page.foot.push_back("\u00A9 " + *head.copyright);
  }
  page.url = std::move(head.url);
  page.main_content_only = true;
  page.content_hash = content_hash(input.bytes);
  return page;
}

}  // namespace tracuu
