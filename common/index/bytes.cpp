#include "common/index/bytes.h"

#include <limits>

namespace tracuu {
namespace {

constexpr std::uint64_t kMost = std::numeric_limits<std::uint32_t>::max();

}  // namespace

void ByteWriter::unsigned_integer(std::uint64_t value) {
  while (value >= 0x80) {
    bytes_ += static_cast<char>(value | 0x80);
    value >>= 7;
  }
  bytes_ += static_cast<char>(value);
}

void ByteWriter::signed_integer(std::int64_t value) {
  unsigned_integer((static_cast<std::uint64_t>(value) << 1) ^
                   static_cast<std::uint64_t>(value >> 63));
}

void ByteWriter::text(std::string_view value) {
  unsigned_integer(value.size());
  bytes_ += value;
}

std::uint64_t ByteReader::unsigned_integer() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) {
      return value;
    }
  }
  failed_ = true;
  rest_ = {};
  return 0;
}

std::int64_t ByteReader::signed_integer() {
  const std::uint64_t value = unsigned_integer();
  return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
}

std::string_view ByteReader::text() {
  const std::uint64_t size = unsigned_integer();
  if (size > rest_.size()) {
    failed_ = true;
    rest_ = {};
    return {};
  }
  const std::string_view value = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return value;
}

std::size_t ByteReader::count() {
  const std::uint64_t elements = unsigned_integer();
  if (elements > rest_.size()) {
    failed_ = true;
    rest_ = {};
    return 0;
  }
  return elements;
}

std::string pack_ascending(std::span<const std::uint32_t> numbers) {
  ByteWriter writer;
  std::uint32_t before = 0;
  for (const std::uint32_t number : numbers) {
    writer.unsigned_integer(number - before);
    before = number;
  }
  return writer.take();
}

std::optional<std::vector<std::uint32_t>> unpack_ascending(std::string_view bytes) {
  std::vector<std::uint32_t> numbers;
  ByteReader reader(bytes);
  std::uint64_t number = 0;
  while (!reader.at_end()) {
    const std::uint64_t step = reader.unsigned_integer();
    number += step;
    const bool ascends = step > 0 || numbers.empty();
    if (reader.failed() || !ascends || step > kMost || number > kMost) {
      return std::nullopt;
    }
    numbers.push_back(static_cast<std::uint32_t>(number));
  }
  return numbers;
}

}  // namespace tracuu
