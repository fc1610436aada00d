#include "server/search/relaxation.h"

namespace tracuu {
namespace {

constexpr std::size_t kSomeWords = 4;
constexpr std::size_t kManyWords = 6;
constexpr std::size_t kFew = 3;
constexpr std::size_t kPage = 10;

std::string in_vietnamese(std::size_t matches, std::size_t unfiltered) {
  const std::string nearest = "; dưới đây là những bài khớp nhất.";
  if (matches > 0) {
    return "Chỉ có " + std::to_string(matches) + " bài chứa đủ các từ" + nearest;
  }
  if (unfiltered > 0) {
    return "Không có bài nào qua bộ lọc chứa đủ các từ (nếu bỏ bộ lọc: " +
           std::to_string(unfiltered) + " bài)" + nearest;
  }
  return "Không có bài nào chứa đủ các từ" + nearest;
}

std::string in_english(std::size_t matches, std::size_t unfiltered) {
  const std::string nearest = "; the best matches are shown instead.";
  if (matches > 0) {
    return "Only " + std::to_string(matches) + (matches == 1 ? " article has" : " articles have") +
           " all the words" + nearest;
  }
  if (unfiltered > 0) {
    return "No article that passes the filters has all the words (without filters: " +
           std::to_string(unfiltered) + ")" + nearest;
  }
  return "No article has all the words" + nearest;
}

}  // namespace

bool is_too_few(std::size_t matches, std::size_t groups) {
  // Asking questions of regulations, a long query with under a page of strict matches found its
  // answer in the first ten 5 % more often when relaxed.
  return matches == 0 || (groups >= kSomeWords && matches < kFew) ||
         (groups >= kManyWords && matches < kPage);
}

std::string relaxed_as_too_few(std::size_t matches, std::size_t unfiltered, Language language) {
  return language == Language::kEnglish ? in_english(matches, unfiltered)
                                        : in_vietnamese(matches, unfiltered);
}

std::string relaxed_as_corrected(std::string_view typed, std::string_view corrected,
                                 Language language) {
  const bool english = language == Language::kEnglish;
  return std::string(english ? "No article has “" : "Không có bài nào chứa “")
      .append(typed)
      .append(english ? "”; shown are articles with “" : "”; dưới đây là những bài chứa “")
      .append(corrected)
      .append("”.");
}

std::string offered_correction(std::string_view text, Language language) {
  return std::string(language == Language::kEnglish ? "Did you mean “" : "Có phải bạn tìm “")
      .append(text)
      .append("”?");
}

std::string relaxed_as_long(Language language) {
  return language == Language::kEnglish
             ? "A long query or a question: articles need not have all its words, the best matches "
               "come first."
             : "Câu hỏi dài hoặc nguyên câu: không đòi bài có đủ các từ, bài khớp nhất đứng trước.";
}

std::string relaxed_as_scattered(std::size_t matches, Language language) {
  const std::string count = std::to_string(matches);
  return language == Language::kEnglish
             ? "The words stand scattered in the " + count +
                   " articles that have them all; the best matches are shown instead."
             : "Các từ nằm rải rác trong " + count +
                   " bài chứa đủ; dưới đây là những bài khớp nhất.";
}

std::string relaxed_as_not_quoted(Language language) {
  return language == Language::kEnglish
             ? "No article has the quoted phrase; the best matches without the quotes are shown "
               "instead."
             : "Không có bài nào chứa nguyên văn cụm từ trong ngoặc kép; dưới đây là những bài "
               "khớp "
               "nhất khi bỏ ngoặc kép.";
}

}  // namespace tracuu
