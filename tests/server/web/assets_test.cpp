#include "server/web/assets.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "server/http/gzip.h"
#include "server/http/negotiation.h"
#include "server/web/script_graph.h"

namespace tracuu {
namespace {

std::size_t sent_bytes(std::string_view path) {
  const Asset* asset = asset_at(path);
  EXPECT_NE(asset, nullptr) << path;
  return asset == nullptr ? 0 : gzip(asset->bytes).size();
}

TEST(Assets, EveryOneHasItsOwnAddressTypeAndTag) {
  std::set<std::string_view> paths;
  for (const Asset& asset : assets()) {
    EXPECT_TRUE(paths.insert(asset.path).second) << asset.path;
    EXPECT_EQ(asset_at(asset.path), &asset);
    EXPECT_FALSE(asset.bytes.empty()) << asset.path;
    EXPECT_EQ(asset.etag.size(), 18U) << asset.path;
    EXPECT_TRUE(is_compressible(asset.content_type)) << asset.path;
  }
  EXPECT_EQ(asset_at("/page/"), nullptr);
  EXPECT_EQ(asset_at("/page/nothing.js"), nullptr);
}

TEST(Assets, VersionedAddressesLastAndOldOnesStillAnswer) {
  const std::string address = versioned("/page/dom.js");
  EXPECT_EQ(address.size(), std::string("/page/0123456789abcdef/dom.js").size());
  EXPECT_EQ(asset_at(address), asset_at("/page/dom.js"));
  EXPECT_TRUE(is_lasting(address));
  EXPECT_EQ(asset_at("/page/0123456789abcdef/dom.js"), asset_at("/page/dom.js"));
  EXPECT_FALSE(is_lasting("/page/0123456789abcdef/dom.js"));
  EXPECT_FALSE(is_lasting("/page/dom.js"));
  for (const char* path :
       {"/page/0123456789abcdeX/dom.js", "/page/0123456789abcdef", "/page/x/dom.js",
        "/page/0123456789abcdef/0123456789abcdef/none.js", "/dom.js", ""}) {
    EXPECT_EQ(asset_at(path), nullptr) << path;
  }
}

TEST(Assets, EveryImportOfAScriptIsServed) {
  for (const Asset& asset : assets()) {
    for (std::size_t at = asset.bytes.find("from './"); at != std::string_view::npos;
         at = asset.bytes.find("from './", at + 1)) {
      const std::size_t begin = at + 8;
      const std::string address =
          "/page/" + std::string(asset.bytes.substr(begin, asset.bytes.find('\'', begin) - begin));
      EXPECT_NE(asset_at(address), nullptr) << asset.path << " imports " << address;
    }
  }
}

TEST(Assets, ScriptsOfAPageAreNamedOnceAndReachEveryRoom) {
  const auto scripts = scripts_of("/page/search_page.js");
  ASSERT_FALSE(scripts.empty());
  EXPECT_EQ(scripts.front(), "/page/search_page.js");
  EXPECT_EQ(std::set(scripts.begin(), scripts.end()).size(), scripts.size());
  for (const char* room : {"/page/dom.js", "/page/tile_layout.js", "/page/texts_vi.js"}) {
    EXPECT_NE(std::ranges::find(scripts, room), scripts.end()) << room;
  }
  EXPECT_TRUE(scripts_of("/page/nothing.js").empty());
}

TEST(Assets, APageAndItsScriptsAreLight) {
  for (const char* page : {"search", "article", "document", "official"}) {
    std::size_t bytes = sent_bytes("/page/style.css") + sent_bytes("/page/icon.svg");
    for (const std::string_view script : scripts_of("/page/" + std::string(page) + "_page.js")) {
      bytes += sent_bytes(script);
    }
    EXPECT_LT(bytes, 60'000U) << page;
    RecordProperty(page, static_cast<int>(bytes));
  }
  EXPECT_LT(sent_bytes("/embed/search-box.js"), 10'000U);
}

TEST(Assets, NothingIsLoadedFromElsewhereAndNoTextBecomesMarkup) {
  for (const Asset& asset : assets()) {
    for (const char* word :
         {"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function",
          "@import", "url(", "srcdoc", " style=\"", "onclick=\"", "<style", "DOMParser"}) {
      EXPECT_EQ(asset.bytes.find(word), std::string_view::npos) << asset.path << ": " << word;
    }
    for (const char* tag : {"src=\"http", "<link rel=\"stylesheet\" href=\"http", "from 'http",
                            "import('http", "fetch('http"}) {
      const bool is_shown_as_text = asset.path == "/embed/demo" || asset.path.ends_with("-box.js");
      if (!is_shown_as_text) {
        EXPECT_EQ(asset.bytes.find(tag), std::string_view::npos) << asset.path << ": " << tag;
      }
    }
  }
}

}  // namespace
}  // namespace tracuu
