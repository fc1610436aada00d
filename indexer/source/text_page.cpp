#include <string_view>
#include <utility>

#include "common/text/charset.h"
#include "indexer/source/content_hash.h"
#include "indexer/source/source.h"

namespace tracuu {

Result<RawPage> read_text_page(const RawInput& input) {
  if (input.bytes.find_first_not_of(" \t\r\n") == std::string::npos) {
    return Error{"page: the file is empty"};
  }
  Result<DecodedText> decoded = decode_text(input.bytes);
  if (!decoded) {
    return decoded.error();
  }
  RawPage page;
  page.id = input.id;
  page.file = input.file;
  page.text = std::move(decoded->text);
  page.charset = decoded->charset;
  page.content_hash = content_hash(input.bytes);
  return page;
}

}  // namespace tracuu
