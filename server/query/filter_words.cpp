#include "server/query/filter_words.h"

#include <algorithm>
#include <array>
#include <optional>

namespace tracuu {
namespace {

/// How a filter is said: in front of its values, and of articles that it keeps out.
struct FilterWords {
  std::optional<FieldId> field;  ///< nothing for the range of dates
  std::string_view asks_vi;
  std::string_view asks_en;
  std::string_view others_vi;
  std::string_view others_en;
};

/// In the order in which they are said.
constexpr std::array<FilterWords, 11> kFilterWords{{
    {FieldId::kYear, "năm", "of", "ở các năm khác", "in other years"},
    {FieldId::kMonth, "tháng", "of", "ở các tháng khác", "in other months"},
    {std::nullopt, "", "", "ngoài khoảng thời gian ấy", "outside these dates"},
    {FieldId::kProvince, "về", "about", "không về nơi ấy", "that are not about it"},
    {FieldId::kMentioned, "nhắc đến", "mentioning", "không nhắc đến nơi ấy",
     "that do not mention it"},
    {FieldId::kDocument, "dẫn", "citing", "không dẫn văn bản ấy", "that do not cite it"},
    {FieldId::kIdentity, "dẫn", "citing", "không dẫn văn bản ấy", "that do not cite it"},
    {FieldId::kType, "dẫn văn bản loại", "citing a paper of type", "không dẫn văn bản loại ấy",
     "that cite no such paper"},
    {FieldId::kIssuer, "dẫn văn bản của", "citing a paper of", "không dẫn văn bản của cơ quan ấy",
     "that cite no paper of it"},
    {FieldId::kOfficial, "nêu", "naming", "không nêu người ấy", "that do not name the person"},
    {FieldId::kSource, "của nguồn", "from", "của nguồn khác", "from other sources"},
}};

bool is_vietnamese(const SearchRequest& request) {
  return request.language == Language::kVietnamese;
}

void append(std::string& words, std::string_view more) {
  words.append(words.empty() || more.empty() ? "" : " ").append(more);
}

/// "từ 2012-01-01 đến 2012-12-31".
std::string range_in_words(const SearchRequest& request) {
  const bool vietnamese = is_vietnamese(request);
  std::string words;
  if (request.from) {
    append(words, vietnamese ? "từ" : "from");
    append(words, to_iso(PartialDate::of(*request.from)));
  }
  if (request.to) {
    append(words, vietnamese ? "đến" : "to");
    append(words, to_iso(PartialDate::of(*request.to)));
  }
  return words;
}

const FilterWords& words_of(const std::optional<FieldId>& id) {
  return *std::find_if(kFilterWords.begin(), kFilterWords.end(),
                       [&](const FilterWords& row) { return row.field == id; });
}

/// "; có 2 bài ở các năm khác và 1 bài không ghi ngày đăng."
std::string others_in_vietnamese(const RemovedBy& removed) {
  if (removed.count == 0) {
    return "; bỏ điều kiện này cũng không có.";
  }
  std::string words = "; có";
  if (const std::uint64_t dated = removed.count - removed.undated; dated > 0) {
    words += ' ' + std::to_string(dated) + " bài ";
    words += words_of(removed.field).others_vi;
  }
  if (removed.undated > 0) {
    words += removed.undated < removed.count ? " và " : " ";
    words += std::to_string(removed.undated) + " bài không ghi ngày đăng";
  }
  return words + '.';
}

std::string english_articles(std::uint64_t count) {
  return std::to_string(count) + (count == 1 ? " article " : " articles ");
}

/// "; there are 2 articles in other years and 1 article without a date."
std::string others_in_english(const RemovedBy& removed) {
  if (removed.count == 0) {
    return "; nor is there without this filter.";
  }
  const std::uint64_t dated = removed.count - removed.undated;
  std::string words = (dated == 0 ? removed.undated : dated) == 1 ? "; there is " : "; there are ";
  if (dated > 0) {
    words += english_articles(dated);
    words += words_of(removed.field).others_en;
  }
  if (removed.undated > 0) {
    words += dated > 0 ? " and " : "";
    words += english_articles(removed.undated) + "without a date";
  }
  return words + '.';
}

}  // namespace

std::string in_words(const SearchRequest& request) {
  const bool vietnamese = is_vietnamese(request);
  std::string words;
  for (const FilterWords& row : kFilterWords) {
    if (!row.field) {
      append(words, range_in_words(request));
      continue;
    }
    const auto filter =
        std::find_if(request.filters.begin(), request.filters.end(),
                     [&](const Filter& candidate) { return candidate.field == *row.field; });
    if (filter == request.filters.end()) {
      continue;
    }
    append(words, vietnamese ? row.asks_vi : row.asks_en);
    for (const std::string& value : filter->values) {
      if (&value != &filter->values.front()) {
        append(words, vietnamese ? "hoặc" : "or");
      }
      append(words, value);
    }
  }
  if (!request.q.empty()) {
    append(words, (vietnamese ? "khớp “" : "matching “") + request.q + "”");
  }
  return words;
}

std::string removed_in_words(const SearchRequest& request, const RemovedBy& removed) {
  std::string words = is_vietnamese(request) ? "Không có bài nào" : "There is no article";
  append(words, in_words(request));
  return words +
         (is_vietnamese(request) ? others_in_vietnamese(removed) : others_in_english(removed));
}

SearchRequest without(const SearchRequest& request, const RemovedBy& removed) {
  SearchRequest rest = request;
  rest.offset = 0;
  if (removed.field) {
    std::erase_if(rest.filters,
                  [&](const Filter& filter) { return filter.field == *removed.field; });
  } else {
    rest.from.reset();
    rest.to.reset();
  }
  return rest;
}

}  // namespace tracuu
