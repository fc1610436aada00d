#include "server/logging.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "tests/support/table.h"

namespace tracuu {
namespace {

using Json = nlohmann::json;
using std::chrono::milliseconds;

RequestRecord search_record() {
  RequestRecord record;
  record.method = "GET";
  record.path = "/api/v1/search";
  record.status = 200;
  record.bytes = 1234;
  record.took = milliseconds(40);
  record.queue_wait = milliseconds(2);
  record.request_id = "r-1";
  record.remote_address = "192.0.2.1";
  record.parameters = {{"q", "nghị quyết 36"}, {"province", "Hải Phòng"}};
  record.note = {.route = "/api/v1/search",
                 .problem = {},
                 .timing = "match;dur=1.250",
                 .hits = 7,
                 .from_cache = {}};
  return record;
}

Json fields_of(const RequestRecord& record, const LogOptions& options) {
  return Json::parse('{' + request_fields(record, options) + '}');
}

TEST(Log, TellsOfARequestWhatAnOperatorNeeds) {
  EXPECT_EQ(fields_of(search_record(), {}), (Json{{"request_id", "r-1"},
                                                  {"method", "GET"},
                                                  {"route", "/api/v1/search"},
                                                  {"status", 200},
                                                  {"took_ms", 40.0},
                                                  {"queue_ms", 2.0},
                                                  {"bytes", 1234},
                                                  {"remote", "192.0.2.1"},
                                                  {"hits", 7}}));
}

TEST(Log, TellsWhatWasAskedOnlyWhenToldTo) {
  EXPECT_EQ(request_fields(search_record(), {}).find("nghị"), std::string::npos);
  const Json told = fields_of(search_record(), {.slow = {}, .queries = true});
  EXPECT_EQ(told["asked"], "q=nghị quyết 36&province=Hải Phòng");
  EXPECT_EQ(told["path"], "/api/v1/search");
}

TEST(Log, TellsTheStagesOfASlowRequest) {
  EXPECT_EQ(fields_of(search_record(), {milliseconds(40), false})["timing"], "match;dur=1.250");
  EXPECT_FALSE(fields_of(search_record(), {milliseconds(41), false}).contains("timing"));
  EXPECT_FALSE(fields_of(search_record(), {milliseconds(0), false}).contains("timing"));
}

TEST(Log, TellsTheCodeOfAProblem) {
  RequestRecord record = search_record();
  record.status = 503;
  record.note.problem = "queue_full";
  record.note.hits.reset();
  const Json told = fields_of(record, {});
  EXPECT_EQ(told["problem"], "queue_full");
  EXPECT_FALSE(told.contains("hits"));
}

TEST(Log, WritesNoCharacterThatAReaderOrTerminalActsOn) {
  for (const TableRow& row : read_table("log_texts.tsv")) {
    EXPECT_EQ(log_text(ExactText(row[0])), row[1]) << row;
  }
}

TEST(Log, EveryByteAndPairOfBytesStaysInItsLine) {
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      const std::string text{static_cast<char>(first), static_cast<char>(second)};
      RequestRecord record = search_record();
      record.path = text;
      record.method = text;
      record.remote_address = text;
      record.parameters = {{text, text}};
      const std::string fields = request_fields(record, {milliseconds(1), true});
      ASSERT_TRUE(
          std::none_of(fields.begin(), fields.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }))
          << first << ' ' << second;
      ASSERT_TRUE(Json::accept('{' + fields + '}')) << first << ' ' << second;
    }
  }
}

}  // namespace
}  // namespace tracuu
