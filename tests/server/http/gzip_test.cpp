#include "server/http/gzip.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <stdexcept>
#include <vector>

namespace tracuu {
namespace {

constexpr std::chrono::steady_clock::time_point kSoon{};

std::string unpacked(std::string packed) {
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
  std::string plain(4'000'000, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(plain.data());
  stream.avail_out = static_cast<uInt>(plain.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END) << "the format does not end";
  EXPECT_EQ(stream.avail_in, 0U) << "bytes behind the end";
  plain.resize(stream.total_out);
  inflateEnd(&stream);
  return plain;
}

BodyPieces pieces_of(std::vector<std::string> pieces) {
  return [pieces = std::move(pieces), next = std::size_t{0}](auto) mutable {
    return next < pieces.size() ? pieces[next++] : std::string();
  };
}

std::string random_bytes(std::size_t size) {
  std::string bytes(size, '\0');
  std::uint32_t state = 7;
  for (char& byte : bytes) {
    state = state * 1664525 + 1013904223;
    byte = static_cast<char>(state >> 24);
  }
  return bytes;
}

TEST(Gzip, FillsAGapWithoutCompressingAgain) {
  const std::string before = "{\"hits\":[" + std::string(5000, '1') + "],\"took_ms\":";
  const std::string after = ",\"total\":" + random_bytes(3000) + "}";
  for (const auto& [left, right] : std::vector<std::pair<std::string, std::string>>{
           {before, after}, {before, ""}, {"", after}, {"", ""}}) {
    const GappedGzip packed(left, right);
    for (const std::string& gap : {std::string("0.012"), std::string(), random_bytes(65'535)}) {
      EXPECT_EQ(unpacked(packed.filled(gap)), left + gap + right)
          << left.size() << '+' << gap.size() << '+' << right.size();
    }
  }
  EXPECT_LT(GappedGzip(before, "").size(), 200U) << "it is compressed";
}

TEST(Gzip, PiecesUnpackToWhatTheyWere) {
  const std::vector<std::vector<std::string>> bodies{
      {},
      {"Đắk Lắk"},
      {"a", "b", "c"},
      {std::string(70'000, 'x'), "y", std::string(70'000, 'z')},
      {random_bytes(65'536), random_bytes(65'536), random_bytes(3), random_bytes(300'000)}};
  for (const auto& body : bodies) {
    std::string plain;
    for (const std::string& piece : body) {
      plain += piece;
    }
    const BodyPieces packed = gzipped(pieces_of(body));
    std::string joined;
    std::size_t count = 0;
    for (std::string piece = packed(kSoon); !piece.empty(); piece = packed(kSoon)) {
      joined += piece;
      ++count;
    }
    EXPECT_EQ(unpacked(joined), plain);
    EXPECT_GE(count, body.size()) << "a reader sees no progress";
    EXPECT_EQ(packed(kSoon), "") << "behind the end is nothing";
    EXPECT_EQ(unpacked(gzip(plain)), plain);
  }
}

TEST(Gzip, AFailureOfAPieceIsNotSwallowed) {
  const BodyPieces packed = gzipped([](auto) -> std::string { throw std::runtime_error("no"); });
  EXPECT_THROW(packed(kSoon), std::runtime_error);
}

}  // namespace
}  // namespace tracuu
