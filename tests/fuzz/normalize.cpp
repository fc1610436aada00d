#include "common/text/normalize.h"

#include "common/text/syllable.h"
#include "common/text/tokens.h"
#include "tests/fuzz/expect.h"

// One spelling is found once and for all, and leads back to the author's bytes.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tracuu;
  const std::string text = as_utf8(data, size);
  const NormalizedText spelling = normalize(text);
  expect(!find_invalid_utf8(spelling.text), "normalized text is valid UTF-8");
  expect(normalized(spelling.text) == spelling.text, "normalizing twice changes nothing");
  const std::vector<Token> tokens = tokenize(spelling.text);
  expect_in_order(tokens, spelling.text);
  for (const Token& token : tokens) {
    const Span origin = spelling.to_original(token.span);
    expect(origin.begin <= origin.end && origin.end <= text.size(), "a token leads back");
    expect(!find_invalid_utf8(slice(text, origin)), "a token leads back to whole characters");
    expect(!token.folded.empty() && !token.key.empty(), "a token has its forms");
    is_vietnamese_syllable(token.folded);
  }
  fold(spelling.text);
  return 0;
}
