#pragma once

#include <array>
#include <optional>
#include <random>
#include <string>
#include <string_view>

#include "common/index/article.h"

namespace tracuu {

/// Returns an article with a body and nothing recognized in it.
inline Article reprint_article(std::string_view id, std::string_view body,
                               std::optional<Day> published = std::nullopt) {
  Article article;
  article.id = id;
  article.text = "Tin\n" + std::string(body);
  article.title_size = 3;
  article.published = published;
  return article;
}

/// Texts of random syllables, of which no two share a shingle but by design.
class RandomTexts {
 public:
  explicit RandomTexts(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t limit) { return random_() % limit; }

  /// Returns `syllables` syllables in one line, without a number among them.
  std::string text(std::size_t syllables) {
    constexpr std::array<std::string_view, 12> kOnsets{"b", "ch", "d",  "gi", "h", "kh",
                                                       "l", "m",  "ng", "ph", "t", "v"};
    constexpr std::array<std::string_view, 12> kRhymes{"a",  "anh", "ong", "uyen", "e",  "ieu",
                                                       "oi", "un",  "am",  "ai",   "at", "ien"};
    std::string text;
    for (std::size_t i = 0; i < syllables; ++i) {
      text += (i == 0 ? "" : " ");
      text += kOnsets[below(kOnsets.size())];
      text += kRhymes[below(kRhymes.size())];
    }
    return text;
  }

 private:
  std::mt19937 random_;
};

}  // namespace tracuu
