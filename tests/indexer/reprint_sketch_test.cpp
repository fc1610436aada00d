#include "indexer/reprint_sketch.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "tests/indexer/reprint_articles.h"
#include "tests/support/sample_article.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

std::string body_of(std::string_view pieces) {
  static const std::map<std::string, std::string, std::less<>> kTexts = [] {
    std::map<std::string, std::string, std::less<>> texts;
    for (const TableRow& row : read_table("reprint_texts.tsv")) {
      texts.emplace(row[0], row[1]);
    }
    return texts;
  }();
  std::string body;
  while (!pieces.empty()) {
    const auto end = std::min(pieces.find('+'), pieces.size());
    body += kTexts.at(std::string(pieces.substr(0, end)));
    body += body.ends_with('\n') || body.ends_with(' ') ? "" : " ";
    pieces.remove_prefix(std::min(end + 1, pieces.size()));
  }
  return body;
}

ReprintSketch sketch_of(std::string_view day, std::string_view pieces) {
  return reprint_sketch(reprint_article("a", body_of(pieces),
                                        day.empty() ? std::nullopt : std::optional(day_of(day))));
}

TEST(ReprintSketch, TellsReprintsFromTextsThatLookLikeThem) {
  for (const TableRow& row : read_table("reprints.tsv")) {
    const ReprintSketch left = sketch_of(row[1], row[2]);
    const ReprintSketch right = sketch_of(row[3], row[4]);
    const Overlap overlap = overlap_of(left, right);
    EXPECT_EQ(reprint_confidence(left, right).has_value(), row[0] == "reprint")
        << row << " contained " << overlap.contained << " ratio " << overlap.ratio << " numbers "
        << overlap.numbers << " sample " << overlap.sample;
    EXPECT_EQ(reprint_confidence(right, left), reprint_confidence(left, right)) << row;
  }
}

TEST(ReprintSketch, ReprintsShareAKey) {
  for (const TableRow& row : read_table("reprints.tsv")) {
    if (row[0] != "reprint") {
      continue;
    }
    const auto left = reprint_keys(sketch_of(row[1], row[2]));
    const auto right = reprint_keys(sketch_of(row[3], row[4]));
    EXPECT_LE(left.size(), kReprintKeys);
    EXPECT_TRUE(std::any_of(left.begin(), left.end(), [&](std::uint32_t key) {
      return std::find(right.begin(), right.end(), key) != right.end();
    })) << row;
  }
}

TEST(ReprintSketch, IsEmptyForAPassageThatNobodyRanAsAnArticle) {
  Article passage = reprint_article("a", "công nghệ thông tin và truyền thông của cả nước ta");
  EXPECT_FALSE(reprint_sketch(passage).shingles.hashes.empty());
  passage.text.erase(0, passage.title_size);
  passage.title_size = 0;
  EXPECT_TRUE(reprint_sketch(passage).shingles.hashes.empty());
}

TEST(ReprintSketch, DoesNotDependOnSpellingOfTonesOrCase) {
  const Article typed = reprint_article("a", "Hòa Bình thuý kiều lý thuỷ công nghệ thông tin và");
  const Article other = reprint_article("b", "HOÀ BÌNH THÚY KIỀU LÝ THỦY CÔNG NGHỆ THÔNG TIN VÀ");
  EXPECT_EQ(reprint_sketch(typed), reprint_sketch(other));
  EXPECT_FALSE(reprint_sketch(typed).shingles.hashes.empty());
}

TEST(ReprintSketch, IgnoresTheTitle) {
  Article titled = sample_article("a", "Một đầu đề dài có đủ số tiếng để thành một mảnh", "");
  EXPECT_EQ(reprint_sketch(titled), ReprintSketch());
}

TEST(ReprintSketch, StaysSmallWhateverTheTextIs) {
  RandomTexts texts(11);
  for (const std::size_t syllables : {0UL, 4UL, 5UL, 60UL, 68UL, 69UL, 700UL, 30'000UL}) {
    const ReprintSketch sketch = reprint_sketch(reprint_article("a", texts.text(syllables)));
    EXPECT_LE(sketch.shingles.hashes.size(), 64U);
    EXPECT_EQ(sketch.shingles.hashes.empty(), syllables < 5) << syllables;
    EXPECT_EQ(sketch.shingles.bound != HashSample().bound, syllables > 68) << syllables;
    EXPECT_TRUE(std::is_sorted(sketch.shingles.hashes.begin(), sketch.shingles.hashes.end()));
  }
}

/// The share of the shorter text's shingles that the longer one has, counted over all of them.
double true_containment(const std::string& left, const std::string& right) {
  const auto shingles_of = [](const std::string& text) {
    std::vector<std::string> syllables{""};
    for (const char byte : text) {
      byte == ' ' ? syllables.emplace_back() : syllables.back() += byte, void();
    }
    std::set<std::string> shingles;
    for (std::size_t i = 0; i + 5 <= syllables.size(); ++i) {
      std::string shingle;
      for (std::size_t j = i; j < i + 5; ++j) {
        shingle += syllables[j] + ' ';
      }
      shingles.insert(shingle);
    }
    return shingles;
  };
  const auto a = shingles_of(left);
  const auto b = shingles_of(right);
  const auto common =
      std::count_if(a.begin(), a.end(), [&](const std::string& each) { return b.contains(each); });
  return static_cast<double>(common) / static_cast<double>(std::min(a.size(), b.size()));
}

TEST(ReprintSketch, EstimatesWhatCountingAllShinglesGives) {
  RandomTexts texts(23);
  double error = 0;
  constexpr int kRounds = 60;
  for (int round = 0; round < kRounds; ++round) {
    const std::string common = texts.text(300);
    const std::string left = common + ' ' + texts.text(texts.below(250));
    const std::string right = texts.text(texts.below(250)) + ' ' + common;
    const double estimate = overlap_of(reprint_sketch(reprint_article("a", left)),
                                       reprint_sketch(reprint_article("b", right)))
                                .contained;
    const double off = std::abs(estimate - true_containment(left, right));
    EXPECT_LT(off, 0.25);
    error += off;
  }
  EXPECT_LT(error / kRounds, 0.06);
}

TEST(ReprintSketch, KeepsOfAMostlyCommonTextOnlyWhatIsSurelyItsOwn) {
  RandomTexts texts(6);
  ReprintSketch sketch = reprint_sketch(reprint_article("a", texts.text(200)));
  const std::vector<std::uint32_t> all = sketch.shingles.hashes;
  remove_shingles(sketch, {all[0], all[2], all[3]});
  EXPECT_EQ(sketch.shingles.hashes, std::vector<std::uint32_t>{all[1]});
  EXPECT_EQ(sketch.shingles.bound, all[3]);
}

TEST(ReprintSketch, ForgetsTheShinglesThatAreRemoved) {
  RandomTexts texts(5);
  ReprintSketch sketch = reprint_sketch(reprint_article("a", texts.text(40)));
  const std::vector<std::uint32_t> all = sketch.shingles.hashes;
  remove_shingles(sketch, {all[0], all[9]});
  EXPECT_EQ(sketch.shingles.hashes.size(), all.size() - 2);
  EXPECT_EQ(sketch.shingles.hashes[0], all[1]);
  EXPECT_EQ(sketch.shingles.bound, HashSample().bound);
  remove_shingles(sketch, all);
  EXPECT_TRUE(reprint_keys(sketch).empty());
  EXPECT_FALSE(reprint_confidence(sketch, sketch)) << "nothing is left to tell by";
}

}  // namespace
}  // namespace tracuu
