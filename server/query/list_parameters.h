#pragma once

#include <array>
#include <string_view>

#include "server/query/parameters.h"

namespace tracuu {

// The tables of the endpoints that answer the question of /api/v1/search in another form. They have
// all rows of kParameters, so that the address of a search becomes that of an export or a feed by
// changing its path; rows that mean nothing there (facets of an export) are read and do nothing.

/// The most articles of one export. Their ids and scores, not their texts, lie in memory.
inline constexpr std::size_t kLargestExport = 100'000;
inline constexpr std::size_t kLargestExportOffset = 100'000;

namespace list_parameters {

using Table = std::array<Parameter, kParameters.size()>;

constexpr Parameter& row_of(Table& table, std::string_view name) {
  std::size_t row = 0;
  while (table[row].name != name) {
    ++row;
  }
  return table[row];
}

constexpr Table of_exports() {
  Table table = kParameters;
  Parameter& limit = row_of(table, "limit");
  limit.default_value = "100000";
  limit.most = kLargestExport;
  limit.description_vi = "Số bài nhiều nhất trong tệp";
  limit.description_en = "The most articles in the file";
  limit.example = "5000";
  row_of(table, "offset").most = kLargestExportOffset;
  Parameter& collapse = row_of(table, "collapse");
  collapse.default_value = "0";
  collapse.description_vi =
      "0: mọi bài tìm thấy; 1: các bài đăng lại của nhau chỉ lấy một, như khi "
      "tìm";
  collapse.description_en = "0: every article found; 1: reprints of one text once, as in a search";
  collapse.example = "1";
  return table;
}

constexpr Table of_feeds() {
  Table table = kParameters;
  Parameter& sort = row_of(table, "sort");
  sort.default_value = "newest";
  sort.example = "relevance";
  Parameter& limit = row_of(table, "limit");
  limit.default_value = "20";
  limit.example = "50";
  return table;
}

}  // namespace list_parameters

/// All URL parameters of /api/v1/export.csv and /api/v1/export.ndjson. A file holds every article
/// found, reprints included, unless asked otherwise: its rows are what `total` of a search counts.
inline constexpr list_parameters::Table kExportParameters = list_parameters::of_exports();

/// All URL parameters of /api/v1/feed.atom: newest first, unless asked otherwise.
inline constexpr list_parameters::Table kFeedParameters = list_parameters::of_feeds();

}  // namespace tracuu
