#include "indexer/rejection_kinds.h"

#include <string_view>

namespace tracuu {
namespace {

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

}  // namespace

std::string kind_of(const Rejection& rejection) {
  std::string_view reason = rejection.reason;
  if (!rejection.file.empty() && reason.starts_with(rejection.file + ": ")) {
    reason.remove_prefix(rejection.file.size() + 2);
  }
  if (const std::size_t value = reason.rfind(": '");
      value != std::string_view::npos && value > 0 && reason.ends_with('\'')) {
    reason = reason.substr(0, value);
  }
  std::string kind;
  bool in_number = false;  // a number by itself, not the 8 of "UTF-8"
  for (std::size_t i = 0; i < reason.size(); ++i) {
    const bool starts = is_digit(reason[i]) && (i == 0 || reason[i - 1] == ' ');
    in_number = starts || (in_number && is_digit(reason[i]));
    if (!in_number) {
      kind += reason[i];
    } else if (starts) {
      kind += 'N';
    }
  }
  return kind;
}

std::map<std::string, std::uint64_t> rejections_by_kind(const std::vector<Rejection>& rejections) {
  std::map<std::string, std::uint64_t> counts;
  for (const Rejection& rejection : rejections) {
    ++counts[kind_of(rejection)];
  }
  return counts;
}

}  // namespace tracuu
