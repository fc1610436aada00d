#include <gtest/gtest.h>

#include <string>

#include "indexer/source/content_hash.h"
#include "indexer/source/source.h"

namespace tracuu {
namespace {

Result<RawPage> read_json(std::string bytes) {
  return read_page({RawInput::Format::kJsonLine, "news-3", "news.jsonl:3", std::move(bytes)});
}

TEST(TextPage, IsDecodedAndKeepsItsIdentity) {
  const auto page = read_page({RawInput::Format::kText, "a", "a.txt", "\xEF\xBB\xBFMột\r\nHai"});
  ASSERT_TRUE(page);
  EXPECT_EQ(page->text, "Một\nHai");
  EXPECT_EQ(page->id, "a");
  EXPECT_EQ(page->file, "a.txt");
  EXPECT_EQ(page->content_hash, content_hash("\xEF\xBB\xBFMột\r\nHai"));
  EXPECT_EQ(page->content_hash.size(), 16U);
  EXPECT_FALSE(page->title || page->date || page->source || page->url);
}

TEST(TextPage, IsRejectedWhenEmptyOrNoText) {
  EXPECT_EQ(read_page({RawInput::Format::kText, "a", "a.txt", " \n"}).error().message,
            "page: the file is empty");
  EXPECT_FALSE(
      read_page({RawInput::Format::kText, "a", "a.txt", std::string("\x00\x01\xFE\xFF\x00", 5)}));
}

TEST(ContentHash, IsTheSameEverywhere) {
  EXPECT_EQ(content_hash(""), "2d06800538d394c2");
  EXPECT_NE(content_hash("a"), content_hash("b"));
}

TEST(JsonLine, GivesItsFields) {
  const auto page = read_json(
      R"({"id":"x/1","title":"Tựa","text":"Bài","date":"2018-05-15","source":"a.vn","url":"http://a.vn/1","extra":[1]})");
  ASSERT_TRUE(page);
  EXPECT_EQ(page->id, "x/1");
  EXPECT_EQ(page->file, "news.jsonl:3");
  EXPECT_EQ(page->title, "Tựa");
  EXPECT_EQ(page->text, "Bài");
  EXPECT_EQ(page->date, "2018-05-15");
  EXPECT_EQ(page->source, "a.vn");
  EXPECT_EQ(page->url, "http://a.vn/1");
}

TEST(JsonLine, TakesAbsentNullAndBlankForNothing) {
  const auto page = read_json(R"({"text":"Bài","title":null,"date":"","source":"  "})");
  ASSERT_TRUE(page);
  EXPECT_EQ(page->id, "news-3");
  EXPECT_FALSE(page->title || page->date || page->source || page->url);
}

TEST(JsonLine, TakesANumberForAnId) {
  EXPECT_EQ(read_json(R"({"id":1.5,"text":"Bài"})")->id, "1.5");
  EXPECT_EQ(read_json(R"({"id":12345678901234567890,"text":"Bài"})")->id, "12345678901234567890");
}

TEST(JsonLine, NamesTheKeyThatIsWrong) {
  EXPECT_EQ(read_json(R"({"title":"a"})").error().message, "text: the field is missing");
  EXPECT_EQ(read_json(R"({"text":""})").error().message, "text: is empty");
  EXPECT_EQ(read_json(R"({"text":5})").error().message, "text: must be a text, not 5");
  EXPECT_EQ(read_json(R"({"text":"a","title":["x"]})").error().message,
            "title: must be a text, not [\"x\"]");
  EXPECT_EQ(read_json(R"({"text":"a","id":true})").error().message,
            "id: must be a text or a number, not true");
}

TEST(JsonLine, NamesTheLineThatIsNoObject) {
  EXPECT_EQ(read_json("{").error().message, "news.jsonl:3: not valid JSON");
  EXPECT_EQ(read_json("[1]").error().message, "news.jsonl:3: must be a JSON object, not [1]");
  EXPECT_EQ(read_json("{\"text\":\"\xFF\"}").error().message, "news.jsonl:3: not UTF-8 at byte 9");
  EXPECT_FALSE(read_json(std::string(200000, '[')));
}

TEST(JsonLine, DecodesALegacyTextInside) {
  const auto page = read_json(
      R"({"text":"Céng hßa x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc, ñy ban nh©n d©n tØnh","title":"Céng hßa"})");
  ASSERT_TRUE(page);
  EXPECT_EQ(page->charset, Charset::kTcvn3);
  EXPECT_TRUE(page->text.starts_with("Cộng hòa xã hội chủ nghĩa Việt Nam"));
  EXPECT_EQ(page->title, "Cộng hòa");
}

}  // namespace
}  // namespace tracuu
