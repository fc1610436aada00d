#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/benchmark/scale/article_generator.h"

namespace tracuu {

/// What a corpus is made of: generated articles, or a file of real ones.
struct CorpusOptions {
  std::uint64_t articles = 10'000;  ///< of the file, at most
  std::uint64_t seed = 7;
  std::filesystem::path file;  ///< JSON lines; "": articles are generated
};

/// Goes through the corpus, in the same order each time. `sink` gets the article and its line of
/// JSON, and returns false to stop. Returns how many there were.
std::uint64_t go_through(
    const CorpusOptions& options,
    const std::function<bool(const GeneratedArticle&, std::string_view line)>& sink);

/// What is kept of a corpus to make questions of.
struct CorpusSample {
  std::uint64_t articles = 0;
  std::uint64_t bytes = 0;          ///< of titles and texts
  std::vector<std::string> titles;  ///< of 5 to 25 words, 500, from everywhere in the corpus
  std::vector<std::string> ids;     ///< of 500 articles
};

/// Draws the sample while a corpus goes by.
class CorpusSampler {
 public:
  void see(const GeneratedArticle& article);
  CorpusSample take() { return std::move(sample_); }

 private:
  CorpusSample sample_;
  std::uint64_t titles_seen_ = 0;
  Random random_{7};
};

/// The words of a text: runs of letters and figures, so that no query is taken for syntax.
std::vector<std::string> words_of(std::string_view text);

}  // namespace tracuu
