#include "server/search/similar.h"

#include <gtest/gtest.h>

#include "server/search/searcher.h"
#include "tests/server/search/sample_index.h"

namespace tracuu {
namespace {

Deadline soon() {
  return Deadline::in(std::chrono::minutes(1));
}

/// Two matters and a background; of the first matter one article is a reprint of "a".
class SimilarOfIndex : public ::testing::Test {
 protected:
  SimilarOfIndex()
      : index_(articles(), groups()), searcher_(std::move(*Searcher::open(index_.path()))) {}

  static std::vector<Article> articles() {
    std::vector<Article> all{
        plain_article("a", "Sổ hộ tịch giấy lên máy tính",
                      "Cán bộ xã nhập sổ hộ tịch, đọc trang sổ mối xông."),
        plain_article("a-again", "Số hóa hộ tịch",
                      "Cán bộ xã nhập sổ hộ tịch, đọc trang sổ mối xông."),
        plain_article("near", "Ba huyện quét sổ hộ tịch", "Trang sổ mối xông được chụp lại."),
        plain_article("near-1", "Trích lục hộ tịch qua mạng", "Không phải tìm sổ hộ tịch cũ."),
        plain_article("near-2", "Trích lục hộ tịch từ xa", "Không phải tìm sổ hộ tịch cũ."),
        plain_article("far", "Phòng máy chủ chạy suốt đêm", "Điều hòa tốn điện, không ai ghi."),
        plain_article("paper", "Nghị quyết về kinh tế biển", "Cảng cá và tàu thuyền."),
        plain_article("paper-too", "Đảo xa có sóng di động", "Ngư dân gọi về nhà.")};
    for (const std::size_t i : {6U, 7U}) {
      cite(all[i], "36-NQ/TW");
      all[i].documents[0].date =
          PartialDate::of(Day{std::chrono::year{2018}, std::chrono::October, std::chrono::day{22}});
      all[i].documents[0].confidence = 1;
    }
    for (int i = 0; i < 30; ++i) {
      const std::string number = std::to_string(i);
      all.push_back(plain_article("x" + number, "Tin " + number, "Tỉnh có nhiều việc trong ngày."));
    }
    return all;
  }
  static std::map<std::string, std::string> groups() {
    return {{"a", "a"}, {"a-again", "a"}, {"near-1", "n"}, {"near-2", "n"}};
  }

  std::string similar(std::string_view id, std::size_t limit = 10) const {
    std::string ids;
    const auto found = searcher_.similar(id, limit, soon());
    for (const Hit& hit : found->hits) {
      ids.append(ids.empty() ? "" : " ").append(hit.article.id);
    }
    return ids;
  }

  SampleIndex index_;
  Searcher searcher_;
};

TEST_F(SimilarOfIndex, FindsTheSameMatterWithoutOwnReprintsAndOthersOnce) {
  EXPECT_EQ(similar("a"), "near near-1");
  EXPECT_EQ(similar("a-again"), "near near-1");
  EXPECT_EQ(similar("a", 1), "near");
}

TEST_F(SimilarOfIndex, FindsArticlesThatCiteTheSamePaper) {
  EXPECT_EQ(similar("paper"), "paper-too");
}

TEST_F(SimilarOfIndex, ScoresFallFromOneToZero) {
  const auto found = searcher_.similar("near", 10, soon());
  ASSERT_GE(found->hits.size(), 2U);
  double last = 1;
  for (const Hit& hit : found->hits) {
    EXPECT_LE(hit.score, last);
    EXPECT_GT(hit.score, 0);
    last = hit.score;
  }
  EXPECT_EQ(found->id, "near");
  EXPECT_EQ(found->index.articles, articles().size());
}

TEST(Similar, IsNotMisledByWhatAnArticleWasBefore) {
  std::string own;
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    own.append("lư").append(1, letter).append(1, ' ');
  }
  std::vector<Article> all{
      plain_article("changed", "Ghi ở xã", own + ". " + own + ". Trang sổ mối xông."),
      plain_article("near", "Ba huyện quét hộ tịch", "Trang sổ mối xông được chụp lại.")};
  for (int i = 0; i < 30; ++i) {
    const std::string number = std::to_string(i);
    all.push_back(plain_article("x" + number, "Tin " + number, "Tỉnh có nhiều việc trong ngày."));
  }
  const SampleIndex index(all);
  const auto found = Searcher::open(index.path())->similar("changed", 1, soon());
  ASSERT_EQ(found->hits.size(), 1U) << "its own pairs are no pairs of another";
  EXPECT_EQ(found->hits[0].article.id, "near");
}

TEST_F(SimilarOfIndex, HasNothingForAnUnknownArticleAndNoneForOneWithoutLikeness) {
  EXPECT_FALSE(searcher_.similar("unknown", 10, soon()));
  const SampleIndex alone({plain_article("a", "Một mình", "Không ai nói gì.")});
  EXPECT_TRUE(Searcher::open(alone.path())->similar("a", 10, soon())->hits.empty());
}

TEST_F(SimilarOfIndex, StopsAtItsDeadline) {
  const Deadline past(std::chrono::steady_clock::now() - std::chrono::seconds(1));
  EXPECT_THROW(searcher_.similar("a", 10, past), DeadlineExceeded);
}

TEST_F(SimilarOfIndex, WeighsWhatFewOthersSayAboveWhatManySay) {
  const OpenIndex open(index_);
  const RankingTerms ranking = terms_of_matter(open.reader, articles()[0]);
  ASSERT_FALSE(ranking.terms.empty());
  EXPECT_GT(ranking.reachable, 0);
  const auto strength = [](const RankingTerm& term) { return term.weight * term.idf; };
  EXPECT_TRUE(std::is_sorted(
      ranking.terms.begin(), ranking.terms.end(),
      [&](const RankingTerm& a, const RankingTerm& b) { return strength(a) > strength(b); }));
  EXPECT_EQ(ranking.terms[0].term, "Asô3") << "said most often, and in the title";
  for (const RankingTerm& term : ranking.terms) {
    EXPECT_GE(open.reader.frequency(term.term), 2U) << term.term << " leads to no other article";
  }
}

}  // namespace
}  // namespace tracuu
