#include "server/search/document_values.h"

#include <algorithm>
#include <string>

namespace tracuu {
namespace {

ValueNumber first_from(const std::string& start, ValueRange range, const Columns& columns) {
  while (range.begin < range.end) {
    const ValueNumber middle = range.begin + (range.end - range.begin) / 2;
    if (columns.value(middle).value < start) {
      range.begin = middle + 1;
    } else {
      range.end = middle;
    }
  }
  return range.begin;
}

}  // namespace

bool is_meant(const DocumentNumber& asked, const DocumentNumber& number) {
  return number.number == asked.number && number.suffix == asked.suffix &&
         number.type == asked.type && (asked.issuer.empty() || number.issuer == asked.issuer) &&
         (asked.year == 0 || number.year == asked.year);
}

std::optional<DocumentNumber> short_number(std::string_view value) {
  if (value.empty() || (value.front() >= '0' && value.front() <= '9')) {
    return std::nullopt;  // a full number starts with its digits: most values, and cheaply told
  }
  auto number = parse_document_number(value);
  const bool is_short =
      number && number->number != 0 && number->issuer.empty() && !number->type.empty();
  return is_short ? number : std::nullopt;
}

std::vector<ValueNumber> values_meant(const DocumentNumber& asked, FieldId id,
                                      const Columns& columns) {
  const ValueRange range = columns.range_of(id);
  const std::string digits = std::to_string(asked.number) + asked.suffix;
  std::vector<ValueNumber> meant;
  // Values are in byte order: what starts alike stands together.
  for (const std::string& start : {digits + '-', digits + '/', asked.type + ' ' + digits}) {
    for (ValueNumber value = first_from(start, range, columns);
         value < range.end && columns.value(value).value.starts_with(start); ++value) {
      const std::string& text = columns.value(value).value;
      const auto number = parse_document_number(text.substr(0, text.find('@')));
      if (number && is_meant(asked, *number)) {
        meant.push_back(value);
      }
    }
  }
  std::sort(meant.begin(), meant.end());
  meant.erase(std::unique(meant.begin(), meant.end()), meant.end());
  return meant;
}

}  // namespace tracuu
