#include <algorithm>
#include <array>

#include "server/query/facet_request.h"
#include "server/query/list_parameters.h"
#include "server/query/nearest.h"
#include "server/query/page_request.h"
#include "server/query/similar_request.h"
#include "server/query/suggest_request.h"
#include "server/route.h"

namespace tracuu {
namespace {

constexpr std::array<Route, 19> kRoutes{{
    {{.path = "/api/v1/search",
      .name = "search",
      .parameters = kParameters,
      .description_vi =
          "Tìm bài: kết quả, số đếm theo mặt, biểu đồ tháng, câu hỏi được hiểu thế nào",
      .description_en = "Finds articles: hits, facets, months, and how the question was understood",
      .schema = "SearchAnswer",
      .caching = Caching::kWeak},
     answer_search},
    {{.path = "/api/v1/suggest",
      .name = "suggest",
      .parameters = kSuggestParameters,
      .description_vi = "Gợi ý cho những gì đang gõ",
      .description_en = "Completes what is being typed",
      .schema = "SuggestAnswer",
      .caching = Caching::kWeak},
     answer_suggest},
    {{.path = "/api/v1/articles/{id}",
      .name = "article",
      .parameters = kOnlyLanguage,
      .description_vi = "Một bài: toàn văn, mọi thực thể cùng câu nêu nó",
      .description_en = "One article: its text, and every entity with the sentence that says it",
      .schema = "ArticleAnswer"},
     answer_article},
    {{.path = "/api/v1/articles/{id}/similar",
      .name = "similar",
      .parameters = kSimilarParameters,
      .description_vi = "Các bài cùng chuyện, trừ bài đăng lại",
      .description_en = "Articles on the same matter, without its reprints",
      .schema = "SimilarAnswer"},
     answer_similar},
    {{.path = "/api/v1/facets/{name}",
      .name = "facet",
      .parameters = kFacetParameters,
      .description_vi = "Tìm trong các giá trị của một mặt, đếm theo bộ lọc hiện có",
      .description_en = "Looks among the values of one facet, counted under the filters",
      .schema = "FacetAnswer"},
     answer_facet},
    {{.path = "/api/v1/documents/{number}",
      .name = "document",
      .parameters = kDocumentParameters,
      .description_vi = "Một số hiệu: các văn bản mang nó, ai nhắc, ở đâu, từ bao giờ",
      .description_en = "One number: the papers that have it, who cites them, where and since when",
      .schema = "DocumentAnswer",
      .open_ended = true},
     answer_document},
    {{.path = "/api/v1/officials/{official}",
      .name = "official",
      .parameters = kOfficialParameters,
      .description_vi = "Một lãnh đạo: chức vụ theo thời gian, mỗi chức vụ cùng câu nêu nó",
      .description_en = "One official: posts over time, each with the sentence that says so",
      .schema = "OfficialAnswer"},
     answer_official},
    {{.path = "/api/v1/provinces",
      .name = "provinces",
      .parameters = kProvinceParameters,
      .description_vi = "Các đơn vị cấp tỉnh: hiệu lực, đơn vị cũ và mới, số bài",
      .description_en = "Units of province level: periods, former and later units, articles",
      .schema = "ProvincesAnswer"},
     answer_provinces},
    {{.path = "/api/v1/stats",
      .name = "stats",
      .parameters = kStatsParameters,
      .description_vi = "Trong chỉ mục có gì: bài theo nguồn, địa phương, thời gian; trang bị loại",
      .description_en = "What is in the index: articles by source, province, time; pages rejected",
      .schema = "StatsAnswer"},
     answer_stats},
    {{.path = "/api/v1/export.csv",
      .name = "exportCsv",
      .parameters = kExportParameters,
      .description_vi = "Mọi bài tìm thấy, thành bảng tính",
      .description_en = "Every article found, as a spreadsheet",
      .content_type = "text/csv"},
     answer_export_csv},
    {{.path = "/api/v1/export.ndjson",
      .name = "exportNdjson",
      .parameters = kExportParameters,
      .description_vi =
          "Mọi bài tìm thấy, mỗi dòng một đối tượng JSON; dòng cuối nói tệp có đủ không",
      .description_en =
          "Every article found, a JSON object a line; the last line tells whether the "
          "file is whole",
      .content_type = "application/x-ndjson",
      .schema = "ExportLine"},
     answer_export_ndjson},
    {{.path = "/api/v1/feed.atom",
      .name = "feed",
      .parameters = kFeedParameters,
      .description_vi = "Bài mới của một câu hỏi, cho trình đọc tin",
      .description_en = "The newest articles of a question, for feed readers",
      .content_type = "application/atom+xml"},
     answer_feed},
    {{.path = "/openapi.json",
      .name = "openapi",
      .parameters = kOnlyLanguage,
      .description_vi = "Tài liệu này",
      .description_en = "This document",
      .schema = "OpenApi"},
     answer_openapi},
    {{.path = "/opensearch.xml",
      .name = "opensearch",
      .parameters = kOnlyLanguage,
      .description_vi = "Để trình duyệt tìm ở đây từ thanh địa chỉ",
      .description_en = "Lets a browser search here from its address bar",
      .content_type = "application/opensearchdescription+xml"},
     answer_opensearch},
    {{.path = "/problems",
      .name = "problems",
      .parameters = kOnlyLanguage,
      .description_vi = "Mọi mã lỗi",
      .description_en = "All codes of problems",
      .schema = "ProblemKinds"},
     answer_problem_kinds},
    {{.path = "/problems/{code}",
      .name = "problem",
      .parameters = kOnlyLanguage,
      .description_vi = "Một mã lỗi",
      .description_en = "One code of problems",
      .schema = "ProblemKind"},
     answer_problem_kind},
    {{.path = "/healthz",
      .name = "health",
      .parameters = kOnlyLanguage,
      .description_vi = "Chương trình đang chạy",
      .description_en = "The process lives",
      .schema = "Health",
      .caching = Caching::kNone},
     answer_health,
     true},
    {{.path = "/readyz",
      .name = "ready",
      .parameters = kOnlyLanguage,
      .description_vi = "Chỉ mục đã mở và trả lời được",
      .description_en = "The index is open and answers",
      .schema = "Ready",
      .caching = Caching::kNone},
     answer_ready},
    {{.path = "/metrics",
      .name = "metrics",
      .parameters = kOnlyLanguage,
      .description_vi = "Số đo cho Prometheus",
      .description_en = "Figures for Prometheus",
      .content_type = "text/plain",
      .caching = Caching::kNone},
     answer_metrics,
     true},
}};

constexpr bool is_brace(std::string_view segment) {
  return segment.starts_with('{');
}

std::vector<std::string_view> segments_of(std::string_view path) {
  std::vector<std::string_view> segments;
  while (!path.empty()) {
    path.remove_prefix(1);
    segments.push_back(path.substr(0, path.find('/')));
    path.remove_prefix(segments.back().size());
  }
  return segments;
}

}  // namespace

std::span<const Route> routes() {
  return kRoutes;
}

std::optional<RouteMatch> find_route(std::span<const std::string> segments) {
  for (const Route& route : routes()) {
    const auto pattern = segments_of(route.endpoint.path);
    const bool longer = segments.size() > pattern.size() && route.endpoint.open_ended;
    const auto own = segments.first(longer ? pattern.size() : segments.size());
    RouteMatch match{&route, {}};
    const bool fits = std::equal(pattern.begin(), pattern.end(), own.begin(), own.end(),
                                 [&](std::string_view wanted, const std::string& given) {
                                   if (is_brace(wanted) && !given.empty()) {
                                     match.values.push_back(given);
                                     return true;
                                   }
                                   return wanted == given;
                                 });
    if (fits) {
      for (const std::string& more : segments.subspan(own.size())) {
        match.values.back().append("/").append(more);
      }
      return match;
    }
  }
  return std::nullopt;
}

std::string nearest_address(std::span<const std::string> segments) {
  std::string asked;
  for (const std::string& segment : segments) {
    asked.append(segment.empty() ? "" : "/").append(segment);
  }
  std::vector<std::string> addresses;
  for (const Route& route : routes()) {
    std::string address;
    const auto pattern = segments_of(route.endpoint.path);
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      const bool filled = is_brace(pattern[i]) && i < segments.size() && !segments[i].empty();
      address.append("/").append(filled ? segments[i] : pattern[i]);
    }
    addresses.push_back(std::move(address));
  }
  const std::vector<std::string_view> candidates(addresses.begin(), addresses.end());
  const auto found = nearest(asked, candidates, 1);
  return found.empty() ? "" : found.front();
}

}  // namespace tracuu
