#include "common/entity/document_number.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/support/table.h"

namespace tracuu {
namespace {

std::vector<DocumentMention> found_in(std::string_view normalized) {
  const TokenizedText text = tokenized(normalized);
  auto dates = find_dates(text);
  return find_documents(text, dates);
}

/// "36-NQ/TW=2014-07-01; NQ 57": references in order, with what is known of their dates.
std::string printed(const std::vector<DocumentMention>& mentions) {
  std::string line;
  for (const DocumentMention& mention : mentions) {
    line.append(line.empty() ? "" : "; ").append(to_canonical(mention.number));
    if (mention.date) {
      line.append("=").append(to_iso(*mention.date));
    }
  }
  return line;
}

TEST(DocumentNumber, FindsTheReferencesOfEveryRowInTheTable) {
  for (const TableRow& row : read_table("documents.tsv")) {
    const ExactText text(row[0]);
    EXPECT_EQ(printed(found_in(text)), row[1]) << row << ": " << row[2];
  }
}

TEST(DocumentNumber, TiesIssueDatesAsEveryRowInTheTableSays) {
  for (const TableRow& row : read_table("document_dates.tsv")) {
    const ExactText text(row[0]);
    EXPECT_EQ(printed(found_in(text)), row[1]) << row << ": " << row[2];
  }
}

TEST(DocumentNumber, ReadsWhatPeopleType) {
  for (const TableRow& row : read_table("document_parse.tsv")) {
    const ExactText text(row[0]);
    const auto number = parse_document_number(text);
    EXPECT_EQ(number ? to_canonical(*number) : "", row[1]) << row << ": " << row[2];
  }
}

TEST(DocumentNumber, ReadsBackItsOwnCanonicalForm) {
  for (const TableRow& row : read_table("document_parse.tsv")) {
    const auto number = parse_document_number(row[0]);
    if (number) {
      EXPECT_EQ(parse_document_number(to_canonical(*number)), number) << row;
    }
  }
}

TEST(DocumentNumber, SaysWhatIsDoneToADocumentAndOfWhatTypeItIs) {
  for (const TableRow& row : read_table("document_relations.tsv")) {
    const ExactText text(row[0]);
    const auto mentions = found_in(text);
    ASSERT_FALSE(mentions.empty()) << row;
    EXPECT_EQ(name_of(mentions.back().relation), row[1]) << row << ": " << row[3];
    EXPECT_EQ(mentions.back().type_name, row[2]) << row << ": " << row[3];
  }
}

TEST(DocumentNumber, TakesItsPartsApart) {
  const auto decision = parse_document_number("48/2009/QĐ-TTg");
  ASSERT_TRUE(decision);
  EXPECT_EQ(
      *decision,
      (DocumentNumber{
          .number = 48, .suffix = "", .year = 2009, .type = "QĐ", .issuer = "TTg", .name = ""}));
  const auto resolution = parse_document_number("36a/NQ-CP");
  ASSERT_TRUE(resolution);
  EXPECT_EQ(resolution->suffix, "a");
  EXPECT_EQ(resolution->year, 0);
  const auto plenum = parse_document_number("Nghị quyết Trung ương 4");
  ASSERT_TRUE(plenum);
  EXPECT_EQ(plenum->number, 0) << "a plenum is a name, not number 4";
}

TEST(DocumentNumber, PrintsTheFormOfEachFamily) {
  DocumentNumber number;
  number.number = 36;
  EXPECT_EQ(to_canonical(number), "36");
  number.type = "NQ";
  EXPECT_EQ(to_canonical(number), "NQ 36");
  number.issuer = "TW";
  EXPECT_EQ(to_canonical(number), "36-NQ/TW");
  number.issuer = "CP";
  EXPECT_EQ(to_canonical(number), "36/NQ-CP");
  number.year = 2015;
  number.suffix = "a";
  EXPECT_EQ(to_canonical(number), "36a/2015/NQ-CP");
  number.type.clear();
  number.issuer = "QH13";
  number.suffix.clear();
  EXPECT_EQ(to_canonical(number), "36/2015/QH13");
}

TEST(DocumentNumber, CoversTheTypeWordAndTheWholeNumberWithItsSpan) {
  const std::string text = "Tại Hội nghị, Nghị quyết số 36 - NQ/TW ngày 01/7/2014 được nêu.";
  const auto mentions = found_in(text);
  ASSERT_EQ(mentions.size(), 1U);
  EXPECT_EQ(slice(text, mentions[0].span), "Nghị quyết số 36 - NQ/TW");
  EXPECT_EQ(slice(text, mentions[0].date_span), "ngày 01/7/2014");
  const std::string named = "theo Nghị quyết TƯ4 (khóa XI) về hạ tầng";
  const auto plenum = found_in(named);
  ASSERT_EQ(plenum.size(), 1U);
  EXPECT_EQ(slice(named, plenum[0].span), "Nghị quyết TƯ4 (khóa XI)");
}

TEST(DocumentNumber, MakesTheDatesItUsesIssueDates) {
  const std::string text = "Nghị quyết số 36-NQ/TW ngày 01/7/2014 được quán triệt sáng 15/5/2018";
  const TokenizedText tokens = tokenized(text);
  auto dates = find_dates(tokens);
  const auto mentions = find_documents(tokens, dates);
  ASSERT_EQ(dates.size(), 2U);
  EXPECT_EQ(dates[0].role, DateRole::kIssued);
  EXPECT_EQ(dates[1].role, DateRole::kEvent);
  EXPECT_EQ(mentions.at(0).date_span, dates[0].span);
}

TEST(DocumentNumber, ReturnsMentionsInOrderWithoutOverlaps) {
  const std::string text =
      "Nghị quyết số 13, 36 và 49-NQ/TW, Luật Công nghệ thông tin số 67/2006/QH11, Đề án 06/CP, "
      "NQ/TW 36, Nghị quyết Trung ương 4 (khóa XI), công văn số 702/UBND-VX";
  const auto mentions = found_in(text);
  ASSERT_EQ(mentions.size(), 8U);
  EXPECT_TRUE(std::ranges::is_sorted(
      mentions, [](const auto& a, const auto& b) { return a.span.end <= b.span.begin; }));
}

/// Quadratic work on these would take minutes, so that the suite's time limit speaks.
TEST(DocumentNumber, StaysLinearOnHostileText) {
  constexpr std::size_t kBytes = 1 << 20;
  for (const std::string_view piece :
       {"số ", "Nghị quyết ", "Nghị quyết số 36, ", "36-NQ/TW ", "Quyết định số 1 và ", "1/UB-",
        "T.Ư.", "1/A&", "ban hành quyết định ngày 1/1/2018 ", "NQ/TW ", "Nghị quyết Trung ương ",
        "ngày 15/5/2018 ký ", "Nghị quyết 36 của Bộ ", "1/1/1/1/", "7"}) {
    std::string text;
    while (text.size() < kBytes) {
      text += piece;
    }
    EXPECT_LE(found_in(text).size(), text.size() / 8) << piece;
  }
}

}  // namespace
}  // namespace tracuu
