#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

namespace tracuu {

/// A file mapped read-only into memory, as long as the object lives. Thread-safe.
class MappedFile {
 public:
  /// Returns null when the file is not there, is empty or cannot be mapped.
  static std::unique_ptr<MappedFile> open(const std::filesystem::path& file);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  std::string_view bytes() const { return bytes_; }
  /// Gives the pages back that a check of all bytes has read; from now on only those that are asked
  /// for come in.
  void read_on_demand() const;

 private:
  explicit MappedFile(std::string_view bytes) : bytes_(bytes) {}
  std::string_view bytes_;
};

/// Takes the parts of a file one by one. REQUIRES: each part starts at a multiple of its numbers'
/// size, and the sizes were checked against the file's.
class FileParts {
 public:
  explicit FileParts(std::string_view rest) : rest_(rest) {}

  std::string_view bytes(std::uint64_t size) {
    const std::string_view part = rest_.substr(0, size);
    rest_.remove_prefix(part.size());
    return part;
  }
  template <typename Number>
  std::span<const Number> numbers(std::uint64_t count) {
    const std::string_view part = bytes(count * sizeof(Number));
    return {reinterpret_cast<const Number*>(part.data()), count};  // NOLINT: aligned
  }

 private:
  std::string_view rest_;
};

}  // namespace tracuu
