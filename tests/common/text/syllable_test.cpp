#include "common/text/syllable.h"

#include <gtest/gtest.h>
#include <unicode/coll.h>

#include <memory>

#include "common/text/normalize.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

TEST(Syllable, HasTheFormsOfItsRow) {
  for (const TableRow& row : read_table("text_syllables.tsv")) {
    const SyllableForms forms = syllable_forms(ExactText(row[0]));
    EXPECT_EQ(forms.folded, row[1]) << row;
    EXPECT_EQ(forms.key, row[2]) << row;
    EXPECT_EQ(forms.marked, row[3] == "yes") << row;
  }
}

TEST(Syllable, HasOneKeyForAllSpellingsOfAWord) {
  for (const TableRow& row : read_table("text_same_key.tsv")) {
    const bool same = syllable_forms(row[0]).key == syllable_forms(row[1]).key;
    EXPECT_EQ(same, row[2] == "yes") << row;
  }
}

TEST(Syllable, FoldsEachLetterAsTheAlphabetSays) {
  for (const TableRow& row : read_table("text_letters.tsv")) {
    EXPECT_EQ(fold(normalized(row[0])), row[1]) << row;
  }
}

// ICU's root collation at primary strength is an independent judge of what folds to what.
TEST(Syllable, FoldsAsTheRootCollationCompares) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Collator> collator(
      icu::Collator::createInstance(icu::Locale::getRoot(), status));
  ASSERT_TRUE(U_SUCCESS(status));
  collator->setStrength(icu::Collator::PRIMARY);
  const auto rows = read_table("text_letters.tsv");
  for (const TableRow& a : rows) {
    for (const TableRow& b : rows) {
      const bool alike =
          collator->compareUTF8(std::string(a[0]), std::string(b[0]), status) == UCOL_EQUAL;
      EXPECT_EQ(fold(normalized(a[0])) == fold(normalized(b[0])), alike) << a << ' ' << b;
    }
  }
}

TEST(Syllable, FoldsATextWithItsBlanksAndSigns) {
  EXPECT_EQ(fold("Nghị quyết 36-NQ/TW\nĐà Nẵng…"), "nghi quyet 36-nq/tw\nda nang…");
  EXPECT_EQ(fold("Müller x\u0301"), "muller x");
  EXPECT_EQ(fold(""), "");
}

TEST(Syllable, IsVietnameseByOnsetAndRhyme) {
  for (const TableRow& row : read_table("text_vietnamese_syllables.tsv")) {
    EXPECT_EQ(is_vietnamese_syllable(ExactText(row[0])), row[1] == "yes") << row;
  }
}

TEST(Syllable, IsAStopSyllableByItsKey) {
  for (const TableRow& row : read_table("text_stop_syllables.tsv")) {
    EXPECT_EQ(is_stop_syllable(syllable_forms(row[0]).key), row[1] == "yes") << row;
  }
}

TEST(Syllable, OfAMegabyteIsReadInOneGo) {
  std::string word;
  for (int i = 0; i < 200'000; ++i) {
    word += "ngườ";
  }
  const SyllableForms forms = syllable_forms(word);
  EXPECT_EQ(forms.folded.size(), 800'000U);
  EXPECT_EQ(forms.key.back(), '2');
  EXPECT_FALSE(is_vietnamese_syllable(forms.folded));
}

}  // namespace
}  // namespace tracuu
