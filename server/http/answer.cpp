#include "server/http/answer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

#include "server/http/problem.h"

namespace tracuu {
namespace {

constexpr std::array<const char*, 7> kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<const char*, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<std::string_view, 6> kOwnFields = {
    "connection", "content-length", "date", "server", "transfer-encoding", "x-request-id"};

bool is_own_field(std::string_view name) {
  std::string lowered(name);
  std::transform(lowered.begin(), lowered.end(), lowered.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return std::find(kOwnFields.begin(), kOwnFields.end(), lowered) != kOwnFields.end();
}

void append_field(std::string& head, std::string_view name, std::string_view value) {
  head += name;
  head += ": ";
  std::transform(value.begin(), value.end(), std::back_inserter(head),
                 [](char c) { return c == '\r' || c == '\n' || c == '\0' ? ' ' : c; });
  head += "\r\n";
}

}  // namespace

std::string http_date(std::chrono::system_clock::time_point time) {
  const auto midnight = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day day(midnight);
  const std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::seconds>(time - midnight));
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d GMT",
                kDays[std::chrono::weekday(midnight).c_encoding()],
                static_cast<unsigned>(day.day()), kMonths[static_cast<unsigned>(day.month()) - 1],
                static_cast<int>(day.year()), static_cast<int>(clock.hours().count()),
                static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  return text.data();
}

std::optional<std::chrono::system_clock::time_point> parse_http_date(std::string_view text) {
  // Sun, 06 Nov 1994 08:49:37 GMT
  constexpr std::size_t kLength = 29;
  const auto number = [&](std::size_t begin, std::size_t size) {
    int value = -1;
    const char* const end = text.data() + begin + size;
    return std::from_chars(text.data() + begin, end, value).ptr == end ? value : -1;
  };
  if (text.size() != kLength) {
    return std::nullopt;
  }
  const auto* const month = std::find(kMonths.begin(), kMonths.end(), text.substr(8, 3));
  const std::chrono::year_month_day day(
      std::chrono::year(number(12, 4)),
      std::chrono::month(static_cast<unsigned>(month - kMonths.begin()) + 1),
      std::chrono::day(static_cast<unsigned>(number(5, 2))));
  const int hours = number(17, 2);
  const int minutes = number(20, 2);
  const int seconds = number(23, 2);
  if (month == kMonths.end() || !day.ok() || hours < 0 || minutes < 0 || seconds < 0) {
    return std::nullopt;
  }
  const auto time = std::chrono::sys_days(day) + std::chrono::hours(hours) +
                    std::chrono::minutes(minutes) + std::chrono::seconds(seconds);
  // Printing it back tells a wrong day of the week, a 25th hour and any other punctuation.
  return http_date(time) == text ? std::optional(time) : std::nullopt;
}

bool has_body(int status) {
  return status != 204 && status != 304;
}

std::string render_head(const HttpResponse& response, const AnswerFrame& frame) {
  std::string head = "HTTP/1.1 " + std::to_string(response.status) + ' ';
  head += reason_phrase(response.status);
  head += "\r\n";
  append_field(head, "Date", http_date(frame.now));
  append_field(head, "Server", "tracuu");
  append_field(head, "X-Request-Id", frame.request_id);
  append_field(head, "Connection", frame.keep_alive ? "keep-alive" : "close");
  if (has_body(response.status)) {
    append_field(head, "Content-Type", response.content_type);
    if (!response.pieces) {
      append_field(head, "Content-Length", std::to_string(response.body.size()));
    } else if (frame.takes_chunks) {
      append_field(head, "Transfer-Encoding", "chunked");
    }
  }
  for (const auto& [name, value] : response.headers) {
    if (!is_own_field(name)) {
      append_field(head, name, value);
    }
  }
  head += "\r\n";
  return head;
}

}  // namespace tracuu
