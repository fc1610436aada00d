#include "server/search/match_set.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <string_view>

#include "server/search/columns.h"
#include "server/search/selection.h"
#include "tests/server/search/sample_index.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

std::vector<Article> table_articles() {
  std::vector<Article> articles;
  for (const TableRow& row : read_table("search_articles.tsv")) {
    articles.push_back(plain_article(row[0], row[2], row[3], row[1]));
  }
  return articles;
}

const std::map<std::string_view, Requirement> kRequirements = {{"every", Requirement::kEvery},
                                                               {"all", Requirement::kAll},
                                                               {"either", Requirement::kEither},
                                                               {"any", Requirement::kAny},
                                                               {"loose", Requirement::kLoose}};

class MatchSetOfTable : public testing::Test {
 protected:
  MatchSetOfTable() : index_(table_articles()), open_(index_) {}

  std::string found(std::string_view notation, Requirement requirement,
                    DocidRange range = kAllDocids) const {
    const Deadline deadline = Deadline::in(std::chrono::seconds(10));
    const MatchSet match(open_.reader, range, deadline);
    return ids_of(open_.terms.stored(),
                  open_.docids_of(match.of(sample_query(notation), requirement)));
  }

  SampleIndex index_;
  OpenIndex open_;
};

TEST_F(MatchSetOfTable, FindsExactlyTheArticlesOfEachRow) {
  for (const TableRow& row : read_table("search_matches.tsv")) {
    EXPECT_EQ(found(row[1], kRequirements.at(row[0])), row[2]) << row;
  }
}

TEST_F(MatchSetOfTable, FindsAllArticlesWithoutAQuery) {
  EXPECT_EQ(found("", Requirement::kAll), "a b c d e g h i f");
}

TEST_F(MatchSetOfTable, KeepsToARangeOfDates) {
  const Day first = parse_iso("2013-10-11")->as_day().value();
  const Day last = parse_iso("2015-06-07")->as_day().value();
  EXPECT_EQ(found("", Requirement::kAll, docids_between(first, last)), "e g h");
  EXPECT_EQ(found("điện tử", Requirement::kAll, docids_between(first, last)), "g h");
  EXPECT_EQ(found("\"điện tử\"", Requirement::kAny, docids_between(first, last)), "g h");
}

TEST_F(MatchSetOfTable, StopsAtItsDeadline) {
  const Deadline past(std::chrono::steady_clock::now() - std::chrono::seconds(1));
  const MatchSet match(open_.reader, kAllDocids, past);
  EXPECT_THROW(match.of(sample_query("\"chính quyền điện tử\""), Requirement::kAll),
               DeadlineExceeded);
}

TEST(MatchSet, FindsAPhraseInItsWritingAmongManyOthers) {
  // One right occurrence among wrong ones: neither positions nor counts can tell, the text does.
  const SampleIndex index({plain_article("right", "", "thống tin, thong tin, thông tin, thống"),
                           plain_article("wrong", "", "thống tin, thong tin, thông")});
  const OpenIndex open(index);
  const Deadline deadline = Deadline::in(std::chrono::seconds(10));
  const MatchSet match(open.reader, kAllDocids, deadline);
  EXPECT_EQ(ids_of(open.terms.stored(),
                   open.docids_of(match.of(sample_query("\"thông tin\""), Requirement::kAll))),
            "right");
}

TEST(MatchSet, FindsARepeatedSyllableInAPhrase) {
  const SampleIndex index({plain_article("twice", "", "ngày ngày đi làm"),
                           plain_article("once", "", "ngày đi làm ngáy")});
  const OpenIndex open(index);
  const Deadline deadline = Deadline::in(std::chrono::seconds(10));
  const MatchSet match(open.reader, kAllDocids, deadline);
  EXPECT_EQ(ids_of(open.terms.stored(),
                   open.docids_of(match.of(sample_query("\"ngày ngày\""), Requirement::kAll))),
            "twice");
}

TEST(MatchSet, TellsHowManyGroupsMayBeMissing) {
  EXPECT_EQ(free_groups(sample_query("nghị quyết")), 2U);
  EXPECT_EQ(free_groups(sample_query("quyết @XP:x")), 2U);
  EXPECT_EQ(free_groups(sample_query("và quyết")), 1U);
  EXPECT_EQ(free_groups(sample_query("\"nghị quyết\" tỉnh")), 1U);
  EXPECT_EQ(free_groups(sample_query("-quyết")), 0U);
  EXPECT_EQ(free_groups(sample_query("")), 0U);
}

}  // namespace
}  // namespace tracuu
