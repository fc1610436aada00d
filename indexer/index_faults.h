#pragma once

#include <functional>
#include <stdexcept>
#include <utility>

#include "common/result.h"

namespace Xapian {  // NOLINT(readability-identifier-naming): its own name
class Error;
}  // namespace Xapian

namespace tracuu {

/// Returns this thread's errno when it is one of a disk that is full, read-only, forbidden, limited
/// or broken, else 0.
int disk_code();

/// Throws what Xapian, whose exceptions are no std::exception, says: a std::system_error with the
/// system's own code where the disk or the system failed, else a std::runtime_error.
[[noreturn]] void throw_standard(const Xapian::Error& error);

/// Returns what was opened of a generation; throws the sentence that says why it was not as a
/// std::runtime_error.
template <typename Value>
Value or_throw(Result<Value> opened) {
  if (!opened) {
    throw std::runtime_error(opened.error().message);
  }
  return std::move(*opened);
}

/// Runs `work`; Xapian's exceptions leave it as throw_standard() throws them.
void with_standard_exceptions(const std::function<void()>& work);

}  // namespace tracuu
