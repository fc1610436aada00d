#include <string>

#include "common/index/article.h"
#include "common/index/schema.h"
#include "tests/fuzz/expect.h"

namespace {

void read_damaged(const std::string& bytes) {
  const tracuu::Result<tracuu::Article> article = tracuu::deserialize(bytes);
  tracuu::expect(article || !article.error().message.empty(), "a refusal has a reason");
}

}  // namespace

// A damaged stored form is refused, a whole one reads as it was written.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tracuu;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  read_damaged(bytes);
  Article article;
  article.text = as_utf8(data, size);
  article.entities = recognize(article.text);
  std::string stored = serialize(article);
  const Result<Article> again = deserialize(stored);
  expect(again && *again == article, "a stored article reads as it was written");
  for (std::size_t i = 0; i < size && i < 64; ++i) {
    stored[(data[i] * 257U + i) % stored.size()] ^= static_cast<char>(1U << (data[i] % 8U));
    read_damaged(stored);
  }
  unpack_values(bytes);
  return 0;
}
