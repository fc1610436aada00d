#include "server/search/databases.h"

#include "common/index/segments.h"

namespace tracuu {

Databases::Databases(const std::filesystem::path& generation) {
  for (const std::filesystem::path& segment : segments_of(generation)) {
    segments_.emplace_back(segment.string());
  }
}

std::string Databases::metadata(const std::string& key) const {
  return segments_.back().get_metadata(key);
}

std::optional<std::vector<Xapian::docid>> Databases::removed() const {
  return segments_.size() == 1 ? std::optional<std::vector<Xapian::docid>>(std::in_place)
                               : unpack_docids(metadata(kRemovedKey));
}

}  // namespace tracuu
