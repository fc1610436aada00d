#include "common/index/frequent_terms.h"

#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <map>
#include <random>
#include <stdexcept>

#include "tests/support/file_bytes.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

using Postings = std::vector<TermPosting>;

std::vector<std::uint32_t> docids_of(std::uint32_t articles) {
  std::vector<std::uint32_t> docids;
  for (std::uint32_t i = 0; i < articles; ++i) {
    docids.push_back(3 * i + 7);
  }
  return docids;
}

void write(const std::filesystem::path& directory, std::uint32_t articles,
           const std::map<std::string, Postings>& terms) {
  const std::vector<std::uint32_t> docids = docids_of(articles);
  const std::vector<std::uint32_t> lengths(articles, 100);
  FrequentTermsWriter writer(directory, docids, lengths);
  for (const auto& [term, postings] : terms) {
    writer.add(term, postings, writer.stored(postings));
  }
  writer.finish();
}

/// Terms of every density, so that their pieces are bitmaps and lists, empty and full.
std::map<std::string, Postings> random_terms(std::uint32_t articles) {
  std::mt19937 random(11);
  std::map<std::string, Postings> terms;
  for (const std::uint32_t share : {1U, 2U, 15U, 16U, 17U, 400U, 60'000U}) {
    Postings postings;
    for (std::uint32_t article = 0; article < articles; ++article) {
      if (random() % share == 0) {
        postings.push_back({article, 1 + static_cast<std::uint32_t>(random() % 9)});
      }
    }
    terms["one in " + std::to_string(share)] = postings;
  }
  terms["last"] = {{articles - 1, 2}};
  return terms;
}

TEST(FrequentTerms, GiveBackEveryPosting) {
  for (const std::uint32_t articles : {1U, 63U, 64U, 5'000U, 65'536U, 140'000U}) {
    SCOPED_TRACE(articles);
    const TemporaryDirectory directory;
    const auto terms = random_terms(articles);
    write(directory.path(), articles, terms);
    const Result<FrequentTerms> read = FrequentTerms::open(directory.path());
    ASSERT_TRUE(read);
    EXPECT_EQ(read->size(), terms.size());
    EXPECT_TRUE(read->is_sound());
    for (const auto& [term, postings] : terms) {
      const auto found = read->find(term);
      ASSERT_TRUE(found) << term;
      EXPECT_EQ(found->size(), postings.size());
      EXPECT_EQ(read->frequency(term), postings.size());
      std::uint32_t next = 0;
      for (std::uint32_t article = 0; article < articles; ++article) {
        const bool has = next < postings.size() && postings[next].ordinal == article;
        ASSERT_EQ(found->posting_of(article), has ? std::optional(next) : std::nullopt);
        if (has) {
          ASSERT_EQ(found->times()[next], postings[next].times);
          ++next;
        }
      }
    }
  }
}

TEST(FrequentTerms, KeepDocidsAndLengths) {
  const TemporaryDirectory directory;
  write(directory.path(), 3, {{"a", {{0, 1}, {2, 1}}}});
  const Result<FrequentTerms> read = FrequentTerms::open(directory.path());
  ASSERT_TRUE(read);
  EXPECT_EQ(std::vector(read->docids().begin(), read->docids().end()), docids_of(3));
  EXPECT_EQ(read->lengths().size(), 3U);
  EXPECT_EQ(read->lengths()[2], 100U);
}

TEST(FrequentTerms, CountAtMostKMostTimes) {
  const TemporaryDirectory directory;
  write(directory.path(), 2, {{"a", {{0, 254}, {1, 70'000}}}, {"boolean", {{1, 0}}}});
  const Result<FrequentTerms> read = FrequentTerms::open(directory.path());
  ASSERT_TRUE(read);
  EXPECT_EQ(read->find("a")->times()[0], 254);
  EXPECT_EQ(read->find("a")->times()[1], kMostTimes);
  EXPECT_EQ(read->find("a")->most_times(), kMostTimes);
  EXPECT_EQ(read->find("boolean")->most_times(), 0U);
}

TEST(FrequentTerms, KnowNoOtherTerm) {
  const TemporaryDirectory directory;
  write(directory.path(), 9, random_terms(9));
  const Result<FrequentTerms> read = FrequentTerms::open(directory.path());
  ASSERT_TRUE(read);
  for (const char* const term : {"", "las", "last ", "zzz"}) {
    EXPECT_FALSE(read->find(term)) << term;
    EXPECT_EQ(read->frequency(term), 0U) << term;
  }
}

TEST(FrequentTerms, AreTheSameBytesForTheSamePostings) {
  const auto bytes = [] {
    const TemporaryDirectory directory;
    write(directory.path(), 500, random_terms(500));
    return file_bytes(directory.path() / kFrequentTermsFile);
  };
  EXPECT_EQ(bytes(), bytes());
}

TEST(FrequentTerms, RefuseAFileThatIsMissing) {
  const TemporaryDirectory directory;
  const Result<FrequentTerms> read = FrequentTerms::open(directory.path());
  ASSERT_FALSE(read);
  EXPECT_NE(read.error().message.find("is missing, rebuild it"), std::string::npos);
}

/// Changes the bytes of a good file and returns what is said of it; "" when it opens.
std::string said_of(const std::function<void(std::string&)>& damage, bool& sound) {
  const TemporaryDirectory directory;
  write(directory.path(), 500, random_terms(500));
  const std::filesystem::path file = directory.path() / kFrequentTermsFile;
  std::string bytes = file_bytes(file);
  damage(bytes);
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
  const Result<FrequentTerms> read = FrequentTerms::open(directory.path());
  sound = read && read->is_sound();
  return read ? "" : read.error().message;
}

TEST(FrequentTerms, RefuseAFileThatIsNotAsItWasWritten) {
  const auto turn = [](std::size_t at) {
    return [at](std::string& bytes) { bytes[at] = static_cast<char>(bytes[at] ^ 0x10); };
  };
  bool sound = true;
  EXPECT_NE(said_of(turn(3), sound).find("is damaged"), std::string::npos) << "name";
  EXPECT_NE(said_of(turn(16), sound).find("of another version"), std::string::npos);
  EXPECT_NE(said_of(turn(20), sound).find("is damaged"), std::string::npos) << "head";
  EXPECT_NE(said_of(turn(sizeof(FrequentTermsHead) + 5), sound).find("is damaged"),
            std::string::npos)
      << "docids";
  const auto last = [](std::string& bytes) { bytes.back() = '!'; };
  EXPECT_NE(said_of(last, sound).find("is damaged"), std::string::npos) << "letters";
  const auto cut = [](std::string& bytes) { bytes.resize(bytes.size() - 1); };
  EXPECT_NE(said_of(cut, sound).find("is cut off"), std::string::npos);
  const auto empty = [](std::string& bytes) { bytes.resize(20); };
  EXPECT_NE(said_of(empty, sound).find("is cut off"), std::string::npos);
}

TEST(FrequentTerms, TellOfDamagedPostingsWhenTheyAreAskedFor) {
  const TemporaryDirectory directory;
  write(directory.path(), 500, random_terms(500));
  const std::filesystem::path file = directory.path() / kFrequentTermsFile;
  std::fstream bytes(file, std::ios::binary | std::ios::in | std::ios::out);
  // The first term's postings lie behind the docids and the lengths.
  bytes.seekp(static_cast<std::streamoff>(sizeof(FrequentTermsHead) + 2 * 500 * 4 + 16));
  bytes.put('\x55');
  bytes.close();
  const Result<FrequentTerms> read = FrequentTerms::open(directory.path());
  ASSERT_TRUE(read);
  EXPECT_FALSE(read->is_sound());
  EXPECT_THROW(read->find("last"), std::runtime_error);
  EXPECT_NO_THROW(read->find("one in 2"));
}

}  // namespace
}  // namespace tracuu
