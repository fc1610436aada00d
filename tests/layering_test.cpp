// Reads every #include of the three source folders and fails on any that points upwards.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace tracuu {
namespace {

namespace fs = std::filesystem;

struct Include {
  std::string from;  ///< file, below the project
  int line = 0;
  std::string to;  ///< as written
};

std::vector<Include> includes_of_the_project() {
  std::vector<Include> includes;
  const fs::path root(TRACUU_SOURCE_DIR);
  for (const char* folder : {"common", "indexer", "server"}) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / folder)) {
      const std::string extension = entry.path().extension();
      if (extension != ".h" && extension != ".cpp") {
        continue;
      }
      std::ifstream in(entry.path());
      std::string text;
      for (int line = 1; std::getline(in, text); ++line) {
        if (text.starts_with("#include ")) {
          const auto begin = text.find_first_of("\"<") + 1;
          includes.push_back({fs::relative(entry.path(), root).string(), line,
                              text.substr(begin, text.find_first_of("\">", begin) - begin)});
        }
      }
    }
  }
  return includes;
}

std::string floor_of(const std::string& file) {
  static const std::vector<std::pair<std::string, std::string>> kByPath{
      {"common/result.h", "result"},
      {"common/text/", "text"},
      {"common/entity/", "entity"},
      {"common/index/", "index"},
      {"indexer/main.cpp", "indexer main"},
      {"indexer/pipeline", "pipeline"},
      {"indexer/article_reader", "pipeline"},
      {"indexer/extraction", "pipeline"},
      {"indexer/index_changes", "pipeline"},
      {"indexer/docid_placing", "pipeline"},
      {"indexer/report", "report"},
      {"indexer/progress_display", "report"},
      {"indexer/options", "indexer options"},
      {"indexer/", "indexer stage"},
      {"server/main.cpp", "server main"},
      {"server/route", "router"},
      {"server/options", "server options"},
      {"server/access/", "access"},
      {"server/logging", "logging"},
      {"server/metrics", "metrics"},
      {"server/http/", "http"},
      {"server/query/", "query"},
      {"server/search/", "search"},
      {"server/api/", "api"},
      {"server/web/", "web"}};
  for (const auto& [path, floor] : kByPath) {
    if (file.starts_with(path)) {
      return floor;
    }
  }
  return "unknown";
}

/// What a floor may include besides itself.
const std::map<std::string, std::set<std::string>>& allowed() {
  static const std::map<std::string, std::set<std::string>> kAllowed{
      {"result", {}},
      {"text", {"result"}},
      {"entity", {"result", "text"}},
      {"index", {"result", "text", "entity"}},
      {"indexer stage", {"result", "text", "entity", "index"}},
      // The summary of a run is stored with the index, so the conductor calls the report.
      {"pipeline", {"result", "text", "entity", "index", "indexer stage", "report"}},
      {"report", {"result", "text", "entity", "index", "indexer stage", "pipeline"}},
      {"indexer options", {"result"}},
      {"indexer main",
       {"result", "index", "indexer stage", "pipeline", "report", "indexer options"}},
      {"http", {"result"}},
      {"query", {"result", "text", "entity", "index"}},
      {"search", {"result", "text", "entity", "index", "query"}},
      {"api", {"result", "text", "entity", "index", "query"}},
      {"web", {"result", "text", "entity", "index", "query", "api"}},
      {"access", {"result", "query", "api", "http"}},
      {"server options", {"result", "http", "access"}},
      {"logging", {"http", "api"}},
      {"metrics", {"http", "query"}},
      {"router",
       {"result", "text", "entity", "index", "query", "search", "api", "web", "http", "logging",
        "metrics"}},
      {"server main",
       {"result", "http", "search", "access", "router", "server options", "logging"}},
  };
  return kAllowed;
}

TEST(Layering, NoIncludePointsUpwards) {
  const auto includes = includes_of_the_project();
  ASSERT_GT(includes.size(), 200U) << "the sources were not found";
  for (const Include& include : includes) {
    const std::string to = floor_of(include.to);
    const std::string from = floor_of(include.from);
    ASSERT_NE(from, "unknown") << include.from;
    if (to != "unknown" && to != from) {
      EXPECT_TRUE(allowed().at(from).contains(to))
          << include.from << ':' << include.line << " (" << from << ") includes " << include.to
          << " (" << to << ')';
    }
  }
}

struct Door {
  const char* library;  ///< how its includes start
  std::vector<std::string> rooms;
};

TEST(Layering, EachLibraryIsUsedBehindItsDoorOnly) {
  const std::vector<Door> doors{
      {"unicode/", {"common/text/"}},
      {"xapian",
       {"indexer/document_builder", "indexer/terms_builder", "indexer/index_",
        "indexer/published_index", "server/search/"}},
      {"boost/unordered", {"indexer/"}},
      {"boost/a", {"server/http/", "server/main.cpp"}},
      {"boost/b", {"server/http/"}},
      {"nlohmann/",
       {"server/api/", "indexer/source/json_line", "indexer/source/linked_article",
        "indexer/report"}},
      {"gumbo", {"indexer/source/html_"}},
      {"spdlog/", {"server/logging.cpp"}},
      {"openssl/", {"server/access/tokens.cpp"}},
      {"prometheus/", {"server/metrics"}},
      {"systemd/", {"server/main.cpp"}},
      {"CLI/", {"indexer/options.cpp", "server/options.cpp"}},
  };
  for (const Include& include : includes_of_the_project()) {
    for (const Door& door : doors) {
      if (!include.to.starts_with(door.library)) {
        continue;
      }
      bool behind_the_door = false;
      for (const std::string& room : door.rooms) {
        behind_the_door = behind_the_door || include.from.starts_with(room);
      }
      EXPECT_TRUE(behind_the_door)
          << include.from << ':' << include.line << " includes " << include.to;
    }
  }
}

TEST(Layering, NoRoomIsOverThreeHundredLines) {
  for (const char* folder : {"common", "indexer", "server"}) {
    for (const fs::directory_entry& entry :
         fs::recursive_directory_iterator(fs::path(TRACUU_SOURCE_DIR) / folder)) {
      const std::string extension = entry.path().extension();
      if (extension == ".h" || extension == ".cpp" || extension == ".js" || extension == ".css") {
        std::ifstream in(entry.path());
        std::string text;
        int count = 0;
        while (std::getline(in, text)) {
          ++count;
        }
        EXPECT_LE(count, 300) << entry.path();
      }
    }
  }
}

}  // namespace
}  // namespace tracuu
