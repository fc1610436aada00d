#include "common/index/lexicon.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "tests/support/file_bytes.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

std::string bytes_in(const std::filesystem::path& directory) {
  return file_bytes(directory / kLexiconFile);
}

std::string error_of(const std::filesystem::path& directory) {
  const Result<Lexicon> lexicon = Lexicon::open(directory);
  return lexicon ? "" : lexicon.error().message;
}

void write_sample(const std::filesystem::path& directory) {
  write_lexicon(directory,
                {{"Họp báo", 40}, {"Khai trương cổng", 12}, {"Họp báo", 7}, {"Tập huấn", 30}},
                {{"an toàn", 3}, {"cổng dịch vụ", 9}, {"an ninh", 3}});
}

TEST(Lexicon, ReadsBackWhatWasWritten) {
  const TemporaryDirectory directory;
  write_sample(directory.path());
  const Result<Lexicon> lexicon = Lexicon::open(directory.path());
  ASSERT_TRUE(lexicon) << lexicon.error().message;
  std::string titles;
  for (std::uint32_t title = 0; title < lexicon->titles().size(); ++title) {
    titles.append(lexicon->titles().text(title));
    for (const std::uint32_t docid : lexicon->docids_of(title)) {
      titles.append(" ").append(std::to_string(docid));
    }
    titles += '\n';
  }
  EXPECT_EQ(titles, "Họp báo 7 40\nKhai trương cổng 12\nTập huấn 30\n")
      << "each once, the newest first";
  std::string phrases;
  for (std::uint32_t phrase = 0; phrase < lexicon->phrases().size(); ++phrase) {
    phrases.append(lexicon->phrases().text(phrase)).append(" ");
    phrases.append(std::to_string(lexicon->articles_with(phrase))).append("\n");
  }
  EXPECT_EQ(phrases, "cổng dịch vụ 9\nan ninh 3\nan toàn 3\n") << "the commonest first";
  EXPECT_EQ(lexicon->titles().complete("cong", 5).size(), 1U);
  EXPECT_EQ(lexicon->bytes(), bytes_in(directory.path()).size());
}

TEST(Lexicon, EqualContentsInAnyOrderGiveEqualBytes) {
  const TemporaryDirectory one;
  const TemporaryDirectory other;
  write_sample(one.path());
  write_lexicon(other.path(),
                {{"Tập huấn", 30}, {"Họp báo", 7}, {"Họp báo", 40}, {"Khai trương cổng", 12}},
                {{"an ninh", 3}, {"an toàn", 3}, {"cổng dịch vụ", 9}});
  EXPECT_EQ(bytes_in(one.path()), bytes_in(other.path()));
}

TEST(Lexicon, MayBeEmpty) {
  const TemporaryDirectory directory;
  write_lexicon(directory.path(), {}, {});
  const Result<Lexicon> lexicon = Lexicon::open(directory.path());
  ASSERT_TRUE(lexicon) << lexicon.error().message;
  EXPECT_EQ(lexicon->titles().size(), 0U);
  EXPECT_TRUE(lexicon->phrases().complete("", 5).empty());
}

TEST(Lexicon, IsRefusedWhereThereIsNone) {
  const TemporaryDirectory directory;
  EXPECT_EQ(error_of(directory.path()),
            "index: the lexicon is missing, rebuild it with 'tracuu-indexer build': '" +
                (directory.path() / kLexiconFile).string() + "'");
}

TEST(Lexicon, IsRefusedWhenAnyOfItsBytesIsDamaged) {
  const TemporaryDirectory directory;
  write_sample(directory.path());
  const std::string whole = bytes_in(directory.path());
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x20);
    directory.write(kLexiconFile, damaged);
    EXPECT_NE(error_of(directory.path()).find("rebuild it with"), std::string::npos) << at;
  }
}

TEST(Lexicon, IsRefusedWhenItIsCutOffOrGoesOn) {
  const TemporaryDirectory directory;
  write_sample(directory.path());
  const std::string whole = bytes_in(directory.path());
  for (std::size_t size = 0; size < whole.size(); ++size) {
    directory.write(kLexiconFile, whole.substr(0, size));
    EXPECT_NE(error_of(directory.path()), "") << size;
  }
  directory.write(kLexiconFile, whole + "    ");
  EXPECT_NE(error_of(directory.path()).find("is cut off"), std::string::npos);
}

TEST(Lexicon, OfAnotherVersionSaysSo) {
  const TemporaryDirectory directory;
  write_sample(directory.path());
  std::string bytes = bytes_in(directory.path());
  bytes[offsetof(LexiconHead, version)] = static_cast<char>(kLexiconVersion + 1);
  directory.write(kLexiconFile, bytes);
  EXPECT_NE(error_of(directory.path()).find("of another version"), std::string::npos);
}

}  // namespace
}  // namespace tracuu
