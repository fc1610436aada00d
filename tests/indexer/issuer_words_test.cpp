#include "indexer/issuer_words.h"

#include <gtest/gtest.h>

#include "tests/support/sample_article.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

TEST(IssuerWords, FollowTheTable) {
  for (const TableRow& row : read_table("issuer_words.tsv")) {
    SCOPED_TRACE(::testing::Message() << row);
    const Article article = sample_article("x", "Tin", row[0]);
    ASSERT_FALSE(article.entities.documents.empty());
    const NamedIssuer issuer = named_issuer(article, article.entities.documents.front());
    EXPECT_EQ(issuer.code, row[1]);
    EXPECT_EQ(issuer.province, row[2]);
  }
}

TEST(IssuerWords, LocalBodiesAreThoseOfAPlace) {
  for (const char* local : {"TU", "UBND", "UBND-VX", "HĐND", "HU"}) {
    EXPECT_TRUE(is_local_issuer(local)) << local;
  }
  for (const char* central : {"TW", "CP", "TTg", "QH13", "BTTTT", ""}) {
    EXPECT_FALSE(is_local_issuer(central)) << central;
  }
}

TEST(IssuerWords, AnIssuerIsItsBody) {
  EXPECT_TRUE(is_issued_by("QH13", "QH"));
  EXPECT_TRUE(is_issued_by("UBND-VX", "UBND"));
  EXPECT_FALSE(is_issued_by("TW", "TU"));
  EXPECT_FALSE(is_issued_by("CP", "QH"));
}

}  // namespace
}  // namespace tracuu
