#include "common/index/token_streams.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "tests/support/file_bytes.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

std::string bytes_in(const std::filesystem::path& directory) {
  return file_bytes(directory / kTokenStreamsFile);
}

void put_bytes(const std::filesystem::path& directory, const std::string& bytes) {
  std::ofstream out(directory / kTokenStreamsFile, std::ios::binary | std::ios::trunc);
  out << bytes;
}

std::string error_of(const std::filesystem::path& directory) {
  const Result<TokenStreams> streams = TokenStreams::open(directory);
  return streams ? "" : streams.error().message;
}

std::vector<StreamUnit> units_of(const std::vector<WordId>& words) {
  std::vector<StreamUnit> units;
  for (const WordId word : words) {
    append_units(word, units);
  }
  return units;
}

std::vector<WordId> words_in(std::span<const StreamUnit> units) {
  std::vector<WordId> words;
  for (StreamReader reader(units); !reader.at_end();) {
    words.push_back(reader.next());
  }
  return words;
}

/// Words by number: "hoa" in two writings, the commonest form, then "binh", then "36".
const std::vector<StreamWord> kWords{
    {"hoa", "hoa2", 5}, {"hoa", "hoa", 2}, {"binh", "binh2", 4}, {"36", "36", 1}};

void write_sample(const std::filesystem::path& directory) {
  TokenStreamsWriter writer(directory);
  writer.add(7, units_of({0, 2, kTitleEnd, 1, kSentenceBreak, 3}));
  writer.add(40, units_of({kTitleEnd}));
  writer.finish(kWords);
}

TEST(TokenStreams, KeepEveryWordAndMarkInItsOrder) {
  const std::vector<WordId> words{
      0,         kSentenceBreak,         kOneUnitWords - 1, kOneUnitWords,
      kTitleEnd, kOneUnitWords + 0x2000, kMostWords - 1};
  EXPECT_EQ(words_in(units_of(words)), words);
}

TEST(TokenStreams, TheFirstUnitOfAWordIsTheOneItIsWrittenWith) {
  for (const WordId word : {WordId{0}, kOneUnitWords - 1, kOneUnitWords, kMostWords - 1}) {
    EXPECT_EQ(first_unit(word), units_of({word}).front()) << word;
  }
}

TEST(TokenStreams, AStreamCutInsideAWordIsReadWithoutHarm) {
  const std::vector<StreamUnit> units = units_of({kMostWords - 1});
  EXPECT_EQ(words_in(std::span(units).first(1)).size(), 1U);
}

TEST(TokenStreams, ReadBackWhatWasWritten) {
  const TemporaryDirectory directory;
  write_sample(directory.path());
  const Result<TokenStreams> streams = TokenStreams::open(directory.path());
  ASSERT_TRUE(streams) << streams.error().message;
  EXPECT_EQ(words_in(streams->of(7)), (std::vector<WordId>{0, 2, kTitleEnd, 1, kSentenceBreak, 3}));
  EXPECT_EQ(words_in(streams->of(40)), std::vector<WordId>{kTitleEnd});
  EXPECT_TRUE(streams->of(8).empty()) << "no article has this docid";
  EXPECT_EQ(streams->words(), kWords);
  EXPECT_TRUE(streams->is_sound());
  EXPECT_EQ(streams->bytes(), bytes_in(directory.path()).size());
}

TEST(TokenStreams, FindWordsByFormAndByWriting) {
  const TemporaryDirectory directory;
  write_sample(directory.path());
  const Result<TokenStreams> streams = TokenStreams::open(directory.path());
  ASSERT_TRUE(streams);
  const WordIds hoa = streams->with_folded("hoa");
  EXPECT_EQ(hoa.begin, 0U);
  EXPECT_EQ(hoa.end, 2U);
  EXPECT_EQ(streams->with_key("hoa", "hoa").begin, 1U);
  EXPECT_TRUE(streams->with_key("hoa", "hoa4").empty());
  EXPECT_TRUE(streams->with_folded("ho").empty());
  EXPECT_TRUE(streams->with_folded("zz").empty());
}

TEST(TokenStreams, WordsOfAFormStandTogetherTheCommonestFormFirst) {
  const std::vector<StreamWord> words{
      {"36", "36", 1}, {"hoa", "hoa", 2}, {"binh", "binh2", 4}, {"hoa", "hoa2", 5}};
  std::vector<StreamWord> ordered;
  for (const std::uint32_t place : in_stream_order(words)) {
    ordered.push_back(words[place]);
  }
  EXPECT_EQ(ordered, kWords);
}

TEST(TokenStreams, RefuseWhatIsMissingCutForeignOrDamaged) {
  const TemporaryDirectory directory;
  EXPECT_NE(error_of(directory.path()).find("are missing, rebuild it"), std::string::npos);
  write_sample(directory.path());
  const std::string whole = bytes_in(directory.path());
  put_bytes(directory.path(), whole.substr(0, 10));
  EXPECT_NE(error_of(directory.path()).find("are cut off"), std::string::npos);
  put_bytes(directory.path(), whole.substr(0, whole.size() - 1));
  EXPECT_NE(error_of(directory.path()).find("are cut off"), std::string::npos);
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    put_bytes(directory.path(), damaged);
    const Result<TokenStreams> streams = TokenStreams::open(directory.path());
    EXPECT_FALSE(streams && streams->is_sound()) << "byte " << at;
  }
}

}  // namespace
}  // namespace tracuu
