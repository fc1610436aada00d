#include <gtest/gtest.h>

#include <set>
#include <string>

#include "common/index/generation.h"
#include "indexer/pipeline.h"
#include "tests/support/stored_ids.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

/// A folder with pages a, b and c, and an index of them.
class Pruning : public ::testing::Test {
 protected:
  Pruning() {
    for (const std::string name : {"a", "b", "c"}) {
      directory_.write("pages/" + name + ".txt",
                       "Lạng Sơn họp bàn chuyển đổi số " + name +
                           "\n\nNgày đăng: 09/01/2021\n\nUBND tỉnh Lạng Sơn vừa tổ chức hội nghị "
                           "triển khai chính quyền điện tử tới các huyện, thành phố " +
                           name + ".\n");
    }
    Progress progress;
    EXPECT_TRUE(build_index(options_, progress));
  }

  fs::path pages() const { return directory_.path() / "pages"; }
  fs::path index() const { return directory_.path() / "index"; }
  Result<IndexReport> update() const {
    Progress progress;
    return update_index(options_, progress);
  }
  /// Returns why an update is not done; "" when it is.
  std::string refusal() const {
    const Result<IndexReport> report = update();
    return report ? "" : report.error().message;
  }
  std::set<std::string> ids() const { return stored_ids(index()); }

  TemporaryDirectory directory_;
  PipelineOptions options_{{pages()}, index(), 2, false};
};

TEST_F(Pruning, IsDoneOnlyWhenTold) {
  fs::remove(pages() / "b.txt");
  EXPECT_EQ(update()->removed, 0U);
  EXPECT_EQ(ids().size(), 3U);
  options_.prune = true;
  EXPECT_EQ(update()->removed, 1U);
  EXPECT_EQ(ids(), (std::set<std::string>{"a", "c"}));
  fs::remove(pages() / "a.txt");
  EXPECT_EQ(update()->removed, 1U) << "half";
}

TEST_F(Pruning, KeepsAnArticleWhosePageIsNowUnreadable) {
  options_.prune = true;
  directory_.write("pages/b.txt", std::string("\x00\x01\x02\xFF\xFE\x00\x03", 7));
  const Result<IndexReport> report = update();
  EXPECT_EQ(report->removed, 0U);
  EXPECT_EQ(report->rejections.size(), 1U);
  EXPECT_EQ(ids().size(), 3U);
}

TEST_F(Pruning, RemovesMostOnlyWhenToldSo) {
  options_.prune = true;
  const std::string of_three =
      " of the 3 articles of the index are not in it, so nothing was removed nor published; if it "
      "is all there is, add --prune-most";
  fs::remove(pages() / "a.txt");
  fs::remove(pages() / "b.txt");
  EXPECT_EQ(refusal(), "input: 2" + of_three);
  fs::remove(pages() / "c.txt");
  EXPECT_EQ(refusal(), "input: 3" + of_three) << "an empty folder";
  fs::remove(pages());
  EXPECT_TRUE(refusal().starts_with("input: ")) << "no folder: " << refusal();
  EXPECT_EQ(current_generation(index())->name(), "gen-000001");
  EXPECT_EQ(ids().size(), 3U);
  fs::create_directory(pages());
  options_.prune_most = true;
  EXPECT_EQ(refusal(), "");
  EXPECT_EQ(ids().size(), 0U);
}

}  // namespace
}  // namespace tracuu
