#include "common/text/normalize.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

#include "common/text/utf8.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

// The promises every normalized text keeps.
void expect_sound(std::string_view original) {
  const NormalizedText once = normalize(original);
  const NormalizedText twice = normalize(once.text);
  ASSERT_EQ(once.text, twice.text) << "not idempotent: " << original;
  ASSERT_TRUE(twice.origin.empty()) << original;
  ASSERT_EQ(normalized(original), once.text);
  ASSERT_EQ(find_invalid_utf8(once.text), std::nullopt) << original;
  if (once.origin.empty()) {
    ASSERT_EQ(once.text, original);
    return;
  }
  ASSERT_EQ(once.origin.size(), once.text.size() + 1);
  ASSERT_EQ(once.origin.back(), original.size());
  ASSERT_TRUE(std::is_sorted(once.origin.begin(), once.origin.end())) << original;
}

TEST(Normalize, WritesTheSpellingOfItsRow) {
  for (const TableRow& row : read_table("text_normalize.tsv")) {
    EXPECT_EQ(normalize(ExactText(row[0])).text, row[1]) << row;
    EXPECT_EQ(normalized(ExactText(row[0])), row[1]) << row;
    expect_sound(row[0]);
  }
}

TEST(Normalize, LeavesNoMapWhereNothingChanged) {
  EXPECT_TRUE(normalize("Nghị quyết số 36-NQ/TW").origin.empty());
  EXPECT_TRUE(normalize("москва x\u0301").origin.empty());
  EXPECT_FALSE(normalize("Hà  Nội").origin.empty());
}

std::string_view original_of(std::string_view original, std::string_view part) {
  const NormalizedText text = normalize(original);
  const auto begin = text.text.find(part);
  EXPECT_NE(begin, std::string::npos) << text.text;
  const Span span{static_cast<std::uint32_t>(begin),
                  static_cast<std::uint32_t>(begin + part.size())};
  return slice(original, text.to_original(span));
}

TEST(Normalize, LeadsBackToTheAuthorsBytes) {
  EXPECT_EQ(original_of("ngày Vie\u0323\u0302t Nam", "Việt"), "Vie\u0323\u0302t");
  EXPECT_EQ(original_of("ngày Vie\u0323\u0302t Nam", "ệ"), "e\u0323\u0302");
  EXPECT_EQ(original_of("ngày Vie\u0323\u0302t Nam", "Nam"), "Nam");
  EXPECT_EQ(original_of("a \u00A0 b", " "), " \u00A0 ");
  EXPECT_EQ(original_of("tỉnh \u00D0à  Nẵng.", "Đà Nẵng"), "\u00D0à  Nẵng");
  EXPECT_EQ(original_of("e\uFB03cient", "ffi"), "\uFB03");
  EXPECT_EQ(original_of("e\uFB03cient", "ff"), "\uFB03");
  EXPECT_EQ(original_of("a\r\nb", "\n"), "\r\n");
  EXPECT_EQ(original_of("e\u200B\u0323\u0302 x", "ệ"), "e\u200B\u0323\u0302");
  EXPECT_EQ(original_of("Hà Nội", "Nội"), "Nội");
}

TEST(Normalize, MapsAnEmptySpanToAnEmptySpan) {
  const NormalizedText text = normalize("Ðà  Nẵng");
  for (const std::uint32_t at : {0U, 2U, 4U, static_cast<std::uint32_t>(text.text.size())}) {
    EXPECT_TRUE(text.to_original({at, at}).empty());
  }
}

TEST(Normalize, IsSoundOnEveryCodePointAloneAndInAWord) {
  for (char32_t code_point = 0; code_point < 0x30000; ++code_point) {
    if (code_point >= 0xD800 && code_point < 0xE000) {
      continue;
    }
    std::string text;
    append_utf8(text, code_point);
    expect_sound(text);
    expect_sound("a" + text + "\u0301");
    if (HasFatalFailure()) {
      FAIL() << "U+" << std::hex << +code_point;
    }
  }
}

TEST(Normalize, IsSoundOnAnyMixture) {
  const std::string_view pieces[] = {"a",      "u",      "e",      "ệ",      "ă",      "\u0301",
                                     "\u0302", "\u0306", "\u031B", "\u0323", "\u030C", "\u0328",
                                     "\u0344", "\u200B", " ",      "\u00A0", "\n",     "\r",
                                     "\u0430", "\u0441", "ж",      "\uFB01", "\u1100", "\u1161",
                                     "\u11A8", "\u00D0", "-",      "\u2013"};
  unsigned state = 7;
  for (int round = 0; round < 40'000; ++round) {
    std::string mixture;
    for (int i = 0; i < 9; ++i) {
      state = state * 1664525U + 1013904223U;
      mixture += pieces[(state >> 16) % std::size(pieces)];
    }
    expect_sound(mixture);
    if (HasFatalFailure()) {
      FAIL() << mixture;
    }
  }
}

TEST(Normalize, StaysLinearUnderPilesOfMarks) {
  std::string pile = "a";
  for (int i = 0; i < 500'000; ++i) {
    pile += i % 2 == 0 ? "\u0301" : "\u0323";
  }
  const auto begin = std::chrono::steady_clock::now();
  expect_sound(pile);
  expect_sound(pile.substr(1));
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
  EXPECT_LT(taken.count(), 5.0);  // a quadratic sort takes minutes
  EXPECT_LT(normalized(pile).size(), 100U);
}

TEST(Normalize, LooksThroughALongMixedWordOnce) {
  std::string word;
  for (int i = 0; i < 300'000; ++i) {
    word += "\u0430";
  }
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(normalized(word + "n"), std::string(300'000, 'a') + "n");
  EXPECT_EQ(normalized(word), word);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
  EXPECT_LT(taken.count(), 5.0);
}

}  // namespace
}  // namespace tracuu
