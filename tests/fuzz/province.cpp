#include "common/entity/province.h"

#include "common/entity/entities.h"
#include "common/entity/gazetteer/gazetteer.h"
#include "common/text/normalize.h"
#include "tests/fuzz/expect.h"

// Provinces lie in the text and are in the gazetteer; sentences around them lie around them.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tracuu;
  const std::string text = normalized(as_utf8(data, size));
  const std::vector<ProvinceMention> mentions = find_provinces(tokenized(text));
  expect_in_order(mentions, text);
  for (const ProvinceMention& mention : mentions) {
    expect(!mention.province.empty(), "a province has a name");
    const Span sentence = sentence_around(text, mention.span);
    expect(sentence.begin <= mention.span.begin && mention.span.end <= sentence.end,
           "a sentence holds what it is the evidence of");
    expect(!find_invalid_utf8(slice(text, sentence)), "a sentence is whole characters");
  }
  parse_province(text);
  province_of_site(text);
  return 0;
}
