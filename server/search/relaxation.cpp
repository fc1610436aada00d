#include "server/search/relaxation.h"

namespace tracuu {
namespace {

constexpr std::size_t kManyWords = 6;
constexpr std::size_t kPage = 10;

}  // namespace

bool is_too_few(std::size_t matches, std::size_t groups) {
  // Asking questions of regulations, a long query with under a page of strict matches found its
  // answer in the first ten 5 % more often when relaxed.
  return matches == 0 || (groups >= kManyWords && matches < kPage);
}

std::string relaxed_as_too_few(std::size_t matches, Language language) {
  const std::string count = std::to_string(matches);
  if (language == Language::kEnglish) {
    const std::string nearest = "; the best matches are shown instead.";
    return matches == 0 ? "No article has all the words" + nearest
                        : "Only " + count + (matches == 1 ? " article has" : " articles have") +
                              " all the words" + nearest;
  }
  const std::string nearest = "; dưới đây là những bài khớp nhất.";
  return matches == 0 ? "Không có bài nào chứa đủ các từ" + nearest
                      : "Chỉ có " + count + " bài chứa đủ các từ" + nearest;
}

std::string filtered_out(std::size_t matches, Language language) {
  const std::string count = std::to_string(matches);
  return language == Language::kEnglish
             ? "No article that passes the filters has all the words; without filters there " +
                   std::string(matches == 1 ? "is " : "are ") + count + "."
             : "Không có bài nào qua bộ lọc chứa đủ các từ; bỏ bộ lọc thì có " + count + " bài.";
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
