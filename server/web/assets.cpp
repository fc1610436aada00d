#include "server/web/assets.h"

#include <xxhash.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

// asset_rows.inc is written by the build: one X(symbol, address, content type) for each file.

// NOLINTBEGIN(readability-identifier-naming): names of linker symbols, see tracuu_embed()
extern "C" {
#define X(symbol, address, content_type)       \
  extern const char tracuu_##symbol##_begin[]; \
  extern const char tracuu_##symbol##_end[];
#include "asset_rows.inc"
#undef X
}
// NOLINTEND(readability-identifier-naming)

namespace tracuu {
namespace {

std::string etag_of(std::string_view bytes) {
  char hex[24];
  std::snprintf(hex, sizeof hex, "\"%016llx\"",
                static_cast<unsigned long long>(XXH3_64bits(bytes.data(), bytes.size())));
  return hex;
}

struct EmbeddedFile {
  std::string_view path;
  std::string_view content_type;
  std::string_view bytes;
  std::string etag = etag_of(bytes);
};

const std::vector<EmbeddedFile>& files() {
  static const std::vector<EmbeddedFile> embedded{
#define X(symbol, address, content_type) \
  {address, content_type, {tracuu_##symbol##_begin, tracuu_##symbol##_end}},
#include "asset_rows.inc"
#undef X
  };
  return embedded;
}

std::vector<Asset> make_assets() {
  std::vector<Asset> made;
  for (const EmbeddedFile& file : files()) {
    made.push_back({file.path, file.content_type, file.bytes, file.etag});
  }
  return made;
}

}  // namespace

std::span<const Asset> assets() {
  static const std::vector<Asset> all = make_assets();
  return all;
}

const Asset* asset_at(std::string_view path) {
  const auto found =
      std::ranges::find_if(assets(), [&](const Asset& asset) { return asset.path == path; });
  return found == assets().end() ? nullptr : &*found;
}

}  // namespace tracuu
