#include "common/index/schema.h"

#include <xxhash.h>

#include <algorithm>
#include <cstdio>

#include "common/entity/official.h"
#include "common/index/bytes.h"
#include "common/text/normalize.h"
#include "common/text/utf8.h"

namespace tracuu {
namespace {

constexpr std::size_t kLongestTerm = 245;
constexpr std::size_t kHashDigits = 16;

constexpr bool rows_are_in_order() {
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    if (static_cast<std::size_t>(kFields[i].id) != i) {
      return false;
    }
  }
  return true;
}
static_assert(rows_are_in_order(), "field() indexes kFields by FieldId");

}  // namespace

std::optional<FieldId> field_named(std::string_view name) {
  const auto row = std::find_if(kFields.begin(), kFields.end(),
                                [&](const Field& candidate) { return candidate.name == name; });
  return row == kFields.end() ? std::nullopt : std::optional(row->id);
}

std::string term_of(std::string_view prefix, std::string_view value) {
  std::string term(prefix);
  // A zero byte counts twice towards Xapian's limit.
  const auto zeros = static_cast<std::size_t>(std::count(value.begin(), value.end(), '\0'));
  if (prefix.size() + value.size() + zeros <= kLongestTerm) {
    return term.append(value);
  }
  char hash[kHashDigits + 1];
  std::snprintf(hash, sizeof hash, "%016llx",
                static_cast<unsigned long long>(XXH3_64bits(value.data(), value.size())));
  const std::size_t room = kLongestTerm - prefix.size() - kHashDigits;
  return term.append(clip_utf8(value, zeros == 0 ? room : room / 2)).append(hash);
}

std::string filter_term(FieldId id, std::string_view value) {
  const Field& row = field(id);
  if (id == FieldId::kOfficial) {
    return term_of(row.term_prefix, official_key(normalized(value)));
  }
  return term_of(row.term_prefix, value);
}

std::string pack_values(std::span<const std::string> values) {
  ByteWriter out;
  for (const std::string& value : values) {
    out.text(value);
  }
  return out.take();
}

std::vector<std::string_view> unpack_values(std::string_view packed) {
  ByteReader in(packed);
  std::vector<std::string_view> values;
  while (!in.at_end()) {
    const std::string_view value = in.text();
    if (in.failed()) {
      break;
    }
    values.push_back(value);
  }
  return values;
}

std::string pack_day(Day day) {
  const auto number = static_cast<std::uint32_t>(day_number(day) - day_number(kFirstDay));
  std::string packed;
  for (int shift = 24; shift >= 0; shift -= 8) {
    packed += static_cast<char>(number >> shift);
  }
  return packed;
}

std::uint32_t first_docid_of(Day day) {
  return 1 + static_cast<std::uint32_t>(day_number(kLastDay) - day_number(day)) * kSlotsPerDay;
}

std::uint32_t first_undated_docid() {
  return first_docid_of(kFirstDay) + kSlotsPerDay;
}

DocidRange docids_between(Day from, Day to) {
  const Day first = std::max(from, kFirstDay);
  const Day last = std::min(to, kLastDay);
  if (first > last) {
    return {1, 0};
  }
  return {first_docid_of(last), first_docid_of(first) + kSlotsPerDay - 1};
}

}  // namespace tracuu
