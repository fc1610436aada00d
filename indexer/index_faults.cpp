#include "indexer/index_faults.h"

#include <xapian.h>

#include <stdexcept>
#include <string>
#include <system_error>

namespace tracuu {
namespace {

/// Returns the code whose text Xapian has kept of the failed call, or 0.
int system_code(const Xapian::Error& error) {
  constexpr int kCodes = 134;  // of Linux
  const char* const kept = error.get_error_string();
  for (int code = 1; kept != nullptr && code < kCodes; ++code) {
    if (std::generic_category().message(code) == kept) {
      return code;
    }
  }
  return 0;
}

}  // namespace

void throw_standard(const Xapian::Error& error) {
  if (const int code = system_code(error)) {
    throw std::system_error(code, std::generic_category(), "index: " + error.get_msg());
  }
  throw std::runtime_error("index: cannot be read or written: '" + error.get_description() + "'");
}

void with_standard_exceptions(const std::function<void()>& work) {
  try {
    work();
  } catch (const Xapian::Error& error) {
    throw_standard(error);
  }
}

}  // namespace tracuu
