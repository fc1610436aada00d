#include "server/logging.h"

#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <array>
#include <memory>
#include <utility>

#include "server/api/json_text.h"

namespace tracuu {
namespace {

double milliseconds(std::chrono::nanoseconds time) {
  return std::chrono::duration<double, std::milli>(time).count();
}

bool is_slow(const RequestRecord& record, const LogOptions& options) {
  return options.slow.count() > 0 && record.took >= options.slow;
}

/// Characters that JSON leaves alone, first and last in UTF-8, all of one length.
struct Range {
  std::string_view first;
  std::string_view last;
};
constexpr std::array<Range, 5> kActing{{{"\x7F", "\x7F"},
                                        {"\u0080", "\u009F"},
                                        {"\u200E", "\u200F"},
                                        {"\u2028", "\u202E"},
                                        {"\u2066", "\u2069"}}};

/// Returns the code point of a sequence of one to three bytes.
unsigned code_point(std::string_view sequence) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(sequence[i]); };
  if (sequence.size() == 1) {
    return byte(0);
  }
  return sequence.size() == 2
             ? ((byte(0) & 0x1FU) << 6U) | (byte(1) & 0x3FU)
             : ((byte(0) & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU);
}

std::string asked_of(const RequestRecord& record) {
  std::string asked;
  for (const auto& [name, value] : record.parameters) {
    asked.append(asked.empty() ? "" : "&").append(name).append("=").append(value);
  }
  return asked;
}

}  // namespace

void start_logging() {
  auto logger =
      std::make_shared<spdlog::logger>("tracuu", std::make_shared<spdlog::sinks::stderr_sink_mt>());
  logger->set_pattern(R"({"ts":"%Y-%m-%dT%H:%M:%S.%e%z","level":"%l",%v})");
  spdlog::set_default_logger(std::move(logger));
}

std::string log_text(std::string_view text) {
  const std::string json = json_text(text);
  std::string safe;
  safe.reserve(json.size());
  for (std::size_t at = 0; at < json.size();) {
    std::size_t taken = 0;
    for (const Range& range : kActing) {
      const std::string_view here = std::string_view(json).substr(at, range.first.size());
      if (here.size() == range.first.size() && here >= range.first && here <= range.last) {
        taken = here.size();
        safe += fmt::format("\\u{:04x}", code_point(here));
        break;
      }
    }
    if (taken == 0) {
      safe += json[at];
      taken = 1;
    }
    at += taken;
  }
  return safe;
}

std::string request_fields(const RequestRecord& record, const LogOptions& options) {
  const AnswerNote& note = record.note;
  std::string fields = fmt::format(
      R"("request_id":{},"method":{},"route":{},"status":{},"took_ms":{:.3f},"queue_ms":{:.3f},)"
      R"("bytes":{},"remote":{})",
      log_text(record.request_id), log_text(record.method), log_text(note.route), record.status,
      milliseconds(record.took), milliseconds(record.queue_wait), record.bytes,
      log_text(record.remote_address));
  if (note.hits) {
    fields += fmt::format(R"(,"hits":{})", *note.hits);
  }
  if (!note.problem.empty()) {
    fields += R"(,"problem":)" + log_text(note.problem);
  }
  if (is_slow(record, options) && !note.timing.empty()) {
    fields += R"(,"timing":)" + log_text(note.timing);
  }
  if (options.queries) {
    fields += R"(,"path":)" + log_text(record.path);
    fields += R"(,"asked":)" + log_text(asked_of(record));
  }
  return fields;
}

void log_request(const RequestRecord& record, const LogOptions& options) {
  const auto level = is_slow(record, options) ? spdlog::level::warn : spdlog::level::info;
  spdlog::log(level, "{}", request_fields(record, options));
}

void log_message(std::string_view sentence) {
  spdlog::info(R"("message":{})", log_text(sentence));
}

void log_error(std::string_view sentence) {
  spdlog::error(R"("message":{})", log_text(sentence));
}

}  // namespace tracuu
