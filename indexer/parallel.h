#pragma once

#include <cstddef>
#include <functional>

namespace tracuu {

/// Runs job(0) ... job(count - 1) on up to `threads` threads and waits for all of them. After the
/// first exception no further job starts, and it is thrown again here.
void run_jobs(std::size_t count, std::size_t threads, const std::function<void(std::size_t)>& job);

}  // namespace tracuu
