#include "server/http/url.h"

#include "server/query/parameter_values.h"
#include "server/query/search_request.h"
#include "tests/fuzz/expect.h"

// A target is taken apart or refused; what is asked for in it is read or refused.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tracuu;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  for (const std::string& line : {bytes, "/api/v1/search?" + bytes}) {
    const Result<Target> target = parse_target(line);
    if (!target) {
      expect(!target.error().message.empty(), "a refusal has a reason");
      continue;
    }
    expect(!find_invalid_utf8(target->path), "a path is valid UTF-8");
    const Result<SearchRequest> request = parse_search_request(target->parameters);
    if (request) {
      expect(!find_invalid_utf8(request->q), "a question is valid UTF-8");
      expect(request->limit <= kLargestLimit && request->offset <= kLargestOffset,
             "a request keeps the limits");
    } else {
      expect(!request.error().message.empty(), "a refusal has a reason");
    }
  }
  const Result<std::string> decoded = percent_decode(percent_encoded(as_utf8(data, size)), false);
  expect(!decoded || *decoded == as_utf8(data, size), "what is encoded is decoded");
  return 0;
}
