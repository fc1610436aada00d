#include "common/entity/entities.h"

#include <gtest/gtest.h>

#include "tests/support/table.h"

namespace tracuu {
namespace {

constexpr Day kPublished{std::chrono::year{2013}, std::chrono::month{9}, std::chrono::day{5}};

std::string print(const Entities& found) {
  std::string out;
  const auto add = [&](std::string_view kind, std::string_view value) {
    if (!out.empty()) {
      out += ';';
    }
    out.append(kind).append(" ").append(value);
  };
  for (const auto& document : found.documents) {
    add("document", to_canonical(document.number));
  }
  for (const auto& date : found.dates) {
    add("date", to_iso(date.date));
  }
  for (const auto& province : found.provinces) {
    add("province", province.province);
  }
  for (const auto& official : found.officials) {
    add("official", official.name);
  }
  return out;
}

TEST(Entities, SettlesOverlapsOfAllFourKinds) {
  for (const auto& row : read_table("entities.tsv")) {
    EXPECT_EQ(print(recognize(row[0], kPublished)), row[1]) << row;
  }
}

TEST(Entities, SpansAreTheAuthorsOwnBytes) {
  // Decomposed letters, a no-break blank and a curly apostrophe: none of them is what is searched.
  const std::string display =
      "Ph\u00f3\u00a0Chu\u0309 ti\u0323ch UBND ti\u0309nh H\u2019Len Ni\u00ea no\u0301i.";
  const Entities found = recognize(display);
  ASSERT_EQ(found.officials.size(), 1U);
  EXPECT_EQ(slice(display, found.officials[0].span), "H\u2019Len Ni\u00ea");
  ASSERT_EQ(found.officials[0].posts.size(), 1U);
  EXPECT_EQ(slice(display, found.officials[0].posts[0].span),
            "Ph\u00f3\u00a0Chu\u0309 ti\u0323ch UBND ti\u0309nh");
}

TEST(Entities, YearsAreInferredOnlyWhenThePublicationDateIsKnown) {
  const Entities unknown = recognize("Chiều 3/9, hội nghị khai mạc.");
  ASSERT_EQ(unknown.dates.size(), 1U);
  EXPECT_EQ(to_iso(unknown.dates[0].date), "--09-03");
  EXPECT_FALSE(unknown.dates[0].year_inferred);
  const Entities known = recognize("Chiều 3/9, hội nghị khai mạc.", kPublished);
  ASSERT_EQ(known.dates.size(), 1U);
  EXPECT_TRUE(known.dates[0].year_inferred);
}

TEST(Entities, APaperHasTheYearThatItsDateHasGot) {
  const Entities known = recognize("Công văn 615/SNV-CCHC ký ngày 22/2 đã nêu.", kPublished);
  ASSERT_EQ(known.documents.size(), 1U);
  ASSERT_TRUE(known.documents[0].date.has_value());
  EXPECT_EQ(to_iso(*known.documents[0].date), "2013-02-22");
}

TEST(Entities, ApostrophesAreThoseOfThePage) {
  const Entities found = recognize("Chủ tịch UBND huyện Cư M’gar, bà H’Yim Niê; ông H'Len Niê.");
  ASSERT_EQ(found.officials.size(), 1U);
  EXPECT_EQ(found.officials[0].name, "H’Yim Niê");
  ASSERT_EQ(found.officials[0].posts.size(), 1U);
  EXPECT_EQ(found.officials[0].posts[0].organisation, "UBND huyện Cư M’gar");
}

TEST(Entities, BrevesAndDashesAreThoseOfThePage) {
  const Entities found =
      recognize("Bà H'Nương Ayŭn, Trưởng phòng Văn hóa \u2013 Thông tin huyện Cư Kuin - Buôn Đôn.");
  ASSERT_EQ(found.officials.size(), 1U);
  EXPECT_EQ(found.officials[0].name, "H'Nương Ayŭn");
  ASSERT_EQ(found.officials[0].posts.size(), 1U);
  EXPECT_EQ(found.officials[0].posts[0].position, "Trưởng phòng Văn hóa \u2013 Thông tin");
}

TEST(Entities, SinceTheMergersAPlaceLiesInTodaysProvince) {
  const auto province_on = [](Day published) {
    const Entities found = recognize("UBND phường Quy Nhơn họp giao ban.", published);
    return found.provinces.empty() ? std::string() : found.provinces[0].province;
  };
  EXPECT_EQ(province_on(std::chrono::year{2025} / std::chrono::June / 30), "Bình Định");
  EXPECT_EQ(province_on(std::chrono::year{2025} / std::chrono::July / 1), "Gia Lai");
}

TEST(Entities, NothingIsFoundInNothing) {
  EXPECT_EQ(recognize(""), Entities());
  EXPECT_EQ(recognize(" \n \u200b "), Entities());
}

TEST(Sentence, IsTheOneAroundAPart) {
  for (const auto& row : read_table("sentences.tsv")) {
    const auto begin = static_cast<std::uint32_t>(row[0].find(row[1]));
    const Span part{begin, begin + static_cast<std::uint32_t>(row[1].size())};
    EXPECT_EQ(slice(row[0], sentence_around(row[0], part)), row[2]) << row;
  }
}

TEST(Sentence, IsCutAtBlanksWhenItIsTooLong) {
  std::string text;
  for (int i = 0; i < 400; ++i) {
    text += "thông tin ";
  }
  const auto begin = static_cast<std::uint32_t>(text.size());
  text += "Lê Tám";
  const Span part{begin, static_cast<std::uint32_t>(text.size())};
  for (int i = 0; i < 400; ++i) {
    text += " truyền thông";
  }
  const Span sentence = sentence_around(text, part, 200);
  EXPECT_LE(sentence.size(), 200U);
  EXPECT_TRUE(sentence.contains(part));
  EXPECT_EQ(text[sentence.begin - 1], ' ');
  EXPECT_EQ(text[sentence.end], ' ');
}

TEST(Sentence, IsThePartItselfWhenThePartIsTooLong) {
  const std::string text = "một hai ba bốn năm";
  const Span all{0, static_cast<std::uint32_t>(text.size())};
  EXPECT_EQ(sentence_around(text, all, 4), all);
}

}  // namespace
}  // namespace tracuu
