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

constexpr std::string_view kPages = "/page/";
constexpr std::size_t kHashSize = 16;

std::string hash_of(std::string_view bytes) {
  char hex[24];
  std::snprintf(hex, sizeof hex, "%016llx",
                static_cast<unsigned long long>(XXH3_64bits(bytes.data(), bytes.size())));
  return hex;
}

struct EmbeddedFile {
  std::string_view path;
  std::string_view content_type;
  std::string_view bytes;
  std::string etag = '"' + hash_of(bytes) + '"';
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

/// Returns the hash over all files of the pages.
const std::string& pages_hash() {
  static const std::string hash = [] {
    std::string tags;
    for (const EmbeddedFile& file : files()) {
      tags += file.path.starts_with(kPages) ? file.etag : "";
    }
    return hash_of(tags);
  }();
  return hash;
}

/// Returns "/page/dom.js" for "/page/0123456789abcdef/dom.js", or "" where no hash stands there.
std::string unversioned(std::string_view path) {
  const std::string_view rest = path.starts_with(kPages) ? path.substr(kPages.size()) : "";
  const auto is_hash = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  if (rest.size() <= kHashSize || rest[kHashSize] != '/' ||
      !std::ranges::all_of(rest.substr(0, kHashSize), is_hash)) {
    return "";
  }
  return std::string(kPages) + std::string(rest.substr(kHashSize + 1));
}

}  // namespace

std::span<const Asset> assets() {
  static const std::vector<Asset> all = make_assets();
  return all;
}

const Asset* asset_at(std::string_view path) {
  const auto found =
      std::ranges::find_if(assets(), [&](const Asset& asset) { return asset.path == path; });
  if (found != assets().end()) {
    return &*found;
  }
  const std::string plain = unversioned(path);
  return plain.empty() ? nullptr : asset_at(plain);
}

std::string versioned(std::string_view path) {
  return std::string(kPages) + pages_hash() + '/' + std::string(path.substr(kPages.size()));
}

bool is_lasting(std::string_view path) {
  return path.starts_with(kPages) && path.substr(kPages.size()).starts_with(pages_hash() + "/");
}

}  // namespace tracuu
