#include "common/entity/person_name.h"

#include <gtest/gtest.h>

#include "common/text/normalize.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

NameCue cue_named(std::string_view name) {
  return name == "person" ? NameCue::kPerson : name == "body" ? NameCue::kBody : NameCue::kNone;
}

std::string text_until(const TokenizedText& text, std::size_t end) {
  return end == 0 ? "" : std::string(text.normalized.substr(0, text.tokens[end - 1].span.end));
}

TEST(PersonName, EndsWhereTheNameEnds) {
  for (const auto& row : read_table("person_names.tsv")) {
    const std::string text = normalized(row[0]);
    const TokenizedText tokens = tokenized(text);
    const WordedText words(tokens);
    EXPECT_EQ(text_until(tokens, end_of_full_name(words, 0, cue_named(row[1]))), row[2]) << row;
  }
}

TEST(PersonName, ShortNameIsOneSyllableOrTwo) {
  const std::string text = normalized("Hải Bắc Son Lê Khắc Nam Putin");
  for (const auto& [name, length] : {std::pair<std::string, std::size_t>{"Hải nói", 1},
                                     {"Bắc Son nói", 2},
                                     {"Lê Khắc Nam nói", 0},
                                     {"Putin nói", 0},
                                     {"hải", 0}}) {
    const std::string spelled = normalized(name);
    const TokenizedText tokens = tokenized(spelled);
    EXPECT_EQ(end_of_short_name(WordedText(tokens), 0), length) << name;
  }
}

TEST(PersonName, PlaceNeedsCapitals) {
  for (const auto& [name, length] : {std::pair<std::string, std::size_t>{"Hà Nam", 2},
                                     {"TP. HCM", 2},
                                     {"hà nam", 0},
                                     {"Lê Nam", 0}}) {
    const std::string spelled = normalized(name);
    const TokenizedText tokens = tokenized(spelled);
    EXPECT_EQ(end_of_place(WordedText(tokens), 0), length) << name;
  }
}

}  // namespace
}  // namespace tracuu
