#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/benchmark/scale/word_chain.h"

namespace tracuu {

/// An article that nobody wrote.
struct GeneratedArticle {
  std::string id;  ///< "7-0000001"
  std::string title;
  std::string text;  ///< paragraphs, one a line; no quotes, backslashes or controls
  std::string date;  ///< "2014-07-01", from 2004 to 2025
  std::string source;
  bool reprint = false;  ///< of one of the last articles before it
};

/// Writes news in the manner of the bundled articles, as many as wanted: words in a chain, titles
/// taken up again in the text, papers, officials, provinces, sources and dates as frequent and as
/// rare as in news, and about one reprint in 70 articles. An article depends on the seed and its
/// number alone, on every machine.
class ArticleGenerator {
 public:
  /// Learns how the articles of a folder of captures are written. Throws std::runtime_error when it
  /// holds none.
  ArticleGenerator(const std::filesystem::path& articles, std::uint64_t seed);

  /// Writes article `number` over `article`, whose memory is used again. Thread-safe.
  void write(std::uint64_t number, GeneratedArticle& article) const;

 private:
  void write_original(std::uint64_t number, GeneratedArticle& article) const;

  WordChain chain_;
  std::uint64_t seed_;
};

/// Appends the article as a line of JSON, its newline included, as the indexer reads it.
void append_json_line(const GeneratedArticle& article, std::string& lines);

}  // namespace tracuu
