#include "common/index/completion_table.h"

#include <gtest/gtest.h>

#include "common/index/completion_builder.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts(1);
  for (const char byte : text) {
    if (byte == separator) {
      parts.emplace_back();
    } else {
      parts.back() += byte;
    }
  }
  return parts;
}

std::string table_bytes(std::string_view entries, WordGap gap) {
  CompletionBuilder builder(gap);
  for (const std::string& entry : split(entries, '|')) {
    const std::vector<std::string> writings = split(entry, '=');
    builder.add(writings.front());
    for (std::size_t i = 1; i < writings.size(); ++i) {
      builder.add_writing(writings[i]);
    }
  }
  return builder.take();
}

TEST(CompletionTable, CompletesEveryRowOfTheTable) {
  for (const TableRow& row : read_table("completions.tsv")) {
    ASSERT_EQ(row.cells.size(), 5U) << row;
    const WordGap gap = row[0] == "blank" ? WordGap::kBlank : WordGap::kNothing;
    const std::string bytes = table_bytes(row[1], gap);
    const auto table = CompletionTable::open(bytes);
    ASSERT_TRUE(table) << row;
    EXPECT_EQ(table->gap(), gap);
    std::string found;
    for (const Completion& completion : table->complete(typed_key(row[2], gap), 3)) {
      const std::string text(table->text(completion.entry));
      found.append(found.empty() ? "" : "|").append(completion.whole ? text : '(' + text + ')');
    }
    EXPECT_EQ(found, row[3]) << row;
  }
}

TEST(CompletionTable, FindsByEveryPrefixOfEveryWordWhatAWalkThroughAllFinds) {
  const std::string entries =
      "Bộ Nội vụ họp|bộ nội chính|nội dung mới|Nối mạng|Hà Nội|hanoi 36 phố|nơi ở 4G|NỘI BỘ";
  const std::string bytes = table_bytes(entries, WordGap::kBlank);
  const auto table = CompletionTable::open(bytes);
  ASSERT_TRUE(table);
  std::size_t checked = 0;
  for (const std::string& from : split(entries, '|')) {
    const std::string folded = folded_words(from, WordGap::kBlank);
    for (std::size_t size = 1; size <= folded.size(); ++size) {
      const std::string key = folded.substr(0, size);
      std::vector<std::uint32_t> expected;
      for (const bool whole : {true, false}) {
        for (std::uint32_t entry = 0; entry < table->size(); ++entry) {
          const std::string text = ' ' + folded_words(table->text(entry), WordGap::kBlank);
          const bool starts = text.starts_with(' ' + key);
          if (whole ? starts : !starts && text.find(' ' + key) != std::string::npos) {
            expected.push_back(entry);
          }
        }
      }
      std::vector<std::uint32_t> found;
      for (const Completion& completion : table->complete(key, 100)) {
        found.push_back(completion.entry);
      }
      EXPECT_EQ(found, expected) << key;
      ++checked;
    }
  }
  EXPECT_GT(checked, 80U);
}

TEST(CompletionTable, IsNotOpenedOverBytesOfAnotherSize) {
  const std::string bytes = table_bytes("Hà Nội|Hải Phòng", WordGap::kBlank);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(CompletionTable::open(std::string_view(bytes).substr(0, size))) << size;
  }
}

TEST(CompletionTable, AnEmptyOneFindsNothing) {
  EXPECT_EQ(CompletionTable().size(), 0U);
  EXPECT_TRUE(CompletionTable().complete("a", 5).empty());
  const std::string bytes = CompletionBuilder(WordGap::kBlank).take();
  const auto table = CompletionTable::open(bytes);
  ASSERT_TRUE(table);
  EXPECT_EQ(table->size(), 0U);
  EXPECT_TRUE(table->complete("", 5).empty());
}

}  // namespace
}  // namespace tracuu
