#pragma once

#include <filesystem>
#include <vector>

#include "tests/benchmark/relevance/judged_query.h"

namespace tracuu {

/// Reads `queries.jsonl` ({"id", "text"} a line) and `qrels.tsv` (query id, article id, relevance
/// over 0) of a folder, and asks every question four times: as it is, without marks, with every
/// second and with every third syllable unmarked. Questions without a relevant article are left
/// out. Throws std::runtime_error naming the file that cannot be read.
std::vector<JudgedQuery> read_judged_folder(const std::filesystem::path& folder);

}  // namespace tracuu
