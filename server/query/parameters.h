#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "server/query/search_request.h"

namespace tracuu {

/// What the value of a URL parameter is.
enum class ParameterKind : std::uint8_t {
  kText,       ///< free text
  kValue,      ///< a value of the field of the same name
  kDate,       ///< YYYY, YYYY-MM or YYYY-MM-DD
  kChoice,     ///< one of Parameter::choices
  kNumber,     ///< a whole number from Parameter::least to Parameter::most
  kFieldList,  ///< names of fields, parted by commas, or "none"
};

/// One URL parameter of an endpoint.
struct Parameter {
  std::string_view name{};
  ParameterKind kind = ParameterKind::kText;
  bool repeatable = false;
  std::string_view default_value{};           ///< as it would be written; "" for none
  std::array<std::string_view, 4> choices{};  ///< "" behind the last
  std::size_t least = 0;
  std::size_t most = 0;  ///< of a number; of a text, in characters
  std::string_view description_vi{};
  std::string_view description_en{};
  std::string_view example{};
};

inline constexpr std::size_t kLongestValue = 200;     ///< characters of one filter value
inline constexpr std::size_t kMostFilterValues = 64;  ///< of one parameter
inline constexpr std::size_t kLargestFacetLimit = 1000;

/// The row that every endpoint has.
inline constexpr Parameter kLanguageParameter{.name = "lang",
                                              .kind = ParameterKind::kChoice,
                                              .default_value = "vi",
                                              .choices = {"vi", "en"},
                                              .description_vi = "Ngôn ngữ của nhãn và thông báo",
                                              .description_en = "Language of labels and messages",
                                              .example = "en"};

/// All URL parameters of /api/v1/search in canonical order. Parsing, the wording of errors,
/// to_url_query() and the OpenAPI document read this one table.
inline constexpr std::array<Parameter, 24> kParameters{{
    {.name = "q",
     .most = kLongestQuery,
     .description_vi = "Câu hỏi: từ, \"cụm từ\", -từ loại trừ, OR, số hiệu văn bản, địa phương",
     .description_en = "What to find: words, \"exact phrases\", -exclusions, OR, document numbers, "
                       "provinces",
     .example = "nghị quyết 36 hải phòng"},
    {.name = "province",
     .kind = ParameterKind::kValue,
     .repeatable = true,
     .most = kLongestValue,
     .description_vi = "Tỉnh, thành phố, viết cách nào cũng được",
     .description_en = "Province, in any spelling",
     .example = "Hải Phòng"},
    {.name = "document",
     .kind = ParameterKind::kValue,
     .repeatable = true,
     .most = kLongestValue,
     .description_vi = "Số hiệu văn bản được dẫn, viết cách nào cũng được",
     .description_en = "Number of a document that the article cites, in any writing",
     .example = "36-NQ/TW"},
    {.name = "identity",
     .kind = ParameterKind::kValue,
     .repeatable = true,
     .most = kLongestValue,
     .description_vi = "Văn bản cụ thể: số hiệu@ngày, thêm @địa phương với văn bản địa phương",
     .description_en = "One of the documents of a number: number@date, with @province for a local "
                       "one",
     .example = "36-NQ/TW@2014-07-01"},
    {.name = "official",
     .kind = ParameterKind::kValue,
     .repeatable = true,
     .most = kLongestValue,
     .description_vi = "Họ tên lãnh đạo được nêu",
     .description_en = "Name of an official in the article",
     .example = "Lê Khắc Nam"},
    {.name = "type",
     .kind = ParameterKind::kValue,
     .repeatable = true,
     .most = kLongestValue,
     .description_vi = "Loại văn bản được dẫn, tên hoặc chữ viết tắt",
     .description_en = "Type of a cited document, by name or code",
     .example = "Nghị quyết"},
    {.name = "issuer",
     .kind = ParameterKind::kValue,
     .repeatable = true,
     .most = kLongestValue,
     .description_vi = "Cơ quan ban hành văn bản được dẫn, ký hiệu hoặc tên",
     .description_en = "Issuer of a cited document, by code or name",
     .example = "TW"},
    {.name = "source",
     .kind = ParameterKind::kValue,
     .repeatable = true,
     .most = kLongestValue,
     .description_vi = "Nguồn đăng bài",
     .description_en = "Source of the article",
     .example = "haiphong.gov.vn"},
    {.name = "year",
     .kind = ParameterKind::kValue,
     .repeatable = true,
     .most = kLongestValue,
     .description_vi = "Năm đăng bài: YYYY",
     .description_en = "Year of publication: YYYY",
     .example = "2018"},
    {.name = "month",
     .kind = ParameterKind::kValue,
     .repeatable = true,
     .most = kLongestValue,
     .description_vi = "Tháng đăng bài: YYYY-MM",
     .description_en = "Month of publication: YYYY-MM",
     .example = "2018-05"},
    {.name = "from",
     .kind = ParameterKind::kDate,
     .description_vi = "Đăng từ ngày này, kể cả nó: YYYY, YYYY-MM hoặc YYYY-MM-DD",
     .description_en = "First day of publication, included: YYYY, YYYY-MM or YYYY-MM-DD",
     .example = "2014-07"},
    {.name = "to",
     .kind = ParameterKind::kDate,
     .description_vi = "Đăng đến hết ngày, tháng hoặc năm này: YYYY, YYYY-MM hoặc YYYY-MM-DD",
     .description_en = "Last day, month or year of publication, included: YYYY, YYYY-MM or "
                       "YYYY-MM-DD",
     .example = "2018"},
    {.name = "sort",
     .kind = ParameterKind::kChoice,
     .default_value = "relevance",
     .choices = {"relevance", "newest", "oldest"},
     .description_vi = "Thứ tự: sát nhất, mới nhất, cũ nhất",
     .description_en = "Order of the articles",
     .example = "newest"},
    {.name = "match",
     .kind = ParameterKind::kChoice,
     .default_value = "auto",
     .choices = {"auto", "all", "any", "prefix"},
     .description_vi = "Phải có mọi từ (all), từ nào cũng được (any), mọi từ mà từ cuối gõ dở là "
                       "phần đầu của từ (prefix), hay tự chọn (auto)",
     .description_en = "Whether all words must be there (all), any (any), all with the last one, "
                       "not followed by a blank, as the start of a word (prefix), or as it fits "
                       "(auto)",
     .example = "all"},
    {.name = "province_view",
     .kind = ParameterKind::kChoice,
     .default_value = "then",
     .choices = {"then", "today"},
     .description_vi = "Địa giới khi bài đăng (then) hay hiện nay (today)",
     .description_en = "Provinces as they were when written (then) or are now (today)",
     .example = "today"},
    {.name = "locality",
     .kind = ParameterKind::kChoice,
     .default_value = "about",
     .choices = {"about", "mentioned"},
     .description_vi = "Bài viết về địa phương (about) hay chỉ nhắc đến cũng được (mentioned)",
     .description_en = "Articles about the province, or all that mention it",
     .example = "mentioned"},
    {.name = "limit",
     .kind = ParameterKind::kNumber,
     .default_value = "10",
     .most = kLargestLimit,
     .description_vi = "Số bài trả về",
     .description_en = "Articles to return",
     .example = "20"},
    {.name = "offset",
     .kind = ParameterKind::kNumber,
     .default_value = "0",
     .most = kLargestOffset,
     .description_vi = "Số bài bỏ qua ở đầu",
     .description_en = "Articles to skip",
     .example = "20"},
    {.name = "facets",
     .kind = ParameterKind::kFieldList,
     .repeatable = true,
     .default_value = "province,document,official,type,source,year",
     .description_vi = "Các trường cần đếm, cách nhau bằng dấu phẩy; none: không đếm",
     .description_en = "Fields to count, parted by commas; none: count nothing",
     .example = "province,year"},
    {.name = "facet_limit",
     .kind = ParameterKind::kNumber,
     .default_value = "20",
     .least = 1,
     .most = kLargestFacetLimit,
     .description_vi = "Số giá trị của mỗi trường được đếm",
     .description_en = "Values to return for each field counted",
     .example = "50"},
    {.name = "collapse",
     .kind = ParameterKind::kChoice,
     .default_value = "1",
     .choices = {"0", "1"},
     .description_vi = "1: các bài đăng lại của nhau hiện một lần; 0: hiện tất cả",
     .description_en = "1: show reprints of one text once; 0: show them all",
     .example = "0"},
    {.name = "highlight",
     .kind = ParameterKind::kChoice,
     .default_value = "html",
     .choices = {"html", "offsets", "none"},
     .description_vi = "Đánh dấu chỗ khớp: <mark> trong HTML, vị trí ký tự, hoặc không",
     .description_en = "How matches are marked: <mark> in HTML, character offsets, or not at all",
     .example = "offsets"},
    {.name = "explain",
     .kind = ParameterKind::kChoice,
     .default_value = "0",
     .choices = {"0", "1"},
     .description_vi = "1: kèm lời giải thích câu hỏi được hiểu và chạy thế nào",
     .description_en = "1: say how the query was understood and run",
     .example = "1"},
    kLanguageParameter,
}};

/// The table of endpoints that take nothing else.
inline constexpr std::array<Parameter, 1> kOnlyLanguage{{kLanguageParameter}};

/// Returns the parameter called `name`, or null.
const Parameter* parameter_named(std::string_view name);

/// Returns the choices of a parameter of kind kChoice, without the empty ones.
std::span<const std::string_view> choices_of(const Parameter& parameter);

}  // namespace tracuu
