#include "indexer/pipeline.h"

#include <gtest/gtest.h>

#include <set>

#include "common/index/generation.h"
#include "common/index/lexicon.h"
#include "common/index/writer_lock.h"
#include "indexer/index_update.h"
#include "tests/support/stored_ids.h"
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
  std::set<std::string> ids() const { return stored_ids(index()); }

  Article stored(std::string_view id) const {
    const TemporaryDirectory copy;
    const IndexUpdate index_of_articles(current_generation(index())->path, copy.path());
    return index_of_articles.load(index_of_articles.find(id)->docid);
  }
  std::string paper_of(std::string_view id) const { return stored(id).documents.at(0).key(); }
  std::string official_of(std::string_view id) const {
    return stored(id).entities.officials.at(0).name;
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

TEST_F(Pipeline, ASecondWriterIsRefused) {
  write("a.txt", page("Lạng Sơn khai trương cổng dịch vụ công", "Ngày đăng: 05/09/2013", kBody));
  const Result<WriterLock> held = WriterLock::take(index());
  Progress progress;
  const Result<IndexReport> report = build_index(options(), progress);
  ASSERT_FALSE(report);
  EXPECT_TRUE(report.error().message.starts_with("index: another indexer is writing here"))
      << report.error().message;
}

constexpr char kDated[] =
    "UBND tỉnh Lạng Sơn họp bàn Quyết định số 45/QĐ-UBND ngày 10/8/2013 về quy hoạch viễn thông. "
    "Ông Nguyễn Thị Hoà, Chủ tịch UBND tỉnh, phát biểu tại hội nghị trước các đại biểu.";
constexpr char kUndated[] =
    "Theo Quyết định số 45/QĐ-UBND về quy hoạch viễn thông, tỉnh Lạng Sơn sẽ dựng thêm trạm. "
    "Ông Nguyễn Thị Hòa, Chủ tịch UBND tỉnh, phát biểu tại hội nghị trước các đại biểu.";

TEST_F(Pipeline, LinksPapersOverTheWholeBuild) {
  write("a.txt", page("Lạng Sơn sẽ dựng thêm trạm", "Ngày đăng: 05/09/2013 08:00", kUndated));
  write("b.txt", page("Lạng Sơn quy hoạch viễn thông", "Ngày đăng: 12/08/2013 08:00", kDated));
  build();
  EXPECT_EQ(paper_of("a"), "45/QĐ-UBND@2013-08-10@Lạng Sơn");
  EXPECT_EQ(official_of("a"), official_of("b"));
}

TEST_F(Pipeline, AnUpdateLinksNewArticlesToPapersOfTheIndexAndLeavesOldOnesAlone) {
  write("a.txt", page("Lạng Sơn sẽ dựng thêm trạm", "Ngày đăng: 05/09/2013 08:00", kUndated));
  build();
  EXPECT_EQ(paper_of("a"), "");
  write("b.txt", page("Lạng Sơn quy hoạch viễn thông", "Ngày đăng: 12/08/2013 08:00", kDated));
  update();
  EXPECT_EQ(official_of("b"), "Nguyễn Thị Hòa") << "the spelling that is in the index";
  write("c.txt", page("Lạng Sơn dựng trạm mới", "Ngày đăng: 06/09/2013 08:00", kUndated));
  update();
  EXPECT_EQ(paper_of("c"), "45/QĐ-UBND@2013-08-10@Lạng Sơn");
  EXPECT_EQ(paper_of("a"), "") << "only a build links everything anew";
}

TEST_F(Pipeline, AStrayMarkInOnePageStopsNothing) {
  write("a.txt", page("Lạng Sơn khai trương cổng dịch vụ công", "Ngày đăng: 05/09/2013 08:00",
                      std::string(kBody) + " \u0323 . \u0301 ."));
  EXPECT_EQ(build().articles, 1U);
}

}  // namespace
}  // namespace tracuu
