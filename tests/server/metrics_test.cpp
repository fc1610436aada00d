#include "server/metrics.h"

#include <gtest/gtest.h>

#include <set>
#include <sstream>
#include <thread>
#include <vector>

namespace tracuu {
namespace {

const IndexInfo kIndex{"gen-000012", "1970-01-02T00:00:01Z", 345};

/// Returns the value of a line that begins with `figure` and a blank, or "none".
std::string value_of(Metrics& metrics, const std::string& figure) {
  std::istringstream text(metrics.text(kIndex));
  for (std::string line; std::getline(text, line);) {
    if (line.starts_with(figure + ' ')) {
      return line.substr(figure.size() + 1);
    }
  }
  return "none";
}

RequestRecord record(const std::string& route, int status, AnswerNote note = {}) {
  RequestRecord record;
  record.method = "GET";
  record.path = "/secret/path";
  record.parameters = {{"q", "secret words"}};
  record.status = status;
  record.took = std::chrono::milliseconds(3);
  record.note = std::move(note);
  record.note.route = route;
  return record;
}

AnswerNote problem(const char* code) {
  AnswerNote note;
  note.problem = code;
  return note;
}

TEST(Metrics, CountRequestsByRouteAndStatus) {
  Metrics metrics("1.2.3");
  metrics.count(record("/api/v1/search", 200));
  metrics.count(record("/api/v1/search", 200));
  metrics.count(record("/api/v1/search", 400));
  metrics.count(record("", 404));
  EXPECT_EQ(value_of(metrics, R"(tracuu_http_requests_total{code="200",route="/api/v1/search"})"),
            "2");
  EXPECT_EQ(value_of(metrics, R"(tracuu_http_requests_total{code="404",route="none"})"), "1");
  const std::string histogram = R"({route="/api/v1/search")";
  EXPECT_EQ(value_of(metrics, "tracuu_http_request_duration_seconds_count" + histogram + "}"), "3");
  EXPECT_EQ(value_of(metrics, "tracuu_http_request_duration_seconds_bucket" + histogram +
                                  R"(,le="0.0025"})"),
            "0");
  EXPECT_EQ(value_of(metrics,
                     "tracuu_http_request_duration_seconds_bucket" + histogram + R"(,le="0.005"})"),
            "3");
}

TEST(Metrics, TellWhyRequestsWereRejectedFromZeroOn) {
  Metrics metrics("1.2.3");
  for (const char* reason :
       {"queue_full", "deadline_passed", "too_many_connections", "rate_limited", "unauthorized"}) {
    const std::string figure =
        std::string("tracuu_http_requests_rejected_total{reason=\"") + reason + "\"}";
    EXPECT_EQ(value_of(metrics, figure), "0");
    metrics.count(record("", 503, problem(reason)));
    EXPECT_EQ(value_of(metrics, figure), "1");
  }
  metrics.count(record("/api/v1/search", 400, problem("invalid_parameter")));
  EXPECT_EQ(metrics.text(kIndex).find("invalid_parameter"), std::string::npos)
      << "a wrong question is no rejection";
}

TEST(Metrics, TellHowSearchesEnd) {
  Metrics metrics("1.2.3");
  AnswerNote none;
  none.hits = 0;
  AnswerNote some;
  some.hits = 3;
  metrics.count(record("/api/v1/search", 200, none));
  metrics.count(record("/api/v1/search", 200, some));
  metrics.count(record("/api/v1/search", 503, problem("deadline_exceeded")));
  EXPECT_EQ(value_of(metrics, "tracuu_search_zero_results_total"), "1");
  EXPECT_EQ(value_of(metrics, "tracuu_search_degraded_total"), "1");
}

TEST(Metrics, TellWhatTheCacheHad) {
  Metrics metrics("1.2.3");
  AnswerNote had;
  had.from_cache = true;
  AnswerNote had_not;
  had_not.from_cache = false;
  metrics.count(record("/api/v1/search", 200, had));
  metrics.count(record("/api/v1/search", 200, had_not));
  metrics.count(record("/api/v1/search", 200, had_not));
  metrics.count(record("/healthz", 200));
  EXPECT_EQ(value_of(metrics, "tracuu_cache_hits_total"), "1");
  EXPECT_EQ(value_of(metrics, "tracuu_cache_misses_total"), "2");
  metrics.watch_cache([] { return std::size_t{4711}; });
  EXPECT_EQ(value_of(metrics, "tracuu_cache_bytes"), "4711");
}

TEST(Metrics, TellWhatIsServedAndWhatIsInHand) {
  Metrics metrics("1.2.3");
  EXPECT_EQ(value_of(metrics, "tracuu_index_generation"), "12");
  EXPECT_EQ(value_of(metrics, "tracuu_index_articles"), "345");
  EXPECT_EQ(value_of(metrics, "tracuu_index_built_timestamp_seconds"), "86401");
  EXPECT_EQ(value_of(metrics, R"(tracuu_build_info{version="1.2.3"})"), "1");
  metrics.watch_load([] { return ListenerLoad{.connections = 5, .waiting = 3, .running = 2}; });
  EXPECT_EQ(value_of(metrics, "tracuu_search_queue_depth"), "3");
  EXPECT_EQ(value_of(metrics, "tracuu_searches_in_flight"), "2");
  EXPECT_EQ(value_of(metrics, "tracuu_http_connections"), "5");
}

TEST(Metrics, CountReloads) {
  Metrics metrics("1.2.3");
  metrics.count_reload(true);
  metrics.count_reload(false);
  metrics.count_reload(false);
  EXPECT_EQ(value_of(metrics, "tracuu_reloads_total"), "1");
  EXPECT_EQ(value_of(metrics, "tracuu_reload_errors_total"), "2");
}

TEST(Metrics, HoldNothingThatWasAsked) {
  Metrics metrics("1.2.3");
  metrics.count(record("/api/v1/search", 200));
  EXPECT_EQ(metrics.text(kIndex).find("secret"), std::string::npos);
}

TEST(Metrics, GiveEveryFigureOneNameAndAnExplanation) {
  Metrics metrics("1.2.3");
  metrics.count(record("/api/v1/search", 200));
  std::set<std::string> explained;
  std::istringstream text(metrics.text(kIndex));
  for (std::string line; std::getline(text, line);) {
    if (line.starts_with("# HELP ")) {
      const std::string name = line.substr(7, line.find(' ', 7) - 7);
      EXPECT_TRUE(name.starts_with("tracuu_")) << name;
      EXPECT_TRUE(explained.insert(name).second) << name;
    }
  }
  EXPECT_EQ(explained.size(), 17U);
}

TEST(Metrics, MayBeCountedAndReadAtOnce) {
  Metrics metrics("1.2.3");
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&metrics, i] {
      for (int n = 0; n < 500; ++n) {
        metrics.count(record("/r" + std::to_string(i), 200));
        if (n % 100 == 0) {
          EXPECT_FALSE(metrics.text(kIndex).empty());
        }
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  for (int i = 0; i < 4; ++i) {
    EXPECT_EQ(value_of(metrics, "tracuu_http_requests_total{code=\"200\",route=\"/r" +
                                    std::to_string(i) + "\"}"),
              "500");
  }
}

}  // namespace
}  // namespace tracuu
