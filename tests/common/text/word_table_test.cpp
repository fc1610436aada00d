#include "common/text/word_table.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "common/text/tokens.h"

namespace tracuu {
namespace {

TEST(WordTable, FindsWhatWasSetAndNothingElse) {
  WordTable<int> table;
  EXPECT_EQ(table.find("ngay2", word_hash("ngay2")), nullptr);
  table["ngay2"] = 1;
  table["thang1"] = 2;
  table["ngay2"] += 10;
  ASSERT_NE(table.find("ngay2", word_hash("ngay2")), nullptr);
  EXPECT_EQ(*table.find("ngay2", word_hash("ngay2")), 11);
  EXPECT_EQ(*table.find("thang1", word_hash("thang1")), 2);
  EXPECT_EQ(table.find("năm", word_hash("năm")), nullptr);
  EXPECT_EQ(table.find("", word_hash("")), nullptr);
}

TEST(WordTable, KeepsEveryWordAsItGrows) {
  constexpr int kWords = 5000;
  WordTable<int> table;
  for (int i = 0; i < kWords; ++i) {
    table["tu" + std::to_string(i)] = i;
  }
  for (int i = 0; i < kWords; ++i) {
    const std::string word = "tu" + std::to_string(i);
    const int* value = table.find(word, word_hash(word));
    ASSERT_NE(value, nullptr) << word;
    EXPECT_EQ(*value, i);
  }
  EXPECT_EQ(table.find("tu5000", word_hash("tu5000")), nullptr);
}

TEST(WordTable, TellsWordsOfOneHashApart) {
  WordTable<int> table;
  table["hoa2"] = 1;
  EXPECT_EQ(table.find("hoa3", word_hash("hoa2")), nullptr);
}

TEST(WordTable, TakesTheHashThatTokensBring) {
  WordTable<int> table;
  table["nghi5"] = 7;
  table["ångstrom"] = 8;
  for (const auto& [text, value] : {std::pair{"Nghị", 7}, std::pair{"Ångstrom", 8}}) {
    const Token token = tokenize(text).front();
    const int* found = table.find(token.key, token.key_hash);
    ASSERT_NE(found, nullptr) << text << " has the key " << token.key;
    EXPECT_EQ(*found, value);
  }
}

}  // namespace
}  // namespace tracuu
