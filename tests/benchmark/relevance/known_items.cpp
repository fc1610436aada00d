#include "tests/benchmark/relevance/known_items.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <regex>
#include <sstream>
#include <stdexcept>

#include "tests/benchmark/relevance/retyping.h"

namespace tracuu {
namespace {

using Ids = std::set<std::string>;

/// Draws `count` of [0, size) without repeats, or all when there are not so many.
std::vector<std::size_t> drawn(std::size_t size, std::size_t count, std::mt19937& random) {
  std::vector<std::size_t> all(size);
  for (std::size_t i = 0; i < size; ++i) {
    all[i] = i;
  }
  std::shuffle(all.begin(), all.end(), random);
  all.resize(std::min(size, count));
  return all;
}

void add_titles(const std::vector<PlainArticle>& articles, std::size_t count, std::mt19937& random,
                std::vector<JudgedQuery>& queries) {
  std::map<std::string, Ids> by_title;
  for (const PlainArticle& article : articles) {
    by_title[article.title].insert(article.id);
  }
  for (const std::size_t i : drawn(articles.size(), count, random)) {
    const std::string& title = articles[i].title;
    const Ids& relevant = by_title[title];
    queries.push_back({"title", title, relevant});
    queries.push_back({"title, no marks", without_marks(title), relevant});
    queries.push_back({"title, NFD", decomposed(title), relevant});
    queries.push_back({"title, other tone placement", with_other_tone_placement(title), relevant});
    queries.push_back({"title, one typo", with_one_typo(title, random), relevant});
  }
}

/// Returns 4 to 6 neighbouring words without punctuation between them, or "".
std::string phrase_of(const std::string& text, std::mt19937& random) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) {
    words.push_back(word);
  }
  const std::size_t size = 4 + random() % 3;
  if (words.size() < size) {
    return {};
  }
  for (int attempt = 0; attempt < 50; ++attempt) {
    const std::size_t first = random() % (words.size() - size + 1);
    std::string phrase;
    for (std::size_t i = first; i < first + size; ++i) {
      phrase.append(i == first ? "" : " ").append(words[i]);
    }
    if (phrase.find_first_of("\"'.,:;!?()[]{}/-&%+*|=<>0123456789") == std::string::npos &&
        phrase.find("\xE2\x80") == std::string::npos) {
      return phrase;
    }
  }
  return {};
}

void add_phrases(const std::vector<PlainArticle>& articles, std::size_t count, std::mt19937& random,
                 std::vector<JudgedQuery>& queries) {
  std::vector<std::string> texts;
  for (const PlainArticle& article : articles) {
    texts.push_back(in_small(article.title + '\n' + article.text));
  }
  for (const std::size_t i : drawn(articles.size(), count, random)) {
    const std::string phrase = phrase_of(articles[i].text, random);
    if (phrase.empty()) {
      continue;
    }
    const std::string lowered = in_small(phrase);
    Ids relevant;
    for (std::size_t j = 0; j < articles.size(); ++j) {
      if (texts[j].find(lowered) != std::string::npos) {
        relevant.insert(articles[j].id);
      }
    }
    queries.push_back({"phrase of the text", phrase, relevant});
    queries.push_back({"phrase of the text, no marks", without_marks(phrase), relevant});
  }
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

void add_numbers(const std::vector<PlainArticle>& articles, std::size_t count, std::mt19937& random,
                 std::vector<JudgedQuery>& queries) {
  static const std::map<std::string, std::string> types = {
      {"NQ", "Nghị quyết"}, {"QĐ", "Quyết định"}, {"CT", "Chỉ thị"},
      {"NĐ", "Nghị định"},  {"TT", "Thông tư"},   {"KH", "Kế hoạch"}};
  static const std::regex written(
      "\\b(\\d{1,3})((?:/\\d{4})?)[/-](NQ|QĐ|CT|NĐ|TT|KH)[-/]((?:[A-Z]|Đ)[A-Za-zĐ]+)");
  std::map<std::string, Ids> by_number;
  std::map<std::string, Ids> by_type_and_digits;
  std::map<std::string, std::string> short_form;
  for (const PlainArticle& article : articles) {
    for (std::sregex_iterator match(article.text.begin(), article.text.end(), written), end;
         match != end; ++match) {
      const std::string name = types.at((*match)[3]) + " " + (*match)[1].str();
      by_number[match->str()].insert(article.id);
      by_type_and_digits[name].insert(article.id);
      short_form[match->str()] = name;
    }
  }
  const std::vector<std::pair<std::string, Ids>> all(by_number.begin(), by_number.end());
  for (const std::size_t i : drawn(all.size(), count, random)) {
    const auto& [text, relevant] = all[i];
    const std::string& name = short_form[text];
    const Ids& of_name = by_type_and_digits[name];
    queries.push_back({"number", text, relevant});
    queries.push_back({"number, small without marks", in_small(without_marks(text)), relevant});
    queries.push_back(
        {"number, spaced", replaced(replaced(text, "/", " / "), "-", " - "), relevant});
    queries.push_back({"type and number", name, of_name});
    queries.push_back({"type and number, no marks", without_marks(name), of_name});
  }
}

}  // namespace

std::vector<PlainArticle> read_articles(const std::filesystem::path& file, std::size_t most) {
  std::ifstream in(file);
  if (!in) {
    throw std::runtime_error("cannot be read: '" + file.string() + "'");
  }
  std::vector<PlainArticle> articles;
  for (std::string line; articles.size() < most && std::getline(in, line);) {
    const nlohmann::json object = nlohmann::json::parse(line);
    articles.push_back({object.at("id"), object.at("title"), object.at("text")});
  }
  return articles;
}

std::vector<JudgedQuery> known_items(const std::vector<PlainArticle>& articles, std::size_t count,
                                     unsigned seed) {
  std::mt19937 random(seed);
  std::vector<JudgedQuery> queries;
  add_titles(articles, count, random, queries);
  add_phrases(articles, count, random, queries);
  add_numbers(articles, count, random, queries);
  return queries;
}

}  // namespace tracuu
