#include "server/search/paper_readings.h"

#include <gtest/gtest.h>

#include "server/search/nearest_values.h"
#include "tests/server/search/sample_index.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

TEST(PaperReadings, FindTheSubjectBehindACitation) {
  for (const TableRow& row : read_table("paper_subjects.tsv")) {
    std::string text(row[0]);
    const std::size_t behind = text.find('|');
    ASSERT_NE(behind, std::string::npos) << row;
    text.erase(behind, 1);
    const ExactText exact(text);
    EXPECT_EQ(subject_behind(exact, behind), row[1]) << row;
  }
}

TEST(PaperReadings, FindHowAnArticleCitesAPaper) {
  Article article = plain_article("a", "Tin", "x");
  cite_paper(article, "36-NQ/TW", "2014-07-01");
  cite_paper(article, "36-NQ/TW", "2018-10-22");
  EXPECT_EQ(citation_of(article, {"36-NQ/TW", "36-NQ/TW@2018-10-22"}), &article.documents[1]);
  EXPECT_EQ(citation_of(article, {"36-NQ/TW", {}}), &article.documents[0]);
  EXPECT_EQ(citation_of(article, {"17/NQ-CP", {}}), nullptr);
}

TEST(NearestValues, AreThoseASlipMayHaveMeant) {
  std::vector<Article> articles;
  for (const char* number : {"36-NQ/TW", "36-NQ/TW", "57-NQ/TW", "1819/QĐ-TTg", "12/KH-UBND"}) {
    articles.push_back(plain_article("a" + std::to_string(articles.size()), "", "x"));
    cite(articles.back(), number);
  }
  const SampleIndex index(articles);
  const Columns columns = Columns::load(index.open(), *index.open().removed());
  const auto near = [&](std::string_view typed, std::size_t most) {
    return nearest_values(typed, FieldId::kDocument, most, columns,
                          Deadline::in(std::chrono::minutes(1)));
  };
  EXPECT_EQ(near("37-NQ/TW", 5), (std::vector<std::string>{"36-NQ/TW", "57-NQ/TW"}))
      << "of equally near ones the commoner first";
  EXPECT_EQ(near("37-nq/tw", 1), std::vector<std::string>{"36-NQ/TW"});
  EXPECT_EQ(near("1891/QD-TTg", 5), std::vector<std::string>{"1819/QĐ-TTg"});
  EXPECT_TRUE(near("", 5).empty());
  EXPECT_TRUE(near(std::string(100, 'x'), 5).empty());
}

}  // namespace
}  // namespace tracuu
