#include "server/search/value_completions.h"

#include <algorithm>

#include "common/entity/document_number.h"
#include "common/entity/gazetteer/gazetteer.h"
#include "common/index/completion_builder.h"

namespace tracuu {
namespace {

void add_document(const ColumnValue& value, CompletionBuilder& table) {
  table.add(value.value);
  const auto number = parse_document_number(value.value);
  if (!number || number->number == 0 || number->type.empty()) {
    return;
  }
  if (value.label != value.value) {
    table.add_writing(value.label);
    const std::size_t type_end = value.label.find_first_of("0123456789");
    if (type_end != std::string::npos) {
      table.add_writing(std::string(value.label).insert(type_end, "số "));
    }
  }
  table.add_writing(number->type + ' ' + value.value);
  if (!number->issuer.empty()) {
    table.add_writing(number->type + ' ' + std::to_string(number->number) + number->suffix + '/' +
                      number->issuer);
  }
}

void add_province(const std::string& name, CompletionBuilder& table) {
  table.add(name);
  const Province* const province = province_named(name);
  if (province == nullptr) {
    return;
  }
  table.add_writing(province->kind + ' ' + name);
  for (const auto* aliases : {&province->aliases, &province->weak_aliases}) {
    for (const std::string& alias : *aliases) {
      table.add_writing(alias);
    }
  }
}

}  // namespace

ValueCompletions::ValueCompletions(FieldId id, const Columns& columns) {
  const ValueRange range = columns.range_of(id);
  entries_.reserve(range.size());
  for (ValueNumber value = range.begin; value < range.end; ++value) {
    entries_.push_back({value, columns.articles_with(value)});
  }
  // Values of one count stay in byte order, that of their numbers.
  std::stable_sort(entries_.begin(), entries_.end(),
                   [](Entry a, Entry b) { return a.count > b.count; });
  // Where a word ends is as it happens in numbers and abbreviations, but not in names of people.
  CompletionBuilder table(id == FieldId::kOfficial ? WordGap::kBlank : WordGap::kNothing);
  for (const Entry entry : entries_) {
    const ColumnValue& value = columns.value(entry.value);
    if (id == FieldId::kDocument) {
      add_document(value, table);
    } else if (id == FieldId::kProvince) {
      add_province(value.value, table);
    } else {
      table.add(value.value);
    }
  }
  bytes_ = table.take();
  bytes_.shrink_to_fit();
  table_ = CompletionTable::open(bytes_).value_or(CompletionTable());
}

}  // namespace tracuu
