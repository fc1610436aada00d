#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace tracuu {

/// Returns all bytes of a file, none when it cannot be read.
inline std::string file_bytes(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace tracuu
