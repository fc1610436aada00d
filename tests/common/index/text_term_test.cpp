#include "common/index/text_term.h"

#include <gtest/gtest.h>

#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

/// "36", "binh", "hoa" in two writings, "ly" written "li1" and "li" written the same.
const std::vector<StreamWord> kWords{{"hoa", "hoa2", 5}, {"hoa", "hoa", 2}, {"binh", "binh2", 4},
                                     {"36", "36", 1},    {"li", "li1", 1},  {"ly", "li1", 1}};

TokenStreams streams_of(const TemporaryDirectory& directory) {
  TokenStreamsWriter writer(directory.path());
  writer.finish(kWords);
  return std::move(*TokenStreams::open(directory.path()));
}

TEST(TextTerm, KeyAndTermAreTheSame) {
  const TemporaryDirectory directory;
  const TokenStreams streams = streams_of(directory);
  for (const char* term :
       {"hoa", "36", "Ahoa2", "Ali1", "Bhoa binh", "B36 hoa", "TFbinh", "TAbinh2", "TBhoa hoa"}) {
    const auto key = key_of(term, streams);
    ASSERT_TRUE(key) << term;
    EXPECT_EQ(text_of(*key, streams), term);
    EXPECT_TRUE(is_text_term(term)) << term;
  }
}

TEST(TextTerm, HasNoKeyWithoutItsWords) {
  const TemporaryDirectory directory;
  const TokenStreams streams = streams_of(directory);
  for (const char* term :
       {"tinh", "Ahoa5", "Bhoa tinh", "Btinh hoa", "Bhoa", "B", "A", "TB ", ""}) {
    EXPECT_FALSE(key_of(term, streams)) << term;
  }
}

TEST(TextTerm, KeysOfAFamilyAscendAsTheirTextsDo) {
  const TemporaryDirectory directory;
  const TokenStreams streams = streams_of(directory);
  const char* const ascending[] = {"36",      "binh",   "hoa",      "A36",      "Abinh2",
                                   "Ahoa",    "Ahoa2",  "B36 binh", "Bbinh 36", "Bbinh hoa",
                                   "Bhoa 36", "TFbinh", "TAhoa",    "TB36 36"};
  TermKey before = 0;
  for (const char* term : ascending) {
    const auto key = key_of(term, streams);
    ASSERT_TRUE(key) << term;
    EXPECT_TRUE(key > before || before == 0) << term;
    before = *key;
  }
}

TEST(TextTerm, OneKeyOfTwoFormsIsOneNumber) {
  const TemporaryDirectory directory;
  const auto parts = streams_of(directory).word_parts();
  EXPECT_EQ(parts[4].key, parts[5].key) << "lý and lí";
  EXPECT_NE(parts[4].form, parts[5].form);
  EXPECT_TRUE(parts[4].has_letters_only);
  EXPECT_FALSE(parts[3].has_letters_only);
}

TEST(TextTerm, TermsOfEntitiesAreNotOfTheText) {
  for (const char* term :
       {"XD:36-NQ/TW", "XP:Hải Phòng", "Qbai-1", "XH:0a1b2c3d", "XC:NQ 36", ""}) {
    EXPECT_FALSE(is_text_term(term)) << term;
  }
}

}  // namespace
}  // namespace tracuu
