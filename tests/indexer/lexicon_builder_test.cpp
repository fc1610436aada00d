#include "indexer/lexicon_builder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "common/index/manifest.h"
#include "common/index/segments.h"
#include "indexer/lexicon_update.h"
#include "indexer/token_spool.h"
#include "tests/support/file_bytes.h"
#include "tests/support/sample_article.h"
#include "tests/support/table.h"
#include "tests/support/temporary_directory.h"

namespace tracuu {
namespace {

std::vector<LexiconPhrase> counted_of(std::string_view cell) {
  std::vector<LexiconPhrase> counted;
  for (std::size_t begin = 0; begin < cell.size();) {
    const std::size_t end = std::min(cell.find('|', begin), cell.size());
    const std::string_view item = cell.substr(begin, end - begin);
    const std::size_t colon = item.find(':');
    counted.push_back({std::string(item.substr(0, colon)),
                       static_cast<std::uint32_t>(std::stoi(std::string(item.substr(colon + 1))))});
    begin = end + 1;
  }
  return counted;
}

TEST(LexiconBuilder, KeepsThePhrasesWorthSuggesting) {
  for (const TableRow& row : read_table("phrases_worth.tsv")) {
    ASSERT_EQ(row.cells.size(), 3U) << row;
    std::string worth;
    for (const LexiconPhrase& phrase : worth_suggesting(counted_of(row[0]))) {
      worth.append(worth.empty() ? "" : "|").append(phrase.text);
    }
    EXPECT_EQ(worth, row[1]) << row;
  }
}

Article article(std::string_view title, std::string_view body) {
  return sample_article("x", title, body);
}

using Articles = std::map<std::uint32_t, Article>;

void write_streams(const Articles& articles, const std::filesystem::path& directory) {
  TokenSpool spool(directory / "spool");
  std::vector<std::uint32_t> docids;
  for (const auto& [docid, one] : articles) {
    spool.add(docid, tokens_of(one));
    docids.push_back(docid);
  }
  StreamDictionary dictionary;
  spool.close(dictionary);
  write_token_streams(directory, dictionary, {&spool}, docids);
}

void build(const Articles& articles, const std::filesystem::path& directory) {
  LexiconBuilder builder;
  for (const auto& [docid, one] : articles) {
    builder.see(docid, one);
  }
  builder.find_phrases();
  write_streams(articles, directory);
  builder.count(*TokenStreams::open(directory), 2);
  builder.write(directory);
}

std::string bytes_in(const std::filesystem::path& directory) {
  return file_bytes(directory / kLexiconFile);
}

/// Phrases with their counts and titles with their docids, one a line.
std::string described(const std::filesystem::path& directory) {
  const Result<Lexicon> lexicon = Lexicon::open(directory);
  EXPECT_TRUE(lexicon);
  std::string out;
  for (std::uint32_t phrase = 0; phrase < lexicon->phrases().size(); ++phrase) {
    out.append(lexicon->phrases().text(phrase)).append(" ");
    out.append(std::to_string(lexicon->articles_with(phrase))).append("\n");
  }
  for (std::uint32_t title = 0; title < lexicon->titles().size(); ++title) {
    out.append("title: ").append(lexicon->titles().text(title));
    for (const std::uint32_t docid : lexicon->docids_of(title)) {
      out.append(" ").append(std::to_string(docid));
    }
    out += '\n';
  }
  return out;
}

Articles sample() {
  return {{10, article("Bàn chuyển đổi số", "Cả xã họp.")},
          {20, article("Đẩy mạnh chuyển đổi số", "Huyện làm trước.")},
          {30, article("Khai trương cổng", "Một bước chuyển đổi số của tỉnh.")},
          {40, article("Khai trương cổng", "Chuyen doi so.")}};
}

TEST(LexiconBuilder, CountsPhrasesOfTitlesInAllTexts) {
  const TemporaryDirectory directory;
  build(sample(), directory.path());
  EXPECT_EQ(described(directory.path()),
            "chuyển đổi số 3\n"
            "title: Bàn chuyển đổi số 10\n"
            "title: Đẩy mạnh chuyển đổi số 20\n"
            "title: Khai trương cổng 30 40\n");
}

TEST(LexiconBuilder, EqualArticlesGiveEqualBytes) {
  const TemporaryDirectory one;
  const TemporaryDirectory other;
  build(sample(), one.path());
  build(sample(), other.path());
  EXPECT_EQ(bytes_in(one.path()), bytes_in(other.path()));
}

TEST(LexiconBuilder, CutsATitleThatIsNone) {
  std::string long_title;
  for (int i = 0; i < 400; ++i) {
    long_title += "đề ";
  }
  const std::string title = lexicon_title(article(long_title, "x"));
  EXPECT_LT(title.size(), 610U);
  EXPECT_TRUE(title.ends_with("…"));
}

TEST(LexiconUpdate, GivesWhatABuildOfTheChangedArticlesWould) {
  const TemporaryDirectory old;
  build(sample(), old.path());
  Articles changed = sample();
  Result<LexiconUpdate> update = LexiconUpdate::open(old.path());
  ASSERT_TRUE(update);

  update->remove(30, changed.at(30));
  changed.erase(30);
  const Article rewritten = article("Bàn kỹ chuyển đổi số", "Cả xã họp.");
  update->remove(10, changed.at(10));
  update->add(10, rewritten);
  changed.insert_or_assign(10, rewritten);
  const Article added = article("Khai trương cổng", "Nơi chuyển đổi số bắt đầu.");
  update->add(5, added);
  changed.emplace(5, added);

  const TemporaryDirectory updated;
  const TemporaryDirectory rebuilt;
  update->write(updated.path(), {});
  build(changed, rebuilt.path());
  EXPECT_EQ(described(updated.path()), described(rebuilt.path()));
  EXPECT_EQ(bytes_in(updated.path()), bytes_in(rebuilt.path()));
}

TEST(LexiconUpdate, OfADeltaHoldsItsTitlesAndTheCountsThatChange) {
  const TemporaryDirectory base;
  build(sample(), base.path());
  Articles changed = sample();
  const TemporaryDirectory with_delta;
  {
    Result<LexiconUpdate> update = LexiconUpdate::open(base.path());
    update->remove(30, changed.at(30));
    update->remove(10, changed.at(10));
    changed.erase(30);
    changed.at(10) = article("Bàn kỹ", "Cả xã họp.");
    update->add(10, changed.at(10));
    copy_one_file(base.path() / kLexiconFile, with_delta.path() / kLexiconFile);
    std::filesystem::create_directory(with_delta.path() / kDeltaFolder);
    update->write(with_delta.path(), {});
  }
  EXPECT_EQ(described(with_delta.path() / kDeltaFolder),
            "chuyển đổi số 1\n"
            "title: Bàn kỹ 10\n");
  const TemporaryDirectory merged;
  Result<LexiconUpdate> update = LexiconUpdate::open(with_delta.path());
  const Article added = article("Bàn chuyển đổi số", "Nơi chuyển đổi số bắt đầu.");
  update->add(5, added);
  update->write(merged.path(), std::vector<std::uint32_t>{10, 30});
  EXPECT_EQ(described(merged.path()),
            "chuyển đổi số 2\n"
            "title: Bàn chuyển đổi số 5\n"
            "title: Bàn kỹ 10\n"
            "title: Đẩy mạnh chuyển đổi số 20\n"
            "title: Khai trương cổng 40\n");
}

TEST(LexiconUpdate, AnArticleMayComeAndGoAndComeAgain) {
  const TemporaryDirectory old;
  build(sample(), old.path());
  Result<LexiconUpdate> update = LexiconUpdate::open(old.path());
  ASSERT_TRUE(update);
  const Articles articles = sample();
  for (int i = 0; i < 2; ++i) {
    update->remove(20, articles.at(20));
    update->add(20, articles.at(20));
  }
  const TemporaryDirectory updated;
  update->write(updated.path(), {});
  EXPECT_EQ(bytes_in(updated.path()), bytes_in(old.path()));
}

TEST(LexiconUpdate, ForgetsAPhraseThatNoArticleHas) {
  const TemporaryDirectory old;
  build(sample(), old.path());
  Result<LexiconUpdate> update = LexiconUpdate::open(old.path());
  ASSERT_TRUE(update);
  for (const auto& [docid, one] : sample()) {
    update->remove(docid, one);
  }
  const TemporaryDirectory updated;
  update->write(updated.path(), {});
  EXPECT_EQ(described(updated.path()), "");
}

TEST(LexiconUpdate, NeedsALexiconToUpdate) {
  const TemporaryDirectory empty;
  const Result<LexiconUpdate> update = LexiconUpdate::open(empty.path());
  ASSERT_FALSE(update);
  EXPECT_NE(update.error().message.find("rebuild it with"), std::string::npos);
}

}  // namespace
}  // namespace tracuu
