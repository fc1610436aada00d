#include "server/query/understanding.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>

#include "server/query/search_request.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

Query understood(std::string_view q) {
  const ExactText typed(q);
  const auto query = understand(typed);
  EXPECT_TRUE(query) << (query ? "" : query.error().message);
  return query ? *query : Query{};
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) {
    out += text;
  }
  return out;
}

/// `count` different syllables.
std::string distinct_syllables(std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    out += std::string{'b', static_cast<char>('a' + i / 26), static_cast<char>('a' + i % 26), ' '};
  }
  return out;
}

TEST(Understanding, ReadsEveryRowOfTheTable) {
  for (const TableRow& row : read_table("query_understanding.tsv")) {
    ASSERT_EQ(row.cells.size(), 3U) << row;
    EXPECT_EQ(describe(understood(row[0])), row[1]) << row;
  }
}

class FewNames : public KnownNames {
 public:
  std::optional<std::string_view> official_folded(std::string_view folded) const override {
    const auto found = names_.find(std::string(folded));
    return found == names_.end() ? std::nullopt : std::optional<std::string_view>(found->second);
  }

 private:
  std::map<std::string, std::string> names_ = {
      {"le khac nam", "Lê Khắc Nam"}, {"van hoa", "Văn Hóa"}, {"ksor h", "Ksor H"}};
};

TEST(Understanding, ReadsTheOfficialsOfAnIndex) {
  const FewNames names;
  for (const TableRow& row : read_table("query_officials.tsv")) {
    EXPECT_EQ(describe(*understand(row[0], &names)), row[1]) << row;
  }
  EXPECT_EQ(describe(*understand("le khac nam")), "+le +khac +nam");
}

TEST(Understanding, KeepsAllThatIsTypedForRanking) {
  const Query query = understood("nghị quyết 36 -\"quảng cáo\" của hải phòng OR cntt");
  std::string typed;
  for (const QuerySyllable& syllable : query.syllables) {
    typed += syllable.folded + (syllable.stop ? "~ " : " ");
  }
  EXPECT_EQ(typed, "nghi quyet 36 cua~ hai phong cntt ");
}

TEST(Understanding, SaysWhichSyllablesStandSideBySide) {
  const Query query = understood("điện tử. Hải Phòng -x cntt OR \"số hóa\"");
  std::string side_by_side;
  for (const QuerySyllable& syllable : query.syllables) {
    side_by_side += (syllable.follows ? "_" : " ") + syllable.folded;
  }
  EXPECT_EQ(side_by_side, " dien_tu hai_phong cntt so_hoa");
}

TEST(Understanding, PointsIntoTheNormalizedText) {
  const Query query = understood("  Vie\u0323\u0302t   Nam ");
  EXPECT_EQ(query.text, "Việt Nam");
  ASSERT_EQ(query.syllables.size(), 2U);
  EXPECT_EQ(slice(query.text, query.syllables[0].span), "Việt");
  EXPECT_EQ(slice(query.text, query.syllables[1].span), "Nam");
}

TEST(Understanding, KnowsWhetherAnyMarkIsTyped) {
  EXPECT_TRUE(understood("chinh quyen điện tử").any_marked);
  EXPECT_FALSE(understood("chinh quyen dien tu").any_marked);
}

TEST(Understanding, TakesUpToSixtyFourDifferentSyllables) {
  EXPECT_TRUE(understand(distinct_syllables(63)));
  EXPECT_TRUE(understand(distinct_syllables(64)));
  const auto refused = understand(distinct_syllables(65));
  ASSERT_FALSE(refused);
  EXPECT_EQ(
      refused.error().message,
      "q: 65 different syllables are too many, use at most 64: 'baa bab bac bad bae baf bag bah "
      "bai baj bak bal bam ban bao …'");
}

TEST(Understanding, CountsRepeatedSyllablesOnce) {
  EXPECT_EQ(describe(understood(repeated("so ", 80))), "+so");
}

TEST(Understanding, CutsPhrasesAtThirtyTwoWords) {
  const Query query = understood('"' + repeated("a b ", 40) + '"');
  ASSERT_EQ(query.groups.size(), 1U);
  EXPECT_EQ(query.groups[0].alternatives[0].syllables.size(), 32U);
}

TEST(Understanding, RefusesWhatNoRequestMayHold) {
  const auto refused = understand(repeated("a", 1'000'000));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message, "q: longer than 400 characters: '" + repeated("a", 60) + "…'");
  EXPECT_TRUE(understand(repeated("ệ", 400)));
}

TEST(Understanding, TurnsEntitiesSoftBeyondEightThings) {
  const Query eight = understood("36-NQ/TW b c d e f g h");
  EXPECT_FALSE(eight.best_match);
  EXPECT_FALSE(eight.groups[0].alternatives[0].or_syllables);
  const Query nine = understood("36-NQ/TW b c d e f g h k");
  EXPECT_TRUE(nine.best_match);
  EXPECT_TRUE(nine.groups[0].alternatives[0].or_syllables);
}

/// All signs and beginnings of entities that the reader of queries knows, in any order.
std::string hostile_query(std::mt19937& random) {
  static constexpr std::string_view kPieces[] = {
      "\"", "-", " ",    "OR",  "HOẶC",  "AND", "36",     "NQ", "/",   "TW",         "năm",
      "(",  ")", "2014", "hải", "phòng", "số",  "đề",     "án", "06",  "nghi quyet", "tháng",
      ".",  "&", "%",    "của", "\n",    "Ð",   "\u0301", "𝐀",  "nam", "bà rịa",     "ngày"};
  std::uniform_int_distribution<std::size_t> piece(0, std::size(kPieces) - 1);
  std::uniform_int_distribution<int> length(0, 24);
  std::string query;
  for (int i = length(random); i > 0; --i) {
    query.append(kPieces[piece(random)]).append(random() % 2 == 0 ? " " : "");
  }
  return query;
}

TEST(Understanding, SurvivesAnyOrderOfSigns) {
  std::mt19937 random(20180515);
  for (int round = 0; round < 3000; ++round) {
    const std::string typed = hostile_query(random);
    const auto query = understand(ExactText(typed));
    ASSERT_TRUE(query) << typed;
    for (const QueryChip& chip : query->chips) {
      EXPECT_LT(chip.span.begin, chip.span.end) << typed;
      EXPECT_LE(chip.span.end, query->text.size()) << typed;
      EXPECT_TRUE(understand(chip.undo)) << typed;
    }
    for (const QueryGroup& group : query->groups) {
      ASSERT_FALSE(group.alternatives.empty()) << typed;
      for (const QueryClause& clause : group.alternatives) {
        EXPECT_FALSE(clause.syllables.empty()) << typed;
        EXPECT_EQ(clause.terms.empty(), clause.kind != QueryClause::Kind::kEntity) << typed;
      }
    }
  }
}

TEST(Understanding, ReadsItsOwnTextTheSameWay) {
  for (const TableRow& row : read_table("query_understanding.tsv")) {
    const Query once = understood(row[0]);
    EXPECT_EQ(describe(understood(once.text)), describe(once)) << row;
  }
}

}  // namespace
}  // namespace tracuu
