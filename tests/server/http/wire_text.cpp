#include "tests/server/http/wire_text.h"

#include <stdexcept>

namespace tracuu {
namespace {

constexpr std::string_view kLineBreak = "⏎";
constexpr std::string_view kOpen = "‹";
constexpr std::string_view kClose = "›";

std::string expand(std::string_view inside) {
  const std::size_t star = inside.rfind('*');
  if (star == std::string_view::npos) {
    return {static_cast<char>(std::stoi(std::string(inside), nullptr, 16))};
  }
  const std::string once = wire_bytes(inside.substr(0, star));
  const int times = std::stoi(std::string(inside.substr(star + 1)));
  std::string repeated;
  for (int i = 0; i < times; ++i) {
    repeated += once;
  }
  return repeated;
}

}  // namespace

std::string wire_bytes(std::string_view cell) {
  std::string bytes;
  while (!cell.empty()) {
    if (cell.substr(0, kLineBreak.size()) == kLineBreak) {
      bytes += "\r\n";
      cell.remove_prefix(kLineBreak.size());
    } else if (cell.substr(0, kOpen.size()) == kOpen) {
      const std::size_t close = cell.find(kClose);
      if (close == std::string_view::npos) {
        throw std::runtime_error("a table cell opens ‹ and does not close it");
      }
      bytes += expand(cell.substr(kOpen.size(), close - kOpen.size()));
      cell.remove_prefix(close + kClose.size());
    } else {
      bytes += cell.front();
      cell.remove_prefix(1);
    }
  }
  return bytes;
}

}  // namespace tracuu
