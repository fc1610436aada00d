#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/entity/date.h"
#include "common/index/schema.h"
#include "common/result.h"
#include "server/query/parameters.h"

namespace tracuu {

// Readers of single values. All are pure and thread-safe, and fail with parameter_error(). REQUIRES
// of all: `value` is valid UTF-8.

/// What is wrong with a value, in the two languages of the API.
struct Reason {
  Reason(std::string english, std::string vietnamese)
      : en(std::move(english)), vi(std::move(vietnamese)) {}
  /// A reason that has no Vietnamese: readers of either language get this one.
  Reason(std::string english) : en(std::move(english)) {}
  Reason(const char* english) : en(english) {}

  std::string en;
  std::string vi;
};

/// Returns the error "`name`: `reason`: 'value'" in both languages; a long value is cut, ill-formed
/// bytes replaced.
Error parameter_error(std::string_view name, const Reason& reason, std::string_view value);
/// The same without a value.
Error parameter_error(std::string_view name, const Reason& reason);

/// The reason for a text of more than `most` characters.
Reason longer_than(std::size_t most);

/// Returns whether `utf8` has more than `most` characters; reads no further than needed.
bool is_longer(std::string_view utf8, std::size_t most);

/// Returns `value` normalized, on one line, without blanks at its ends.
std::string trimmed(std::string_view value);

/// Brings a filter value to the form under which articles bear it: "hai phong" -> "Hải Phòng",
/// "36 nq tw" -> "36-NQ/TW", "nghi quyet" -> "Nghị quyết". Provinces must exist; documents, types
/// and issuers that are not known stay as they were typed.
Result<std::string> read_field_value(FieldId field, std::string_view value);

/// Encodes for any place of a link, a path segment or a parameter: all but the unreserved
/// characters of RFC 3986 become %XX. "36-NQ/TW" is "36-NQ%2FTW", "Huế" "Hu%E1%BA%BF".
std::string percent_encoded(std::string_view text);

/// Returns the index of `value` in `names`; the error for the parameter `name` lists them.
Result<std::size_t> read_name(std::string_view name, std::string_view value,
                              std::span<const std::string_view> names);

/// Returns the index of `value` among the parameter's choices.
Result<std::size_t> read_choice(const Parameter& parameter, std::string_view value);

/// Reads a whole number within the parameter's limits.
Result<std::size_t> read_number(const Parameter& parameter, std::string_view value);

/// Returns the first and last day of the year, month or day that `value` names: "2018-02" ->
/// 2018-02-01, 2018-02-28.
Result<std::pair<Day, Day>> read_period(const Parameter& parameter, std::string_view value);

/// Reads "province,year". "none" gives an empty list.
Result<std::vector<FieldId>> read_field_list(const Parameter& parameter, std::string_view value);

}  // namespace tracuu
