#include "server/search/suggestions.h"

#include <gtest/gtest.h>

#include "server/search/searcher.h"
#include "tests/server/search/sample_index.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

Article about(std::string_view id, std::string_view title, std::string_view body,
              std::vector<std::string> provinces, std::string_view published) {
  Article article = plain_article(id, title, body, published);
  article.about = std::move(provinces);
  return article;
}

std::vector<Article> sample() {
  Article holiday = about("nghi-he", "Chuyện nghỉ hè ở Hải Phòng", "Tin chuyển đổi số.",
                          {"Hải Phòng"}, "2024-07-01");
  Article village = about("ve-lang", "Chuyển đổi số về làng", "Làng số.",
                          {"Hải Phòng", "Hải Dương"}, "2023-01-02");
  Article reprint = about("ve-lang-2", "Chuyển đổi số về làng", "Làng cũ.",
                          {"Hải Dương", "Hải Phòng"}, "2022-01-02");
  Article conference = about("hoi-nghi", "Hội nghị chuyển đổi số", "Bàn chuyen doi so.",
                             {"Bà Rịa - Vũng Tàu"}, "2021-05-06");
  Article meeting = about("hop-ban", "Họp bàn chuyển đổi số", "Bàn thêm.", {"Hồ Chí Minh"}, "");
  meeting.text += " Chuyển đổi số.";
  holiday.text += " Nghỉ.";
  reprint.text.replace(reprint.title_size + 1, std::string::npos, "Tin ngắn.");
  for (Article* citing : {&holiday, &village, &meeting}) {
    cite(*citing, "36-NQ/TW");
  }
  cite(village, "36a/NQ-CP");
  cite(meeting, "48/2009/QĐ-TTg");
  cite(conference, "NQ 36");
  name_official(holiday, "Lê Khắc Nam");
  name_official(village, "Lê Khắc Nam");
  name_official(conference, "Trần Hà Nam");
  name_official(meeting, "Le Khac Dung");
  return {holiday, village, reprint, conference, meeting};
}

SuggestRequest request_for(std::string_view typed, std::string_view kind, std::size_t limit) {
  const auto request = parse_suggest_request(
      {{"q", std::string(typed)}, {"kinds", std::string(kind)}, {"limit", std::to_string(limit)}});
  EXPECT_TRUE(request) << (request ? "" : request.error().message);
  return request ? *request : SuggestRequest();
}

std::string described(const std::vector<Suggestion>& items) {
  std::string out;
  for (const Suggestion& item : items) {
    std::string label = item.label;
    if (item.match) {
      label.insert(item.match->end, "]").insert(item.match->begin, "[");
    }
    out.append(out.empty() ? "" : "|").append(label).append(":");
    out.append(std::to_string(item.count));
  }
  return out;
}

class SuggestionsOfASample : public ::testing::Test {
 protected:
  SuggestionsOfASample() : index_(sample()), searcher_(Searcher::open(index_.path())) {
    EXPECT_TRUE(searcher_);
  }

  std::vector<Suggestion> suggest(std::string_view typed, std::string_view kind,
                                  std::size_t limit = 5) const {
    const SuggestResult result = searcher_->suggest(request_for(typed, kind, limit));
    EXPECT_EQ(result.groups.size(), 1U);
    return result.groups.front().items;
  }

  SampleIndex index_;
  Result<Searcher> searcher_;
};

TEST_F(SuggestionsOfASample, FollowTheTable) {
  for (const TableRow& row : read_table("suggestions.tsv")) {
    ASSERT_EQ(row.cells.size(), 4U) << row;
    EXPECT_EQ(described(suggest(row[0], row[1])), row[2]) << row;
  }
}

TEST_F(SuggestionsOfASample, ComeInGroupsByKind) {
  SuggestRequest request = request_for("chuyển", "title", 1);
  request.kinds = {SuggestionKind::kTitle, SuggestionKind::kProvince, SuggestionKind::kPhrase};
  const SuggestResult result = searcher_->suggest(request);
  ASSERT_EQ(result.groups.size(), 3U);
  EXPECT_EQ(result.groups[0].items.size(), 1U) << "the limit is one for each";
  EXPECT_EQ(result.groups[1].kind, SuggestionKind::kProvince);
  EXPECT_TRUE(result.groups[1].items.empty());
  EXPECT_EQ(result.groups[2].items.size(), 1U);
}

TEST_F(SuggestionsOfASample, ATitleLeadsToItsNewestArticle) {
  const std::vector<Suggestion> titles = suggest("chuyen doi so ve", "title");
  ASSERT_EQ(titles.size(), 1U);
  EXPECT_EQ(titles[0].article_id, "ve-lang");
  ASSERT_TRUE(titles[0].published);
  EXPECT_EQ(to_iso(PartialDate::of(*titles[0].published)), "2023-01-02");
  const std::vector<Suggestion> undated = suggest("hop ban", "title");
  ASSERT_EQ(undated.size(), 1U);
  EXPECT_FALSE(undated[0].published);
}

TEST(Suggestions, PassOverTitlesWhoseArticlesAreGone) {
  constexpr int kArticles = 40;
  constexpr int kGone = 30;
  std::vector<Article> articles;
  std::vector<std::string> gone;
  for (int i = 0; i < kArticles; ++i) {
    const std::string number = std::to_string(10 + i);
    articles.push_back(plain_article(number, "Họp giao ban tuần " + number, "Tin.",
                                     std::to_string(2024 - i) + "-01-02"));
    if (i < kGone) {
      gone.push_back(number);
    }
  }
  SampleIndex index(articles);
  index.remove(gone, kArticles);
  const Result<Searcher> searcher = Searcher::open(index.path());
  ASSERT_TRUE(searcher) << searcher.error().message;
  for (const char* typed : {"hop giao", "họp giao"}) {
    const SuggestResult result = searcher->suggest(request_for(typed, "title", 5));
    EXPECT_EQ(described(result.groups.front().items),
              "[Họp giao] ban tuần 40:1|[Họp giao] ban tuần 41:1|[Họp giao] ban tuần 42:1|"
              "[Họp giao] ban tuần 43:1|[Họp giao] ban tuần 44:1")
        << typed;
  }
}

/// Decodes the percent signs of URL parameters and reads them.
SearchRequest search_of(const Suggestion& item) {
  UrlParameters parameters;
  std::string_view rest = item.query;
  while (!rest.empty()) {
    const std::string_view pair = rest.substr(0, rest.find('&'));
    rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
    std::string value;
    const std::size_t equals = pair.find('=');
    for (std::size_t i = equals + 1; i < pair.size(); ++i) {
      const bool encoded = pair[i] == '%';
      value += encoded
                   ? static_cast<char>(std::stoi(std::string(pair.substr(i + 1, 2)), nullptr, 16))
                   : pair[i];
      i += encoded ? 2 : 0;
    }
    parameters.emplace_back(pair.substr(0, equals), value);
  }
  const auto request = parse_search_request(parameters);
  EXPECT_TRUE(request) << item.query;
  return request ? *request : SearchRequest();
}

TEST_F(SuggestionsOfASample, ACountIsTheTotalOfTheSearchThatChoosingRuns) {
  std::size_t checked = 0;
  for (const char* kind : {"document", "official", "province", "phrase"}) {
    for (const char* typed : {"", "chuyen", "3", "n", "h"}) {
      for (const Suggestion& item : suggest(typed, kind, 20)) {
        const auto found =
            searcher_->search(search_of(item), Deadline::in(std::chrono::seconds(10)));
        ASSERT_TRUE(found) << item.query;
        EXPECT_EQ(found->total, item.count) << item.query;
        ++checked;
      }
    }
  }
  EXPECT_GT(checked, 20U);
}

TEST_F(SuggestionsOfASample, ChoosingATitleFindsItsArticleFirst) {
  for (const Suggestion& item : suggest("", "title", 20)) {
    const auto found = searcher_->search(search_of(item), Deadline::in(std::chrono::seconds(10)));
    ASSERT_TRUE(found) << item.query;
    ASSERT_FALSE(found->hits.empty()) << item.query;
    EXPECT_EQ(found->hits.front().article.title(), item.value);
  }
}

TEST_F(SuggestionsOfASample, AnswerAnyBytesThatAPersonMaySend) {
  for (const std::string& typed :
       {std::string(400, 'a'), std::string(200, ' ') + "x", std::string("\xCC\x81\xCC\x81"),
        std::string("\"'-\\/%_*?[]{}()"), std::string("日本"), std::string("a\nb"),
        std::string("0000000000000000000000000000000000001")}) {
    for (const SuggestionKindRow& row : kSuggestionKinds) {
      for (const Suggestion& item : suggest(typed, row.name, 20)) {
        EXPECT_FALSE(item.label.empty());
      }
    }
  }
}

TEST(Suggestions, ShowATitleOnceHoweverItsCapitalsAre) {
  const SampleIndex index({plain_article("a", "Họp báo tháng này", "x", "2020-01-02"),
                           plain_article("b", "HỌP BÁO THÁNG NÀY", "x", "2020-01-01")});
  const auto searcher = Searcher::open(index.path());
  ASSERT_TRUE(searcher);
  const SuggestResult result = searcher->suggest(request_for("hop", "title", 5));
  EXPECT_EQ(described(result.groups[0].items), "[Họp] báo tháng này:1");
}

TEST(Suggestions, AnIndexWithoutLexiconIsRefused) {
  const SampleIndex index({plain_article("a", "Họp báo", "x")});
  std::filesystem::remove(index.generation() / kLexiconFile);
  const auto searcher = Searcher::open(index.path());
  ASSERT_FALSE(searcher);
  EXPECT_NE(searcher.error().message.find("rebuild it with 'tracuu-indexer build'"),
            std::string::npos);
}

}  // namespace
}  // namespace tracuu
