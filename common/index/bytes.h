#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tracuu {

/// Appends integers (LEB128, zigzag for signed ones) and length-prefixed texts to a byte string.
class ByteWriter {
 public:
  void unsigned_integer(std::uint64_t value);
  void signed_integer(std::int64_t value);
  void text(std::string_view value);

  std::string_view bytes() const { return bytes_; }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// Reads what ByteWriter wrote. After a read past the end or a malformed value every read returns 0
/// or "" and failed() is true, so that a caller checks once, at the end.
class ByteReader {
 public:
  /// `bytes` must outlive the reader and the views it returns.
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t unsigned_integer();
  std::int64_t signed_integer();
  std::string_view text();
  /// Reads an element count; fails when not even one byte an element is left, so that a corrupt
  /// count cannot make the caller allocate.
  std::size_t count();

  bool failed() const { return failed_; }
  bool at_end() const { return rest_.empty(); }
  /// Returns what is not read yet.
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
  bool failed_ = false;
};

/// Returns the bytes of a set of numbers, each as its distance to the one before, and back; nothing
/// on malformed bytes. REQUIRES: `numbers` ascend strictly.
std::string pack_ascending(std::span<const std::uint32_t> numbers);
std::optional<std::vector<std::uint32_t>> unpack_ascending(std::string_view bytes);

}  // namespace tracuu
