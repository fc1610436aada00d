#include "indexer/phrase_miner.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "common/text/normalize.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

std::string mined(std::string_view titles) {
  std::set<std::string> texts;
  for (std::size_t begin = 0; begin <= titles.size();) {
    const std::size_t end = std::min(titles.find('|', begin), titles.size());
    texts.insert(normalized(titles.substr(begin, end - begin)));
    begin = end + 1;
  }
  PhraseMiner miner;
  for (const std::string& text : texts) {
    miner.see_title(tokenized(text));
  }
  miner.find();
  for (const std::string& text : texts) {
    miner.vote(tokenized(text));
  }
  std::string phrases;
  for (const std::string& spelling : miner.spellings()) {
    phrases.append(phrases.empty() ? "" : "|").append(spelling);
  }
  return phrases;
}

TEST(PhraseMiner, FindsThePhrasesOfEveryRow) {
  for (const TableRow& row : read_table("phrase_mining.tsv")) {
    ASSERT_EQ(row.cells.size(), 3U) << row;
    EXPECT_EQ(mined(row[0]), row[1]) << row;
  }
}

TEST(PhraseMiner, KeepsNoRunBehindTheSeventhSyllable) {
  std::string both;
  for (const char* start : {"Xem ", "Nghe "}) {
    both.append(start);
    for (int i = 0; i < 60; ++i) {
      both.append("ba").append(1, static_cast<char>('a' + i % 26)).append(" ");
    }
    both += '|';
  }
  const std::string phrases = mined(both);
  std::size_t longest = 0;
  for (std::size_t begin = 0; begin < phrases.size();) {
    const std::size_t end = std::min(phrases.find('|', begin), phrases.size());
    longest =
        std::max(longest, tokenize(std::string_view(phrases).substr(begin, end - begin)).size());
    begin = end + 1;
  }
  EXPECT_EQ(longest, kLongestCounted);
}

}  // namespace
}  // namespace tracuu
