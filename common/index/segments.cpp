#include "common/index/segments.h"

#include "common/index/bytes.h"

namespace tracuu {

namespace fs = std::filesystem;

std::vector<fs::path> segments_of(const fs::path& directory) {
  std::vector<fs::path> segments{directory};
  if (fs::path delta = directory / kDeltaFolder; fs::is_directory(delta)) {
    segments.push_back(std::move(delta));
  }
  return segments;
}

std::string pack_docids(std::span<const std::uint32_t> docids) {
  ByteWriter writer;
  writer.unsigned_integer(docids.size());
  return writer.take() + pack_ascending(docids);
}

std::optional<std::vector<std::uint32_t>> unpack_docids(std::string_view bytes) {
  ByteReader reader(bytes);
  const std::size_t count = reader.count();
  auto docids = unpack_ascending(reader.rest());
  const bool is_sound = !reader.failed() && docids && docids->size() == count &&
                        (docids->empty() || docids->front() > 0);
  return is_sound ? std::move(docids) : std::nullopt;
}

}  // namespace tracuu
