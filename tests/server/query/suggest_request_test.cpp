#include "server/query/suggest_request.h"

#include <gtest/gtest.h>

#include "tests/server/query/url_parameters.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

std::string outcome(std::string_view parameters) {
  const auto request = parse_suggest_request(parameters_of(parameters));
  if (!request) {
    return request.error().message;
  }
  std::string kinds;
  for (const SuggestionKind kind : request->kinds) {
    kinds.append(kinds.empty() ? "" : ",").append(row_of(kind).name);
  }
  return request->q + "; " + std::to_string(request->limit) + "; " + kinds + "; " +
         (request->language == Language::kEnglish ? "en" : "vi");
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool encoded = text[i] == '%';
    out += encoded ? static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16))
                   : text[i];
    i += encoded ? 2 : 0;
  }
  return out;
}

TEST(SuggestRequest, ReadsOrRefusesEveryRowOfTheTable) {
  for (const TableRow& row : read_table("suggest_requests.tsv")) {
    ASSERT_EQ(row.cells.size(), 3U) << row;
    EXPECT_EQ(outcome(row[0]), row[1]) << row;
  }
}

TEST(SuggestRequest, RefusesWhatIsNoUtf8OrTooLong) {
  EXPECT_EQ(outcome("q=\xFF"), "q: not valid UTF-8 at byte 0: '\xEF\xBF\xBD'");
  EXPECT_TRUE(outcome("q=" + std::string(401, 'a')).starts_with("q: longer than 400 characters"));
  EXPECT_TRUE(outcome("q=" + std::string(400, 'a')).starts_with("aaa"));
}

TEST(SuggestRequest, KindsStandInTheOrderOfTheirRows) {
  for (std::size_t i = 0; i < kSuggestionKinds.size(); ++i) {
    EXPECT_EQ(static_cast<std::size_t>(kSuggestionKinds[i].kind), i);
  }
}

TEST(SuggestionQuery, IsWhatEveryRowSays) {
  for (const TableRow& row : read_table("suggest_queries.tsv")) {
    ASSERT_EQ(row.cells.size(), 4U) << row;
    const auto kind =
        std::find_if(kSuggestionKinds.begin(), kSuggestionKinds.end(),
                     [&](const SuggestionKindRow& candidate) { return candidate.name == row[0]; });
    ASSERT_NE(kind, kSuggestionKinds.end()) << row;
    EXPECT_EQ(percent_decoded(suggestion_query(kind->kind, std::string(row[1]))), row[2]) << row;
  }
}

TEST(SuggestionQuery, OfALongTitleIsShortEnoughToBeAsked) {
  std::string title;
  for (int i = 0; i < 200; ++i) {
    title.append("nghiêng").append(std::to_string(i)).append(" ");
  }
  const std::string query = percent_decoded(suggestion_query(SuggestionKind::kTitle, title));
  EXPECT_TRUE(parse_search_request({{"q", query.substr(2)}}));
  EXPECT_GT(query.size(), 200U);
}

}  // namespace
}  // namespace tracuu
