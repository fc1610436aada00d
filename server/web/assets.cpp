#include "server/web/assets.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

// NOLINTBEGIN(readability-identifier-naming): names of linker symbols, see tracuu_embed()
extern "C" {
extern const char tracuu_index_html_begin[];
extern const char tracuu_index_html_end[];
extern const char tracuu_app_js_begin[];
extern const char tracuu_app_js_end[];
extern const char tracuu_style_css_begin[];
extern const char tracuu_style_css_end[];
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

const std::array<EmbeddedFile, 3>& files() {
  static const std::array<EmbeddedFile, 3> embedded{{
      {"/", "text/html; charset=utf-8", {tracuu_index_html_begin, tracuu_index_html_end}},
      {"/app.js", "text/javascript; charset=utf-8", {tracuu_app_js_begin, tracuu_app_js_end}},
      {"/style.css", "text/css; charset=utf-8", {tracuu_style_css_begin, tracuu_style_css_end}},
  }};
  return embedded;
}

}  // namespace

const Asset* asset_at(std::string_view path) {
  static const auto assets = [] {
    std::array<Asset, 3> made{};
    std::transform(files().begin(), files().end(), made.begin(), [](const EmbeddedFile& file) {
      return Asset{file.path, file.content_type, file.bytes, file.etag};
    });
    return made;
  }();
  const auto found = std::find_if(assets.begin(), assets.end(),
                                  [&](const Asset& asset) { return asset.path == path; });
  return found == assets.end() ? nullptr : &*found;
}

}  // namespace tracuu
