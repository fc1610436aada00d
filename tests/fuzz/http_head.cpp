#include <algorithm>
#include <chrono>

#include "server/http/address.h"
#include "server/http/answer.h"
#include "server/http/exchange.h"
#include "server/http/negotiation.h"
#include "tests/fuzz/expect.h"

namespace {

using namespace tracuu;

/// The tables of heads write a line break as "⏎".
std::string with_line_breaks(std::string_view bytes) {
  constexpr std::string_view kLineBreak = "⏎";
  std::string wire;
  while (!bytes.empty()) {
    const bool is_break = bytes.starts_with(kLineBreak);
    wire += is_break ? "\r\n" : std::string(1, bytes.front());
    bytes.remove_prefix(is_break ? kLineBreak.size() : 1);
  }
  return wire;
}

/// What came so far says the same as all of it, or that more must come.
void expect_steady(std::string_view bytes, const HeadScan& whole, std::size_t cut) {
  const std::string some(bytes.substr(0, cut));
  const HeadScan part = scan_head(some);
  if (whole.size > 0 && cut < whole.size) {
    expect(part.size == 0 && !part.refusal, "a head that comes in parts is waited for");
  }
  if (part.refusal) {
    expect(whole.refusal.has_value(), "no further byte saves what was refused");
  }
}

void answer(const Exchange& exchange) {
  const HttpRequest& request = exchange.request;
  expect(!request.request_id.empty(), "a request has an id");
  if (exchange.refusal) {
    expect(exchange.refusal->status >= 400, "a refusal has a status");
    expect(!exchange.refusal->detail.empty(), "a refusal has a reason");
    expect(!(exchange.refusal->close && exchange.keep_alive), "a lost stream is closed");
    return;
  }
  expect(request.path.starts_with('/') && !find_invalid_utf8(request.path), "a path is a path");
  for (const std::string& segment : request.segments) {
    expect(segment != ".." && segment != ".", "a path leads nowhere else");
  }
  client_address("127.0.0.1", request.all_headers("x-forwarded-for"),
                 std::vector<std::string>{"127.0.0.1"});
  HttpResponse response;
  response.body.assign(3000, 'x');
  response.headers = {{"ETag", "\"a\""}, {"Last-Modified", "Sun, 22 Nov 2026 05:36:00 GMT"}};
  response = negotiate(request, std::move(response));
  const std::string head =
      render_head(response, {request.request_id, exchange.keep_alive,
                             std::chrono::system_clock::time_point(), exchange.takes_chunks});
  expect(scan_head(head).size == head.size(), "the head of an answer is one head");
}

}  // namespace

// A head is waited for, refused or read, in parts as at once; what is read can be answered.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes = with_line_breaks({reinterpret_cast<const char*>(data), size});
  const HeadScan scan = scan_head(bytes);
  expect(scan.size <= std::min(bytes.size(), kMaxHeadBytes), "a head keeps its limit");
  expect(scan.size == 0 || !scan.refusal, "a head is read or refused");
  expect(bytes.size() < kMaxHeadBytes || scan.size > 0 || scan.refusal, "nothing is waited for");
  for (std::size_t i = 0; i < size && i < 16; ++i) {
    expect_steady(bytes, scan, (data[i] * 31U + i) % (bytes.size() + 1));
  }
  if (scan.size > 0) {
    answer(open_exchange(std::string_view(bytes).substr(0, scan.size), "minted"));
  }
  return 0;
}
