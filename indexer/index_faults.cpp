#include "indexer/index_faults.h"

#include <xapian.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <stdexcept>
#include <string>
#include <system_error>

namespace tracuu {
namespace {

/// What a disk says that is full, read-only, forbidden, limited or broken.
constexpr std::array kDiskCodes = {ENOSPC, EDQUOT, EFBIG, EROFS, EACCES, EPERM, EIO, EMFILE};

/// Returns the disk's code whose text Xapian tells, by itself or within the text of another error
/// that followed from it, or 0.
int told_code(const std::string& description) {
  for (const int code : kDiskCodes) {
    if (description.find(std::generic_category().message(code)) != std::string::npos) {
      return code;
    }
  }
  return 0;
}

}  // namespace

int disk_code() {
  const int last = errno;
  return std::find(kDiskCodes.begin(), kDiskCodes.end(), last) == kDiskCodes.end() ? 0 : last;
}

void throw_standard(const Xapian::Error& error) {
  const int last = disk_code();
  const std::string description = error.get_description();
  if (const int code = told_code(description)) {
    throw std::system_error(code, std::generic_category(), "index: cannot be written");
  }
  // A database that is written without a way back answers a failed write by this one.
  if (description.find("DB_DANGEROUS") != std::string::npos) {
    throw std::system_error(last == 0 ? EIO : last, std::generic_category(),
                            "index: cannot be written");
  }
  throw std::runtime_error("index: cannot be read or written: '" + description + "'");
}

void with_standard_exceptions(const std::function<void()>& work) {
  try {
    work();
  } catch (const Xapian::Error& error) {
    throw_standard(error);
  }
}

}  // namespace tracuu
