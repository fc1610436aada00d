// The bundled corpus, indexed by the real indexer, served by the real server on a free port, asked
// over HTTP by a client that is not ours what the three kinds of users ask.

#include <gtest/gtest.h>

#include <httplib.h>
#include <signal.h>
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>
#include <thread>

#include <cstdlib>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/support/server_process.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

using Json = nlohmann::json;

class EndToEnd : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    directory_ = std::make_unique<TemporaryDirectory>();
    std::string summary;
    const int code = run_program({TRACUU_INDEXER, "build", "--quiet", "--index", index().string(),
                                  TRACUU_SOURCE_DIR "/corpus/articles"},
                                 summary);
    ASSERT_EQ(code, 0);
    summary_ = Json::parse(summary);
    server_ = std::make_unique<ServerProcess>(index());
  }
  static void TearDownTestSuite() {
    server_.reset();
    directory_.reset();
  }

  static std::filesystem::path index() { return directory_->path() / "index"; }

  static httplib::Result get(const std::string& path, const httplib::Params& parameters = {},
                             const httplib::Headers& headers = {}) {
    httplib::Client client("127.0.0.1", server_->port());
    client.set_read_timeout(30);
    return client.Get(path, parameters, headers);
  }
  static Json search(const httplib::Params& parameters) {
    const auto answer = get("/api/v1/search", parameters);
    EXPECT_TRUE(answer);
    EXPECT_EQ(answer->status, 200) << answer->body;
    return Json::parse(answer->body);
  }
  static std::set<std::string> ids(const Json& answer) {
    std::set<std::string> found;
    for (const Json& hit : answer["hits"]) {
      found.insert(hit["id"]);
    }
    return found;
  }
  static std::uint64_t facet_count(const Json& answer, const char* facet, std::string_view value) {
    for (const Json& entry : answer["facets"][facet]) {
      if (entry["value"] == value) {
        return entry["count"];
      }
    }
    return 0;
  }

  static inline std::unique_ptr<TemporaryDirectory> directory_;
  static inline std::unique_ptr<ServerProcess> server_;
  static inline Json summary_;
};

TEST_F(EndToEnd, IndexesEveryCaptureOfTheCorpus) {
  EXPECT_GE(summary_["articles"], 60);
  EXPECT_EQ(summary_["rejected"], 0) << summary_["rejections"];
  EXPECT_EQ(search({{"limit", "0"}})["total"], summary_["articles"]);
}

TEST_F(EndToEnd, TheIndexChecksWhole) {
  std::string output;
  EXPECT_EQ(run_program({TRACUU_INDEXER, "check", "--index", index().string()}, output), 0)
      << output;
}

TEST_F(EndToEnd, AResearcherFollowsResolution36HoweverItIsTyped) {
  const Json typed = search({{"q", "Nghị quyết 36"}, {"limit", "100"}});
  EXPECT_GE(typed["total"], 10);
  ASSERT_FALSE(typed["query"]["understood"].empty());
  EXPECT_EQ(typed["query"]["understood"][0]["label"], "Nghị quyết 36");
  for (const char* q : {"nghi quyet 36", "NGHỊ QUYẾT 36", "nghị quyết số 36", "nq 36", "NQ36",
                        "Nghi\u0323 quye\u0302\u0301t 36"}) {
    EXPECT_EQ(ids(search({{"q", q}, {"limit", "100"}})), ids(typed)) << q;
  }
}

TEST_F(EndToEnd, Resolution36aIsNeverMixedIntoResolution36) {
  for (const Json answer = search({{"q", "nghi quyet 36"}, {"limit", "100"}});
       const Json& hit : answer["hits"]) {
    bool cites_36 = false;
    for (const Json& number : hit["documents"]) {
      const std::string text = number;
      cites_36 = cites_36 || text.starts_with("36-") || text.starts_with("36/") || text == "NQ 36";
    }
    EXPECT_TRUE(cites_36) << hit["id"] << hit["documents"];
  }
  EXPECT_NE(ids(search({{"q", "36a/NQ-CP"}, {"limit", "100"}})),
            ids(search({{"q", "36-NQ/TW"}, {"limit", "100"}})));
}

TEST_F(EndToEnd, EveryFacetCountIsTheTotalOfItsFilter) {
  const Json all = search({{"q", "công nghệ thông tin"}, {"limit", "0"}});
  std::size_t checked = 0;
  for (const auto& [facet, values] : all["facets"].items()) {
    for (const Json& value : values) {
      const Json filtered =
          search({{"q", "công nghệ thông tin"}, {facet, value["value"]}, {"limit", "0"}});
      EXPECT_EQ(filtered["total"], value["count"]) << facet << ' ' << value["value"];
      ++checked;
    }
  }
  EXPECT_GT(checked, 40U);
}

TEST_F(EndToEnd, AFacetIgnoresItsOwnFilter) {
  const Json all = search({{"q", "nghị quyết 36"}, {"limit", "0"}});
  const std::string province = all["facets"]["province"][0]["value"];
  const Json narrowed = search({{"q", "nghị quyết 36"}, {"province", province}, {"limit", "0"}});
  EXPECT_EQ(narrowed["total"], all["facets"]["province"][0]["count"]);
  for (const Json& value : all["facets"]["province"]) {
    EXPECT_EQ(facet_count(narrowed, "province", std::string(value["value"])), value["count"]);
  }
}

TEST_F(EndToEnd, AJournalistNarrowsByDateAndLocality) {
  const Json answer =
      search({{"q", "chuyen doi so"}, {"from", "2021"}, {"to", "2023-06"}, {"limit", "100"}});
  ASSERT_GT(answer["total"], 0);
  for (const Json& hit : answer["hits"]) {
    ASSERT_TRUE(hit["published"].is_string()) << "an undated article never passes a date filter";
    const std::string day = hit["published"];
    EXPECT_GE(day, "2021-01-01");
    EXPECT_LE(day, "2023-06-30");
  }
  const Json local = search({{"province", "hai phong"}, {"limit", "100"}});
  ASSERT_GT(local["total"], 0);
  for (const Json& hit : local["hits"]) {
    EXPECT_NE(hit["provinces"].dump().find("Hải Phòng"), std::string::npos);
  }
}

TEST_F(EndToEnd, ASuggestionsCountIsWhatItsSearchFinds) {
  std::size_t checked = 0;
  for (const char* q : {"", "nghi quy", "chuyển đổi s", "36", "nq36", "hai p", "an t", "!!"}) {
    const auto answer = get("/api/v1/suggest", {{"q", q}, {"limit", "20"}});
    ASSERT_TRUE(answer);
    ASSERT_EQ(answer->status, 200) << answer->body;
    const Json suggested = Json::parse(answer->body);
    for (const Json& group : suggested["groups"]) {
      for (const Json& item : group["items"]) {
        const auto found = get("/api/v1/search?limit=1&" + std::string(item["query"]));
        ASSERT_TRUE(found);
        ASSERT_EQ(found->status, 200) << item;
        if (group["kind"] != "title") {
          EXPECT_EQ(Json::parse(found->body)["total"], item["count"]) << item;
        }
        ++checked;
      }
    }
  }
  EXPECT_GT(checked, 100U);
}

TEST_F(EndToEnd, EveryEntityOfAnArticleCanBeTracedToItsSentence) {
  for (const std::string& id : ids(search({{"limit", "20"}}))) {
    const auto answer = get("/api/v1/articles/" + id);
    ASSERT_EQ(answer->status, 200) << id;
    const Json article = Json::parse(answer->body);
    const std::string text = article["text"];
    const auto expect_evidence = [&](const Json& entity) {
      const std::size_t begin = entity["begin"];
      const std::size_t end = entity["end"];
      ASSERT_LT(begin, end);
      ASSERT_LE(end, text.size());
      EXPECT_EQ(text.substr(begin, end - begin), entity["surface"]);
      EXPECT_NE(std::string(entity["sentence"]).find(std::string(entity["surface"])),
                std::string::npos)
          << id << entity.dump();
    };
    for (const char* kind : {"dates", "provinces", "officials"}) {
      for (const Json& entity : article["entities"][kind]) {
        expect_evidence(entity);
      }
    }
    for (const Json& document : article["entities"]["documents"]) {
      ASSERT_FALSE(document["mentions"].empty());
      EXPECT_FALSE(document["reason"].get<std::string>().empty());
      for (const Json& mention : document["mentions"]) {
        expect_evidence(mention);
      }
    }
  }
}

TEST_F(EndToEnd, NewestAndOldestRunByDateWithUndatedOnesLast) {
  const auto days = [&](const char* sort) {
    std::vector<std::string> found;
    for (const Json answer = search({{"sort", sort}, {"limit", "100"}});
         const Json& hit : answer["hits"]) {
      found.push_back(hit["published"].is_null() ? "" : std::string(hit["published"]));
    }
    return found;
  };
  const std::vector<std::string> newest = days("newest");
  const auto undated = std::find(newest.begin(), newest.end(), "");
  EXPECT_TRUE(std::is_sorted(newest.begin(), undated, std::greater<>()));
  EXPECT_TRUE(std::all_of(undated, newest.end(), [](const auto& day) { return day.empty(); }));
  const std::vector<std::string> oldest = days("oldest");
  EXPECT_TRUE(std::is_sorted(oldest.begin(), std::find(oldest.begin(), oldest.end(), "")));
}

TEST_F(EndToEnd, PagesPutTogetherAreOneLongPage) {
  for (const char* sort : {"relevance", "newest", "oldest"}) {
    std::vector<std::string> pieces;
    for (const char* offset : {"0", "7", "14", "21"}) {
      for (const Json answer =
               search({{"q", "nghị quyết"}, {"sort", sort}, {"limit", "7"}, {"offset", offset}});
           const Json& hit : answer["hits"]) {
        pieces.push_back(hit["id"]);
      }
    }
    std::vector<std::string> whole;
    for (const Json answer = search({{"q", "nghị quyết"}, {"sort", sort}, {"limit", "28"}});
         const Json& hit : answer["hits"]) {
      whole.push_back(hit["id"]);
    }
    EXPECT_EQ(pieces, whole) << sort;
  }
}

TEST_F(EndToEnd, APortalThatRepostsTheMinistryIsOneHitWithWhoRanItFirst) {
  const char* const ministry = "tuned-032-bo-tttt-chuong-trinh-chuyen-doi-so-quoc-gia";
  const char* const portal = "tuned-033-ben-tre-dang-lai-chuong-trinh-chuyen-doi-so";
  const httplib::Params parameters{{"q", "\"Nhận thức đi trước, người dân là trung tâm\""}};
  const Json once = search(parameters);
  ASSERT_EQ(once["hits"].size(), 1U);
  EXPECT_EQ(once["total"], 2);
  EXPECT_EQ(once["total_groups"], 1);
  const Json reprints = once["hits"][0]["reprints"];
  EXPECT_EQ(reprints["count"], 2);
  EXPECT_EQ(reprints["total"], 2);
  EXPECT_EQ(reprints["first"]["id"], ministry);
  EXPECT_EQ(reprints["members"].size(), 2U);

  httplib::Params all_parameters = parameters;
  all_parameters.emplace("collapse", "0");
  const Json all = search(all_parameters);
  EXPECT_EQ(ids(all), (std::set<std::string>{ministry, portal}));
  EXPECT_EQ(all["total"], 2);

  const std::string address = std::string("/api/v1/articles/") + portal;
  const Json article = Json::parse(get(address)->body);
  EXPECT_EQ(article["reprints"]["first"]["id"], ministry);
  const Json similar = Json::parse(get(address + "/similar")->body);
  EXPECT_FALSE(similar["hits"].empty());
  EXPECT_FALSE(ids(similar).contains(ministry)) << "its own reprint is not another article";
  EXPECT_FALSE(ids(similar).contains(portal));
}

TEST_F(EndToEnd, JudgedQueriesFindWhatACarefulPersonCallsRight) {
  std::ifstream in(TRACUU_SOURCE_DIR "/corpus/judgements.jsonl");
  ASSERT_TRUE(in);
  std::size_t judged = 0;
  double recall = 0;
  for (std::string line; std::getline(in, line);) {
    const Json judgement = Json::parse(line);
    httplib::Params parameters{{"q", judgement["query"]}, {"limit", "100"}, {"collapse", "0"}};
    if (judgement.contains("parameters")) {
      for (const auto& [name, values] : judgement["parameters"].items()) {
        for (const Json& value : values.is_array() ? values : Json::array({values})) {
          parameters.emplace(name, value.get<std::string>());
        }
      }
    }
    const std::set<std::string> found = ids(search(parameters));
    std::size_t right = 0;
    for (const std::string stem : judgement["relevant"]) {
      right += found.contains("tuned-" + stem) || found.contains("holdout-" + stem) ? 1 : 0;
    }
    recall += static_cast<double>(right) / static_cast<double>(judgement["relevant"].size());
    EXPECT_GT(right, 0U) << judgement.dump();
    ++judged;
  }
  ASSERT_GE(judged, 30U);
  EXPECT_GE(recall / static_cast<double>(judged), 0.9);
}

struct BadRequest {
  const char* target;
  int status;
  const char* says;
};

TEST_F(EndToEnd, BadRequestsAreToldWhatWouldBeValid) {
  const BadRequest rows[] = {
      {"/api/v1/search?provinc=x", 400, "provinc: không có tham số này, có phải 'province'?"},
      {"/api/v1/search?provinc=x&lang=en", 400,
       "provinc: unknown parameter, did you mean 'province'?"},
      {"/api/v1/search?from=31/02/2018", 400, "from: "},
      {"/api/v1/search?from=2020&to=2019", 400, "from: "},
      {"/api/v1/search?limit=101", 400, "limit: "},
      {"/api/v1/search?sort=best", 400, "sort: "},
      {"/api/v1/search?q=%FF", 400, ""},
      {"/api/v1/articles/no-such-article?lang=en", 404, "No article has this id"},
      {"/api/v1/serch", 404, "/api/v1/search"},
  };
  for (const BadRequest& row : rows) {
    const auto answer = get(row.target);
    ASSERT_TRUE(answer) << row.target;
    EXPECT_EQ(answer->status, row.status) << row.target;
    EXPECT_TRUE(answer->get_header_value("Content-Type").starts_with("application/problem+json"));
    const Json problem = Json::parse(answer->body);
    EXPECT_NE(std::string(problem["detail"]).find(row.says), std::string::npos) << problem.dump();
  }
}

TEST_F(EndToEnd, NoSyntaxOfAQueryEverFails) {
  for (const char* q :
       {"(abc", "công AND", "\"abc", "*", "-", "OR", "a OR", "13 -NQ/TW", "--", "''",
        "<script>alert(1)</script>", "'; DROP TABLE", "\xE2\x80\x8B", "%", "\\"}) {
    const auto answer = get("/api/v1/search", {{"q", q}});
    ASSERT_TRUE(answer) << q;
    EXPECT_EQ(answer->status, 200) << q << answer->body;
  }
}

TEST_F(EndToEnd, SnippetsAreEscapedHtml) {
  for (const Json answer = search({{"q", "công nghệ thông tin"}, {"limit", "50"}});
       const Json& hit : answer["hits"]) {
    std::string snippet = hit["snippet"];
    for (const std::string tag : {"<mark>", "</mark>"}) {
      for (auto at = snippet.find(tag); at != std::string::npos; at = snippet.find(tag)) {
        snippet.erase(at, tag.size());
      }
    }
    EXPECT_EQ(snippet.find_first_of("<>"), std::string::npos) << snippet;
  }
}

TEST_F(EndToEnd, ServesTheSearchPageUnderAStrictPolicy) {
  const auto page = get("/");
  ASSERT_EQ(page->status, 200);
  EXPECT_NE(page->body.find("<input id=\"q\""), std::string::npos);
  EXPECT_NE(page->get_header_value("Content-Security-Policy").find("default-src 'none'"),
            std::string::npos);
  for (const char* asset : {"/page/dom.js", "/page/style.css"}) {
    const auto first = get(asset);
    ASSERT_EQ(first->status, 200) << asset;
    const auto again = get(asset, {}, {{"If-None-Match", first->get_header_value("ETag")}});
    EXPECT_EQ(again->status, 304) << asset;
  }
}

TEST_F(EndToEnd, SaysThatItIsHealthyAndReady) {
  EXPECT_EQ(get("/healthz")->status, 200);
  const auto ready = get("/readyz");
  EXPECT_EQ(ready->status, 200);
  EXPECT_EQ(Json::parse(ready->body)["index"]["generation"], "gen-000001");
}

TEST_F(EndToEnd, ProgramsThatAreNotOursReadEveryForm) {
  // The script prints what it found wrong to standard error, which a test program's reader sees.
  const std::string command = std::string(TRACUU_PYTHON) +
                              " " TRACUU_SOURCE_DIR "/tests/end_to_end/clients.py " +
                              std::to_string(server_->port());
  EXPECT_EQ(std::system(command.c_str()), 0);
}

TEST_F(EndToEnd, ANewGenerationIsServedWithoutARestart) {
  const TemporaryDirectory directory;
  const auto build = [&](const char* title) {
    directory.write("pages/a.txt",
                    std::string(title) +
                        "\n\nNgày đăng: 05/09/2013\n\nUBND tỉnh Lạng Sơn vừa tổ chức hội "
                        "nghị triển khai chính quyền điện tử tới các huyện.\n");
    std::string output;
    ASSERT_EQ(
        run_program({TRACUU_INDEXER, "build", "--quiet", "--index",
                     (directory.path() / "index").string(), (directory.path() / "pages").string()},
                    output),
        0);
  };
  build("Lạng Sơn họp lần thứ nhất");
  ServerProcess server(directory.path() / "index");
  httplib::Client client("127.0.0.1", server.port());
  build("Lạng Sơn họp lần thứ hai");
  server.send_signal(SIGHUP);
  std::string generation;
  for (int i = 0; i < 200 && generation != "gen-000002"; ++i) {
    const auto answer = client.Get("/api/v1/search?q=lang+son");
    ASSERT_TRUE(answer);
    ASSERT_EQ(answer->status, 200);
    generation = Json::parse(answer->body)["index"]["generation"];
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  EXPECT_EQ(generation, "gen-000002");
}

TEST_F(EndToEnd, ATermSignalEndsItInOrder) {
  ServerProcess server(index());
  httplib::Client client("127.0.0.1", server.port());
  ASSERT_EQ(client.Get("/healthz")->status, 200);
  server.send_signal(SIGTERM);
  EXPECT_EQ(server.wait(), 0);
}

TEST_F(EndToEnd, AServerWithoutAnIndexSaysWhatToDo) {
  const TemporaryDirectory empty;
  std::string output;
  EXPECT_EQ(run_program({TRACUU_SERVER, "--index", empty.path().string(), "--port", "0"}, output),
            66);
}

}  // namespace
}  // namespace tracuu
