#include "indexer/article_spool.h"

#include <gtest/gtest.h>

#include <system_error>

#include "tests/support/sample_article.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

TEST(ArticleSpool, GivesArticlesBackInAnyOrder) {
  const TemporaryDirectory directory;
  ArticleSpool spool(directory.path() / "spool");
  std::vector<ArticleSpool::Place> places;
  for (const char* id : {"a", "b", "c"}) {
    places.push_back(spool.append(sample_article(id, std::string("Tin ") + id, "Nội dung.")));
  }
  EXPECT_EQ(spool.load(places[2]).id, "c");
  EXPECT_EQ(spool.load(places[0]).id, "a");
  EXPECT_EQ(spool.load(places[1]), sample_article("b", "Tin b", "Nội dung."));
}

TEST(ArticleSpool, LeavesNothingBehind) {
  const TemporaryDirectory directory;
  { const ArticleSpool spool(directory.path() / "spool"); }
  EXPECT_TRUE(std::filesystem::is_empty(directory.path()));
}

TEST(ArticleSpool, SaysThatItCannotBeWritten) {
  EXPECT_THROW(ArticleSpool("/nonexistent/spool"), std::system_error);
}

}  // namespace
}  // namespace tracuu
