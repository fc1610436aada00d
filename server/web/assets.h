#pragma once

#include <span>
#include <string_view>

namespace tracuu {

/// A file of the pages or of the embedded search box, embedded in the program.
struct Asset {
  std::string_view path;  ///< "/page/app.js", "/style.css", "/embed/search-box.js"
  std::string_view content_type;
  std::string_view bytes;
  std::string_view etag;  ///< of the bytes, quoted
};

/// Returns all of them. Thread-safe.
std::span<const Asset> assets();

/// Returns the asset served at `path`, or nullptr. Thread-safe.
const Asset* asset_at(std::string_view path);

}  // namespace tracuu
