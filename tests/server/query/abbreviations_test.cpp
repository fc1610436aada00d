#include "server/query/abbreviations.h"

#include <gtest/gtest.h>

#include "common/entity/gazetteer/gazetteer.h"
#include "server/query/abbreviation_cues.h"
#include "server/query/understanding.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

std::string found_in(std::string_view normalized) {
  const TypedText typed = typed_text(normalized);
  std::string out;
  for (const TypedAbbreviation& found :
       find_abbreviations(typed, split_into_units(typed, lex(typed)))) {
    out.append(out.empty() ? "" : " ; ").append(slice(normalized, typed.span_of(found.tokens)));
    for (const std::string& other : found.others) {
      out.append(&other == &found.others.front() ? " = " : " / ").append(other);
    }
  }
  return out;
}

TEST(Abbreviations, AreFoundAsEachRowSays) {
  for (const TableRow& row : read_table("query_abbreviations.tsv")) {
    ASSERT_EQ(row.cells.size(), 3U) << row;
    const ExactText typed(row[0]);
    EXPECT_EQ(found_in(typed), row[1]) << row;
  }
}

TEST(Abbreviations, TellShortFormsFromLongOnes) {
  const TypedText typed = typed_text("CNTT là công nghệ thông tin");
  const auto found = find_abbreviations(typed, split_into_units(typed, lex(typed)));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_TRUE(found[0].is_short);
  EXPECT_FALSE(found[1].is_short);
}

TEST(Abbreviations, HaveCuesOnlyForFormsOfTheGazetteer) {
  for (const AbbreviationCue& cue : abbreviation_cues()) {
    const bool known =
        std::any_of(abbreviations().begin(), abbreviations().end(), [&](const Abbreviation& row) {
          const auto has = [](const std::vector<std::string>& texts, std::string_view text) {
            return std::find(texts.begin(), texts.end(), text) != texts.end();
          };
          return (row.abbreviation == cue.abbreviation || has(row.variants, cue.abbreviation)) &&
                 has(row.expansions, cue.expansion);
        });
    EXPECT_TRUE(known) << cue.abbreviation << " = " << cue.expansion;
  }
}

TEST(Abbreviations, CuesAreWholeWords) {
  const AbbreviationCue cue{"X", "y", "cong an,toi"};
  EXPECT_TRUE(has_cue(cue, " bo cong an tinh "));
  EXPECT_TRUE(has_cue(cue, " toi "));
  EXPECT_FALSE(has_cue(cue, " cong anh "));
  EXPECT_FALSE(has_cue(cue, " cong | an "));
  EXPECT_FALSE(has_cue(cue, ""));
}

TEST(Abbreviations, LeaveASecondUseOfTheirWordsAlone) {
  const Query query = *understand("công nghệ thông tin thông minh");
  EXPECT_EQ(describe(query), "+công|cntt +nghê5|cntt +thông +tin|cntt +minh");
}

TEST(Abbreviations, PointAtWhatTheyWereTypedAs) {
  const Query query = *understand("của sở TN&MT và CNTT");
  std::string pointed;
  for (const QueryExpansion& expansion : query.expansions) {
    pointed += query.syllables[expansion.first].folded + '+' + std::to_string(expansion.count - 1);
    pointed += '=' + std::to_string(expansion.syllables.size()) + ' ';
  }
  EXPECT_EQ(pointed, "tn+1=5 tn+1=1 cntt+0=4 ");
}

}  // namespace
}  // namespace tracuu
