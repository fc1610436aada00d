#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "common/text/charset.h"
#include "indexer/source/content_hash.h"
#include "indexer/source/html_content.h"
#include "indexer/source/html_head.h"
#include "indexer/source/html_tree.h"
#include "indexer/source/source.h"

namespace tracuu {

Result<RawPage> read_html_page(const RawInput& input) {
  Result<DecodedText> decoded = decode_text(input.bytes, declared_charset(input.bytes));
  if (!decoded) {
    return decoded.error();
  }
  HtmlTree tree(decoded->text);
  drop_furniture(tree);
  HtmlHead head = read_head(tree);

  RawPage page;
  page.text = content_text(tree);
  if (page.text.empty()) {
    return Error{"page: no visible text in the HTML"};
  }
  page.id = input.id;
  page.file = input.file;
  page.charset = decoded->charset;
  page.suggested_title = std::move(head.title);
  page.suggested_date = std::move(head.date);
  page.suggested_author = std::move(head.author);
  page.site_name = std::move(head.site_name);
  page.url = std::move(head.url);
  page.main_content_only = true;
  page.content_hash = content_hash(input.bytes);
  return page;
}

}  // namespace tracuu
