#include "server/query/understanding.h"
#include "tests/fuzz/expect.h"

// A question is understood or refused with a sentence.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tracuu;
  const std::string text(clip_utf8(as_utf8(data, size), 1600));
  const Result<Query> query = understand(text);
  if (query) {
    expect(!find_invalid_utf8(describe(*query)), "a query is described in valid UTF-8");
  } else {
    expect(!query.error().message.empty(), "a refusal has a reason");
  }
  return 0;
}
