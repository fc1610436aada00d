#pragma once

#include <random>
#include <string>

#include "tests/support/sample_article.h"

namespace tracuu {

/// Returns 40 words by a falling frequency: "la", "lb" ...
inline std::string random_text(std::mt19937& random) {
  std::string text;
  for (int i = 0; i < 40; ++i) {
    char letter = 'a';
    while (letter < 'z' && random() % 4 != 0) {
      ++letter;
    }
    text.append("l").append(1, letter).append(random() % 9 == 0 ? ". " : " ");
  }
  return text;
}

/// Returns the article "bai-NUMBER" of random words, published on one of 50 days.
inline Article random_article(int number, std::mt19937& random) {
  const auto day = static_cast<std::int32_t>(random() % 50);
  return sample_article("bai-" + std::to_string(number), random_text(random), random_text(random),
                        day_of_number(day_number(day_of("2020-06-30")) - day));
}

}  // namespace tracuu
