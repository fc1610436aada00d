#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"
#include "common/text/span.h"
#include "server/query/parameters.h"
#include "server/query/search_request.h"
#include "server/query/search_result.h"

namespace tracuu {

/// What kind of thing is suggested.
enum class SuggestionKind : std::uint8_t { kTitle, kDocument, kOfficial, kProvince, kPhrase };

/// One row a kind: its name in parameters and answers, and how a page calls it.
struct SuggestionKindRow {
  SuggestionKind kind;
  std::string_view name;
  std::string_view label_vi;
  std::string_view label_en;
};
inline constexpr std::array<SuggestionKindRow, 5> kSuggestionKinds{{
    {SuggestionKind::kTitle, "title", "Bài viết", "Articles"},
    {SuggestionKind::kDocument, "document", "Văn bản", "Documents"},
    {SuggestionKind::kOfficial, "official", "Lãnh đạo", "Officials"},
    {SuggestionKind::kProvince, "province", "Địa phương", "Provinces"},
    {SuggestionKind::kPhrase, "phrase", "Cụm từ", "Phrases"},
}};

/// Returns the row of `kind`.
constexpr const SuggestionKindRow& row_of(SuggestionKind kind) {
  return kSuggestionKinds[static_cast<std::size_t>(kind)];
}

inline constexpr std::size_t kLargestSuggestLimit = 20;

/// All URL parameters of /api/v1/suggest in canonical order.
inline constexpr std::array<Parameter, 5> kSuggestParameters{{
    {.name = "q",
     .most = kLongestQuery,
     .description_vi = "Những gì đã gõ, có dấu hay không; để trống: phổ biến nhất",
     .description_en = "What was typed so far, with marks or without; empty: the most frequent",
     .example = "nghi quy"},
    {.name = "limit",
     .kind = ParameterKind::kNumber,
     .default_value = "5",
     .least = 1,
     .most = kLargestSuggestLimit,
     .description_vi = "Số gợi ý mỗi loại",
     .description_en = "Suggestions of each kind",
     .example = "10"},
    {.name = "kinds",
     .repeatable = true,
     .default_value = "title,document,official,province,phrase",
     .most = kLongestValue,
     .description_vi = "Các loại gợi ý, cách nhau bằng dấu phẩy",
     .description_en = "Kinds of suggestions, parted by commas",
     .example = "document,province"},
    {.name = "format",
     .kind = ParameterKind::kChoice,
     .default_value = "json",
     .choices = {"json", "opensearch"},
     .description_vi = "json, hay mảng của OpenSearch cho thanh địa chỉ của trình duyệt",
     .description_en = "json, or the array of OpenSearch for the address bar of a browser",
     .example = "opensearch"},
    kLanguageParameter,
}};

/// How suggestions are written.
enum class SuggestFormat { kJson, kOpenSearch };

/// What a reader has typed so far, and what to suggest.
struct SuggestRequest {
  std::string q;  ///< valid UTF-8, at most kLongestQuery characters
  std::size_t limit = 5;
  std::vector<SuggestionKind> kinds;  ///< distinct, in the order of kSuggestionKinds
  SuggestFormat format = SuggestFormat::kJson;
  Language language = Language::kVietnamese;

  bool operator==(const SuggestRequest&) const = default;
};

/// Reads the parameters of /api/v1/suggest, with the manners of parse_search_request().
Result<SuggestRequest> parse_suggest_request(const UrlParameters& parameters);

/// One thing to choose.
struct Suggestion {
  std::string value;             ///< "36-NQ/TW"; of a title its text
  std::string label;             ///< "Nghị quyết 36-NQ/TW"
  std::optional<Span> match;     ///< what was typed, bytes of `label`; nothing when it is not in it
  std::uint32_t count = 0;       ///< articles that have it
  std::string query;             ///< URL parameters of the search that choosing it runs
  std::uint32_t docid = 0;       ///< of a title: of its newest article, else 0
  std::string article_id;        ///< of that article
  std::optional<Day> published;  ///< of that article
};

struct SuggestionGroup {
  SuggestionKind kind = SuggestionKind::kTitle;
  std::vector<Suggestion> items;  ///< best first
};

struct SuggestResult {
  std::vector<SuggestionGroup> groups;  ///< one for each kind asked for
  IndexInfo index;
};

/// Returns the URL parameters of the search that a suggestion of `kind` stands for: a filter for
/// documents, officials and provinces, the phrase in quotes, the words of a title.
std::string suggestion_query(SuggestionKind kind, const std::string& value);

}  // namespace tracuu
