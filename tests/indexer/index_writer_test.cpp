#include "indexer/index_update.h"

#include <gtest/gtest.h>

#include "common/index/generation.h"
#include "common/index/schema.h"
#include "tests/support/planned_articles.h"
#include "tests/support/sample_article.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

IndexMetadata metadata() {
  return {{kSchemaKey, std::to_string(kSchemaVersion)},
          {kBuiltAtKey, "2026-11-22T05:36:00Z"},
          {kReportKey, "{}"}};
}

/// Plans `count` articles of one day after another, the newest first.
std::vector<PlannedArticle> plan(std::size_t count) {
  DocidAllocator docids;
  std::vector<PlannedArticle> planned;
  for (std::size_t i = 0; i < count; ++i) {
    const Day day = day_of_number(day_number(day_of("2020-06-30")) - static_cast<std::int32_t>(i));
    planned.push_back({*docids.next(day), [i, day] {
                         return sample_article("bai-" + std::to_string(i),
                                               "Tin " + std::to_string(i), "Nội dung của bài.",
                                               day);
                       }});
  }
  return planned;
}

TEST(DocidAllocator, GivesEachDayItsOwnRange) {
  DocidAllocator docids;
  const Day day = day_of("2018-05-15");
  EXPECT_EQ(docids.next(day), first_docid_of(day));
  EXPECT_EQ(docids.next(day), first_docid_of(day) + 1);
  EXPECT_EQ(docids.next(std::nullopt), first_undated_docid());
  EXPECT_EQ(docids.next(day_of("2018-05-14")), first_docid_of(day_of("2018-05-14")));
}

TEST(DocidAllocator, GoesOnBehindWhatIsTaken) {
  DocidAllocator docids;
  const Day day = day_of("2018-05-15");
  docids.take(first_docid_of(day) + 4);
  docids.take(first_undated_docid() + 2);
  EXPECT_EQ(docids.next(day), first_docid_of(day) + 5);
  EXPECT_EQ(docids.next(std::nullopt), first_undated_docid() + 3);
}

TEST(DocidAllocator, RefusesDaysOutsideTheCalendar) {
  DocidAllocator docids;
  EXPECT_EQ(docids.next(day_of("1944-12-31")), std::nullopt);
  EXPECT_EQ(docids.next(day_of("2061-01-01")), std::nullopt);
  EXPECT_TRUE(docids.next(kFirstDay));
  EXPECT_TRUE(docids.next(kLastDay));
}

TEST(DocidAllocator, RefusesMoreThanADayHolds) {
  DocidAllocator docids;
  docids.take(first_docid_of(day_of("2018-05-15")) + kSlotsPerDay - 1);
  EXPECT_EQ(docids.next(day_of("2018-05-15")), std::nullopt);
}

TEST(IndexWriter, WritesTheSameIndexOnAnyNumberOfThreads) {
  const std::vector<PlannedArticle> planned = plan(50);
  std::vector<std::vector<std::uint32_t>> docids;
  for (const std::size_t threads : {std::size_t{1}, std::size_t{3}}) {
    const TemporaryDirectory directory;
    const TemporaryDirectory copy;
    EXPECT_EQ(write_planned(directory.path(), planned, metadata(), threads), 50U);
    EXPECT_EQ(check_index(directory.path()), std::vector<std::string>{});
    docids.push_back(IndexUpdate(directory.path(), copy.path()).docids());
  }
  EXPECT_EQ(docids[0].size(), 50U);
  EXPECT_EQ(docids[0], docids[1]);
}

TEST(IndexWriter, KeepsTheMetadata) {
  const TemporaryDirectory directory;
  write_planned(directory.path(), plan(3), metadata(), 1);
  std::uint64_t articles = 0;
  IndexMetadata read = read_metadata(directory.path(), articles);
  EXPECT_EQ(articles, 3U);
  EXPECT_EQ(read[kBuiltAtKey], "2026-11-22T05:36:00Z");
}

TEST(IndexWriter, AnAlteredTableDoesNotPassTheCheck) {
  const TemporaryDirectory directory;
  write_planned(directory.path(), plan(40), metadata(), 1);
  const fs::path table = directory.path() / "postlist.glass";
  std::fstream file(table, std::ios::in | std::ios::out | std::ios::binary);
  const auto size = fs::file_size(table);
  for (std::uintmax_t at = 0; at < size; at += 64) {
    file.seekp(static_cast<std::streamoff>(at));
    file.put('\x5A');
  }
  file.close();
  EXPECT_FALSE(check_index(directory.path()).empty());
}

TEST(IndexWriter, AnIndexOfAnotherSchemaIsToldApart) {
  const TemporaryDirectory directory;
  IndexMetadata other = metadata();
  other[kSchemaKey] = "999";
  write_planned(directory.path(), plan(1), other, 1);
  EXPECT_EQ(
      check_index(directory.path()),
      std::vector<std::string>{"index: not of this program's schema version, rebuild it: '999'"});
}

}  // namespace
}  // namespace tracuu
