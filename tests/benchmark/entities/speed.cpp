#include "tests/benchmark/entities/speed.h"

#include <cstdio>
#include <ctime>
#include <functional>
#include <iterator>
#include <regex>

#include "common/text/normalize.h"
#include "common/text/tokens.h"
#include "indexer/article_reader.h"

namespace tracuu {
namespace {

constexpr double kSecondsEach = 1.0;

/// What the measured work found, printed so that no compiler leaves the work out.
struct Measured {
  double megabytes_a_second = 0;
  std::size_t found = 0;
};

Measured measure(std::size_t bytes_a_round, const std::function<std::size_t()>& round) {
  Measured measured;
  measured.found = round();
  // Time of this process alone: other work on the machine does not count.
  const std::clock_t start = std::clock();
  std::size_t rounds = 0;
  double seconds = 0;
  do {
    round();
    ++rounds;
    seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  } while (seconds < kSecondsEach);
  measured.megabytes_a_second = static_cast<double>(bytes_a_round * rounds) / seconds / 1e6;
  return measured;
}

std::size_t read_all(const std::vector<RawInput>& inputs) {
  std::size_t found = 0;
  for (const RawInput& input : inputs) {
    Result<RawPage> page = read_page(input);
    if (!page) {
      continue;
    }
    const Result<ReadArticle> read = read_article(std::move(*page));
    if (read) {
      const Entities& entities = read->article.entities;
      found += entities.documents.size() + entities.dates.size() + entities.provinces.size() +
               entities.officials.size();
    }
  }
  return found;
}

std::size_t tokenize_all(const std::vector<std::string>& texts) {
  std::size_t found = 0;
  for (const std::string& text : texts) {
    found += tokenize(normalized(text)).size();
  }
  return found;
}

std::size_t match_all(const std::vector<std::string>& texts) {
  static const std::regex kNumbersAndDates(
      R"((\d{1,4}[a-z]?\s*[-/]\s*(\d{4}\s*/\s*)?[A-Z]{1,4}\s*[-/]\s*[A-Z]{2,6})|(\d{1,2}[/.-]\d{1,2}([/.-]\d{4})?))");
  std::size_t found = 0;
  for (const std::string& text : texts) {
    found += static_cast<std::size_t>(std::distance(
        std::sregex_iterator(text.begin(), text.end(), kNumbersAndDates), std::sregex_iterator()));
  }
  return found;
}

std::string row(const char* what, const Measured& measured) {
  char text[128];
  std::snprintf(text, sizeof text, "  %-34s %8.1f MB/s  %8zu\n", what, measured.megabytes_a_second,
                measured.found);
  return text;
}

}  // namespace

std::string speed_table(const std::vector<RawInput>& inputs) {
  std::vector<std::string> texts;
  std::size_t bytes = 0;
  for (const RawInput& input : inputs) {
    if (const Result<RawPage> page = read_page(input)) {
      bytes += page->text.size();
      texts.push_back(page->text);
    }
  }
  return "speed, one core, " + std::to_string(bytes) +
         " bytes of text a round; found in a round\n" +
         row("pages to articles with entities", measure(bytes, [&] { return read_all(inputs); })) +
         row("baseline: spelling and tokens", measure(bytes, [&] { return tokenize_all(texts); })) +
         row("baseline: one std::regex", measure(bytes, [&] { return match_all(texts); }));
}

}  // namespace tracuu
