#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/index/completion_table.h"
#include "server/search/columns.h"

namespace tracuu {

/// The values of one facet field as suggestions, the commonest first. A document is found by its
/// number glued or loose, with its type in front or behind ("36 nq", "nq36", "36-nq/tw", "nghị
/// quyết số 36"); a province by its names and abbreviations ("tphcm", "brvt"). In memory: some 100
/// bytes a document, 40 an official. Thread-safe.
class ValueCompletions {
 public:
  ValueCompletions() = default;
  ValueCompletions(FieldId field, const Columns& columns);
  ValueCompletions(ValueCompletions&&) = default;
  ValueCompletions& operator=(ValueCompletions&&) = default;

  const CompletionTable& table() const { return table_; }
  ValueNumber value(std::uint32_t entry) const { return entries_[entry].value; }
  /// Returns how many articles have the value of an entry.
  std::uint32_t count(std::uint32_t entry) const { return entries_[entry].count; }

  /// Bytes in memory.
  std::size_t bytes() const { return bytes_.capacity() + entries_.capacity() * sizeof(Entry); }

 private:
  struct Entry {
    ValueNumber value = 0;
    std::uint32_t count = 0;
  };

  std::string bytes_;  ///< of table_
  CompletionTable table_;
  std::vector<Entry> entries_;
};

}  // namespace tracuu
