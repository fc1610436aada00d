#include "server/http/answer.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "server/http/problem.h"

namespace tracuu {
namespace {

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
  constexpr std::array<const char*, 7> kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<const char*, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
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
    append_field(head, "Content-Length", std::to_string(response.body.size()));
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
