#include "indexer/linker.h"

#include <gtest/gtest.h>

#include "tests/support/sample_article.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

std::vector<DocumentIdentity> link(std::string_view body, std::string_view published,
                                   std::string_view province) {
  Article article = sample_article("x", "Tin", body);
  if (!published.empty()) {
    article.published = day_of(published);
  }
  article.primary_province = province;
  return link_documents(article);
}

TEST(Linker, FollowsTheTable) {
  for (const TableRow& row : read_table("linker.tsv")) {
    SCOPED_TRACE(::testing::Message() << row);
    std::string keys;
    for (const DocumentIdentity& identity : link(row[0], row[1], row[2])) {
      keys += (keys.empty() ? "" : "; ") +
              (identity.key().empty() ? identity.number + "?" : identity.key());
    }
    EXPECT_EQ(keys, row[3]);
  }
}

TEST(Linker, EveryIdentitySaysWhy) {
  for (const DocumentIdentity& identity : link(
           "Thực hiện Nghị quyết số 36-NQ/TW và Kế hoạch số 12/KH-UBND.", "2016-05-01", "Hà Nam")) {
    EXPECT_FALSE(identity.reason.empty()) << identity.number;
  }
}

TEST(Linker, KeepsEveryMentionOfAPaper) {
  const auto identities = link(
      "Nghị quyết số 36-NQ/TW ngày 01/7/2014 ra đời. Nghị quyết 36 nêu rõ. Theo Nghị quyết 36.",
      "2016-05-01", "");
  ASSERT_EQ(identities.size(), 1U);
  EXPECT_EQ(identities[0].mentions.size(), 3U);
}

}  // namespace
}  // namespace tracuu
