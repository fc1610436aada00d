#include "server/api/csv_view.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/server/api/sample_hits.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

/// Reads one record as RFC 4180 has it.
std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i + 2 < line.size(); ++i) {
    if (line[i] == '"' && quoted && line[i + 1] == '"') {
      cells.back() += line[++i];
    } else if (line[i] == '"') {
      quoted = !quoted;
    } else if (line[i] == ',' && !quoted) {
      cells.emplace_back();
    } else {
      cells.back() += line[i];
    }
  }
  EXPECT_FALSE(quoted) << line;
  EXPECT_TRUE(line.ends_with("\r\n")) << line;
  return cells;
}

std::string cell_of(const Hit& hit, std::string_view column) {
  const auto cells = cells_of(csv_line(hit));
  for (std::size_t i = 0; i < csv_columns().size(); ++i) {
    if (csv_columns()[i].name == column) {
      return cells.at(i);
    }
  }
  ADD_FAILURE() << "no column " << column;
  return {};
}

TEST(CsvView, WritesEveryCellOfTheTable) {
  for (const TableRow& row : read_table("csv_cells.tsv")) {
    EXPECT_EQ(csv_cell(row[0] == "-" ? std::string_view() : row[0]), row[1]) << row;
  }
}

TEST(CsvView, BeginsWithAByteOrderMarkAndNamesItsColumns) {
  const std::string header = csv_header();
  ASSERT_TRUE(header.starts_with("\xEF\xBB\xBF"));
  const auto names = cells_of(header.substr(3));
  ASSERT_EQ(names.size(), csv_columns().size());
  std::set<std::string> distinct(names.begin(), names.end());
  EXPECT_EQ(distinct.size(), names.size());
  EXPECT_EQ(names[0], "id");
  for (const CsvColumn& column : csv_columns()) {
    EXPECT_FALSE(column.description_vi.empty() || column.description_en.empty()) << column.name;
  }
}

TEST(CsvView, WritesAnArticleAsALineOfAsManyCells) {
  const SearchResult result = two_hits();
  for (const Hit& hit : result.hits) {
    EXPECT_EQ(cells_of(csv_line(hit)).size(), csv_columns().size());
  }
  const Hit& hit = result.hits[0];
  EXPECT_EQ(cell_of(hit, "id"), "hp 1/2");
  EXPECT_EQ(cell_of(hit, "title"), "Hải Phòng họp <trực tuyến> & \"số\"");
  EXPECT_EQ(cell_of(hit, "published"), "2018-05-15");
  EXPECT_EQ(cell_of(hit, "url"), "https://haiphong.gov.vn/a?b=1&c=2");
  EXPECT_EQ(cell_of(hit, "documents"), "36-NQ/TW; 12/KH-UBND");
  EXPECT_EQ(cell_of(hit, "identities"), "36-NQ/TW@2014-07-01") << "the other one is open";
  EXPECT_EQ(cell_of(hit, "officials"), "Lê Khắc Nam (Phó Chủ tịch UBND thành phố)");
  EXPECT_EQ(cell_of(hit, "score"), "1.234");
  EXPECT_EQ(cell_of(hit, "reprints"), "3");
  EXPECT_EQ(cell_of(hit, "first_printed"), "first");
  EXPECT_EQ(cell_of(hit, "content_hash"), "00ff");
}

TEST(CsvView, LeavesEmptyWhatIsUnknownAndRunsNothing) {
  const Hit hit = two_hits().hits[1];
  for (const char* column : {"published", "source", "author", "url", "primary_province",
                             "provinces", "documents", "officials", "reprints"}) {
    EXPECT_EQ(cell_of(hit, column), "") << column;
  }
  EXPECT_EQ(cell_of(hit, "title"), "'=1+1");
  EXPECT_EQ(cell_of(hit, "snippet"), "'-2,5 % \"tăng\"\ntrong năm");
}

}  // namespace
}  // namespace tracuu
