// Checks the bundled corpus against itself: what corpus/README.md promises about captures, labels
// and judgements. No rule of the indexer is used, only the one spelling of text.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "common/text/normalize.h"
#include "common/text/utf8.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 2> kParts{"tuned", "holdout"};

fs::path corpus() {
  return fs::path(TRACUU_SOURCE_DIR) / "corpus";
}

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    throw std::runtime_error("cannot read " + path.string());
  }
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A line of a .jsonl file and where it stands.
struct Line {
  std::string place;  ///< "tuned.jsonl:7"
  std::string text;
  Json json;
};

std::vector<Line> lines_of(const fs::path& path) {
  std::ifstream in(path);
  std::vector<Line> lines;
  std::string text;
  for (int number = 1; std::getline(in, text); ++number) {
    lines.push_back(
        {path.filename().string() + ':' + std::to_string(number), text, Json::parse(text)});
  }
  return lines;
}

struct Label {
  std::string part;
  Line line;
};

std::vector<Label> all_labels() {
  std::vector<Label> labels;
  for (const std::string_view part : kParts) {
    for (Line& line : lines_of(corpus() / "labels" / (std::string(part) + ".jsonl"))) {
      labels.push_back({std::string(part), std::move(line)});
    }
  }
  return labels;
}

std::vector<Line> all_judgements() {
  return lines_of(corpus() / "judgements.jsonl");
}

std::set<std::string> files_of(std::string_view part) {
  std::set<std::string> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(corpus() / "articles" / part)) {
    files.insert(entry.path().filename().string());
  }
  return files;
}

/// Reads `digits` as a whole number; nothing unless it is digits only and `length` of them.
std::optional<int> number(std::string_view digits, std::size_t length) {
  int value = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value);
  const bool whole = digits.size() == length && error == std::errc() && stop == end;
  return whole && value >= 0 ? std::optional(value) : std::nullopt;
}

/// Where the tag at `open` ends; a script or style element counts as one tag with its content.
std::size_t end_of_tag(const std::string& html, std::size_t open) {
  for (const std::string_view name : {"script", "style", "!--"}) {
    if (html.compare(open + 1, name.size(), name) == 0) {
      const std::string closing = name == "!--" ? "-->" : "</" + std::string(name);
      open = html.find(closing, open);
      break;
    }
  }
  const std::size_t close = open == std::string::npos ? open : html.find('>', open);
  return close == std::string::npos ? html.size() : close + 1;
}

std::string without_tags(const std::string& html) {
  std::string text;
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] == '<') {
      at = end_of_tag(html, at);
      text += ' ';
    } else {
      text += html[at++];
    }
  }
  return text;
}

/// The character that `name`, what stands between '&' and ';', is for; nothing if it is none.
std::optional<std::string> character_of(const std::string& name) {
  static const std::map<std::string, std::string> kNamed{
      {"nbsp", " "},   {"ndash", "-"},  {"mdash", "-"},  {"minus", "-"},  {"ldquo", "\""},
      {"rdquo", "\""}, {"quot", "\""},  {"lt", "<"},     {"gt", ">"},     {"amp", "&"},
      {"agrave", "à"}, {"aacute", "á"}, {"acirc", "â"},  {"atilde", "ã"}, {"egrave", "è"},
      {"eacute", "é"}, {"ecirc", "ê"},  {"igrave", "ì"}, {"iacute", "í"}, {"ograve", "ò"},
      {"oacute", "ó"}, {"ocirc", "ô"},  {"otilde", "õ"}, {"ugrave", "ù"}, {"uacute", "ú"},
      {"yacute", "ý"}, {"ETH", "Ð"},    {"Aacute", "Á"}, {"Agrave", "À"}, {"Acirc", "Â"},
      {"Ecirc", "Ê"},  {"Ocirc", "Ô"},  {"Yacute", "Ý"}, {"Oacute", "Ó"}, {"Iacute", "Í"},
      {"Uacute", "Ú"}};
  std::string character;
  if (const auto named = kNamed.find(name); named != kNamed.end()) {
    character = named->second;
  } else if (const auto code =
                 name.starts_with('#') ? number(name.substr(1), name.size() - 1) : std::nullopt) {
    append_utf8(character, static_cast<char32_t>(*code));
  }
  return character.empty() ? std::nullopt : std::optional(character);
}

std::string with_characters_for_entities(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t end = text[at] == '&' ? text.find(';', at) : std::string::npos;
    const auto character = end == std::string::npos || end - at > 8
                               ? std::nullopt
                               : character_of(text.substr(at + 1, end - at - 1));
    out += character.value_or(text.substr(at, 1));
    at = character ? end : at;
  }
  return out;
}

/// The one spelling of a text on one line, so that a name broken over two lines is whole.
std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char character : normalized(text)) {
    const bool blank = character == ' ' || character == '\n';
    if (!blank) {
      line += character;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (line.ends_with(' ')) {
    line.pop_back();
  }
  return line;
}

std::string readable_text(const fs::path& path) {
  const std::string bytes = bytes_of(path);
  return on_one_line(path.extension() == ".html" ? with_characters_for_entities(without_tags(bytes))
                                                 : bytes);
}

/// Whether `iso` is YYYY, YYYY-MM or YYYY-MM-DD and stands in the calendar.
bool is_date(std::string_view iso) {
  const auto year = number(iso.substr(0, 4), 4);
  const bool dashes = (iso.size() == 4 || iso[4] == '-') && (iso.size() <= 7 || iso[7] == '-');
  if (!year || !dashes) {
    return false;
  }
  const auto month = iso.size() == 4 ? std::optional(1) : number(iso.substr(5, 2), 2);
  const auto day = iso.size() <= 7 ? std::optional(1) : number(iso.substr(8), 2);
  using namespace std::chrono;
  return month && day &&
         year_month_day(std::chrono::year(*year), std::chrono::month(unsigned(*month)),
                        std::chrono::day(unsigned(*day)))
             .ok();
}

/// The same or a quarter "2013-Q3", a span of years "2016/2020", a day of an unknown year
/// "--10-10".
bool is_date_of_a_text(const std::string& iso) {
  if (iso.starts_with("--")) {
    return is_date("2000" + iso.substr(1));
  }
  const std::string_view view(iso);
  if (iso.size() == 7 && iso[5] == 'Q') {
    return number(view.substr(0, 4), 4) && iso[4] == '-' && iso[6] >= '1' && iso[6] <= '4';
  }
  if (iso.size() == 9 && iso[4] == '/') {
    return number(view.substr(0, 4), 4) && number(view.substr(5), 4) &&
           view.substr(0, 4) < view.substr(5);
  }
  return is_date(iso);
}

/// Whether any combining mark U+0300..036F is left uncomposed. Every letter of Vietnamese has a
/// composed form, so none is left in NFC.
bool has_combining_mark(std::string_view utf8) {
  for (std::size_t i = 0; i + 1 < utf8.size(); ++i) {
    const auto first = static_cast<unsigned char>(utf8[i]);
    const auto second = static_cast<unsigned char>(utf8[i + 1]);
    if (first == 0xCC || (first == 0xCD && second <= 0xAF)) {
      return true;
    }
  }
  return false;
}

TEST(Corpus, HasEnoughCapturesProvincesAndHoldout) {
  const std::size_t tuned = files_of("tuned").size();
  const std::size_t holdout = files_of("holdout").size();
  EXPECT_GE(tuned + holdout, 60U);
  EXPECT_GE(holdout * 10, (tuned + holdout) * 3) << "less than 30 % is held out";
  EXPECT_LE(holdout * 10, (tuned + holdout) * 4) << "more than 40 % is held out";
  std::set<std::string> provinces;
  for (const Label& label : all_labels()) {
    provinces.insert(label.line.json["primary_province"].get<std::string>());
  }
  provinces.erase("");
  EXPECT_GE(provinces.size(), 25U);
}

TEST(Corpus, EveryFileHasOneLabelAndEveryLabelAFile) {
  std::map<std::string, std::multiset<std::string>> labelled;
  for (const Label& label : all_labels()) {
    labelled[label.part].insert(label.line.json["doc"].get<std::string>());
  }
  for (const std::string_view part : kParts) {
    const std::set<std::string> files = files_of(part);
    EXPECT_EQ(labelled[std::string(part)], std::multiset<std::string>(files.begin(), files.end()));
  }
}

TEST(Corpus, NoTwoCapturesShareANumberOrAStem) {
  std::set<std::string> stems;
  std::set<std::string> numbers;
  for (const std::string_view part : kParts) {
    for (const std::string& file : files_of(part)) {
      EXPECT_TRUE(stems.insert(fs::path(file).stem()).second) << file;
      EXPECT_TRUE(numbers.insert(file.substr(0, 3)).second) << file;
      EXPECT_TRUE(file.ends_with(".txt") || file.ends_with(".html")) << file;
    }
  }
}

TEST(Label, HasItsKeysInOrder) {
  const std::vector<std::string> keys{
      "doc",       "title",     "published", "source",   "author", "primary_province",
      "provinces", "documents", "dates",     "officials"};
  for (const Label& label : all_labels()) {
    std::vector<std::string> found;
    for (const auto& [key, value] : label.line.json.items()) {
      found.push_back(key);
    }
    EXPECT_EQ(found, keys) << label.line.place;
  }
}

TEST(Label, IsWrittenInComposedLetters) {
  for (const Label& label : all_labels()) {
    EXPECT_FALSE(has_combining_mark(label.line.text)) << label.line.place;
    // An escape could hide what the bytes do not show.
    EXPECT_FALSE(has_combining_mark(label.line.json.dump())) << label.line.place;
  }
}

TEST(Label, QuotesOnlyWhatItsFileSays) {
  for (const Label& entry : all_labels()) {
    const Json& label = entry.line.json;
    const std::string& place = entry.line.place;
    const std::string text =
        readable_text(corpus() / "articles" / entry.part / std::string(label["doc"]));
    const auto expect_in_text = [&](const Json& quoted) {
      const std::string wanted = on_one_line(quoted.get<std::string>());
      EXPECT_FALSE(wanted.empty()) << place;
      EXPECT_TRUE(text.find(wanted) != std::string::npos) << place << ": " << quoted;
    };
    expect_in_text(label["title"]);
    for (const Json& document : label["documents"]) {
      expect_in_text(document["surface"]);
    }
    for (const Json& date : label["dates"]) {
      expect_in_text(date["surface"]);
    }
    for (const Json& official : label["officials"]) {
      expect_in_text(official["name"]);
      expect_in_text(official["position"]);
    }
  }
}

TEST(Label, GivesDatesThatExist) {
  for (const auto& [part, line] : all_labels()) {
    const Json& published = line.json["published"];
    EXPECT_TRUE(published.is_null() || (published.get<std::string>().size() == 10 &&
                                        is_date(published.get<std::string>())))
        << line.place << ": " << published;
    for (const Json& document : line.json["documents"]) {
      const std::string date = document["date"];
      EXPECT_TRUE(date.empty() || is_date(date)) << line.place << ": " << document;
    }
    for (const Json& date : line.json["dates"]) {
      EXPECT_TRUE(is_date_of_a_text(date["iso"])) << line.place << ": " << date;
    }
  }
}

TEST(Label, NamesItsProvinceAmongTheProvinces) {
  for (const auto& [part, line] : all_labels()) {
    const std::vector<std::string> provinces = line.json["provinces"];
    const std::string primary = line.json["primary_province"];
    EXPECT_TRUE(primary.empty() || std::count(provinces.begin(), provinces.end(), primary) == 1)
        << line.place;
  }
}

TEST(Label, NamesNothingTwice) {
  for (const auto& [part, line] : all_labels()) {
    for (const char* list : {"provinces", "documents", "officials"}) {
      std::set<std::string> seen;
      for (Json entry : line.json[list]) {
        if (entry.is_object()) {
          entry.erase("surface");
        }
        EXPECT_TRUE(seen.insert(entry.dump()).second) << line.place << ": " << entry;
      }
    }
  }
}

std::map<std::string, Json> labels_by_stem() {
  std::map<std::string, Json> labels;
  for (const Label& label : all_labels()) {
    labels.emplace(fs::path(label.line.json["doc"].get<std::string>()).stem(), label.line.json);
  }
  return labels;
}

TEST(Judgement, NamesArticlesOfTheCorpusOnceEach) {
  const auto labels = labels_by_stem();
  const std::vector<Line> judgements = all_judgements();
  EXPECT_GE(judgements.size(), 40U);
  for (const Line& line : judgements) {
    const std::vector<std::string> relevant = line.json["relevant"];
    EXPECT_FALSE(relevant.empty()) << line.place;
    for (const std::string& stem : relevant) {
      EXPECT_TRUE(labels.contains(stem)) << line.place << ": " << stem;
    }
    EXPECT_EQ(std::set<std::string>(relevant.begin(), relevant.end()).size(), relevant.size())
        << line.place;
  }
}

TEST(Judgement, AsksSomethingOnceAndSaysWhy) {
  std::set<std::string> questions;
  for (const Line& line : all_judgements()) {
    const Json parameters = line.json.value("parameters", Json::object());
    const std::string query = line.json["query"];
    EXPECT_FALSE(query.empty() && parameters.empty()) << line.place;
    EXPECT_FALSE(line.json["reason"].get<std::string>().empty()) << line.place;
    EXPECT_TRUE(questions.insert(query + parameters.dump()).second) << line.place;
    for (const auto& [name, values] : parameters.items()) {
      EXPECT_TRUE(values.is_array() && !values.empty()) << line.place << ": " << name;
    }
  }
}

TEST(Judgement, NeverCallsAnArticleOfAnotherTimeRight) {
  const auto labels = labels_by_stem();
  std::size_t checked = 0;
  for (const Line& line : all_judgements()) {
    const Json parameters = line.json.value("parameters", Json::object());
    for (const char* name : {"year", "from", "to"}) {
      if (!parameters.contains(name)) {
        continue;
      }
      const std::string bound = parameters[name][0];
      for (const std::string stem : line.json["relevant"]) {
        const Json& published = labels.at(stem)["published"];
        ASSERT_TRUE(published.is_string()) << line.place << ": " << stem << " is undated";
        const std::string day = published.get<std::string>().substr(0, bound.size());
        const std::string_view kind(name);
        EXPECT_TRUE(kind == "from" ? day >= bound
                    : kind == "to" ? day <= bound
                                   : day == bound)
            << line.place << ": " << stem << " is of " << published;
        ++checked;
      }
    }
  }
  EXPECT_GT(checked, 0U) << "no judgement has a date";
}

}  // namespace
}  // namespace tracuu
