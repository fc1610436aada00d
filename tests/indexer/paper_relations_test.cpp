#include "indexer/paper_relations.h"

#include <gtest/gtest.h>

#include "indexer/linker.h"
#include "tests/support/sample_article.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

Article related(std::string_view body) {
  Article article = sample_article("x", "Tin", body);
  article.documents = link_documents(article);
  article.relations = find_paper_relations(article);
  return article;
}

TEST(PaperRelations, FollowTheTable) {
  for (const TableRow& row : read_table("paper_relations.tsv")) {
    SCOPED_TRACE(::testing::Message() << row);
    const Article article = related(row[0]);
    std::string found;
    for (const PaperRelation& link : article.relations) {
      found += (found.empty() ? "" : "; ") + article.documents[link.from].number + ' ' +
               std::string(name_of(link.relation)) + ' ' + article.documents[link.to].number;
    }
    EXPECT_EQ(found, row[1]);
  }
}

TEST(PaperRelations, KeepTheMentionsThatSayIt) {
  const Article article = related(
      "Nghị quyết số 36-NQ/TW ra đời. "
      "Kế hoạch số 12/KH-UBND thực hiện Nghị quyết số 36-NQ/TW.");
  ASSERT_EQ(article.relations.size(), 1U);
  EXPECT_EQ(article.relations[0].from_mention, 1U);
  EXPECT_EQ(article.relations[0].to_mention, 2U);
}

TEST(PaperRelations, SaidTwiceIsOneRelation) {
  const Article article = related(
      "Kế hoạch số 12/KH-UBND thực hiện Nghị quyết số 36-NQ/TW.\n"
      "Kế hoạch số 12/KH-UBND thực hiện Nghị quyết số 36-NQ/TW.");
  EXPECT_EQ(article.relations.size(), 1U);
}

}  // namespace
}  // namespace tracuu
