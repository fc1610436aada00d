#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/entity/date.h"
#include "common/index/schema.h"
#include "common/result.h"

namespace tracuu {

/// Decoded URL parameters in the order given; a name may repeat.
using UrlParameters = std::vector<std::pair<std::string, std::string>>;

enum class Sort { kRelevance, kNewest, kOldest };
enum class Match { kAuto, kAll, kAny, kPrefix };
enum class ProvinceView { kThen, kToday };
enum class Locality { kAbout, kMentioned };
enum class Language { kVietnamese, kEnglish };
/// Returns `vietnamese` or `english`.
constexpr std::string_view in_language(Language language, std::string_view vietnamese,
                                       std::string_view english) {
  return language == Language::kVietnamese ? vietnamese : english;
}
/// How matches are shown in titles and snippets: escaped HTML with <mark>, plain text with
/// character offsets, or plain text alone.
enum class Highlight { kHtml, kOffsets, kNone };

/// Values of one field that an article may have: OR between them, AND between filters.
struct Filter {
  FieldId field = FieldId::kProvince;
  std::vector<std::string> values;

  bool operator==(const Filter&) const = default;
};

struct Parameter;

/// A question as it was asked, checked but not yet understood.
struct SearchRequest {
  std::string q;                ///< valid UTF-8, at most kLongestQuery characters
  std::vector<Filter> filters;  ///< at most one a field, values canonical and distinct
  std::optional<Day> from;      ///< first day of publication, included
  std::optional<Day> to;        ///< last day of publication, included
  Sort sort = Sort::kRelevance;
  Match match = Match::kAuto;
  ProvinceView province_view = ProvinceView::kThen;
  Locality locality = Locality::kAbout;
  std::size_t limit = 10;        ///< 0..100; more for an export
  std::size_t offset = 0;        ///< 0..10,000; more for an export
  std::vector<FieldId> facets;   ///< which to count; all with Field::facet by default
  std::size_t facet_limit = 20;  ///< values a facet returns, 1..1000
  bool collapse = true;  ///< show one article of each reprint group; counts stay as they are
  bool explain = false;
  Highlight highlight = Highlight::kHtml;
  Language language = Language::kVietnamese;

  bool operator==(const SearchRequest&) const = default;
};

inline constexpr std::size_t kLongestQuery = 400;  ///< characters
inline constexpr std::size_t kMostSyllables = 64;  ///< distinct, in one query
inline constexpr std::size_t kLargestLimit = 100;
inline constexpr std::size_t kLargestOffset = 10'000;

/// Reads the parameters of /api/v1/search. Values are brought to canonical form: province in any
/// spelling -> its name, document number in any writing -> canonical, dates YYYY, YYYY-MM or
/// YYYY-MM-DD (inclusive at both ends). Fails on an unknown or malformed parameter; the message
/// starts with the parameter's name and names the nearest valid one or the valid values:
/// "provinc: unknown parameter, did you mean 'province'?"; "from: lies after to=2017-12-31:
/// '2018'". An empty value is as good as none. The table of all parameters is kParameters.
Result<SearchRequest> parse_search_request(const UrlParameters& parameters);
/// The same by a table that has the rows of kParameters with other defaults and limits.
Result<SearchRequest> parse_search_request(const UrlParameters& parameters,
                                           std::span<const Parameter> table);

/// Returns the request as URL parameters in one canonical order, defaults left out;
/// parse_search_request() of them gives the request back.
UrlParameters url_parameters_of(const SearchRequest& request);
/// The same by another table, for an address that is read by it.
UrlParameters url_parameters_of(const SearchRequest& request, std::span<const Parameter> table);

/// Writes url_parameters_of() percent-encoded, ready to put behind '?'.
std::string to_url_query(const SearchRequest& request);
/// The same by another table.
std::string to_url_query(const SearchRequest& request, std::span<const Parameter> table);

}  // namespace tracuu
