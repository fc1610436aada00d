#include "indexer/progress_display.h"

#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <mutex>

namespace tracuu {
namespace {

constexpr double kMegabyte = 1e6;

void show(const Progress& progress, double seconds) {
  const auto pages = static_cast<double>(progress.pages_read.load());
  const auto read = static_cast<double>(progress.bytes_read.load());
  const auto total = static_cast<double>(progress.bytes_total.load());
  const std::uint64_t to_write = progress.articles_to_write.load();
  const auto rejected = static_cast<unsigned long long>(progress.rejected.load());
  if (to_write > 0) {
    const auto written = static_cast<unsigned long long>(progress.articles_written.load());
    std::fprintf(stderr, "\r\x1b[Kwriting %llu of %llu articles, %llu pages rejected", written,
                 static_cast<unsigned long long>(to_write), rejected);
  } else {
    const double left = read > 0 ? seconds * (total - read) / read : 0;
    std::fprintf(stderr, "\r\x1b[Kreading %.0f articles/s, %.1f MB/s, %.0f s left, %llu rejected",
                 pages / seconds, read / kMegabyte / seconds, left > 0 ? left : 0, rejected);
  }
  std::fflush(stderr);
}

}  // namespace

ProgressDisplay::ProgressDisplay(const Progress& progress, bool quiet) {
  if (quiet || ::isatty(STDERR_FILENO) == 0) {
    return;
  }
  thread_ = std::jthread([&progress](const std::stop_token& stop) {
    using namespace std::chrono_literals;
    const auto start = std::chrono::steady_clock::now();
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    while (!wake.wait_for(lock, stop, 250ms, [&] { return stop.stop_requested(); })) {
      show(progress,
           std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    std::fputs("\r\x1b[K", stderr);
  });
}

ProgressDisplay::~ProgressDisplay() = default;

}  // namespace tracuu
