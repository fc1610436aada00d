#include <memory>

#include "server/api/atom_view.h"
#include "server/api/csv_view.h"
#include "server/api/ndjson_view.h"
#include "server/http/answer.h"
#include "server/query/list_parameters.h"
#include "server/route.h"

namespace tracuu {
namespace {

/// Bytes after which a piece of an export is sent; at most one step of articles more.
constexpr std::size_t kPieceBytes = 65'536;
constexpr std::size_t kArticlesAtOnce = 16;

/// How one kind of export is written.
struct ExportForm {
  std::string_view path;
  std::string_view content_type;
  std::string_view extension;
  std::string (*begin)();
  std::string (*line)(const Hit& hit, const SearchRequest& request);
  std::string (*end)(const ExportSummary& summary, const IndexInfo& index);
};

/// One export while it is sent.
class Exporting {
 public:
  Exporting(const ExportForm& form, SearchRequest request, FoundArticles found,
            ExportSummary summary)
      : form_(form),
        request_(std::move(request)),
        found_(std::move(found)),
        summary_(std::move(summary)) {}

  std::string next(std::chrono::steady_clock::time_point deadline) {
    std::string piece;
    if (!begun_) {
      piece = form_.begin();
      begun_ = true;
    }
    while (!ended_ && piece.size() < kPieceBytes) {
      const std::vector<Hit> hits = found_.next(kArticlesAtOnce, Deadline(deadline));
      for (const Hit& hit : hits) {
        piece += form_.line(hit, request_);
      }
      if (hits.empty()) {
        piece += form_.end(summary_, found_.result().index);
        ended_ = true;
      }
    }
    return piece;
  }

 private:
  const ExportForm& form_;
  SearchRequest request_;
  FoundArticles found_;
  ExportSummary summary_;
  bool begun_ = false;
  bool ended_ = false;
};

/// Leaves out what only the answer of a search shows.
SearchRequest listing_of(SearchRequest request) {
  request.facets.clear();
  request.explain = false;
  return request;
}

/// A name that still says what the file holds when it lies in a folder: "tracuu-2026-11-22.csv",
/// "tracuu-2026-11-22-rows-1-100000-of-123456.csv".
std::string file_name(const ExportForm& form, const SearchRequest& request,
                      const ExportSummary& summary, const IndexInfo& index) {
  std::string name = "tracuu-" + index.built_at.substr(0, 10);
  if (!summary.complete) {
    name += "-rows-" + std::to_string(request.offset + (summary.rows > 0 ? 1 : 0)) + '-' +
            std::to_string(request.offset + summary.rows) + "-of-" + std::to_string(summary.found);
  }
  return name.append(form.extension);
}

HttpResponse answer_export(const Call& call, const ExportForm& form) {
  Result<SearchRequest> asked = parse_search_request(call.request.parameters, kExportParameters);
  if (!asked) {
    return bad_parameter(call, asked.error());
  }
  Result<FoundArticles> found = call.searcher.find(listing_of(*asked), call.deadline);
  if (!found) {
    return bad_parameter(call, found.error());
  }
  const ExportSummary summary = summarize(*asked, found->result(), found->size(), form.path);
  HttpResponse response;
  response.content_type = form.content_type;
  response.headers = {
      {"Content-Disposition",
       "attachment; filename=\"" + file_name(form, *asked, summary, found->result().index) + '"'},
      {"X-Total-Count", std::to_string(summary.found)},
      {"X-Row-Count", std::to_string(summary.rows)}};
  if (!summary.next.empty()) {
    response.headers.emplace_back("Link", '<' + summary.next + ">; rel=\"next\"");
  }
  const auto exporting =
      std::make_shared<Exporting>(form, std::move(*asked), std::move(*found), summary);
  response.pieces = [exporting](std::chrono::steady_clock::time_point deadline) {
    return exporting->next(deadline);
  };
  return response;
}

/// "2026-11-22T05:36:00Z" as a date of HTTP; "" when it is none.
std::string last_modified(const std::string& built_at) {
  const auto date = parse_iso(built_at.substr(0, 10));
  const auto day = date ? date->as_day() : std::nullopt;
  int hours = 0;
  int minutes = 0;
  int seconds = 0;
  constexpr std::size_t kTimeBegin = 11;
  if (!day || built_at.size() < kTimeBegin ||
      std::sscanf(built_at.c_str() + kTimeBegin, "%2d:%2d:%2dZ", &hours, &minutes, &seconds) != 3) {
    return "";
  }
  return http_date(std::chrono::sys_days(*day) + std::chrono::hours(hours) +
                   std::chrono::minutes(minutes) + std::chrono::seconds(seconds));
}

}  // namespace

HttpResponse answer_export_csv(const Call& call) {
  static constexpr ExportForm kCsv{
      "/api/v1/export.csv",
      "text/csv; charset=utf-8; header=present",
      ".csv",
      csv_header,
      [](const Hit& hit, const SearchRequest&) { return csv_line(hit); },
      [](const ExportSummary&, const IndexInfo&) { return std::string(); }};
  return answer_export(call, kCsv);
}

HttpResponse answer_export_ndjson(const Call& call) {
  static constexpr ExportForm kNdjson{"/api/v1/export.ndjson",
                                      "application/x-ndjson; charset=utf-8",
                                      ".ndjson",
                                      [] { return std::string(); },
                                      [](const Hit& hit, const SearchRequest& request) {
                                        return ndjson_line(hit, request.highlight);
                                      },
                                      ndjson_end};
  return answer_export(call, kNdjson);
}

HttpResponse answer_feed(const Call& call) {
  const Result<SearchRequest> asked =
      parse_search_request(call.request.parameters, kFeedParameters);
  if (!asked) {
    return bad_parameter(call, asked.error());
  }
  const Result<SearchResult> result = call.searcher.search(listing_of(*asked), call.deadline);
  if (!result) {
    return bad_parameter(call, result.error());
  }
  HttpResponse response;
  response.content_type = "application/atom+xml; charset=utf-8";
  if (const std::string built = last_modified(result->index.built_at); !built.empty()) {
    response.headers.emplace_back("Last-Modified", built);
  }
  response.body = atom_feed(*asked, *result, call.base);
  return response;
}

}  // namespace tracuu
