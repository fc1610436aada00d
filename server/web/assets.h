#pragma once

#include <string_view>

namespace tracuu {

/// A file of the search page, embedded in the program.
struct Asset {
  std::string_view path;  ///< "/", "/app.js"
  std::string_view content_type;
  std::string_view bytes;
  std::string_view etag;  ///< of the bytes, quoted
};

/// Returns the asset served at `path`, or nullptr. Thread-safe.
const Asset* asset_at(std::string_view path);

}  // namespace tracuu
