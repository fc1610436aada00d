#include "server/search/columns.h"

#include <gtest/gtest.h>

#include <numeric>
#include <set>

#include "tests/server/search/sample_index.h"

namespace tracuu {
namespace {

Article about(std::string_view id, std::vector<std::string> provinces,
              std::string_view published = {}) {
  Article article = plain_article(id, "", "x", published);
  article.about = std::move(provinces);
  return article;
}

/// Returns the values of one field of the article at `ordinal`, joined by "|".
std::string values_of(const Columns& columns, FieldId id, std::size_t ordinal) {
  std::set<std::string> values;
  columns.column(id).for_each_of(static_cast<Ordinal>(ordinal), [&](ValueNumber number) {
    EXPECT_TRUE(values.insert(columns.value(number).value).second);
  });
  return std::accumulate(values.begin(), values.end(), std::string(),
                         [](const std::string& joined, const std::string& value) {
                           return joined + (joined.empty() ? "" : "|") + value;
                         });
}

TEST(Columns, HoldTheValuesOfEachArticle) {
  Article both = about("both", {"Hải Phòng", "Bắc Ninh"}, "2018-05-15");
  both.source = "haiphong.gov.vn";
  const SampleIndex index({both, about("none", {}, "2017-01-01"), about("one", {"Bắc Ninh"})});
  const Columns columns = Columns::load(index.open(), *index.open().removed());
  ASSERT_EQ(columns.docids().size(), 3U);
  EXPECT_EQ(values_of(columns, FieldId::kProvince, 0), "Bắc Ninh|Hải Phòng");
  EXPECT_EQ(values_of(columns, FieldId::kSource, 0), "haiphong.gov.vn");
  EXPECT_EQ(values_of(columns, FieldId::kProvince, 1), "");
  EXPECT_EQ(values_of(columns, FieldId::kProvince, 2), "Bắc Ninh");
  EXPECT_EQ(columns.range_of(FieldId::kProvince).size(), 2U);
  EXPECT_EQ(columns.range_of(FieldId::kYear).size(), 0U);
}

TEST(Columns, NumberValuesInByteOrder) {
  const SampleIndex index({about("a", {"b", "c"}), about("b", {"a"}), about("c", {"ă"})});
  const Columns columns = Columns::load(index.open(), *index.open().removed());
  const ValueRange range = columns.range_of(FieldId::kProvince);
  for (ValueNumber number = range.begin; number + 1 < range.end; ++number) {
    EXPECT_LT(columns.value(number).value, columns.value(number + 1).value);
  }
}

TEST(Columns, FindAnOrdinalOnAnyDay) {
  std::vector<Article> articles;
  for (const char* day : {"", "", "2060-12-31", "2018-05-15", "2018-05-15", "2018-05-15",
                          "2018-05-14", "1945-01-01", "1945-01-01", ""}) {
    articles.push_back(about(std::to_string(articles.size()), {}, day));
  }
  SampleIndex index(articles);
  const Columns columns = Columns::load(index.open(), *index.open().removed());
  ASSERT_EQ(columns.docids().size(), articles.size());
  for (std::size_t ordinal = 0; ordinal < columns.docids().size(); ++ordinal) {
    EXPECT_EQ(columns.ordinal_of(columns.docids()[ordinal]), ordinal);
  }
}

TEST(Columns, FindAnOrdinalWhereArticlesWereRemoved) {
  std::vector<Article> articles;
  for (int i = 0; i < 12; ++i) {
    articles.push_back(about(std::to_string(i), {"P" + std::to_string(i)},
                             i < 6   ? "2018-05-15"
                             : i < 9 ? "2001-01-01"
                                     : ""));
  }
  SampleIndex index(articles);
  index.remove({"0", "3", "6", "10"});
  const Databases databases = index.open();
  const Columns columns = Columns::load(databases, *databases.removed());
  ASSERT_EQ(columns.docids().size(), 8U);
  const Result<ArticleStore> stored = ArticleStore::open(index.generation());
  for (std::size_t ordinal = 0; ordinal < 8; ++ordinal) {
    const Xapian::docid docid = columns.docids()[ordinal];
    EXPECT_EQ(columns.ordinal_of(docid), ordinal);
    EXPECT_EQ(values_of(columns, FieldId::kProvince, ordinal), "P" + stored->id(docid));
  }
}

TEST(Columns, TakeSpellingsOfAnOfficialForOne) {
  std::vector<Article> articles;
  for (const char* name : {"Nguyễn Văn Hoà", "Nguyễn Văn Hòa", "Nguyễn Văn Hòa", "Lê Nam"}) {
    articles.push_back(about(std::to_string(articles.size()), {}));
    name_official(articles.back(), name);
  }
  const SampleIndex index(articles);
  const Columns columns = Columns::load(index.open(), *index.open().removed());
  EXPECT_EQ(columns.range_of(FieldId::kOfficial).size(), 2U);
  EXPECT_EQ(values_of(columns, FieldId::kOfficial, 0), "Nguyễn Văn Hòa");
  const auto number = columns.number_of(FieldId::kOfficial, "NGUYỄN VĂN HOÀ");
  ASSERT_TRUE(number);
  EXPECT_EQ(columns.value(*number).value, "Nguyễn Văn Hòa");
  EXPECT_EQ(columns.number_of(FieldId::kOfficial, "Trần Nam"), std::nullopt);
}

TEST(Columns, CountAnArticleOnceThatSpellsAnOfficialTwice) {
  Article article = about("a", {});
  name_official(article, "Nguyễn Văn Hoà");
  name_official(article, "Nguyễn Văn Hòa");
  const SampleIndex index({article});
  const Columns columns = Columns::load(index.open(), *index.open().removed());
  EXPECT_EQ(values_of(columns, FieldId::kOfficial, 0), "Nguyễn Văn Hoà");
  EXPECT_EQ(columns.articles_with(*columns.number_of(FieldId::kOfficial, "Nguyễn Văn Hòa")), 1U);
}

TEST(Columns, LoadFromAnEmptyIndex) {
  const SampleIndex index({});
  const Columns columns = Columns::load(index.open(), *index.open().removed());
  EXPECT_TRUE(columns.docids().empty());
  for (const FieldId id : {FieldId::kDocument, FieldId::kOfficial, FieldId::kSource}) {
    EXPECT_EQ(columns.range_of(id).size(), 0U);
  }
}

TEST(Columns, TakeFewBytesAnArticle) {
  std::vector<Article> articles;
  for (int i = 0; i < 1000; ++i) {
    articles.push_back(about(std::to_string(i), {"Hải Phòng", "Bắc Ninh"}));
  }
  const SampleIndex index(articles);
  const SampleIndex none({});
  const std::size_t fixed = Columns::load(none.open(), *none.open().removed()).bytes();
  EXPECT_LE(Columns::load(index.open(), *index.open().removed()).bytes() - fixed,
            1000U * (4 + 4 + 2 * 8 + 4));
}

TEST(DocumentLabel, NamesTheTypeWhereItCanBeTold) {
  EXPECT_EQ(document_label("36-NQ/TW"), "Nghị quyết 36-NQ/TW");
  EXPECT_EQ(document_label("36a/NQ-CP"), "Nghị quyết 36a/NQ-CP");
  EXPECT_EQ(document_label("48/2009/QĐ-TTg"), "Quyết định 48/2009/QĐ-TTg");
  EXPECT_EQ(document_label("NQ 36"), "Nghị quyết 36");
  EXPECT_EQ(document_label("Đề án 06"), "Đề án 06");
  EXPECT_EQ(document_label("no number"), "no number");
}

}  // namespace
}  // namespace tracuu
