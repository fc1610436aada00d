#include "server/route_cache.h"

#include <gtest/gtest.h>

#include <thread>

#include "indexer/pipeline.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

constexpr std::size_t kBytes = 64 << 10;

Question question(const std::string& text, const std::string& generation = "gen-000001") {
  return {generation, "2026-11-22T05:36:00Z", generation + text, "\"x\""};
}

std::shared_ptr<const KeptAnswer> answer(const std::string& body) {
  KeptAnswer kept;
  kept.content_type = "application/json";
  kept.before = body;
  return std::make_shared<const KeptAnswer>(std::move(kept));
}

TEST(AnswerCache, GivesWhatWasKeptForTheSameQuestionAlone) {
  AnswerCache cache(kBytes);
  EXPECT_EQ(cache.find(question("a")), nullptr);
  EXPECT_TRUE(cache.keep(question("a"), answer("A")));
  ASSERT_NE(cache.find(question("a")), nullptr);
  EXPECT_EQ(cache.find(question("a"))->before, "A");
  EXPECT_EQ(cache.find(question("b")), nullptr);
  const AnswerCacheCounts counts = cache.counts();
  EXPECT_EQ(counts.hits, 2U);
  EXPECT_EQ(counts.misses, 2U);
  EXPECT_EQ(counts.answers, 1U);
}

TEST(AnswerCache, DropsWhatWasNotAskedForTheLongestTime) {
  AnswerCache cache(kBytes);
  const std::string body(kBytes / 20, 'x');
  cache.keep(question("often"), answer(body));
  for (int i = 0; i < 60; ++i) {
    cache.keep(question(std::to_string(i)), answer(body));
    ASSERT_NE(cache.find(question("often")), nullptr) << i;
    ASSERT_LE(cache.counts().bytes, kBytes);
  }
  EXPECT_EQ(cache.find(question("0")), nullptr);
  EXPECT_NE(cache.find(question("59")), nullptr);
  EXPECT_GT(cache.counts().answers, 10U) << "the bytes are used";
}

TEST(AnswerCache, AnAnswerThatWouldPushOutTheOthersIsNotKept) {
  AnswerCache cache(kBytes);
  EXPECT_FALSE(cache.keep(question("large"), answer(std::string(kBytes / 8, 'x'))));
  EXPECT_EQ(cache.counts().answers, 0U);
  EXPECT_EQ(cache.counts().bytes, 0U);
}

TEST(AnswerCache, ReplacingAnAnswerDoesNotCountItTwice) {
  AnswerCache cache(kBytes);
  cache.keep(question("a"), answer("A"));
  const std::size_t once = cache.counts().bytes;
  cache.keep(question("a"), answer("B"));
  EXPECT_EQ(cache.counts().bytes, once);
  EXPECT_EQ(cache.find(question("a"))->before, "B");
}

TEST(AnswerCache, TheFirstAnswerOfANewGenerationClearsTheOldOne) {
  AnswerCache cache(kBytes);
  cache.keep(question("a"), answer("A"));
  cache.keep(question("b"), answer("B"));
  cache.keep(question("a", "gen-000002"), answer("new"));
  EXPECT_EQ(cache.find(question("a")), nullptr);
  EXPECT_EQ(cache.find(question("a", "gen-000002"))->before, "new");
  EXPECT_EQ(cache.counts().answers, 1U);
}

TEST(AnswerCache, IsOffWithoutBytes) {
  EXPECT_FALSE(AnswerCache(0).is_on());
  EXPECT_FALSE(AnswerCache(0).keep(question("a"), answer("A")));
}

TEST(AnswerCache, ManyMayAskAtOnce) {
  AnswerCache cache(kBytes);
  std::vector<std::jthread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&cache, t] {
      for (int i = 0; i < 2000; ++i) {
        const Question asked = question(std::to_string((i * (t + 3)) % 200));
        if (const auto found = cache.find(asked)) {
          EXPECT_EQ(found->before, asked.text);
        } else {
          cache.keep(asked, answer(asked.text));
        }
      }
    });
  }
  threads.clear();
  EXPECT_EQ(cache.counts().hits + cache.counts().misses, 8000U);
  EXPECT_LE(cache.counts().bytes, kBytes);
}

/// A searcher over a real index, and calls of handlers that stand for the real ones.
class AnsweringThroughACache : public ::testing::Test {
 protected:
  AnsweringThroughACache() {
    directory_.write(
        "pages/a.txt",
        "Lạng Sơn triển khai chính quyền điện tử\n\nNgày đăng: 05/09/2013\n\nUBND tỉnh "
        "vừa tổ chức hội nghị tới các huyện.\n");
    publish();
    Result<Searcher> opened = Searcher::open(directory_.path() / "index");
    EXPECT_TRUE(opened);
    searcher_.emplace(std::move(*opened));
    self_ = this;
  }

  void publish() {
    Progress progress;
    EXPECT_TRUE(build_index({{directory_.path() / "pages"}, directory_.path() / "index", 1, false},
                            progress));
  }

  HttpResponse answer_of(RouteHandler handler) {
    HttpRequest request;
    request.segments = {"api", "v1", "search"};
    const Call call{request,
                    *searcher_,
                    Deadline(std::chrono::steady_clock::time_point::max()),
                    Language::kVietnamese,
                    {},
                    "http://localhost",
                    true,
                    metrics_};
    return answer_through(cache_, call, question_of(call, Endpoint{}), handler);
  }

  std::string status_of(RouteHandler handler) {
    const HttpResponse response = answer_of(handler);
    for (const auto& [name, value] : response.headers) {
      if (name == "Cache-Status") {
        return value;
      }
    }
    return "";
  }

  static HttpResponse made(const char* body) {
    HttpResponse response;
    response.body = body;
    return response;
  }

  /// A handler while which a newer generation begins to be served.
  static HttpResponse publish_meanwhile(const Call&) {
    self_->publish();
    EXPECT_TRUE(self_->searcher_->refresh());
    return made("{}");
  }

  TemporaryDirectory directory_;
  std::optional<Searcher> searcher_;
  Metrics metrics_{"test"};
  AnswerCache cache_{kBytes};
  static inline AnsweringThroughACache* self_ = nullptr;  ///< for handlers, which hold nothing
};

TEST_F(AnsweringThroughACache, KeepsAnAnswerOfItsGeneration) {
  const RouteHandler handler = [](const Call&) { return made("{}"); };
  EXPECT_EQ(status_of(handler), "tracuu; fwd=miss; stored");
  EXPECT_EQ(status_of(handler), "tracuu; hit");
}

TEST_F(AnsweringThroughACache, KeepsNoAnswerDuringWhichAGenerationWasPublished) {
  EXPECT_EQ(status_of(publish_meanwhile), "tracuu; fwd=miss");
  EXPECT_EQ(cache_.counts().answers, 0U);
  const RouteHandler handler = [](const Call&) { return made("{}"); };
  EXPECT_EQ(status_of(handler), "tracuu; fwd=miss; stored") << "the question is another now";
}

TEST_F(AnsweringThroughACache, KeepsNoErrorStreamOrAnswerThatSaysHowItMayBeKept) {
  for (const RouteHandler handler :
       std::vector<RouteHandler>{[](const Call&) {
                                   HttpResponse response = made("{}");
                                   response.status = 404;
                                   return response;
                                 },
                                 [](const Call&) {
                                   HttpResponse response = made("");
                                   response.pieces = [](auto) { return std::string(); };
                                   return response;
                                 },
                                 [](const Call&) {
                                   HttpResponse response = made("{}");
                                   response.headers.emplace_back("Cache-Control", "no-store");
                                   return response;
                                 }}) {
    EXPECT_EQ(status_of(handler), "tracuu; fwd=miss");
  }
}

TEST_F(AnsweringThroughACache, ADescriptionOfTheTimeTakenIsNoTime) {
  const RouteHandler handler = [](const Call&) {
    return made(R"({"took_ms":{"type":"number"},"x":1})");
  };
  const std::string first = answer_of(handler).body;
  EXPECT_EQ(answer_of(handler).body, first);
  EXPECT_EQ(status_of(handler), "tracuu; hit");
}

}  // namespace
}  // namespace tracuu
