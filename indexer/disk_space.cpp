#include "indexer/disk_space.h"

#include <array>
#include <cstdio>
#include <string>
#include <system_error>

namespace tracuu {
namespace {

// Measured on 3,000 news articles, 11 MB of text, whose build took 41 MB at its peak, and on 192
// pages of 0.5 MB, which took 2.6 MB; an update took 1.06 times the generation.
constexpr std::uint64_t kPeakPerTextByte = 4;
constexpr std::uint64_t kFixedBytes = 2 << 20;

std::string in_megabytes(std::uint64_t bytes) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.1f MB", static_cast<double>(bytes) / 1e6);
  return text.data();
}

}  // namespace

std::uint64_t bytes_to_build(std::uint64_t text_bytes) {
  return text_bytes * kPeakPerTextByte + kFixedBytes;
}

std::uint64_t bytes_to_update(std::uint64_t generation_bytes) {
  return generation_bytes + generation_bytes / 4 + kFixedBytes;
}

std::optional<Error> missing_space(const std::filesystem::path& folder, std::uint64_t wanted) {
  std::error_code error;
  const std::filesystem::space_info space = std::filesystem::space(folder, error);
  if (error || space.available >= wanted) {
    return std::nullopt;
  }
  return Error{"disk: not enough free space, this run takes about " + in_megabytes(wanted) +
               ", free are " + in_megabytes(space.available) + ": '" + folder.string() + "'"};
}

}  // namespace tracuu
