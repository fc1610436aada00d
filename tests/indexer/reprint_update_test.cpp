#include "indexer/reprint_update.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "common/index/generation.h"
#include "common/index/lexicon.h"
#include "common/index/schema.h"
#include "common/index/segments.h"
#include "indexer/pipeline.h"
#include "tests/indexer/reprint_articles.h"
#include "tests/support/sample_article.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

std::string page(std::string_view title, std::string_view date, std::string_view body) {
  return std::string(title) + "\n\nNgày đăng: " + std::string(date) + " 08:00\n\n" +
         std::string(body) + "\n";
}

constexpr char kStory[] =
    "Sáng 12/6, huyện Ba Bể mở hội nghị tổng kết ba năm đưa sổ hộ tịch giấy lên máy tính. Theo "
    "phòng tư pháp huyện, đến nay cán bộ các xã đã nhập xong hơn chín vạn trang sổ, trang lâu nhất "
    "ghi từ năm 1957. Nhiều sổ bị mối xông, mờ mực, nên mỗi trang được chụp lại trước khi đọc, hai "
    "người đọc riêng rồi so từng ô. Cách làm chậm mà chắc ấy giúp tỷ lệ sai còn 3 trên 1000 dòng.";
constexpr char kOther[] =
    "Đoàn kiểm tra của sở đã xem phòng máy chủ đặt ở trụ sở cũ, nơi điều hòa chạy suốt đêm mà hóa "
    "đơn tiền điện lại không ai ghi. Đoàn đề nghị gom các máy lẻ về một chỗ, đặt người trực, ghi "
    "nhật ký và thử nguồn dự phòng mỗi tháng một lần. Những phần mềm không ai dùng quá nửa năm sẽ "
    "được gỡ, giữ lại bản sao dữ liệu để tra khi cần, tránh việc mua mới mà không dùng đến.";

/// A folder of pages and an index beside it, of which the reprint groups are read.
class ReprintsOfPipeline : public ::testing::Test {
 protected:
  using Groups = std::map<std::string, std::string>;  ///< name of the group by id of the article

  void write(const std::string& name, const std::string& bytes) const {
    directory_.write("pages/" + name, bytes);
  }
  Groups build() const { return after(build_index(options(), progress_)); }
  Groups update() const { return after(update_index(options(), progress_)); }
  /// The titles of the delta, blank-separated; none where all was merged.
  std::string titles_of_delta() const {
    std::string titles;
    const Result<Lexicon> lexicon = Lexicon::open(current_generation(index())->path / kDeltaFolder);
    for (std::uint32_t title = 0; lexicon && title < lexicon->titles().size(); ++title) {
      titles.append(lexicon->titles().text(title)).append(". ");
    }
    return titles;
  }

 private:
  fs::path index() const { return directory_.path() / "index"; }
  PipelineOptions options() const { return {{directory_.path() / "pages"}, index(), 2, true}; }

  Groups after(const Result<IndexReport>& report) const {
    EXPECT_TRUE(report) << (report ? "" : report.error().message);
    const TemporaryDirectory copy;
    const IndexUpdate stored(current_generation(index())->path, copy.path());
    Groups groups;
    for (const std::uint32_t docid : stored.docids()) {
      groups[stored.load(docid).id] = stored.reprint_group(docid);
    }
    return groups;
  }

  TemporaryDirectory directory_;
  mutable Progress progress_;
};

TEST_F(ReprintsOfPipeline, ABuildNamesTheGroupByWhoRanItFirst) {
  write("a.txt", page("Ba Bể tổng kết số hóa sổ hộ tịch", "14/06/2012", kStory));
  write("b.txt", page("Chín vạn trang sổ cũ lên máy tính", "12/06/2012", kStory));
  write("c.txt", page("Sở kiểm tra phòng máy chủ các huyện", "12/06/2012", kOther));
  EXPECT_EQ(build(), (Groups{{"a", "b"}, {"b", "b"}, {"c", ""}}));
}

TEST_F(ReprintsOfPipeline, ANewReprintJoinsAnArticleThatWasAlone) {
  write("a.txt", page("Ba Bể tổng kết số hóa sổ hộ tịch", "12/06/2012", kStory));
  write("c.txt", page("Sở kiểm tra phòng máy chủ các huyện", "12/06/2012", kOther));
  EXPECT_EQ(build(), (Groups{{"a", ""}, {"c", ""}}));
  write("d.txt", page("Chín vạn trang sổ cũ lên máy tính", "15/06/2012", kStory));
  EXPECT_EQ(update(), (Groups{{"a", "a"}, {"c", ""}, {"d", "a"}}));
}

TEST_F(ReprintsOfPipeline, WhoJoinsAGroupKeepsItsTitleAmongTheSuggestions) {
  RandomTexts texts(36);
  for (int i = 0; i < 200; ++i) {
    write("p" + std::to_string(i) + ".txt",
          page("Tin số " + std::to_string(i) + " của các xã vùng cao tỉnh", "10/06/2012",
               "Huyện " + texts.text(60) + '.'));
  }
  write("a.txt", page("Ba Bể tổng kết số hóa sổ hộ tịch", "12/06/2012", kStory));
  build();
  write("d.txt", page("Chín vạn trang sổ cũ lên máy tính", "15/06/2012", kStory));
  EXPECT_EQ(update().at("a"), "a");
  EXPECT_EQ(titles_of_delta(),
            "Chín vạn trang sổ cũ lên máy tính. Ba Bể tổng kết số hóa sổ hộ tịch. ");
}

TEST_F(ReprintsOfPipeline, ANewReprintJoinsAGroup) {
  write("a.txt", page("Ba Bể tổng kết số hóa sổ hộ tịch", "12/06/2012", kStory));
  write("b.txt", page("Chín vạn trang sổ cũ lên máy tính", "13/06/2012", kStory));
  EXPECT_EQ(build(), (Groups{{"a", "a"}, {"b", "a"}}));
  write("d.txt", page("Đọc lại những trang sổ cũ ở Ba Bể", "11/06/2012", kStory));
  EXPECT_EQ(update(), (Groups{{"a", "a"}, {"b", "a"}, {"d", "a"}}))
      << "an earlier article joins without renaming the group";
}

TEST_F(ReprintsOfPipeline, TwoReprintsOfOneUpdateFindEachOther) {
  write("c.txt", page("Sở kiểm tra phòng máy chủ các huyện", "12/06/2012", kOther));
  build();
  write("a.txt", page("Ba Bể tổng kết số hóa sổ hộ tịch", "12/06/2012", kStory));
  write("b.txt", page("Chín vạn trang sổ cũ lên máy tính", "13/06/2012", kStory));
  EXPECT_EQ(update(), (Groups{{"a", "a"}, {"b", "a"}, {"c", ""}}));
}

TEST_F(ReprintsOfPipeline, AnArticleThatWasRewrittenLeavesItsGroup) {
  write("a.txt", page("Ba Bể tổng kết số hóa sổ hộ tịch", "12/06/2012", kStory));
  write("b.txt", page("Chín vạn trang sổ cũ lên máy tính", "13/06/2012", kStory));
  build();
  write("b.txt", page("Chín vạn trang sổ cũ lên máy tính", "13/06/2012", kOther));
  EXPECT_EQ(update().at("b"), "");
  write("b.txt", page("Chín vạn trang sổ cũ lên máy tính", "13/06/2012", kStory));
  EXPECT_EQ(update().at("b"), "a") << "and comes back when it is as it was";
}

TEST_F(ReprintsOfPipeline, AnUpdateFindsWhatABuildFinds) {
  RandomTexts texts(31);
  std::vector<std::string> stories;
  for (int i = 0; i < 12; ++i) {
    stories.push_back("Huyện " + texts.text(140) + '.');
  }
  const auto name = [](int i) { return "p" + std::to_string(100 + i) + ".txt"; };
  const auto write_page = [&](int i) {
    write(name(i), page("Tin số " + std::to_string(i) + " của các xã vùng cao tỉnh",
                        std::to_string(10 + i / 2) + "/06/2012",
                        stories[static_cast<std::size_t>(i) % stories.size()]));
  };
  for (int i = 0; i < 20; ++i) {
    write_page(i);
  }
  build();
  for (int i = 20; i < 32; ++i) {
    write_page(i);
  }
  const Groups updated = update();
  EXPECT_EQ(updated, build());
  EXPECT_EQ(std::count_if(updated.begin(), updated.end(),
                          [](const auto& entry) { return !entry.second.empty(); }),
            32);
}

}  // namespace
}  // namespace tracuu
