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
  std::uint32_t before = 0;
  for (const std::uint32_t docid : docids) {
    writer.unsigned_integer(docid - before);
    before = docid;
  }
  return writer.take();
}

std::optional<std::vector<std::uint32_t>> unpack_docids(std::string_view bytes) {
  ByteReader reader(bytes);
  std::vector<std::uint32_t> docids(reader.count());
  std::uint64_t before = 0;
  for (std::uint32_t& docid : docids) {
    const std::uint64_t step = reader.unsigned_integer();
    before += step;
    if (step == 0 || before > 0xFFFF'FFFF) {
      return std::nullopt;
    }
    docid = static_cast<std::uint32_t>(before);
  }
  return reader.failed() || !reader.at_end() ? std::nullopt : std::optional(std::move(docids));
}

}  // namespace tracuu
