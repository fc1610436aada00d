#pragma once

#include <string>
#include <vector>

#include "indexer/source/source.h"

namespace tracuu {

/// Measures on one core, over `inputs` again and again for about a second each: the whole reading
/// of pages (decoding, parsing, extraction, linking), and two baselines over the same text: one
/// spelling and tokens alone, which is the least that any extractor must do, and one std::regex for
/// numbers and dates. Returns the table, in MB of page text a second.
std::string speed_table(const std::vector<RawInput>& inputs);

}  // namespace tracuu
