#include "common/text/latin_words.h"

#include <gtest/gtest.h>

#include <string>

namespace tracuu {
namespace {

TEST(LatinWords, AreToldByAnyLatinLetterInTheWord) {
  const std::string_view text = "о оn оо\u200Bа\u0301n о-n nо";
  LatinWords words(text);
  std::string verdicts;
  for (std::size_t at = 0; (at = text.find("о", at)) != std::string_view::npos; ++at) {
    verdicts += words.hold(at) ? 'L' : '-';
  }
  EXPECT_EQ(verdicts, "-LLL-L");
}

TEST(LatinWords, CountFullwidthAndLookAlikeLettersAsLatin) {
  EXPECT_TRUE(LatinWords("о\uFF21").hold(0));
  EXPECT_TRUE(LatinWords("о\u00D0").hold(0));
  EXPECT_FALSE(LatinWords("о\u2013n").hold(0));
  EXPECT_FALSE(LatinWords("о5").hold(0));
}

}  // namespace
}  // namespace tracuu
