#include "server/search/document_page.h"

#include <gtest/gtest.h>

#include "indexer/linker.h"
#include "indexer/paper_relations.h"
#include "server/search/searcher.h"
#include "tests/server/query/url_parameters.h"
#include "tests/server/search/sample_index.h"
#include "tests/support/sample_article.h"

namespace tracuu {
namespace {

/// An article read as the indexer reads it, linked by itself.
Article linked(std::string_view id, std::string_view body, std::optional<Day> published,
               std::string_view province = {}) {
  Article article = sample_article(id, "Tin ngắn", body, published, province);
  article.documents = link_documents(article);
  article.relations = find_paper_relations(article);
  return article;
}

std::vector<Article> articles() {
  return {
      linked("ministry",
             "Ngày 10/7/2014, Bộ họp về Nghị quyết số 36-NQ/TW ngày 01/7/2014 của Bộ Chính trị về "
             "đẩy mạnh ứng dụng, phát triển công nghệ thông tin.",
             day_of("2014-07-10")),
      linked("early", "Dự thảo Nghị quyết số 36-NQ/TW ngày 01/7/2014 được góp ý tại tỉnh.",
             day_of("2014-06-21"), "Cà Mau"),
      linked("camau",
             "Kế hoạch số 12/KH-UBND ngày 20/10/2014 của UBND tỉnh Cà Mau thực hiện Nghị quyết số "
             "36-NQ/TW ngày 01/7/2014 của Bộ Chính trị.",
             day_of("2014-10-29"), "Cà Mau"),
      linked("hagiang", "Tỉnh ủy quán triệt Nghị quyết số 36-NQ/TW ngày 01/7/2014 cho cán bộ.",
             day_of("2015-01-07"), "Hà Giang"),
      linked("sea",
             "Nghị quyết số 36-NQ/TW ngày 22/10/2018 về chiến lược phát triển bền vững kinh tế "
             "biển Việt Nam.",
             day_of("2018-12-01"), "Cà Mau"),
      linked("undated", "Học tập Nghị quyết số 36-NQ/TW ngày 01/7/2014 tại tỉnh.", std::nullopt,
             "Hà Giang"),
      linked("other", "Nghị quyết số 36a/NQ-CP ngày 14/10/2015 của Chính phủ.",
             day_of("2015-11-01")),
  };
}

class DocumentPages : public testing::Test {
 protected:
  DocumentPages() : index_(articles()), searcher_(std::move(*Searcher::open(index_.path()))) {}

  DocumentAnswer ask(std::string_view number, std::string_view parameters = {}) const {
    const auto request = parse_document_request(number, parameters_of(parameters));
    EXPECT_TRUE(request);
    return searcher_.document(*request, Deadline::in(std::chrono::minutes(1)));
  }

  SampleIndex index_;
  Searcher searcher_;
};

std::string described(const std::vector<PlaceCount>& places) {
  std::string out;
  for (const PlaceCount& place : places) {
    out.append(out.empty() ? "" : ", ").append(place.province.empty() ? "-" : place.province);
    out.append(1, ' ').append(place.period.empty() ? "-" : place.period);
    out.append(1, ' ').append(std::to_string(place.count));
  }
  return out;
}

std::string described(const std::vector<ProvinceLag>& lags) {
  std::string out;
  for (const ProvinceLag& lag : lags) {
    out.append(out.empty() ? "" : ", ").append(lag.province.empty() ? "-" : lag.province);
    out.append(1, ' ').append(lag.days ? std::to_string(*lag.days) : "?");
    out.append(1, ' ').append(lag.first.id);
    if (lag.first_since) {
      out.append(" then " + std::to_string(*lag.days_since) + ' ' + lag.first_since->id);
    }
  }
  return out;
}

const PaperGroup* group(const DocumentPage& page, std::string_view identity) {
  for (const PaperGroup& one : page.papers) {
    if (one.paper.identity == identity) {
      return &one;
    }
  }
  return nullptr;
}

std::string fact(const PaperGroup& paper, std::string_view kind, std::string_view by) {
  for (const PaperFact& one : paper.facts) {
    if (one.kind == kind && one.by == by) {
      return one.value + (one.evidence ? " (" + one.evidence->id + ")" : "");
    }
  }
  return {};
}

TEST_F(DocumentPages, TellThePapersOfANumberApart) {
  const DocumentPage page = *ask("36-NQ/TW").page;
  EXPECT_EQ(page.total, 6U);
  EXPECT_EQ(page.undated, 1U);
  ASSERT_EQ(page.papers.size(), 2U);
  const PaperGroup* const ict = group(page, "36-NQ/TW@2014-07-01");
  ASSERT_NE(ict, nullptr);
  EXPECT_EQ(ict->paper.count, 5U);
  EXPECT_EQ(group(page, "36-NQ/TW@2018-10-22")->paper.count, 1U);
  ASSERT_EQ(ict->readings.size(), 3U);
  for (const PaperReading& reading : ict->readings) {
    EXPECT_EQ(reading.identity, "36-NQ/TW@2014-07-01");
    EXPECT_EQ(reading.reason, "date written beside it");
    EXPECT_NE(reading.note.sentence.find("36-NQ/TW"), std::string::npos);
  }
  EXPECT_TRUE(page.lags.empty()) << "two papers have two days of issue";
  EXPECT_FALSE(page.issued);
}

TEST_F(DocumentPages, SayWhatIsKnownOfAPaperAndWhoSaysIt) {
  const PaperGroup paper = *group(*ask("36-NQ/TW").page, "36-NQ/TW@2014-07-01");
  EXPECT_EQ(fact(paper, "type", "article"), "Nghị quyết (early)");
  EXPECT_EQ(fact(paper, "date", "article"), "2014-07-01 (early)");
  EXPECT_EQ(fact(paper, "subject", "article"),
            "đẩy mạnh ứng dụng, phát triển công nghệ thông tin (ministry)");
  EXPECT_EQ(fact(paper, "date", "table"), "2014-07-01");
  EXPECT_FALSE(fact(paper, "issuer", "number").empty());
}

TEST_F(DocumentPages, CountByProvinceAndTime) {
  const DocumentPage page = *ask("36-NQ/TW", "identity=36-NQ/TW@2014-07-01").page;
  EXPECT_EQ(described(page.by_year), "- 2014 1, Cà Mau 2014 2, Hà Giang 2015 1, Hà Giang - 1");
  EXPECT_EQ(described(page.by_month),
            "- 2014-07 1, Cà Mau 2014-06 1, Cà Mau 2014-10 1, Hà Giang 2015-01 1, Hà Giang - 1");
  EXPECT_EQ(page.first_mention->note.id, "early");
}

TEST_F(DocumentPages, TellTheLagOfEachProvinceAndWhatIsOlderThanThePaper) {
  const DocumentPage page = *ask("36-NQ/TW", "date=2014").page;
  EXPECT_EQ(page.identity, "36-NQ/TW@2014-07-01");
  EXPECT_EQ(described(page.lags),
            "Cà Mau -10 early then 120 camau, - 9 ministry, Hà Giang 190 hagiang");
  const DocumentPage today = *ask("36-NQ/TW", "date=2014&province_view=today").page;
  EXPECT_EQ(described(today.lags),
            "Cà Mau -10 early then 120 camau, - 9 ministry, Tuyên Quang 190 hagiang");
}

TEST_F(DocumentPages, TellWhatImplementsThePaper) {
  const DocumentPage page = *ask("36-NQ/TW").page;
  ASSERT_FALSE(page.relations.empty());
  const RelatedPapers& first = page.relations.front();
  EXPECT_EQ(first.relation, DocumentRelation::kImplements);
  EXPECT_TRUE(first.is_done_to_it);
  EXPECT_EQ(first.articles, 1U);
  ASSERT_EQ(first.papers.size(), 1U);
  EXPECT_EQ(first.papers[0].paper, "12/KH-UBND@2014-10-20@Cà Mau");
  EXPECT_EQ(first.papers[0].evidence.id, "camau");
  const DocumentPage plan = *ask("12/KH-UBND").page;
  ASSERT_EQ(plan.relations.size(), 1U);
  EXPECT_FALSE(plan.relations[0].is_done_to_it);
  EXPECT_EQ(plan.relations[0].papers[0].paper, "36-NQ/TW@2014-07-01");
}

TEST_F(DocumentPages, ApplyFilters) {
  EXPECT_EQ(ask("36-NQ/TW", "province=ca mau").page->total, 3U);
  EXPECT_EQ(ask("36-NQ/TW", "province=ca mau&to=2014").page->total, 2U);
  EXPECT_EQ(ask("36-NQ/TW", "province=tuyen quang").page->total, 0U);
  EXPECT_EQ(ask("36-NQ/TW", "province=tuyen quang&province_view=today").page->total, 2U);
  const DocumentPage page = *ask("36-NQ/TW", "limit=2&offset=1").page;
  ASSERT_EQ(page.newest.size(), 2U);
  EXPECT_EQ(page.newest[0].note.id, "hagiang");
  EXPECT_EQ(page.newest[1].note.id, "camau");
}

TEST_F(DocumentPages, GiveCandidatesForAShortNumberAndADateOfSeveralPapers) {
  const DocumentAnswer in_short = ask("nghị quyết 36");
  EXPECT_FALSE(in_short.page);
  ASSERT_EQ(in_short.candidates.size(), 1U);
  EXPECT_EQ(in_short.candidates[0].number, "36-NQ/TW");
  EXPECT_EQ(in_short.candidates[0].count, 6U);
  const DocumentAnswer by_letter = ask("NQ 36a");
  ASSERT_EQ(by_letter.candidates.size(), 1U);
  EXPECT_EQ(by_letter.candidates[0].number, "36a/NQ-CP");
}

TEST_F(DocumentPages, NameTheNearestForANumberThatNobodyCites) {
  const DocumentAnswer unknown = ask("37-NQ/TW");
  EXPECT_FALSE(unknown.page);
  EXPECT_TRUE(unknown.candidates.empty());
  ASSERT_FALSE(unknown.nearest.empty());
  EXPECT_EQ(unknown.nearest.front(), "36-NQ/TW");
  const DocumentAnswer of_no_date = ask("36-NQ/TW", "date=2016");
  EXPECT_EQ(of_no_date.nearest,
            (std::vector<std::string>{"36-NQ/TW@2014-07-01", "36-NQ/TW@2018-10-22"}));
  EXPECT_TRUE(ask("hoàn toàn không phải số hiệu").nearest.empty());
}

TEST_F(DocumentPages, StopAtTheDeadline) {
  const auto request = parse_document_request("36-NQ/TW", {});
  EXPECT_THROW(searcher_.document(*request, Deadline::in(std::chrono::milliseconds(-1))),
               DeadlineExceeded);
}

}  // namespace
}  // namespace tracuu
