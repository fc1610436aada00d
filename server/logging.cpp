#include "server/logging.h"

#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>

#include "server/api/json_text.h"

namespace tracuu {
namespace {

double milliseconds(std::chrono::nanoseconds time) {
  return std::chrono::duration<double, std::milli>(time).count();
}

}  // namespace

void start_logging() {
  auto logger =
      std::make_shared<spdlog::logger>("tracuu", std::make_shared<spdlog::sinks::stderr_sink_mt>());
  logger->set_pattern(R"({"ts":"%Y-%m-%dT%H:%M:%S.%e%z","level":"%l",%v})");
  spdlog::set_default_logger(std::move(logger));
}

void log_request(const RequestRecord& record) {
  spdlog::info(R"("request_id":{},"method":{},"path":{},"status":{},"bytes":{},)"
               R"("took_ms":{:.3f},"queue_ms":{:.3f},"remote":{})",
               json_text(record.request_id), json_text(record.method), json_text(record.path),
               record.status, record.bytes, milliseconds(record.took),
               milliseconds(record.queue_wait), json_text(record.remote_address));
}

void log_message(std::string_view sentence) {
  spdlog::info(R"("message":{})", json_text(sentence));
}

void log_error(std::string_view sentence) {
  spdlog::error(R"("message":{})", json_text(sentence));
}

}  // namespace tracuu
