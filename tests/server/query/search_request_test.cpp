#include "server/query/search_request.h"

#include <gtest/gtest.h>

#include "server/query/parameter_values.h"
#include "tests/server/query/url_parameters.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      out += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

UrlParameters decoded(std::string_view url_query) {
  UrlParameters parameters = parameters_of(url_query);
  for (auto& [name, value] : parameters) {
    value = percent_decoded(value);
  }
  return parameters;
}

std::string error_of(const UrlParameters& parameters) {
  const auto request = parse_search_request(parameters);
  return request ? "" : request.error().message;
}

/// What a row expects: the address, decoded so that it can be read, or the error.
std::string outcome(std::string_view parameters) {
  const auto request = parse_search_request(parameters_of(parameters));
  return request ? percent_decoded(to_url_query(*request)) : request.error().message;
}

TEST(SearchRequest, ReadsOrRefusesEveryRowOfTheTable) {
  for (const TableRow& row : read_table("query_requests.tsv")) {
    ASSERT_EQ(row.cells.size(), 3U) << row;
    EXPECT_EQ(outcome(row[0]), row[1]) << row;
  }
}

TEST(SearchRequest, IsGivenBackByItsOwnAddress) {
  for (const TableRow& row : read_table("query_requests.tsv")) {
    const auto request = parse_search_request(parameters_of(row[0]));
    if (!request) {
      continue;
    }
    const auto again = parse_search_request(decoded(to_url_query(*request)));
    ASSERT_TRUE(again) << row << ' ' << again.error().message;
    EXPECT_EQ(*again, *request) << row;
  }
}

TEST(SearchRequest, EncodesAllButUnreservedCharacters) {
  const auto request = parse_search_request({{"q", "a&b=c d+\"Đ\"~"}, {"source", "x/y?z#"}});
  ASSERT_TRUE(request);
  EXPECT_EQ(to_url_query(*request), "q=a%26b%3Dc%20d%2B%22%C4%90%22~&source=x%2Fy%3Fz%23");
}

TEST(SearchRequest, HasTheSameAddressForTheSameValuesInAnyOrder) {
  const auto one = parse_search_request({{"year", "2018"}, {"q", "x"}, {"year", "2014"}});
  const auto other = parse_search_request({{"year", "2014"}, {"year", "2018"}, {"q", "x"}});
  ASSERT_TRUE(one && other);
  EXPECT_EQ(to_url_query(*one), to_url_query(*other));
}

TEST(SearchRequest, FiltersByMentionWhereLocalitySaysSo) {
  const auto request = parse_search_request({{"locality", "mentioned"}, {"province", "hue"}});
  ASSERT_TRUE(request);
  ASSERT_EQ(request->filters.size(), 1U);
  EXPECT_EQ(request->filters[0].field, FieldId::kMentioned);
  EXPECT_EQ(to_url_query(*request), "province=Hu%E1%BA%BF&locality=mentioned");
}

TEST(SearchRequest, CoversWholeYearsAndMonths) {
  const auto years = parse_search_request({{"from", "2018"}, {"to", "2018"}});
  ASSERT_TRUE(years);
  EXPECT_EQ(to_iso(PartialDate::of(*years->from)), "2018-01-01");
  EXPECT_EQ(to_iso(PartialDate::of(*years->to)), "2018-12-31");
  const auto months = parse_search_request({{"from", "2016-02"}, {"to", "2016-02"}});
  ASSERT_TRUE(months);
  EXPECT_EQ(to_iso(PartialDate::of(*months->to)), "2016-02-29");
}

TEST(SearchRequest, TakesFourHundredCharactersHoweverManyBytes) {
  std::string q;
  for (int i = 0; i < 400; ++i) {
    q += "ệ";
  }
  EXPECT_EQ(error_of({{"q", q}}), "");
  EXPECT_TRUE(error_of({{"q", q + "a"}}).starts_with("q: longer than 400 characters: 'ệ"));
}

TEST(SearchRequest, RefusesAMegabyteAtOnce) {
  const std::string megabyte(1 << 20, 'a');
  EXPECT_EQ(error_of({{"q", megabyte}}),
            "q: longer than 400 characters: '" + std::string(60, 'a') + "…'");
  EXPECT_EQ(error_of({{"province", megabyte}}),
            "province: longer than 200 characters: '" + std::string(60, 'a') + "…'");
  EXPECT_TRUE(
      error_of({{megabyte, "1"}})
          .starts_with(std::string(60, 'a') + "…: unknown parameter, valid are q, province,"));
  EXPECT_EQ(error_of({{"q", std::string(1 << 20, '\xFF')}}).substr(0, 29),
            "q: not valid UTF-8 at byte 0:");
}

TEST(SearchRequest, EchoesNoIllFormedBytes) {
  EXPECT_EQ(error_of({{"q", "ab\xC4"}}), "q: not valid UTF-8 at byte 2: 'ab\uFFFD'");
  EXPECT_TRUE(error_of({{"sourc\xFF", "x"}}).starts_with("sourc\uFFFD: unknown parameter, "));
}

TEST(SearchRequest, TakesSixtyFourValuesOfOneFilter) {
  UrlParameters parameters;
  for (int i = 0; i < 64; ++i) {
    parameters.emplace_back("source", "s" + std::to_string(i));
  }
  EXPECT_EQ(error_of(parameters), "");
  parameters.emplace_back("source", "s64");
  EXPECT_EQ(error_of(parameters), "source: more than 64 values: 's64'");
}

}  // namespace
}  // namespace tracuu
