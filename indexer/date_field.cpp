#include "indexer/date_field.h"

#include <algorithm>
#include <string>

#include "common/text/normalize.h"

namespace tracuu {
namespace {

constexpr std::size_t kMinDatedTitleWords = 4;

std::size_t count_words(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

}  // namespace

std::optional<DatedTitle> read_dated_title(std::string_view normalized) {
  std::size_t open = std::string_view::npos;
  std::string_view inner;
  if (normalized.ends_with(')')) {
    open = normalized.rfind('(');
    inner = open == std::string_view::npos ? "" : normalized.substr(open + 1);
  } else {
    open = normalized.rfind(" - ");
    inner = open == std::string_view::npos ? "" : normalized.substr(open + 3);
  }
  if (inner.empty() || count_words(normalized.substr(0, open)) < kMinDatedTitleWords) {
    return std::nullopt;
  }
  const auto line = read_date_line(inner.substr(0, inner.find(')')));
  if (!line || (normalized[open] != '(' && !line->best().has_time)) {
    return std::nullopt;
  }
  const std::size_t end = normalized.find_last_not_of(' ', open - 1);
  return DatedTitle{end == std::string_view::npos ? 0 : end + 1, line->best()};
}

std::optional<PartialDate> read_date_field(std::string_view field) {
  const std::string text = normalized(field);
  const std::size_t begin = text.find_first_not_of(" \n");
  if (begin == std::string::npos) {
    return std::nullopt;
  }
  std::string value = text.substr(begin, text.find_last_not_of(" \n") - begin + 1);
  if (value.size() == 8 && value.find_first_not_of("0123456789") == std::string::npos) {
    value = value.substr(0, 4) + '-' + value.substr(4, 2) + '-' + value.substr(6);
  }
  if (auto iso = parse_iso(value)) {
    return iso;
  }
  if (const auto line = read_date_line(value)) {
    return PartialDate::of(line->best().day);
  }
  return std::nullopt;
}

}  // namespace tracuu
