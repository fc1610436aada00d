#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/benchmark/relevance/judged_query.h"

namespace tracuu {

/// An article of a JSONL file.
struct PlainArticle {
  std::string id;
  std::string title;
  std::string text;
};

/// Reads up to `most` objects {"id", "title", "text"}. Throws std::runtime_error.
std::vector<PlainArticle> read_articles(const std::filesystem::path& file, std::size_t most);

/// Makes questions whose answer is known because they are taken from the articles, `count` articles
/// each drawn with `seed`: titles in five ways of typing, 4 to 6 neighbouring words of the text
/// with and without marks, numbers of documents in five writings. Relevant are the article itself
/// and those with the same title, the same words, the same number; for a type and number, as in
/// "Nghị định 67", those with any full number of that type and those digits.
std::vector<JudgedQuery> known_items(const std::vector<PlainArticle>& articles, std::size_t count,
                                     unsigned seed);

}  // namespace tracuu
