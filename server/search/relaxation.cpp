#include "server/search/relaxation.h"

namespace tracuu {

std::string relaxed_as_too_few(std::size_t elsewhere, Language language) {
  const std::string count = std::to_string(elsewhere);
  if (language == Language::kEnglish) {
    return elsewhere == 0
               ? "No article has all the words; the best matches are shown instead."
               : "No article that passes the filters has all the words (without filters: " + count +
                     "); the best matches are shown instead.";
  }
  return elsewhere == 0 ? "Không có bài nào chứa đủ các từ; dưới đây là những bài khớp nhất."
                        : "Không có bài nào qua bộ lọc chứa đủ các từ (nếu bỏ bộ lọc: " + count +
                              " bài); dưới đây là những bài khớp nhất.";
}

std::string relaxed_as_long(Language language) {
  return language == Language::kEnglish
             ? "The question is long: articles need not have all its words, the best matches come "
               "first."
             : "Câu hỏi dài: không đòi bài có đủ các từ, bài khớp nhất đứng trước.";
}

}  // namespace tracuu
