#include "tests/benchmark/scale/corpus.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "common/text/normalize.h"
#include "common/text/tokens.h"

namespace tracuu {
namespace {

constexpr std::size_t kSampled = 500;

/// Puts each of a stream into the sample with the same chance (reservoir sampling).
void draw(std::vector<std::string>& sample, std::uint64_t seen, const std::string& next,
          Random& random) {
  if (sample.size() < kSampled) {
    sample.push_back(next);
  } else if (const std::uint32_t place = random.below(seen); place < kSampled) {
    sample[place] = next;
  }
}

std::string text_at(const nlohmann::json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::uint64_t read_file(
    const CorpusOptions& options,
    const std::function<bool(const GeneratedArticle&, std::string_view)>& sink) {
  std::ifstream in(options.file);
  if (!in) {
    throw std::runtime_error("cannot read " + options.file.string());
  }
  std::uint64_t count = 0;
  GeneratedArticle article;
  for (std::string line; count < options.articles && std::getline(in, line); ++count) {
    const nlohmann::json object = nlohmann::json::parse(line);
    article.id = text_at(object, "id");
    article.title = text_at(object, "title");
    article.text = text_at(object, "text");
    article.date = text_at(object, "date");
    line += '\n';
    if (!sink(article, line)) {
      return count;
    }
  }
  return count;
}

}  // namespace

std::uint64_t go_through(
    const CorpusOptions& options,
    const std::function<bool(const GeneratedArticle&, std::string_view)>& sink) {
  if (!options.file.empty()) {
    return read_file(options, sink);
  }
  const ArticleGenerator generator(TRACUU_SOURCE_DIR "/corpus/articles/tuned", options.seed);
  GeneratedArticle article;
  std::string line;
  for (std::uint64_t number = 0; number < options.articles; ++number) {
    generator.write(number, article);
    line.clear();
    append_json_line(article, line);
    if (!sink(article, line)) {
      return number;
    }
  }
  return options.articles;
}

void CorpusSampler::see(const GeneratedArticle& article) {
  ++sample_.articles;
  sample_.bytes += article.title.size() + article.text.size();
  draw(sample_.ids, sample_.articles, article.id, random_);
  const std::size_t words = words_of(article.title).size();
  if (words >= 5 && words <= 25) {
    draw(sample_.titles, ++titles_seen_, article.title, random_);
  }
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : std::string(normalized(text)) + ' ') {
    const bool in_word = static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') ||
                         (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (in_word) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

}  // namespace tracuu
