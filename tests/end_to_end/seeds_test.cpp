// Real captures that lie beside a checkout, when they do; their text is not part of the project.

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "tests/support/server_process.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

using Json = nlohmann::json;

/// Returns what was extracted from the captures, by the first three digits of the file's name.
std::map<std::string, Json> extract(const std::filesystem::path& folder) {
  std::string output;
  EXPECT_EQ(run_program({TRACUU_INDEXER, "extract", folder.string()}, output), 0);
  std::map<std::string, Json> articles;
  std::istringstream lines(output);
  for (std::string line; std::getline(lines, line);) {
    const Json article = Json::parse(line);
    articles[article["doc"].get<std::string>().substr(0, 3)] = article;
  }
  return articles;
}

std::string joined(const Json& entities, std::initializer_list<const char*> keys) {
  std::set<std::string> all;
  for (const Json& entity : entities) {
    std::string text;
    for (const char* key : keys) {
      const std::string value = entity.is_string() ? entity : entity[key];
      text += (text.empty() || value.empty() ? "" : "|") + value;
    }
    all.insert(text);
  }
  std::string out;
  for (const std::string& text : all) {
    out += (out.empty() ? "" : "; ") + text;
  }
  return out;
}

TEST(Seeds, ComeOutRight) {
  const std::filesystem::path folder = TRACUU_SOURCE_DIR "/../shared/seeds";
  if (!std::filesystem::is_directory(folder)) {
    GTEST_SKIP() << "no captures beside this checkout";
  }
  const std::map<std::string, Json> articles = extract(folder);
  for (const TableRow& row : read_table("seeds.tsv")) {
    SCOPED_TRACE(::testing::Message() << row);
    ASSERT_TRUE(articles.contains(std::string(row[0]))) << row[0];
    const Json& article = articles.at(std::string(row[0]));
    const std::string field(row[1]);
    std::string value;
    if (field == "documents") {
      value = joined(article[field], {"number", "date"});
    } else if (field == "dates") {
      value = joined(article[field], {"iso"});
    } else if (field == "officials") {
      value = joined(article[field], {"name", "position", "organisation"});
    } else if (field == "provinces") {
      value = joined(article[field], {""});
    } else {
      value = article[field].is_null() ? "" : article[field].get<std::string>();
    }
    EXPECT_EQ(value, row[2]);
  }
}

}  // namespace
}  // namespace tracuu
