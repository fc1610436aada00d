#include "tests/benchmark/entities/scores.h"

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <set>

#include "common/text/letters.h"
#include "common/text/normalize.h"
#include "common/text/utf8.h"

namespace tracuu {
namespace {

using Json = nlohmann::json;
using Values = std::set<std::string>;

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(whole);
}

/// One spelling, single blanks.
std::string spelled(const Json& value) {
  if (!value.is_string()) {
    return {};
  }
  std::string text = normalized(value.get<std::string>());
  std::replace(text.begin(), text.end(), '\n', ' ');
  const auto repeated =
      std::unique(text.begin(), text.end(), [](char a, char b) { return a == ' ' && b == ' '; });
  text.erase(repeated, text.end());
  const std::size_t first = text.find_first_not_of(' ');
  return first == std::string::npos ? ""
                                    : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::string lowered(const std::string& text) {
  std::string lower;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code_point = next_code_point(text, at);
    const Letter& letter = letter_at(code_point);
    append_utf8(lower, letter ? compose_letter(letter.folded, letter.shape, letter.tone, false)
                              : code_point);
  }
  return lower;
}

/// "NQ 36" and "36" say the same: a number without its issuer.
std::string number_of(const Json& document) {
  const std::string number = spelled(document["number"]);
  const std::size_t digits = number.find_first_of("0123456789");
  const bool type_in_front = digits != std::string::npos && digits > 1 && digits <= 6 &&
                             number.find(' ') == digits - 1 &&
                             number.find('/') == std::string::npos;
  return type_in_front ? number.substr(digits) : number;
}

template <typename Reading>
Values values_of(const Json& object, const char* kind, Reading reading) {
  Values values;
  for (const Json& entry : object.value(kind, Json::array())) {
    values.insert(reading(entry));
  }
  return values;
}

/// Compares one kind and one field of a capture after the other.
class Comparison {
 public:
  Comparison(Scores& scores, const Json& label, const Json& output)
      : scores_(scores), label_(label), output_(output), doc_(label.value("doc", "")) {}

  template <typename Reading>
  void compare_set(const std::string& kind, const char* key, Reading reading) {
    const Values found = values_of(output_, key, reading);
    const Values wanted = values_of(label_, key, reading);
    Tally& tally = scores_.sets[kind];
    for (const std::string& value : found) {
      const bool right = wanted.contains(value);
      ++(right ? tally.right : tally.extra);
      if (!right) {
        scores_.differences.push_back({doc_, kind, value, ""});
      }
    }
    for (const std::string& value : wanted) {
      if (!found.contains(value)) {
        ++tally.missing;
        scores_.differences.push_back({doc_, kind, "", value});
      }
    }
  }

  void compare_field(const std::string& kind, const std::string& found, const std::string& wanted) {
    Tally& tally = scores_.fields[kind];
    if (found == wanted) {
      ++tally.right;
    } else {
      ++tally.missing;
      scores_.differences.push_back({doc_, kind, found, wanted});
    }
  }

  /// Over the documents that were found: the date tied to the number.
  void compare_document_dates() {
    std::map<std::string, std::string> found;
    for (const Json& document : output_.value("documents", Json::array())) {
      found.emplace(number_of(document), spelled(document["date"]));
    }
    for (const Json& document : label_.value("documents", Json::array())) {
      const auto same = found.find(number_of(document));
      if (same != found.end()) {
        compare_field("document date", same->first + " " + same->second,
                      same->first + " " + spelled(document["date"]));
      }
    }
  }

 private:
  Scores& scores_;
  const Json& label_;
  const Json& output_;
  std::string doc_;
};

std::string row(const std::string& kind, const std::string& figures, std::size_t of) {
  char text[160];
  std::snprintf(text, sizeof text, "  %-22s %-26s %6zu\n", kind.c_str(), figures.c_str(), of);
  return text;
}

std::string percent(double value) {
  char text[16];
  std::snprintf(text, sizeof text, "%7.3f ", value);
  return text;
}

}  // namespace

double Tally::precision() const {
  return share(right, right + extra);
}
double Tally::recall() const {
  return share(right, right + missing);
}
double Tally::f1() const {
  return share(2 * right, 2 * right + extra + missing);
}

namespace {

/// Returns the dates of a label in the forms that `extract` prints.
Json with_plain_dates(const Json& label) {
  Json plain = label;
  plain["dates"] = Json::array();
  const auto add = [&](const std::string& iso) { plain["dates"].push_back({{"iso", iso}}); };
  for (const Json& date : label.value("dates", Json::array())) {
    const std::string iso = spelled(date["iso"]);
    if (const std::size_t slash = iso.find('/'); slash != std::string::npos) {
      add(iso.substr(0, slash));
      add(iso.substr(slash + 1));
    } else if (const std::size_t quarter = iso.find("-Q"); quarter != std::string::npos) {
      add(iso.substr(0, quarter));
    } else if (!iso.starts_with("--")) {
      add(iso);
    }
  }
  return plain;
}

}  // namespace

void add_to(Scores& scores, const Json& written, const Json* output) {
  const Json label = with_plain_dates(written);
  const Json nothing = Json::object();
  ++scores.articles;
  scores.unread += output == nullptr ? 1 : 0;
  const Json& found = output == nullptr ? nothing : *output;
  Comparison comparison(scores, label, found);
  const auto field = [&](const char* key) {
    return std::pair(spelled(found.value(key, Json())), spelled(label.value(key, Json())));
  };
  for (const auto& [kind, key] : {std::pair("title", "title"),
                                  {"published", "published"},
                                  {"author", "author"},
                                  {"primary province", "primary_province"}}) {
    const auto [ours, theirs] = field(key);
    comparison.compare_field(kind, ours, theirs);
  }
  const auto [ours, theirs] = field("source");
  comparison.compare_field("source", lowered(ours), lowered(theirs));
  comparison.compare_set("documents", "documents", number_of);
  comparison.compare_document_dates();
  comparison.compare_set("dates", "dates", [](const Json& date) { return spelled(date["iso"]); });
  comparison.compare_set("provinces", "provinces", spelled);
  const auto name = [](const Json& official) { return spelled(official["name"]); };
  const auto position = [&](const Json& official) {
    return name(official) + " | " + lowered(spelled(official["position"]));
  };
  comparison.compare_set("officials", "officials", name);
  comparison.compare_set("officials + position", "officials", position);
  comparison.compare_set("officials + post", "officials", [&](const Json& official) {
    return position(official) + " | " + lowered(spelled(official["organisation"]));
  });
}

std::string table_of(const Scores& scores, std::string_view heading) {
  std::string table = std::string(heading) + ": " + std::to_string(scores.articles) +
                      " captures, " + std::to_string(scores.unread) + " without output\n" +
                      "  kind                   precision recall F1         labels\n";
  for (const auto& [kind, tally] : scores.sets) {
    table += row(kind, percent(tally.precision()) + percent(tally.recall()) + percent(tally.f1()),
                 tally.right + tally.missing);
  }
  table += "  field                  accuracy\n";
  for (const auto& [kind, tally] : scores.fields) {
    table += row(kind, percent(tally.recall()), tally.right + tally.missing);
  }
  return table;
}

}  // namespace tracuu
