// The pages beside the search, asked over HTTP of the bundled corpus and recounted from the
// articles that the same server shows.

#include <gtest/gtest.h>

#include <httplib.h>
#include <cstdint>

#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/support/server_process.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

using Json = nlohmann::json;
using Counts = std::map<std::string, std::uint64_t>;

class EndToEndPages : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    directory_ = std::make_unique<TemporaryDirectory>();
    const std::string index = (directory_->path() / "index").string();
    std::string summary;
    ASSERT_EQ(run_program({TRACUU_INDEXER, "build", "--quiet", "--index", index,
                           TRACUU_SOURCE_DIR "/corpus/articles"},
                          summary),
              0);
    server_ = std::make_unique<ServerProcess>(index);
    std::string next = "/api/v1/search?limit=100&collapse=0&facets=none";
    while (!next.empty()) {
      const Json all = get(next);
      for (const Json& hit : all["hits"]) {
        articles_.push_back(get("/api/v1/articles/" + std::string(hit["id"])));
      }
      next = all.value("next", "");
    }
    ASSERT_GE(articles_.size(), 60U);
  }
  static void TearDownTestSuite() {
    server_.reset();
    directory_.reset();
  }

  static httplib::Result ask(const std::string& path) {
    httplib::Client client("127.0.0.1", server_->port());
    client.set_read_timeout(30);
    return client.Get(path);
  }
  static Json get(const std::string& path) {
    const auto answer = ask(path);
    EXPECT_TRUE(answer) << path;
    EXPECT_EQ(answer->status, 200) << path << answer->body;
    return Json::parse(answer->body);
  }

  static std::string year_of(const Json& article) {
    const Json& date = article["published"]["date"];
    return date.is_null() ? "" : date.get<std::string>().substr(0, 4);
  }

  /// The identities of a number that an article cites, "" for an open one.
  static std::set<std::string> identities(const Json& article, const std::string& number) {
    std::set<std::string> found;
    for (const Json& document : article["entities"]["documents"]) {
      if (document["number"] == number) {
        found.insert(document["identity"].is_null() ? "" : document["identity"]);
      }
    }
    return found;
  }

  static inline std::unique_ptr<TemporaryDirectory> directory_;
  static inline std::unique_ptr<ServerProcess> server_;
  static inline std::vector<Json> articles_;
};

TEST_F(EndToEndPages, ADocumentIsCountedAsItsArticlesSay) {
  for (const std::string number : {"36-NQ/TW", "57-NQ/TW", "36a/NQ-CP", "6/QĐ-TTg"}) {
    std::uint64_t total = 0;
    Counts papers;
    Counts cells;
    for (const Json& article : articles_) {
      std::set<std::string> its = identities(article, number);
      if (its.empty()) {
        continue;
      }
      ++total;
      its.size() > 1 ? its.erase("") : 0;
      for (const std::string& identity : its) {
        ++papers[identity];
      }
      std::vector<std::string> about = article["about"];
      if (about.empty()) {
        about.emplace_back();
      }
      for (const std::string& province : about) {
        ++cells[province + ' ' + year_of(article)];
      }
    }
    const Json page = get("/api/v1/documents/" + httplib::detail::encode_query_param(number));
    EXPECT_EQ(page["total"], total) << number;
    Counts told;
    for (const Json& paper : page["papers"]) {
      told[paper["identity"].is_null() ? "" : paper["identity"]] = paper["count"];
    }
    EXPECT_EQ(told, papers) << number;
    Counts told_cells;
    for (const Json& cell : page["by_province_year"]) {
      told_cells[(cell["province"].is_null() ? "" : std::string(cell["province"])) + ' ' +
                 (cell["year"].is_null() ? "" : std::string(cell["year"]))] = cell["count"];
    }
    EXPECT_EQ(told_cells, cells) << number;
  }
}

TEST_F(EndToEndPages, AResearcherFollowsAResolutionToTheSlowestProvince) {
  const auto in_short = ask("/api/v1/documents/NQ%2036");
  ASSERT_EQ(in_short->status, 302) << in_short->body;
  const Json page = get(Json::parse(in_short->body)["candidates"][0]["url"]);
  ASSERT_GE(page["papers"].size(), 3U);
  for (const Json& paper : page["papers"]) {
    for (const Json& article : paper["articles"]) {
      EXPECT_FALSE(article["reason"].get<std::string>().empty());
      EXPECT_FALSE(article["sentence"].get<std::string>().empty());
      EXPECT_EQ(article["identity"], paper["identity"]);
    }
  }
  const Json paper = get(page["papers"][0]["url"]);
  EXPECT_EQ(paper["identity"], "36-NQ/TW@2014-07-01");
  EXPECT_EQ(paper["lags"]["issued"], "2014-07-01");
  const Json& lags = paper["lags"]["provinces"];
  ASSERT_GE(lags.size(), 5U);
  for (std::size_t i = 1; i < lags.size(); ++i) {
    EXPECT_LE(lags[i - 1]["days"], lags[i]["days"]);
  }
  const Json slowest = get(lags.back()["article"]["api_url"]);
  EXPECT_EQ(slowest["published"]["date"], lags.back()["article"]["published"]);
  EXPECT_EQ(get(paper["search_url"])["total"], paper["total"]);
}

TEST_F(EndToEndPages, EveryAddressInAnAnswerWorksAndItsCountIsTrue) {
  const Json page = get("/api/v1/documents/36-NQ%2FTW");
  std::size_t checked = 0;
  for (const auto& [facet, values] : page["beside"].items()) {
    for (const Json& value : values) {
      EXPECT_EQ(value["url"].is_null(), facet == "document") << "it is filtered by already";
      if (!value["url"].is_null()) {
        EXPECT_EQ(get(value["url"])["total"], value["count"]) << value;
        ++checked;
      }
    }
  }
  EXPECT_GT(checked, 10U);
  for (const Json& related : page["relations"]) {
    for (const Json& paper : related["papers"]) {
      EXPECT_EQ(get(paper["url"])["number"],
                std::string(paper["paper"]).substr(0, std::string(paper["paper"]).find('@')));
    }
  }
}

TEST_F(EndToEndPages, ThePostsOfAnOfficialStandInItsArticles) {
  const Json facet = get("/api/v1/facets/official?limit=10");
  ASSERT_EQ(facet["values"].size(), 10U);
  for (const Json& value : facet["values"]) {
    const Json page = get("/api/v1/officials/" +
                          httplib::detail::encode_query_param(std::string(value["value"])));
    EXPECT_EQ(page["total"], value["count"]) << value;
    EXPECT_EQ(page["articles"].size(), value["count"]);
    for (const Json& person : page["people"]) {
      for (const Json& post : person["posts"]) {
        const Json article = get(post["latest"]["api_url"]);
        EXPECT_NE(article["entities"]["officials"].dump().find(post["position"].dump()),
                  std::string::npos)
            << post;
      }
    }
  }
}

TEST_F(EndToEndPages, TheProvincesOfTodayHoldTheFormerOnes) {
  std::uint64_t former = 0;
  for (const Json& article : articles_) {
    bool about = false;
    for (const char* name : {"Hồ Chí Minh", "Bình Dương", "Bà Rịa - Vũng Tàu"}) {
      about = about || article["about"].dump().find(name) != std::string::npos;
    }
    former += about ? 1 : 0;
  }
  const Json table = get("/api/v1/provinces?on=2025-07-01");
  ASSERT_EQ(table["total"], 34);
  for (const Json& unit : table["provinces"]) {
    EXPECT_EQ(get(unit["search_url"])["total"], unit["articles"]) << unit["name"];
    if (unit["name"] == "Hồ Chí Minh") {
      EXPECT_EQ(unit["articles"], former);
    }
  }
  const Json before = get("/api/v1/provinces?on=2008-07-31");
  for (const Json& unit : before["provinces"]) {
    EXPECT_EQ(get(unit["search_url"])["total"], unit["articles"]) << unit["name"];
  }
}

TEST_F(EndToEndPages, StatisticsAreThoseOfTheArticles) {
  Counts sources;
  Counts years;
  std::uint64_t undated = 0;
  for (const Json& article : articles_) {
    if (!article["source"].is_null()) {
      ++sources[article["source"]];
    }
    year_of(article).empty() ? ++undated : ++years[year_of(article)];
  }
  const Json stats = get("/api/v1/stats?limit=1000");
  EXPECT_EQ(stats["articles"], articles_.size());
  EXPECT_EQ(stats["undated"], undated);
  const auto told = [&](const char* name) {
    Counts counts;
    for (const Json& value : stats[name]["values"]) {
      counts[value["value"]] = value["count"];
    }
    return counts;
  };
  EXPECT_EQ(told("by_source"), sources);
  EXPECT_EQ(told("by_year"), years);
}

TEST_F(EndToEndPages, ASearchThatFindsNothingSaysWhichFilterRemovedWhat) {
  const Json empty = get("/api/v1/search?document=36-NQ%2FTW&year=1999&lang=en");
  ASSERT_EQ(empty["total"], 0);
  ASSERT_EQ(empty["removed_by"].size(), 2U);
  for (const Json& removed : empty["removed_by"]) {
    EXPECT_EQ(get(removed["undo_url"])["total"], removed["count"]) << removed;
    EXPECT_NE(std::string(removed["label"]).find("of 1999 citing 36-NQ/TW"), std::string::npos);
  }
  EXPECT_TRUE(get("/api/v1/search?document=36-NQ%2FTW")["removed_by"].empty());
}

}  // namespace
}  // namespace tracuu
