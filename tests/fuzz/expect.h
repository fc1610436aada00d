#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/span.h"
#include "common/text/utf8.h"

namespace tracuu {

/// Ends the program, which is what a fuzzer sees, when a promise of a contract is broken.
inline void expect(bool kept, const char* promise) {
  if (!kept) {
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
  }
}

/// Returns the input as valid UTF-8, as most rooms require it.
inline std::string as_utf8(const std::uint8_t* data, std::size_t size) {
  return replace_invalid_utf8({reinterpret_cast<const char*>(data), size});
}

/// Checks that spans lie in `text`, are in order and do not overlap.
template <typename Mention>
void expect_in_order(const std::vector<Mention>& mentions, std::string_view text) {
  std::uint32_t end = 0;
  for (const Mention& mention : mentions) {
    expect(mention.span.begin < mention.span.end, "a mention has text");
    expect(mention.span.end <= text.size(), "a mention lies in the text");
    expect(mention.span.begin >= end, "mentions are in order, without overlaps");
    expect(!find_invalid_utf8(slice(text, mention.span)), "a mention is whole characters");
    end = mention.span.end;
  }
}

}  // namespace tracuu

/// What libFuzzer and driver.cpp call with each input. Returns 0.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
