#include "server/web/script_graph.h"

#include <algorithm>
#include <string>

#include "server/web/assets.h"

namespace tracuu {
namespace {

constexpr std::string_view kImport = "from './";

/// Returns the addresses that `script` imports from its own folder.
std::vector<std::string> imports_of(std::string_view script) {
  std::vector<std::string> imports;
  for (std::size_t at = script.find(kImport); at != script.npos; at = script.find(kImport, at)) {
    at += kImport.size();
    imports.push_back("/page/" + std::string(script.substr(at, script.find('\'', at) - at)));
  }
  return imports;
}

}  // namespace

std::vector<std::string_view> scripts_of(std::string_view address) {
  std::vector<std::string_view> found;
  if (const Asset* first = asset_at(address)) {
    found.push_back(first->path);
  }
  for (std::size_t done = 0; done < found.size(); ++done) {
    for (const std::string& import : imports_of(asset_at(found[done])->bytes)) {
      const Asset* asset = asset_at(import);
      if (asset != nullptr && std::ranges::find(found, asset->path) == found.end()) {
        found.push_back(asset->path);
      }
    }
  }
  return found;
}

}  // namespace tracuu
