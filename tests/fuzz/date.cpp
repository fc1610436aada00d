#include "common/entity/date.h"

#include "common/text/normalize.h"
#include "tests/fuzz/expect.h"

// Dates lie in the text, exist in the calendar, and are read as printed.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tracuu;
  const std::string text = normalized(as_utf8(data, size));
  std::vector<DateMention> mentions = find_dates(tokenized(text));
  expect_in_order(mentions, text);
  infer_years(mentions, *parse_iso("2015-12-31")->as_day());
  for (const DateMention& mention : mentions) {
    expect(parse_iso(to_iso(mention.date)) == mention.date, "a printed date is read");
    const auto days = mention.date.days();
    expect(!days || days->first <= days->second, "a date begins before it ends");
    expect(!days || (days->first.ok() && days->second.ok()), "a date is in the calendar");
  }
  parse_iso(text);
  return 0;
}
