#include "indexer/pipeline.h"

#include <gtest/gtest.h>

#include <set>

#include "common/index/generation.h"
#include "common/index/lexicon.h"
#include "indexer/index_writer.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

std::string page(std::string_view title, std::string_view date, std::string_view body) {
  return std::string(title) + "\n\n" + std::string(date) + "\n\n" + std::string(body) + "\n";
}

constexpr char kBody[] =
    "UBND tỉnh Lạng Sơn vừa tổ chức hội nghị triển khai chính quyền điện tử tới các huyện, thành "
    "phố. Hội nghị bàn các giải pháp đưa dịch vụ công trực tuyến tới người dân trong năm nay.";

/// A folder of pages and an index beside it.
class Pipeline : public ::testing::Test {
 protected:
  fs::path pages() const { return directory_.path() / "pages"; }
  fs::path index() const { return directory_.path() / "index"; }
  void write(const std::string& name, const std::string& bytes) const {
    directory_.write("pages/" + name, bytes);
  }
  PipelineOptions options(bool prune = false) const { return {{pages()}, index(), 2, prune}; }

  IndexReport build() {
    Progress progress;
    Result<IndexReport> report = build_index(options(), progress);
    EXPECT_TRUE(report) << (report ? "" : report.error().message);
    return report ? *report : IndexReport{};
  }
  IndexReport update(bool prune = false) {
    Progress progress;
    Result<IndexReport> report = update_index(options(prune), progress);
    EXPECT_TRUE(report) << (report ? "" : report.error().message);
    return report ? *report : IndexReport{};
  }
  std::set<std::string> ids() const {
    const TemporaryDirectory copy;
    const IndexUpdate stored(current_generation(index())->path, copy.path());
    std::set<std::string> found;
    for (const std::uint32_t docid : stored.docids()) {
      found.insert(stored.load(docid).id);
    }
    return found;
  }

  TemporaryDirectory directory_;
};

TEST_F(Pipeline, BuildsAnIndexThatChecksWhole) {
  write("a.txt",
        page("Lạng Sơn khai trương cổng dịch vụ công", "Thứ Năm, 05/09/2013, 08:43 GMT+7", kBody));
  write("b.txt", page("Lạng Sơn họp bàn chuyển đổi số", "Ngày đăng: 09/01/2021 16:29:00", kBody));
  const IndexReport report = build();
  EXPECT_EQ(report.generation, "gen-000001");
  EXPECT_EQ(report.added, 2U);
  EXPECT_EQ(report.articles, 2U);
  EXPECT_EQ(report.charsets.at("UTF-8"), 2U);
  EXPECT_TRUE(report.rejections.empty());
  EXPECT_EQ(check_index(current_generation(index())->path), std::vector<std::string>{});
}

TEST_F(Pipeline, NewerArticlesHaveLowerDocids) {
  write("a-old.txt",
        page("Lạng Sơn khai trương cổng dịch vụ công", "Ngày đăng: 05/09/2013 08:00", kBody));
  write("b-new.txt",
        page("Lạng Sơn họp bàn chuyển đổi số", "Ngày đăng: 09/01/2021 16:29:00", kBody));
  write("c-none.txt", page("Lạng Sơn tập huấn an toàn thông tin", "", kBody));
  build();
  const TemporaryDirectory copy;
  const IndexUpdate stored(current_generation(index())->path, copy.path());
  std::vector<std::string> order;
  for (const std::uint32_t docid : stored.docids()) {
    order.push_back(stored.load(docid).id);
  }
  EXPECT_EQ(order, (std::vector<std::string>{"b-new", "a-old", "c-none"}));
}

TEST_F(Pipeline, OneBadPageStopsNothingAndIsReported) {
  write("good.txt", page("Lạng Sơn họp bàn chuyển đổi số", "Ngày đăng: 09/01/2021", kBody));
  write("binary.txt", std::string("\x00\x01\x02\xFF\xFE\x00\x03", 7));
  write("empty.txt", "");
  const IndexReport report = build();
  EXPECT_EQ(report.added, 1U);
  ASSERT_EQ(report.rejections.size(), 2U);
  for (const Rejection& rejection : report.rejections) {
    EXPECT_FALSE(rejection.reason.empty()) << rejection.file;
  }
}

TEST_F(Pipeline, BuildingTwiceGivesTheSameArticlesUnderTheSameDocids) {
  write("a.txt", page("Lạng Sơn khai trương cổng dịch vụ công", "Ngày đăng: 05/09/2013", kBody));
  write("b.txt", page("Lạng Sơn họp bàn chuyển đổi số", "Ngày đăng: 05/09/2013", kBody));
  const auto all = [&] {
    const TemporaryDirectory copy;
    const IndexUpdate stored(current_generation(index())->path, copy.path());
    std::vector<std::pair<std::uint32_t, std::string>> articles;
    for (const std::uint32_t docid : stored.docids()) {
      articles.emplace_back(docid, serialize(stored.load(docid)));
    }
    return articles;
  };
  build();
  const auto first = all();
  build();
  EXPECT_EQ(all(), first);
}

TEST_F(Pipeline, NoArticleAtAllFailsAndKeepsTheOldGeneration) {
  write("good.txt", page("Lạng Sơn họp bàn chuyển đổi số", "Ngày đăng: 09/01/2021", kBody));
  build();
  fs::remove_all(pages());
  write("empty.txt", "");
  Progress progress;
  const Result<IndexReport> report = build_index(options(), progress);
  ASSERT_FALSE(report);
  EXPECT_TRUE(report.error().message.starts_with("input: no article in it, 1 pages rejected"))
      << report.error().message;
  EXPECT_EQ(current_generation(index())->name(), "gen-000001");
}

TEST_F(Pipeline, UpdateReadsOnlyWhatChanged) {
  write("same.txt", page("Lạng Sơn khai trương cổng dịch vụ công", "Ngày đăng: 05/09/2013", kBody));
  write("changed.txt", page("Lạng Sơn họp bàn chuyển đổi số", "Ngày đăng: 09/01/2021", kBody));
  build();
  write("changed.txt",
        page("Lạng Sơn họp bàn chuyển đổi số lần hai", "Ngày đăng: 10/01/2021", kBody));
  write("new.txt", page("Lạng Sơn tập huấn an toàn thông tin", "Ngày đăng: 11/01/2021", kBody));
  const IndexReport report = update();
  EXPECT_EQ(report.unchanged, 1U);
  EXPECT_EQ(report.changed, 1U);
  EXPECT_EQ(report.added, 1U);
  EXPECT_EQ(report.articles, 3U);
  EXPECT_EQ(report.generation, "gen-000002");
  EXPECT_EQ(ids(), (std::set<std::string>{"changed", "new", "same"}));
  EXPECT_EQ(check_index(current_generation(index())->path), std::vector<std::string>{});
}

TEST_F(Pipeline, BuildAndUpdateLeaveTheSameLexiconBeside) {
  const auto phrases = [&] {
    const Result<Lexicon> lexicon = Lexicon::open(current_generation(index())->path);
    EXPECT_TRUE(lexicon) << (lexicon ? "" : lexicon.error().message);
    std::string all;
    for (std::uint32_t i = 0; lexicon && i < lexicon->phrases().size(); ++i) {
      all.append(lexicon->phrases().text(i)).append(" ");
      all.append(std::to_string(lexicon->articles_with(i))).append("\n");
    }
    for (std::uint32_t i = 0; lexicon && i < lexicon->titles().size(); ++i) {
      all.append(lexicon->titles().text(i)).append("\n");
    }
    return all;
  };
  write("a.txt", page("Lạng Sơn khai trương cổng dịch vụ công", "Ngày đăng: 05/09/2013", kBody));
  write("b.txt", page("Lạng Sơn họp bàn chuyển đổi số", "Ngày đăng: 09/01/2021", kBody));
  build();
  EXPECT_NE(phrases().find("Lạng Sơn 2\n"), std::string::npos) << phrases();
  write("b.txt", page("Lạng Sơn họp về một cửa", "Ngày đăng: 09/01/2021", kBody));
  write("c.txt", page("Về Lạng Sơn tập huấn", "Ngày đăng: 10/01/2021", kBody));
  EXPECT_EQ(update().changed, 1U);
  fs::remove(pages() / "a.txt");
  EXPECT_EQ(update(true).removed, 1U);
  const std::string updated = phrases();
  build();
  EXPECT_EQ(updated, phrases());
}

TEST_F(Pipeline, AnIndexWithoutLexiconIsNotUpdated) {
  write("a.txt", page("Lạng Sơn họp bàn chuyển đổi số", "Ngày đăng: 09/01/2021", kBody));
  build();
  fs::remove(current_generation(index())->path / kLexiconFile);
  Progress progress;
  const Result<IndexReport> report = update_index(options(), progress);
  ASSERT_FALSE(report);
  EXPECT_TRUE(report.error().message.starts_with(
      "index: the lexicon is missing, rebuild it with 'tracuu-indexer build'"))
      << report.error().message;
}

TEST_F(Pipeline, UpdateWithoutChangesPublishesNothing) {
  write("same.txt", page("Lạng Sơn khai trương cổng dịch vụ công", "Ngày đăng: 05/09/2013", kBody));
  build();
  const IndexReport report = update(true);
  EXPECT_EQ(report.generation, "");
  EXPECT_EQ(report.unchanged, 1U);
  EXPECT_EQ(current_generation(index())->name(), "gen-000001");
}

TEST_F(Pipeline, UpdateKeepsMissingArticlesUnlessToldToPrune) {
  write("a.txt", page("Lạng Sơn khai trương cổng dịch vụ công", "Ngày đăng: 05/09/2013", kBody));
  write("b.txt", page("Lạng Sơn họp bàn chuyển đổi số", "Ngày đăng: 09/01/2021", kBody));
  build();
  fs::remove(pages() / "b.txt");
  EXPECT_EQ(update().removed, 0U);
  EXPECT_EQ(ids().size(), 2U);
  EXPECT_EQ(update(true).removed, 1U);
  EXPECT_EQ(ids(), (std::set<std::string>{"a"}));
}

TEST_F(Pipeline, PruningKeepsAnArticleWhosePageIsNowUnreadable) {
  write("a.txt", page("Lạng Sơn khai trương cổng dịch vụ công", "Ngày đăng: 05/09/2013", kBody));
  write("b.txt", page("Lạng Sơn họp bàn chuyển đổi số", "Ngày đăng: 09/01/2021", kBody));
  build();
  write("b.txt", std::string("\x00\x01\x02\xFF\xFE\x00\x03", 7));
  const IndexReport report = update(true);
  EXPECT_EQ(report.removed, 0U);
  EXPECT_EQ(report.rejections.size(), 1U);
  EXPECT_EQ(ids().size(), 2U);
}

TEST_F(Pipeline, ASecondWriterIsRefused) {
  write("a.txt", page("Lạng Sơn khai trương cổng dịch vụ công", "Ngày đăng: 05/09/2013", kBody));
  const Result<WriterLock> held = WriterLock::take(index());
  Progress progress;
  const Result<IndexReport> report = build_index(options(), progress);
  ASSERT_FALSE(report);
  EXPECT_TRUE(report.error().message.starts_with("index: another indexer is writing here"))
      << report.error().message;
}

}  // namespace
}  // namespace tracuu
