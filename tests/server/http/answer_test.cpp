#include "server/http/answer.h"

#include <gtest/gtest.h>

#include "tests/support/table.h"

namespace tracuu {
namespace {

constexpr std::chrono::system_clock::time_point kThen{std::chrono::seconds(784111777)};

TEST(Answer, HasEveryFieldInItsHead) {
  HttpResponse response;
  response.body = "{}";
  response.headers = {{"ETag", "\"1\""}};
  EXPECT_EQ(render_head(response, {"id-1", true, kThen}),
            "HTTP/1.1 200 OK\r\n"
            "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
            "Server: tracuu\r\n"
            "X-Request-Id: id-1\r\n"
            "Connection: keep-alive\r\n"
            "Content-Type: application/json; charset=utf-8\r\n"
            "Content-Length: 2\r\n"
            "ETag: \"1\"\r\n"
            "\r\n");
}

TEST(Answer, HasNoLengthWhereThereIsNoBody) {
  for (const int status : {204, 304}) {
    HttpResponse response;
    response.status = status;
    const std::string head = render_head(response, {"id", false, kThen});
    EXPECT_EQ(head.find("Content-"), std::string::npos) << head;
    EXPECT_NE(head.find("Connection: close\r\n"), std::string::npos) << head;
  }
}

TEST(Answer, LetsNoHeaderValueStartALineOfItsOwn) {
  HttpResponse response;
  response.headers = {{"Location", "/a\r\nSet-Cookie: b"}};
  const std::string head = render_head(response, {"id", true, kThen});
  EXPECT_NE(head.find("Location: /a  Set-Cookie: b\r\n"), std::string::npos) << head;
}

TEST(Answer, DecidesItsFramingItself) {
  HttpResponse response;
  response.headers = {{"content-length", "7"}, {"Transfer-Encoding", "chunked"}, {"DATE", "now"}};
  const std::string head = render_head(response, {"id", true, kThen});
  EXPECT_EQ(head.find("content-length"), std::string::npos) << head;
  EXPECT_EQ(head.find("chunked"), std::string::npos) << head;
  EXPECT_EQ(head.find("now"), std::string::npos) << head;
}

TEST(Answer, AnnouncesABodyOfPiecesAsChunkedToWhoKnowsChunks) {
  HttpResponse response;
  response.pieces = [](auto) { return std::string(); };
  const std::string head = render_head(response, {"id", true, kThen});
  EXPECT_NE(head.find("Transfer-Encoding: chunked\r\n"), std::string::npos) << head;
  EXPECT_EQ(head.find("Content-Length"), std::string::npos) << head;
  const std::string old = render_head(response, {"id", false, kThen, false});
  EXPECT_EQ(old.find("Transfer-Encoding"), std::string::npos) << old;
  EXPECT_EQ(old.find("Content-Length"), std::string::npos) << old;
}

TEST(Answer, ReadsTheDatesItPrints) {
  for (const TableRow& row : read_table("http_dates.tsv")) {
    const auto time = parse_http_date(row[0]);
    EXPECT_EQ(time ? std::to_string(time->time_since_epoch() / std::chrono::seconds(1)) : "",
              row[1])
        << row;
  }
}

TEST(Answer, PrintsDatesOfTheHttpKind) {
  using std::chrono::seconds;
  using Time = std::chrono::system_clock::time_point;
  EXPECT_EQ(http_date(Time(seconds(0))), "Thu, 01 Jan 1970 00:00:00 GMT");
  EXPECT_EQ(http_date(Time(seconds(951782400))), "Tue, 29 Feb 2000 00:00:00 GMT");
  EXPECT_EQ(http_date(Time(seconds(4102444799))), "Thu, 31 Dec 2099 23:59:59 GMT");
}

}  // namespace
}  // namespace tracuu
