#include "server/api/ndjson_view.h"

#include "server/api/hit_json.h"
#include "server/api/json_pieces.h"
#include "server/query/list_parameters.h"

namespace tracuu {

ExportSummary summarize(const SearchRequest& request, const SearchResult& result, std::size_t rows,
                        std::string_view path) {
  ExportSummary summary;
  summary.rows = rows;
  summary.found = request.collapse ? result.total_groups : result.total;
  summary.complete = rows == summary.found;
  const std::size_t end = request.offset + rows;
  if (rows > 0 && end < summary.found && end <= kLargestExportOffset) {
    SearchRequest following = request;
    following.offset = end;
    summary.next = std::string(path) + '?' + to_url_query(following, kExportParameters);
  }
  return summary;
}

std::string ndjson_line(const Hit& hit, Highlight highlight) {
  JsonWriter json;
  write_hit(hit, highlight, json);
  return json.take() + '\n';
}

std::string ndjson_end(const ExportSummary& summary, const IndexInfo& index) {
  return dump({{"export",
                {{"rows", summary.rows},
                 {"total", summary.found},
                 {"complete", summary.complete},
                 {"next", text_or_null(summary.next)},
                 {"index", index_of(index)}}}}) +
         '\n';
}

}  // namespace tracuu
