#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "common/index/generation.h"
#include "indexer/index_update.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {

/// Returns the ids of all articles of the current generation of `index`.
inline std::set<std::string> stored_ids(const std::filesystem::path& index) {
  const TemporaryDirectory nowhere;
  const IndexUpdate stored(current_generation(index)->path, nowhere.path());
  std::set<std::string> ids;
  for (const std::uint32_t docid : stored.docids()) {
    ids.insert(stored.load(docid).id);
  }
  return ids;
}

}  // namespace tracuu
