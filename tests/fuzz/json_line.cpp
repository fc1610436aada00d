#include <string>

#include "indexer/source/source.h"
#include "tests/fuzz/expect.h"

// A JSON line becomes a page or a stated rejection.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tracuu;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  for (const std::string& line : {bytes, "{\"title\":\"Tin\",\"text\":\"" + bytes + "\"}"}) {
    const Result<RawPage> page =
        read_page({RawInput::Format::kJsonLine, "id", "news.jsonl:1", line});
    if (page) {
      expect(!find_invalid_utf8(page->text), "a page is valid UTF-8");
      expect(!page->title || !find_invalid_utf8(*page->title), "a title is valid UTF-8");
    } else {
      expect(!page.error().message.empty(), "a rejection has a reason");
    }
  }
  return 0;
}
