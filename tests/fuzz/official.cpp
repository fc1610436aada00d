#include "common/entity/official.h"

#include "common/text/normalize.h"
#include "tests/fuzz/expect.h"

// Officials lie in the text and have a name to be found by.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tracuu;
  const std::string text = normalized(as_utf8(data, size));
  const std::vector<OfficialMention> mentions = find_officials(tokenized(text));
  expect_in_order(mentions, text);
  for (const OfficialMention& mention : mentions) {
    expect(!mention.name.empty() && !find_invalid_utf8(mention.name), "an official has a name");
    expect(!official_key(mention.name).empty(), "an official has a key");
    for (const Post& post : mention.posts) {
      expect(post.span.end <= text.size(), "a post lies in the text");
      expect(!find_invalid_utf8(post.position + post.organisation), "a post is valid UTF-8");
    }
  }
  return 0;
}
