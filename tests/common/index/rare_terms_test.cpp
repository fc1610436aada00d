#include "common/index/rare_terms.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <random>

#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

using Postings = std::vector<TermPosting>;

std::map<TermKey, Postings> random_terms(std::mt19937_64& random, std::size_t count) {
  std::map<TermKey, Postings> terms;
  while (terms.size() < count) {
    Postings& postings = terms[random() % 3 == 0 ? random() >> 2U : terms.size() * 7];
    std::uint32_t ordinal = random() % 5 == 0 ? 0xFFFF'0000 : 0;
    postings.clear();
    for (auto left = 1 + random() % (random() % 20 == 0 ? 900 : 4); left > 0; --left) {
      ordinal += static_cast<std::uint32_t>(random() % 60);
      postings.push_back(
          {ordinal, random() % 4 == 0 ? 1 + static_cast<std::uint32_t>(random() % 255) : 1});
      ++ordinal;
    }
  }
  return terms;
}

void write(const std::filesystem::path& directory, const std::map<TermKey, Postings>& terms) {
  RareTermsWriter writer(directory);
  for (const auto& [key, postings] : terms) {
    writer.add(key, postings);
  }
  writer.finish();
}

TEST(RareTerms, GiveBackWhatWasWritten) {
  std::mt19937_64 random(11);
  const auto terms = random_terms(random, 1'000);
  const TemporaryDirectory directory;
  write(directory.path(), terms);
  const Result<RareTerms> rare = RareTerms::open(directory.path());
  ASSERT_TRUE(rare);
  EXPECT_EQ(rare->size(), terms.size());
  EXPECT_TRUE(rare->is_sound());
  for (const auto& [key, postings] : terms) {
    EXPECT_EQ(rare->find(key), postings) << key;
    EXPECT_EQ(rare->frequency(key), postings.size()) << key;
    if (!terms.contains(key + 1)) {
      EXPECT_TRUE(rare->find(key + 1).empty());
      EXPECT_EQ(rare->frequency(key + 1), 0U);
    }
  }
  auto expected = terms.begin();
  for (std::size_t block = 0; block < rare->blocks(); ++block) {
    for (const PackedTerm& term : rare->terms_of(block)) {
      ASSERT_EQ(term.key, (expected++)->first);
    }
  }
  EXPECT_EQ(expected, terms.end());
}

TEST(RareTerms, MayBeNone) {
  const TemporaryDirectory directory;
  write(directory.path(), {});
  const Result<RareTerms> rare = RareTerms::open(directory.path());
  ASSERT_TRUE(rare);
  EXPECT_EQ(rare->blocks(), 0U);
  EXPECT_TRUE(rare->find(7).empty());
  EXPECT_TRUE(rare->is_sound());
}

TEST(RareTerms, AnyChangedByteIsNoticed) {
  std::mt19937_64 random(12);
  const auto terms = random_terms(random, 120);
  const TemporaryDirectory directory;
  write(directory.path(), terms);
  const auto file = directory.path() / kRareTermsFile;
  const auto size = std::filesystem::file_size(file);
  for (std::uintmax_t place = 0; place < size; place += 1 + random() % 9) {
    std::fstream bytes(file, std::ios::binary | std::ios::in | std::ios::out);
    bytes.seekg(static_cast<std::streamoff>(place));
    const char old = static_cast<char>(bytes.get());
    bytes.seekp(static_cast<std::streamoff>(place));
    bytes.put(static_cast<char>(old ^ 0x21));
    bytes.close();
    const Result<RareTerms> rare = RareTerms::open(directory.path());
    // What fills up the blocks to 8 bytes says nothing.
    const bool fills = rare && rare->is_sound();
    if (fills) {
      for (const auto& [key, postings] : terms) {
        ASSERT_EQ(rare->find(key), postings) << "byte " << place;
      }
      EXPECT_EQ(old, '\0') << "byte " << place;
    }
    std::fstream mended(file, std::ios::binary | std::ios::in | std::ios::out);
    mended.seekp(static_cast<std::streamoff>(place));
    mended.put(old);
  }
  EXPECT_TRUE(RareTerms::open(directory.path())->is_sound());
}

TEST(TermPostings, MalformedBytesAreRefused) {
  struct Case {
    std::string bytes;
    std::uint32_t count;
    const char* reason;
  };
  const Case cases[] = {
      {"", 1, "nothing there"},
      {"\x02", 2, "one of two"},
      {std::string("\x03\x00", 2), 1, "0 times"},
      {"\x02\x02", 1, "bytes left over"},
      {"\x80", 1, "an integer that does not end"},
      {std::string(9, '\xFF') + "\x01", 1, "an ordinal past all"},
      {"\x03\xFF\x7F", 1, "more times than are told apart"},
  };
  for (const Case& row : cases) {
    Postings postings;
    EXPECT_FALSE(unpack(row.bytes, row.count, postings)) << row.reason;
  }
  Postings none;
  EXPECT_TRUE(unpack("", 0, none));
}

}  // namespace
}  // namespace tracuu
