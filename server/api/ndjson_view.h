#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "server/query/search_request.h"
#include "server/query/search_result.h"

namespace tracuu {

/// What an export says of itself.
struct ExportSummary {
  std::size_t rows = 0;     ///< in this file
  std::uint64_t found = 0;  ///< that the question has: articles, or texts when collapsed
  std::string next;         ///< address of the file that goes on, or ""
  bool complete = false;    ///< nothing that was found is missing, before or behind

  bool operator==(const ExportSummary&) const = default;
};

/// Tells what the export `request` of a search that found `result` holds; its next part is at
/// `path`.
ExportSummary summarize(const SearchRequest& request, const SearchResult& result, std::size_t rows,
                        std::string_view path);

/// Returns one article as a line: what a hit of a search is.
std::string ndjson_line(const Hit& hit, Highlight highlight);

/// Returns the last line, by which a reader knows that the file is whole:
///
///     {"export":{"rows":2,"total":2,"complete":true,"next":null,"index":{...}}}
std::string ndjson_end(const ExportSummary& summary, const IndexInfo& index);

}  // namespace tracuu
