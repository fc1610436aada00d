#include "server/query/parameter_values.h"

#include <algorithm>
#include <charconv>
#include <system_error>

#include "common/entity/gazetteer/gazetteer.h"
#include "common/entity/province.h"
#include "common/text/normalize.h"
#include "common/text/syllable.h"
#include "common/text/tokens.h"
#include "common/text/utf8.h"
#include "server/query/nearest.h"
#include "server/query/typed_document.h"

namespace tracuu {
namespace {

constexpr std::size_t kLongestEcho = 60;  ///< bytes of a value that an error repeats
constexpr std::size_t kMostSuggested = 3;

/// Makes fit for an error what may be long or ill-formed.
std::string shown(std::string_view text) {
  const std::string valid = replace_invalid_utf8(text.substr(0, 4 * kLongestEcho));
  std::string clipped(clip_utf8(valid, kLongestEcho));
  return clipped.size() < valid.size() ? clipped + "…" : clipped;
}

/// Writes "a, b or c".
std::string listed(std::span<const std::string_view> items, std::string_view last) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    out.append(i == 0 ? "" : i + 1 == items.size() ? last : ", ").append(items[i]);
  }
  return out;
}

/// Says what may be used, and which of it `typed` may be a slip for.
Reason use_one_of(std::span<const std::string_view> names, std::string_view typed) {
  Reason reason{"use " + listed(names, " or "), "dùng " + listed(names, " hoặc ")};
  for (const std::string& name : nearest(typed, names, 1)) {
    reason.en += " (did you mean '" + name + "'?)";
    reason.vi += " (có phải '" + name + "'?)";
  }
  return reason;
}

Result<std::string> read_province(std::string_view value) {
  if (const Province* const unit = province_with_code(value)) {
    return unit->name;
  }
  std::string name = parse_province(value);
  if (!name.empty()) {
    return name;
  }
  std::vector<std::string_view> names;
  names.reserve(provinces().size());
  for (const Province& province : provinces()) {
    names.push_back(province.name);
  }
  std::string list;
  for (const std::string& candidate : nearest(value, names, kMostSuggested)) {
    list.append(list.empty() ? "" : ", ").append(candidate);
  }
  const bool none = list.empty();
  return parameter_error(
      "province",
      {none ? "no such province, see /api/v1/provinces" : "no such province, nearest are " + list,
       none ? "không có địa phương này, xem /api/v1/provinces"
            : "không có địa phương này, gần nhất là " + list},
      value);
}

std::string read_document(const std::string& value) {
  const auto number = read_document_number(value);
  return number ? to_canonical(*number) : value;
}

bool reads_as(std::string_view typed_folded, std::string_view name) {
  return typed_folded == fold(name);
}

/// "36-nq/tw @ 2014-07-01" as "36-NQ/TW@2014-07-01".
std::string read_identity(const std::string& value) {
  const std::size_t at = value.find('@');
  std::string identity = read_document(trimmed(value.substr(0, at)));
  for (std::size_t begin = at; begin != std::string::npos;) {
    const std::size_t next = value.find('@', begin + 1);
    const std::string part = trimmed(value.substr(begin + 1, next - begin - 1));
    const std::string province = parse_province(part);
    identity.append(1, '@').append(province.empty() ? part : province);
    begin = next;
  }
  return identity;
}

std::string read_type(const std::string& value) {
  const std::string folded = fold(value);
  for (const DocumentType& type : document_types()) {
    const auto matches = [&](const std::string& name) { return reads_as(folded, name); };
    if (matches(type.name) || matches(type.code) ||
        std::any_of(type.aliases.begin(), type.aliases.end(), matches)) {
      return type.name;
    }
  }
  return value;
}

std::string joined_keys(std::string_view text) {
  std::string keys;
  for (const Token& token : tokenize(text)) {
    keys.append(token.key).append(1, ' ');
  }
  return keys;
}

std::string read_issuer(const std::string& value) {
  const std::string keys = joined_keys(value);
  const std::string folded = fold(value);
  // Marks first: TƯ is the Central Committee, TU a province's.
  for (const Issuer& issuer : issuers()) {
    for (const std::string& alias : issuer.aliases) {
      if (joined_keys(alias) == keys) {
        return issuer.code;
      }
    }
  }
  for (const Issuer& issuer : issuers()) {
    if (reads_as(folded, issuer.code) || reads_as(folded, issuer.name)) {
      return issuer.code;
    }
  }
  return value;
}

Result<std::string> read_date_value(FieldId id, DatePrecision precision, const std::string& value) {
  const auto date = parse_iso(value);
  if (!date || date->precision != precision) {
    return parameter_error(
        field(id).name,
        id == FieldId::kYear ? Reason{"not a year, use YYYY", "không phải năm, viết YYYY"}
                             : Reason{"not a month, use YYYY-MM", "không phải tháng, viết YYYY-MM"},
        value);
  }
  return value;
}

}  // namespace

Error parameter_error(std::string_view name, const Reason& reason, std::string_view value) {
  Error error = parameter_error(name, reason);
  const std::string quoted = ": '" + shown(value) + "'";
  error.message += quoted;
  error.vietnamese += error.vietnamese.empty() ? "" : quoted;
  return error;
}

Error parameter_error(std::string_view name, const Reason& reason) {
  return {shown(name) + ": " + reason.en, reason.vi.empty() ? "" : shown(name) + ": " + reason.vi};
}

Reason longer_than(std::size_t most) {
  const std::string characters = std::to_string(most);
  return {"longer than " + characters + " characters", "dài quá " + characters + " ký tự"};
}

bool is_longer(std::string_view utf8, std::size_t most) {
  std::size_t offset = 0;
  for (std::size_t count = 0; count < most && offset < utf8.size(); ++count) {
    next_code_point(utf8, offset);
  }
  return offset < utf8.size();
}

std::string trimmed(std::string_view value) {
  std::string text = normalized(value);
  std::replace(text.begin(), text.end(), '\n', ' ');
  const auto begin = text.find_first_not_of(' ');
  return begin == std::string::npos ? ""
                                    : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

Result<std::string> read_field_value(FieldId id, std::string_view value) {
  std::string text = trimmed(value);
  if (text.empty()) {
    return parameter_error(field(id).name, Reason{"only blanks", "chỉ có khoảng trắng"}, value);
  }
  switch (id) {
    case FieldId::kProvince:
    case FieldId::kMentioned:
      return read_province(text);
    case FieldId::kDocument:
      return read_document(text);
    case FieldId::kIdentity:
      return read_identity(text);
    case FieldId::kType:
      return read_type(text);
    case FieldId::kIssuer:
      return read_issuer(text);
    case FieldId::kYear:
      return read_date_value(id, DatePrecision::kYear, text);
    case FieldId::kMonth:
      return read_date_value(id, DatePrecision::kMonth, text);
    case FieldId::kOfficial:
    case FieldId::kSource:
      return text;
  }
  return text;
}

Result<std::size_t> read_name(std::string_view name, std::string_view value,
                              std::span<const std::string_view> names) {
  const auto found = std::find(names.begin(), names.end(), value);
  if (found == names.end()) {
    return parameter_error(name, use_one_of(names, value), value);
  }
  return static_cast<std::size_t>(found - names.begin());
}

Result<std::size_t> read_choice(const Parameter& parameter, std::string_view value) {
  return read_name(parameter.name, value, choices_of(parameter));
}

Result<std::size_t> read_number(const Parameter& parameter, std::string_view value) {
  std::size_t number = 0;
  const auto [end, problem] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (problem != std::errc() || end != value.data() + value.size() || number < parameter.least ||
      number > parameter.most) {
    const std::string least = std::to_string(parameter.least);
    const std::string most = std::to_string(parameter.most);
    return parameter_error(parameter.name,
                           {"use a whole number from " + least + " to " + most,
                            "dùng số nguyên từ " + least + " đến " + most},
                           value);
  }
  return number;
}

Result<std::pair<Day, Day>> read_period(const Parameter& parameter, std::string_view value) {
  const auto date = parse_iso(value);
  if (date &&
      (date->precision == DatePrecision::kYear || date->precision == DatePrecision::kMonth ||
       date->precision == DatePrecision::kDay)) {
    if (const auto days = date->days()) {
      return *days;
    }
  }
  return parameter_error(parameter.name,
                         {"not a date, use YYYY, YYYY-MM or YYYY-MM-DD",
                          "không phải ngày, viết YYYY, YYYY-MM hoặc YYYY-MM-DD"},
                         value);
}

Result<std::vector<FieldId>> read_field_list(const Parameter& parameter, std::string_view value) {
  std::vector<FieldId> fields;
  if (value == "none") {
    return fields;
  }
  for (std::string_view rest = value; !rest.empty();) {
    const std::string_view name = rest.substr(0, rest.find(','));
    rest.remove_prefix(std::min(rest.size(), name.size() + 1));
    const auto id = field_named(name);
    if (!id) {
      std::vector<std::string_view> names;
      names.reserve(kFields.size() + 1);
      for (const Field& row : kFields) {
        names.push_back(row.name);
      }
      names.emplace_back("none");
      return parameter_error(parameter.name, use_one_of(names, name), name);
    }
    if (std::find(fields.begin(), fields.end(), *id) == fields.end()) {
      fields.push_back(*id);
    }
  }
  return fields;
}

}  // namespace tracuu
