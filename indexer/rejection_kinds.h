#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "indexer/source/source.h"

namespace tracuu {

/// Returns what kind of reason a rejection has: its sentence without the name of the file and the
/// value at its end, digits as N. "a.jsonl:7: not UTF-8 at byte 12" gives "not UTF-8 at byte N",
/// "id: another article of this run has it: 'x'" gives "id: another article of this run has it".
std::string kind_of(const Rejection& rejection);

/// Counts rejections by kind.
std::map<std::string, std::uint64_t> rejections_by_kind(const std::vector<Rejection>& rejections);

}  // namespace tracuu
