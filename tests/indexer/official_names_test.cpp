#include "indexer/official_names.h"

#include <gtest/gtest.h>

#include "tests/support/table.h"

namespace tracuu {
namespace {

Article naming(std::string_view name) {
  Article article;
  article.entities.officials.push_back({.span = {}, .name = std::string(name), .posts = {}});
  return article;
}

std::vector<std::string> parts_of(std::string_view names) {
  std::vector<std::string> parts;
  while (!names.empty()) {
    const std::size_t end = names.find("; ");
    parts.emplace_back(names.substr(0, end));
    names = end == std::string_view::npos ? std::string_view() : names.substr(end + 2);
  }
  return parts;
}

TEST(OfficialNames, FollowTheTable) {
  for (const TableRow& row : read_table("official_names.tsv")) {
    OfficialNames names;
    for (const std::string& name : parts_of(row[0])) {
      names.see(naming(name));
    }
    names.settle();
    Article article = naming(row[1]);
    names.complete(article);
    EXPECT_EQ(article.entities.officials[0].name, row[2]) << row;
  }
}

TEST(OfficialNames, ASpellingOfTheIndexStays) {
  OfficialNames names;
  names.see(naming("Nguyễn Thị Hoà"));
  ASSERT_EQ(names.names(), std::vector<std::string>{"Nguyễn Thị Hoà"});
  names.fix("Nguyễn Thị Hòa");
  names.settle();
  Article article = naming("Nguyễn Thị Hoà");
  names.complete(article);
  EXPECT_EQ(article.entities.officials[0].name, "Nguyễn Thị Hòa");
}

}  // namespace
}  // namespace tracuu
