// Writes a corpus of generated articles to standard output, one JSON object a line.

#include <sysexits.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <string>

#include "tests/benchmark/scale/article_generator.h"

namespace {

int generate(std::uint64_t articles, std::uint64_t first, std::uint64_t seed,
             const std::string& learn_from) {
  const tracuu::ArticleGenerator generator(learn_from, seed);
  constexpr std::size_t kWriteBytes = 1 << 18;
  std::string lines;
  tracuu::GeneratedArticle article;
  for (std::uint64_t number = first; number < first + articles; ++number) {
    generator.write(number, article);
    append_json_line(article, lines);
    if (lines.size() >= kWriteBytes || number + 1 == first + articles) {
      if (std::fwrite(lines.data(), 1, lines.size(), stdout) != lines.size()) {
        return EX_IOERR;  // whoever reads has had enough
      }
      lines.clear();
    }
  }
  return std::fflush(stdout) == 0 ? EX_OK : EX_IOERR;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Writes generated articles to standard output, a JSON object a line.");
  std::uint64_t articles = 10'000;
  std::uint64_t first = 0;
  std::uint64_t seed = 7;
  std::string learn_from = TRACUU_SOURCE_DIR "/corpus/articles/tuned";
  app.add_option("--articles", articles, "How many")->capture_default_str();
  app.add_option("--first", first, "Number of the first: parts of one corpus may be made apart")
      ->capture_default_str();
  app.add_option("--seed", seed, "The same seed gives the same articles")->capture_default_str();
  app.add_option("--learn-from", learn_from, "Captures whose words and phrases are used")
      ->capture_default_str();
  app.footer("Example: corpus_generator --articles 1000000 | tracuu-indexer build --index big -");
  CLI11_PARSE(app, argc, argv);
  try {
    return generate(articles, first, seed, learn_from);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "corpus_generator: %s\n", error.what());
    return EX_NOINPUT;
  }
}
