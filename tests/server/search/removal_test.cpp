#include "server/search/removal.h"

#include <gtest/gtest.h>

#include "server/search/searcher.h"
#include "tests/server/query/url_parameters.h"
#include "tests/server/search/sample_index.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

std::vector<Article> articles() {
  std::vector<Article> all;
  const auto add = [&](const char* id, const char* day, const char* province, const char* number) {
    all.push_back(plain_article(id, "Tin", "nội dung", day));
    all.back().about = {province};
    cite(all.back(), number);
  };
  add("1", "2012-05-01", "Cà Mau", "36-NQ/TW");
  add("2", "2014-05-01", "Cà Mau", "36-NQ/TW");
  add("3", "", "Cà Mau", "36-NQ/TW");
  add("4", "2014-06-01", "Nghệ An", "36-NQ/TW");
  add("5", "2014-07-01", "Cà Mau", "17/NQ-CP");
  return all;
}

std::string described(const std::vector<RemovedBy>& removed_by) {
  std::string out;
  for (const RemovedBy& removed : removed_by) {
    out.append(out.empty() ? "" : ", ");
    out.append(removed.field ? field(*removed.field).name : "dates");
    out.append(1, ' ').append(std::to_string(removed.count));
    out.append(1, ' ').append(std::to_string(removed.undated));
  }
  return out;
}

TEST(Removal, TellsWhatEachFilterKeepsOut) {
  const SampleIndex index(articles());
  const Searcher searcher = std::move(*Searcher::open(index.path()));
  for (const TableRow& row : read_table("removals.tsv")) {
    const SearchRequest request = *parse_search_request(parameters_of(row[0]));
    const auto result = searcher.search(request, Deadline::in(std::chrono::minutes(1)));
    ASSERT_TRUE(result) << row;
    EXPECT_EQ(described(result->removed_by), row[1]) << row;
    for (const RemovedBy& removed : result->removed_by) {
      SearchRequest rest = request;
      if (removed.field) {
        std::erase_if(rest.filters,
                      [&](const Filter& filter) { return filter.field == *removed.field; });
      } else {
        rest.from.reset();
        rest.to.reset();
      }
      EXPECT_EQ(searcher.search(rest, Deadline::in(std::chrono::minutes(1)))->total, removed.count)
          << row;
    }
  }
}

}  // namespace
}  // namespace tracuu
