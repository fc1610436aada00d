#include "indexer/corpus_linker.h"

#include <gtest/gtest.h>

#include "indexer/linker.h"
#include "tests/support/sample_article.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

Article linked(std::string_view body, std::string_view published, std::string_view province) {
  Article article = sample_article("x", "Tin", body);
  if (!published.empty()) {
    article.published = day_of(published);
  }
  article.primary_province = province;
  article.documents = link_documents(article);
  return article;
}

/// "2013-01-15; Hải Phòng; Quyết định ..."
Article linked_row(std::string_view row) {
  const std::size_t first = row.find("; ");
  const std::size_t second = row.find("; ", first + 1);
  const auto cell = [](std::string_view text) { return text == "-" ? std::string_view() : text; };
  return linked(row.substr(second + 2), cell(row.substr(0, first)),
                cell(row.substr(first + 2, second - first - 2)));
}

std::vector<Article> articles_of(std::string_view rows) {
  std::vector<Article> articles;
  while (!rows.empty()) {
    const std::size_t end = rows.find(" || ");
    articles.push_back(linked_row(rows.substr(0, end)));
    rows = end == std::string_view::npos ? std::string_view() : rows.substr(end + 4);
  }
  return articles;
}

std::string keys_of(const Article& article) {
  std::string keys;
  for (const DocumentIdentity& identity : article.documents) {
    keys += (keys.empty() ? "" : "; ") +
            (identity.key().empty() ? identity.number + "?" : identity.key());
  }
  return keys;
}

Article completed(std::string_view others, const Article& article) {
  CorpusLinker linker;
  for (const Article& other : articles_of(others)) {
    linker.see(other);
  }
  linker.see(article);
  linker.settle();
  Article result = article;
  linker.complete(result);
  return result;
}

TEST(CorpusLinker, FollowsTheTable) {
  for (const TableRow& row : read_table("corpus_linker.tsv")) {
    SCOPED_TRACE(::testing::Message() << row);
    const Article article = completed(row[0], linked(row[3], row[1], row[2]));
    EXPECT_EQ(keys_of(article), row[4]) << article.documents.front().reason;
    for (const DocumentIdentity& identity : article.documents) {
      EXPECT_FALSE(identity.reason.empty());
      EXPECT_EQ(identity.confidence <= 0, identity.key().empty());
      EXPECT_LE(identity.confidence, 1);
    }
  }
}

TEST(CorpusLinker, AnOpenReasonListsWhatItMayBe) {
  const Article article = completed(
      "2015-02-01; Hà Nam; Quyết định số 15/QĐ-UBND ngày 10/01/2015 về cổng thông tin. || "
      "2016-02-01; Hà Nam; Quyết định số 15/QĐ-UBND ngày 12/01/2016 về xe buýt.",
      linked("Nhắc tới Quyết định số 15/QĐ-UBND.", "2016-05-01", "Hà Nam"));
  EXPECT_EQ(article.documents.front().reason,
            "open: it may be 15/QĐ-UBND@2015-01-10@Hà Nam, 15/QĐ-UBND@2016-01-12@Hà Nam");
}

TEST(CorpusLinker, CompletingTwiceChangesNothing) {
  constexpr char kOthers[] =
      "2013-01-15; Hải Phòng; Quyết định số 6109/QĐ-UBND ngày 26/12/2012 về quy hoạch viễn thông.";
  const Article once = completed(
      kOthers, linked("Quyết định số 6109/QĐ-UBND về quy hoạch viễn thông. Nghị quyết 36 nữa.",
                      "2013-03-02", "Hải Phòng"));
  EXPECT_EQ(completed(kOthers, once), once);
}

TEST(CorpusLinker, NeedsOnlyPapersOfOpenClasses) {
  CorpusLinker linker;
  linker.see(
      linked("Nhắc tới Quyết định số 15/QĐ-UBND và Nghị quyết 36a.", "2016-05-01", "Hà Nam"));
  EXPECT_TRUE(linker.needs("15/QĐ-UBND@2015-01-10@Hà Nam"));
  EXPECT_TRUE(linker.needs("15/QĐ-TTg@2015-01-10")) << "of the same type and number";
  EXPECT_FALSE(linker.needs("16/QĐ-UBND@2015-01-10@Hà Nam"));
  EXPECT_FALSE(linker.needs("36-NQ/TW@2014-07-01"));
  EXPECT_FALSE(linker.needs(""));
}

TEST(CorpusLinker, ShortFormsBesideTheFullNumberStayTogether) {
  const Article article = completed(
      "2013-01-15; Hải Phòng; Nghị quyết số 10-NQ/TU ngày 27/12/2012 về viễn thông thành phố.",
      linked("Nghị quyết số 10-NQ/TU về viễn thông thành phố. Nghị quyết 10 nêu rõ.", "2013-02-01",
             "Hải Phòng"));
  ASSERT_EQ(article.documents.size(), 1U);
  EXPECT_EQ(article.documents[0].mentions.size(), 2U);
  EXPECT_EQ(article.documents[0].key(), "10-NQ/TU@2012-12-27@Hải Phòng");
}

}  // namespace
}  // namespace tracuu
