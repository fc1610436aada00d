#include "common/entity/document_number.h"

#include "common/text/normalize.h"
#include "tests/fuzz/expect.h"

// References to documents lie in the text, and what is printed of a number reads as that number.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tracuu;
  const std::string text = normalized(as_utf8(data, size));
  const TokenizedText words = tokenized(text);
  std::vector<DateMention> dates = find_dates(words);
  const std::vector<DocumentMention> mentions = find_documents(words, dates);
  expect_in_order(mentions, text);
  for (const DocumentMention& mention : mentions) {
    expect(!to_canonical(mention.number).empty(), "a number is printed");
    expect(mention.number.number >= 0, "a number is no negative one");
    expect(mention.date_span.end <= text.size(), "its date lies in the text");
  }
  if (const auto number = parse_document_number(text)) {
    const auto again = parse_document_number(to_canonical(*number));
    expect(again && to_canonical(*again) == to_canonical(*number), "a printed number is read");
  }
  return 0;
}
