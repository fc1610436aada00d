#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "common/result.h"
#include "server/query/parameters.h"
#include "server/query/search_request.h"

namespace tracuu {

// The requests of the pages beside the search. Each endpoint has its table of parameters; those
// that it shares with the search are the same rows and mean the same. The parsers have the manners
// of parse_search_request().

/// Returns the row of kParameters called `name`. A name that is none does not compile.
consteval Parameter search_parameter(std::string_view name) {
  for (const Parameter& parameter : kParameters) {
    if (parameter.name == name) {
      return parameter;
    }
  }
  throw "no such parameter of the search";
}

inline constexpr Parameter kNewestLimit{.name = "limit",
                                        .kind = ParameterKind::kNumber,
                                        .default_value = "10",
                                        .most = 50,
                                        .description_vi = "Số bài trả về, mới nhất trước",
                                        .description_en = "Articles to return, newest first",
                                        .example = "20"};

/// All URL parameters of /api/v1/documents/{number} in canonical order.
inline constexpr std::array<Parameter, 14> kDocumentParameters{{
    {.name = "identity",
     .most = kLongestValue,
     .description_vi = "Một trong các văn bản cùng số hiệu: số hiệu@ngày, thêm @địa phương",
     .description_en =
         "One of the papers of the number: number@date, with @province for a local one",
     .example = "36-NQ/TW@2014-07-01"},
    {.name = "date",
     .kind = ParameterKind::kDate,
     .description_vi = "Ngày, tháng hoặc năm ban hành, để chọn một văn bản",
     .description_en = "Day, month or year of issue, to choose one of the papers",
     .example = "2014"},
    {.name = "term",
     .most = 5,
     .description_vi = "Khóa của Trung ương, với nghị quyết gọi theo hội nghị",
     .description_en = "Term of the Central Committee, of a resolution called by its plenum",
     .example = "XI"},
    search_parameter("province"),
    search_parameter("official"),
    search_parameter("source"),
    search_parameter("year"),
    search_parameter("from"),
    search_parameter("to"),
    search_parameter("province_view"),
    search_parameter("locality"),
    kNewestLimit,
    search_parameter("offset"),
    search_parameter("lang"),
}};

/// All URL parameters of /api/v1/officials/{name}.
inline constexpr std::array<Parameter, 10> kOfficialParameters{{
    search_parameter("province"),
    search_parameter("document"),
    search_parameter("source"),
    search_parameter("year"),
    search_parameter("from"),
    search_parameter("to"),
    search_parameter("province_view"),
    search_parameter("locality"),
    kNewestLimit,
    search_parameter("lang"),
}};

/// All URL parameters of /api/v1/provinces.
inline constexpr std::array<Parameter, 4> kProvinceParameters{{
    {.name = "on",
     .kind = ParameterKind::kDate,
     .description_vi = "Chỉ các đơn vị có hiệu lực vào ngày này: YYYY-MM-DD",
     .description_en = "Only the units in force on this day: YYYY-MM-DD",
     .example = "2025-01-01"},
    search_parameter("from"),
    search_parameter("to"),
    search_parameter("lang"),
}};

/// All URL parameters of /api/v1/stats.
inline constexpr std::array<Parameter, 2> kStatsParameters{{
    {.name = "limit",
     .kind = ParameterKind::kNumber,
     .default_value = "100",
     .least = 1,
     .most = kLargestFacetLimit,
     .description_vi = "Số nguồn và số địa phương nêu ra",
     .description_en = "Sources and provinces to list",
     .example = "20"},
    search_parameter("lang"),
}};

/// What is asked of the papers behind one number.
struct DocumentRequest {
  std::string asked;                  ///< as it stands in the path, normalized
  std::string number;                 ///< canonical, with the term where one is given
  std::string identity;               ///< canonical key, or ""
  std::optional<PartialDate> issued;  ///< YYYY, YYYY-MM or YYYY-MM-DD
  SearchRequest search;               ///< filters, limit, offset and language
};
/// `number` is the segment of the path, in any writing: "36-NQ/TW", "36 nq tw", "Nghị quyết 36".
Result<DocumentRequest> parse_document_request(std::string_view number,
                                               const UrlParameters& parameters);

struct OfficialRequest {
  std::string name;  ///< as typed, normalized
  SearchRequest search;
};
Result<OfficialRequest> parse_official_request(std::string_view name,
                                               const UrlParameters& parameters);

struct ProvincesRequest {
  std::optional<Day> on;
  SearchRequest search;  ///< dates and language
};
/// Fails for an `on` before kFirstProvinceDay: the table does not reach that far.
Result<ProvincesRequest> parse_provinces_request(const UrlParameters& parameters);

struct StatsRequest {
  std::size_t limit = 100;
  Language language = Language::kVietnamese;
};
Result<StatsRequest> parse_stats_request(const UrlParameters& parameters);

}  // namespace tracuu
