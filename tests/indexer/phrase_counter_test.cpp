#include "indexer/phrase_counter.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "common/text/normalize.h"
#include "indexer/parallel.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

std::vector<std::string> phrases_of(std::string_view cell) {
  std::vector<std::string> phrases;
  for (std::size_t begin = 0; begin <= cell.size();) {
    const std::size_t end = std::min(cell.find('|', begin), cell.size());
    phrases.push_back(normalized(cell.substr(begin, end - begin)));
    begin = end + 1;
  }
  return phrases;
}

TEST(PhraseCounter, FindsThePhrasesOfEveryRowOnce) {
  for (const TableRow& row : read_table("phrase_counts.tsv")) {
    ASSERT_EQ(row.cells.size(), 4U) << row;
    const std::vector<std::string> phrases = phrases_of(row[0]);
    PhraseCounter counter(phrases);
    const std::string text = normalized(row[1]);
    counter.count(tokenized(text));
    std::string found;
    for (std::size_t i = 0; i < phrases.size(); ++i) {
      EXPECT_LE(counter.count_of(i), 1) << row;
      if (counter.count_of(i) == 1) {
        found.append(found.empty() ? "" : "|").append(phrases[i]);
      }
    }
    EXPECT_EQ(found, row[2]) << row;
  }
}

TEST(PhraseCounter, CountsFromSeveralThreads) {
  PhraseCounter counter({"hội nghị"});
  const std::string text = "Hội nghị hôm nay";
  run_jobs(200, 4, [&](std::size_t) { counter.count(tokenized(text)); });
  EXPECT_EQ(counter.count_of(0), 200);
  counter.count(tokenized(text), -1);
  EXPECT_EQ(counter.count_of(0), 199);
}

}  // namespace
}  // namespace tracuu
