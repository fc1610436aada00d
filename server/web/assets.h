#pragma once

#include <span>
#include <string>
#include <string_view>

namespace tracuu {

/// A file of the pages or of the embedded search box, embedded in the program.
struct Asset {
  std::string_view path;  ///< "/page/dom.js", "/page/style.css", "/embed/search-box.js"
  std::string_view content_type;
  std::string_view bytes;
  std::string_view etag;  ///< of the bytes, quoted
};

/// Returns all of them. Thread-safe.
std::span<const Asset> assets();

/// Returns the asset served at `path`, or nullptr. A file of the pages is also served under any
/// versioned address: a page that was loaded before an upgrade must still find its scripts.
/// Thread-safe.
const Asset* asset_at(std::string_view path);

/// Returns the address of a file of the pages with the hash of all of them in it:
/// "/page/dom.js" -> "/page/0123456789abcdef/dom.js". Scripts import one another by relative
/// addresses, so that one versioned script makes all of them so. Thread-safe.
std::string versioned(std::string_view path);

/// Returns whether `path` is versioned() of what is served now: what is there never changes.
bool is_lasting(std::string_view path);

}  // namespace tracuu
