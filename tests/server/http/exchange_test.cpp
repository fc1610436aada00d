#include "server/http/exchange.h"

#include <gtest/gtest.h>

#include "tests/server/http/wire_text.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

TEST(Exchange, JudgesHeads) {
  for (const TableRow& row : read_table("http_heads.tsv")) {
    SCOPED_TRACE(row);
    const std::string bytes = wire_bytes(row[0]);
    ASSERT_EQ(scan_head(bytes).size, bytes.size()) << "not one complete head";
    const Exchange exchange = open_exchange(ExactText(bytes), "minted");
    const std::string verdict =
        exchange.refusal ? std::to_string(exchange.refusal->status) + ' ' + exchange.refusal->code
                         : "pass";
    EXPECT_EQ(verdict, row[1]);
    EXPECT_EQ(exchange.keep_alive ? "keep" : "close", row[2]);
  }
}

TEST(Exchange, HandsTheHandlerADecodedRequest) {
  const Exchange exchange = open_exchange(
      "GET /api/v1/documents/36-NQ%2FTW?q=ngh%E1%BB%8B+quy%E1%BA%BFt HTTP/1.1\r\n"
      "Host: localhost:8080\r\nAccept-Language: vi\r\n\r\n",
      "minted");
  ASSERT_FALSE(exchange.refusal);
  const HttpRequest& request = exchange.request;
  EXPECT_EQ(request.method, "GET");
  EXPECT_EQ(request.path, "/api/v1/documents/36-NQ/TW");
  EXPECT_EQ(request.segments.back(), "36-NQ/TW");
  EXPECT_EQ(request.query, "q=ngh%E1%BB%8B+quy%E1%BA%BFt");
  EXPECT_EQ(request.parameters.front().second, "nghị quyết");
  EXPECT_EQ(request.header("accept-language"), "vi");
  EXPECT_EQ(request.header("cookie"), "");
  EXPECT_EQ(request.request_id, "minted");
}

TEST(Exchange, KeepsAGoodRequestIdAndReplacesABadOne) {
  const std::string front = "GET / HTTP/1.1\r\nHost: a\r\nX-Request-Id: ";
  EXPECT_EQ(open_exchange(front + "trace_42-A\r\n\r\n", "minted").request.request_id, "trace_42-A");
  EXPECT_EQ(open_exchange(front + "a b\r\n\r\n", "minted").request.request_id, "minted");
  EXPECT_EQ(open_exchange(front + "\r\n\r\n", "minted").request.request_id, "minted");
}

TEST(Exchange, RemembersWhatARefusedRequestAskedForTheLog) {
  const Exchange exchange =
      open_exchange("DELETE /api HTTP/1.1\r\nHost: a\r\nX-Request-Id: mine\r\n\r\n", "minted");
  ASSERT_TRUE(exchange.refusal);
  EXPECT_EQ(exchange.request.method, "DELETE");
  EXPECT_EQ(exchange.request.path, "/api");
  EXPECT_EQ(exchange.request.request_id, "mine");
}

}  // namespace
}  // namespace tracuu
