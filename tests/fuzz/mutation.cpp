#include "tests/fuzz/mutation.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace tracuu {
namespace {

constexpr std::size_t kMostBytes = 8192;
constexpr std::size_t kMostBytesRepeated = 65536;

constexpr std::array<std::string_view, 42> kPieces{"36-NQ/TW",
                                                   "Nghị quyết ",
                                                   "số ",
                                                   "ngày 01/7/2014",
                                                   " - ",
                                                   "/",
                                                   "QĐ-UBND",
                                                   "\xC3\x90",
                                                   "\n",
                                                   "\r\n",
                                                   "\xC2\xA0",
                                                   "\xE2\x80\x93",
                                                   "\xCC\x81",
                                                   "\xCC\xA3",
                                                   "\xE2\x80\x8B",
                                                   "\xFF",
                                                   "\xED\xA0\x80",
                                                   "\xF4\x90\x80\x80",
                                                   ",",
                                                   ";",
                                                   "(",
                                                   ")",
                                                   "\"",
                                                   "<",
                                                   ">",
                                                   "<div>",
                                                   "</div>",
                                                   "&nbsp;",
                                                   "&#x110000;",
                                                   "%E1%BA",
                                                   "%00",
                                                   "{\"text\":\"",
                                                   "ông ",
                                                   "Chủ tịch UBND tỉnh ",
                                                   "Nguyễn Văn ",
                                                   "Hà Nội",
                                                   "TP. ",
                                                   "2147483648",
                                                   "99999999999999999999",
                                                   "0",
                                                   "31/02/2015",
                                                   "năm "};

}  // namespace

std::size_t Mutation::below(std::size_t limit) {
  // Not a distribution: those differ between standard libraries.
  return limit == 0 ? 0 : random_() % limit;
}

void Mutation::change(std::string& input) {
  const std::size_t at = below(input.size() + 1);
  const std::size_t length = std::min(input.size() - at, below(64) + 1);
  switch (below(7)) {
    case 0:
      if (at < input.size()) {
        input[at] = static_cast<char>(random_());
      }
      break;
    case 1:
      input.erase(at, length);
      break;
    case 2:
      input.insert(at, input.substr(at, length));
      break;
    case 3:
      input.insert(at, kPieces[below(kPieces.size())]);
      break;
    case 4: {
      const std::string& other = seed();
      const std::size_t from = below(other.size() + 1);
      input.insert(at, other.substr(from, below(256)));
      break;
    }
    case 5:
      input.resize(at);
      break;
    default: {
      std::string piece(kPieces[below(kPieces.size())]);
      for (std::size_t times = below(32); times > 0; --times) {
        input.insert(at, piece);
      }
    }
  }
}

std::string Mutation::next() {
  std::string input = seed().substr(0, kMostBytes);
  for (std::size_t changes = 1 + below(8); changes > 0; --changes) {
    change(input);
  }
  if (below(64) == 0) {
    return repeated(kMostBytesRepeated);
  }
  input.resize(std::min(input.size(), kMostBytes));
  return input;
}

std::string Mutation::repeated(std::size_t size) {
  const std::string& source = seed();
  const std::size_t from = below(source.size());
  std::string piece = source.substr(from, below(160) + 1);
  if (below(2) == 0) {
    piece = kPieces[below(kPieces.size())];
  }
  std::string input;
  while (input.size() < size && !piece.empty()) {
    input += piece;
  }
  input.resize(std::min(input.size(), size));
  return input;
}

}  // namespace tracuu
