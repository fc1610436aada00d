#include "tests/benchmark/scale/article_generator.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <stdexcept>

#include "indexer/article_reader.h"
#include "tests/benchmark/scale/news_names.h"

namespace tracuu {
namespace {

constexpr double kReprintShare = 1.0 / 70;
constexpr std::uint64_t kReprintsReach = 2000;  ///< articles back
constexpr double kMeanWords = 575;
constexpr double kWordsSpread = 0.55;  ///< standard deviation of the logarithm
constexpr double kPaperReach = 1.6;
constexpr double kOfficialReach = 1.7;

/// Returns a length around the mean, few of them far above it, as those of articles are.
std::size_t draw_length(Random& random) {
  double sum = 0;
  for (int i = 0; i < 12; ++i) {
    sum += random.unit();
  }
  const double length =
      kMeanWords * std::exp(kWordsSpread * (sum - 6) - kWordsSpread * kWordsSpread / 2);
  return static_cast<std::size_t>(std::clamp(length, 60.0, 6000.0));
}

/// Draws a day of 2004 to 2025, later years being fuller, and returns it `later` days on.
std::string draw_date(Random& random, int later) {
  constexpr std::chrono::year_month_day kFirst(std::chrono::year(2004), std::chrono::January,
                                               std::chrono::day(1));
  constexpr int kDays = 22 * 365 + 5;
  const int day = static_cast<int>(kDays * std::sqrt(random.unit()));
  const std::chrono::year_month_day date(std::chrono::sys_days(kFirst) +
                                         std::chrono::days(std::min(day + later, kDays)));
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text.data();
}

/// Writes the words of one article.
class Writing {
 public:
  Writing(const WordChain& chain, std::uint64_t seed, Random& random)
      : chain_(chain), seed_(seed), random_(random), province_(draw_province(seed, random)) {
    paper_ = random.zipf(kPaperReach);
    official_ = random.zipf(kOfficialReach);
  }

  std::size_t province() const { return province_; }

  void write_title(std::string& title) {
    const std::size_t length = 8 + random_.below(9);
    for (std::size_t i = 0; i < length; ++i) {
      append_word(title);
    }
    if (random_.chance(0.35)) {
      title.append(" ở ").append(province_name(province_));
    }
    while (title.back() == '.' || title.back() == ',') {
      title.pop_back();
    }
    copying_ = 0;
  }

  void write_text(std::string& text) {
    const std::size_t length = draw_length(random_);
    text.append(province_name(province_)).append(" - ");
    while (words_.size() < length) {
      write_sentence(text);
      text += random_.chance(0.3) && words_.size() < length ? '\n' : ' ';
    }
    text.pop_back();
  }

 private:
  void write_sentence(std::string& text) {
    append_opening(text);
    std::size_t in_sentence = 0;
    constexpr std::size_t kLongest = 60;
    do {
      append_word(text);
    } while (!chain_.ends_sentence(words_.back()) && ++in_sentence < kLongest);
    if (text.back() != '.') {
      text += '.';
    }
  }

  /// One sentence in twelve names a paper, one an official, one the province.
  void append_opening(std::string& text) {
    switch (random_.below(36)) {
      case 0:
      case 1:
        text.append("Thực hiện ");
        append_paper(seed_, paper_, text);
        break;
      case 2:
        text.append("Căn cứ ");
        append_paper(seed_, random_.zipf(kPaperReach), text);
        break;
      case 3:
      case 4:
        text.append("Theo ");
        append_official(seed_, official_, text);
        break;
      case 5:
        text.append("Cùng dự có ");
        append_official(seed_, random_.zipf(kOfficialReach), text);
        break;
      case 6:
      case 7:
      case 8:
        text.append("Tại ").append(province_title(province_));
        break;
      default:
        return;
    }
    text.append(", ");
  }

  /// Appends the next word: articles take up what they said before, at times.
  void append_word(std::string& text) {
    constexpr double kTakesUp = 0.075;
    if (copying_ > 0) {
      --copying_;
      words_.push_back(words_[copied_++]);
    } else if (words_.size() > 20 && random_.chance(kTakesUp)) {
      copied_ = random_.below(words_.size());
      copying_ = std::min<std::size_t>(2 + random_.below(9), words_.size() - copied_);
      append_word(text);
      return;
    } else {
      words_.push_back(words_.empty() || chain_.ends_sentence(words_.back())
                           ? chain_.first(random_)
                           : chain_.next(words_.back(), random_));
    }
    if (!text.empty() && text.back() != ' ' && text.back() != '\n') {
      text += ' ';
    }
    chain_.append(words_.back(), text);
  }

  const WordChain& chain_;
  std::uint64_t seed_;
  Random& random_;
  std::size_t province_;
  std::uint64_t paper_;     ///< what the article is about
  std::uint64_t official_;  ///< whom it is about
  std::vector<WordChain::Word> words_;
  std::size_t copied_ = 0;
  std::size_t copying_ = 0;
};

std::string id_of(std::uint64_t seed, std::uint64_t number) {
  std::array<char, 48> text{};
  std::snprintf(text.data(), text.size(), "%llu-%07llu", static_cast<unsigned long long>(seed),
                static_cast<unsigned long long>(number));
  return text.data();
}

}  // namespace

ArticleGenerator::ArticleGenerator(const std::filesystem::path& articles, std::uint64_t seed)
    : seed_(seed) {
  std::size_t learned = 0;
  walk_inputs(
      {articles},
      [&](const RawInput& input) {
        Result<RawPage> page = read_page(input);
        const Result<ReadArticle> read =
            page ? read_article(std::move(*page)) : Result<ReadArticle>(page.error());
        if (read) {
          chain_.learn(read->article.text);
          ++learned;
        }
        return true;
      },
      [](const Rejection&) {});
  if (learned == 0) {
    throw std::runtime_error("no articles to learn from in " + articles.string());
  }
}

void ArticleGenerator::write_original(std::uint64_t number, GeneratedArticle& article) const {
  Random random(mixed(seed_, number));
  article.id = id_of(seed_, number);
  article.title.clear();
  article.text.clear();
  article.reprint = false;
  article.date = draw_date(random, 0);
  Writing writing(chain_, seed_, random);
  writing.write_title(article.title);
  writing.write_text(article.text);
  article.source = draw_source(writing.province(), random);
}

void ArticleGenerator::write(std::uint64_t number, GeneratedArticle& article) const {
  Random random(mixed(~seed_, number));
  if (number == 0 || !random.chance(kReprintShare)) {
    write_original(number, article);
    return;
  }
  const std::uint64_t back = 1 + random.below(std::min(number, kReprintsReach));
  write_original(number - back, article);
  article.id = id_of(seed_, number);
  article.reprint = true;
  // Its own day again, a few days on, for another paper, at times without the last paragraph.
  Random first_day(mixed(seed_, number - back));
  article.date = draw_date(first_day, static_cast<int>(random.below(4)));
  article.source = draw_source(draw_province(seed_, random), random);
  const std::size_t last = article.text.rfind('\n');
  if (last != std::string::npos && last > article.text.size() * 3 / 4 && random.chance(0.5)) {
    article.text.resize(last);
  }
}

void append_json_line(const GeneratedArticle& article, std::string& lines) {
  lines.append(R"({"id":")").append(article.id).append(R"(","title":")").append(article.title);
  lines.append(R"(","date":")").append(article.date).append(R"(","source":")");
  lines.append(article.source).append(R"(","text":")");
  for (std::size_t begin = 0; begin <= article.text.size();) {
    const std::size_t end = std::min(article.text.find('\n', begin), article.text.size());
    lines.append(article.text, begin, end - begin).append(end < article.text.size() ? "\\n" : "");
    begin = end + 1;
  }
  lines.append("\"}\n");
}

}  // namespace tracuu
