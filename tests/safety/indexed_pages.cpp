#include "tests/safety/indexed_pages.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>

namespace tracuu {
namespace {

namespace fs = std::filesystem;

}  // namespace

std::size_t rounds(std::size_t few, std::size_t many) {
  return std::getenv("TRACUU_LONG") == nullptr ? few : many;
}

IndexedPages::IndexedPages() {
  std::vector<fs::path> pages;
  for (const auto& entry : fs::directory_iterator(TRACUU_SOURCE_DIR "/corpus/articles/tuned")) {
    if (entry.path().extension() == ".txt") {
      pages.push_back(entry.path());
    }
  }
  std::sort(pages.begin(), pages.end());
  for (const auto& [folder, count] : {std::pair(few(), kFew), std::pair(more(), kMore)}) {
    fs::create_directory(folder);
    for (std::size_t i = 0; i < count; ++i) {
      fs::copy_file(pages.at(i), folder / pages[i].filename());
    }
  }
  const ProgramEnd end =
      indexer({"build", "--quiet", "--index", (folder() / "base").string(), few().string()});
  EXPECT_EQ(end.code, 0) << end.errors;
  reset();
}

void IndexedPages::reset() const {
  fs::remove_all(index());
  fs::copy(folder() / "base", index(), fs::copy_options::recursive);
}

ProgramEnd IndexedPages::indexer(std::vector<std::string> arguments,
                                 const ProgramSetting& setting) const {
  arguments.insert(arguments.begin(), TRACUU_INDEXER);
  return run_to_end(arguments, setting);
}

ProgramEnd IndexedPages::write(const std::string& command, const ProgramSetting& setting) const {
  return indexer({command, "--quiet", "--index", index().string(), more().string()}, setting);
}

std::size_t IndexedPages::articles() const {
  const ProgramEnd checked = indexer({"check", "--index", index().string()});
  EXPECT_EQ(checked.code, 0) << checked.output << checked.errors;
  const ProgramEnd stats = indexer({"stats", "--index", index().string()});
  EXPECT_EQ(stats.code, 0) << stats.errors;
  return stats.code == 0 ? nlohmann::json::parse(stats.output)["articles"].get<std::size_t>() : 0;
}

std::vector<std::string> IndexedPages::leftovers() const {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(index())) {
    const std::string name = entry.path().filename().string();
    if (name != "CURRENT" && name != ".lock" && !name.starts_with("gen-")) {
      names.push_back(name);
    }
  }
  return names;
}

}  // namespace tracuu
