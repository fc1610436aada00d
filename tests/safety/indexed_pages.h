#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "tests/safety/program.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {

/// Returns `few`, or `many` when TRACUU_LONG is set: how often to try to break it.
std::size_t rounds(std::size_t few, std::size_t many);

/// Some pages of the corpus, more of them, and an index of the first, to be broken.
class IndexedPages {
 public:
  static constexpr std::size_t kFew = 12;
  static constexpr std::size_t kMore = 20;

  IndexedPages();

  std::filesystem::path folder() const { return directory_.path(); }
  std::filesystem::path index() const { return directory_.path() / "index"; }
  std::filesystem::path few() const { return directory_.path() / "few"; }
  std::filesystem::path more() const { return directory_.path() / "more"; }

  /// Makes `index()` anew, with the few pages in it.
  void reset() const;
  /// Runs the real indexer.
  ProgramEnd indexer(std::vector<std::string> arguments, const ProgramSetting& setting = {}) const;
  /// Runs `command` ("build", "update") over all pages.
  ProgramEnd write(const std::string& command, const ProgramSetting& setting = {}) const;
  /// Returns how many articles the index has; fails the test when it does not check whole.
  std::size_t articles() const;
  /// Returns what lies in the index directory and is no published generation, CURRENT or lock.
  std::vector<std::string> leftovers() const;

 private:
  TemporaryDirectory directory_;
};

}  // namespace tracuu
