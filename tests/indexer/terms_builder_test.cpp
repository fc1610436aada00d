#include "indexer/terms_builder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <random>

#include "common/index/frequent_terms.h"
#include "common/index/generation.h"
#include "common/index/rare_terms.h"
#include "common/index/schema.h"
#include "common/index/text_term.h"
#include "indexer/index_writer.h"
#include "tests/support/file_bytes.h"
#include "tests/support/planned_articles.h"
#include "tests/support/random_article.h"
#include "tests/support/sample_article.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

const IndexMetadata kMetadata{{kSchemaKey, std::to_string(kSchemaVersion)}};

void write(const fs::path& directory, const std::vector<Article>& articles, std::size_t threads) {
  DocidAllocator docids;
  std::vector<PlannedArticle> planned;
  for (const Article& article : articles) {
    planned.push_back({*docids.next(article.published), [&article] { return article; }});
  }
  std::sort(planned.begin(), planned.end(),
            [](const PlannedArticle& a, const PlannedArticle& b) { return a.docid < b.docid; });
  write_planned(directory, planned, kMetadata, threads);
}

/// Both files of terms.
std::string bytes_in(const fs::path& directory) {
  std::string bytes;
  for (const char* name : {kFrequentTermsFile, kRareTermsFile}) {
    bytes += file_bytes(directory / name);
  }
  return bytes;
}

/// How often the only article of an index has a term; 0 when it has not.
std::uint32_t times_in_article(const Article& article, std::string_view term) {
  const TemporaryDirectory directory;
  write(directory.path(), {article}, 1);
  const auto streams = TokenStreams::open(directory.path());
  const auto rare = RareTerms::open(directory.path());
  const auto key = key_of(term, *streams);
  const auto postings = key ? rare->find(*key) : std::vector<TermPosting>();
  return postings.empty() ? 0 : postings.front().times;
}

struct LayerCase {
  const char* title;
  const char* body;
  const char* term;
  std::uint32_t times;
  const char* reason;
};

TEST(TermsBuilder, GivesEveryLayerOfASyllable) {
  const LayerCase cases[] = {
      {"Hoà Bình", "Tỉnh Hòa Bình", "hoa", 2, "folded, title and body"},
      {"Hoà Bình", "Tỉnh Hòa Bình", "Ahoa2", 2, "both tone placements are one key"},
      {"Hoà Bình", "Tỉnh Hòa Bình", "Bhoa binh", 2, "neighbours"},
      {"Hoà Bình", "Tỉnh Hòa Bình", "TFhoa", 1, "title only"},
      {"Hoà Bình", "Tỉnh Hòa Bình", "TAhoa2", 1, "title only, as written"},
      {"Hoà Bình", "Tỉnh Hòa Bình", "TBhoa binh", 1, "neighbours in the title"},
      {"Hoà Bình", "Tỉnh Hòa Bình", "TFtinh", 0, "a word of the body alone"},
      {"36", "", "36", 1, "numbers are folded terms"},
      {"36", "", "A36", 0, "numbers have no accented twin"},
      {"Tin", "Xây dựng hạ tầng. Thông tin mới.", "Btang thong", 0, "over a sentence end"},
      {"Tin", "Xây dựng hạ tầng. Thông tin mới.", "Bthong tin", 1, "within a sentence"},
      {"Chính quyền", "điện tử", "Bquyen dien", 0, "from the title into the body"},
      {"Tin", "một \u0301 hai", "Bmot hai", 1, "a mark that stands alone does not part"},
      {"Tin", "một \u0301 hai", "hai", 1, "a mark that stands alone is no word"},
  };
  for (const LayerCase& row : cases) {
    EXPECT_EQ(times_in_article(sample_article("x", row.title, row.body), row.term), row.times)
        << row.term << ": " << row.reason;
  }
}

TEST(TermsBuilder, LeavesOutAWordOfAThousandLetters) {
  const std::string word(1000, 'a');
  EXPECT_EQ(times_in_article(sample_article("x", "Tin", word), word), 0U);
}

TEST(TermsBuilder, WritesTheSameOnAnyNumberOfThreads) {
  std::mt19937 random(5);
  std::vector<Article> articles;
  for (int i = 0; i < 60; ++i) {
    articles.push_back(random_article(i, random));
  }
  const TemporaryDirectory one;
  const TemporaryDirectory three;
  write(one.path(), articles, 1);
  write(three.path(), articles, 3);
  EXPECT_FALSE(bytes_in(one.path()).empty());
  EXPECT_EQ(bytes_in(one.path()), bytes_in(three.path()));
}

TEST(TermsBuilder, TakesOnlyTermsOfManyArticles) {
  const Day day = day_of("2020-06-30");
  const TemporaryDirectory directory;
  write(directory.path(),
        {sample_article("a", "", "chung riêng", day), sample_article("b", "", "chung", day)}, 1);
  const Result<FrequentTerms> terms = FrequentTerms::open(directory.path());
  ASSERT_TRUE(terms);
  EXPECT_TRUE(terms->find("chung"));
  EXPECT_FALSE(terms->find("rieng"));
  const Result<RareTerms> rare = RareTerms::open(directory.path());
  const Result<TokenStreams> streams = TokenStreams::open(directory.path());
  EXPECT_EQ(rare->find(*key_of("rieng", *streams)), (std::vector<TermPosting>{{0, 1}}));
  EXPECT_EQ(rare->frequency(*key_of("chung", *streams)), 0U);
  EXPECT_EQ(terms->find("chung")->times()[1], 1);
  EXPECT_EQ(terms->docids()[1], first_docid_of(day) + 1);
}

struct DamageCase {
  const char* file;
  std::size_t head;  ///< bytes
};

class DamagedTerms : public testing::TestWithParam<DamageCase> {};

TEST_P(DamagedTerms, AreTold) {
  const TemporaryDirectory directory;
  write(directory.path(), {sample_article("a", "", "một hai"), sample_article("b", "", "một ba")},
        1);
  const fs::path file = directory.path() / GetParam().file;
  std::fstream bytes(file, std::ios::binary | std::ios::in | std::ios::out);
  bytes.seekp(static_cast<std::streamoff>(GetParam().head + 2));
  bytes.put('\x7F');
  bytes.close();
  std::vector<std::string> problems;
  check_terms(directory.path(), problems);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_NE(problems[0].find("is damaged, rebuild the index"), std::string::npos) << problems[0];
  fs::resize_file(file, fs::file_size(file) - 8);
  check_terms(directory.path(), problems);
  ASSERT_EQ(problems.size(), 2U);
  EXPECT_NE(problems[1].find("is cut off"), std::string::npos) << problems[1];
  fs::remove(file);
  check_terms(directory.path(), problems);
  ASSERT_EQ(problems.size(), 3U);
  EXPECT_NE(problems[2].find("is missing"), std::string::npos) << problems[2];
}

INSTANTIATE_TEST_SUITE_P(Files, DamagedTerms,
                         testing::Values(DamageCase{kFrequentTermsFile,
                                                    sizeof(FrequentTermsHead) + 2 * 8 + 16},
                                         DamageCase{kRareTermsFile, sizeof(RareTermsHead)}),
                         [](const auto& shown) { return std::string(shown.param.file); });

}  // namespace
}  // namespace tracuu
