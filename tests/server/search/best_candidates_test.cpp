#include "server/search/best_candidates.h"

#include <gtest/gtest.h>

#include <random>

#include "common/index/schema.h"
#include "common/text/normalize.h"
#include "common/text/tokens.h"
#include "tests/server/search/sample_index.h"

namespace tracuu {
namespace {

constexpr std::uint32_t kWords = 90;
const Deadline kSoon = Deadline::in(std::chrono::minutes(10));

/// "haa", "hab" ... "hba" ...
std::string word_of(std::uint32_t number) {
  return {'h', static_cast<char>('a' + number / 26), static_cast<char>('a' + number % 26)};
}

/// Words by a falling frequency, so that some are in nearly every article and some in few.
std::string random_text(std::mt19937& random, std::size_t words) {
  std::string text;
  for (std::size_t i = 0; i < words; ++i) {
    std::uint32_t word = 0;
    while (word < kWords && random() % 8 != 0) {
      ++word;
    }
    text += word_of(word) + (random() % 11 == 0 ? ". " : " ");
  }
  return text;
}

std::vector<Article> random_articles(std::mt19937& random, int count) {
  std::vector<Article> articles;
  for (int i = 0; i < count; ++i) {
    articles.push_back(plain_article(std::to_string(i), random_text(random, 5),
                                     random_text(random, 10 + random() % 200)));
  }
  return articles;
}

void add_terms(std::string_view text, std::initializer_list<std::string_view> prefixes,
               Xapian::Document& document) {
  const std::string normalized_text = normalized(text);
  std::string before;
  for (const Token& token : tokenize(normalized_text)) {
    const auto* prefix = prefixes.begin();
    document.add_term(term_of(*prefix++, token.folded));
    document.add_term(term_of(*prefix++, token.key));
    if (!before.empty() && !token.starts_sentence) {
      document.add_term(term_of(*prefix, before + ' ' + token.folded));
    }
    before = token.folded;
  }
}

/// The words of the same articles under the same docids, as a database has them.
Xapian::WritableDatabase database_of_words(const OpenIndex& open) {
  Xapian::WritableDatabase words("", Xapian::DB_BACKEND_INMEMORY);
  Xapian::docid next = 0;
  for (const Xapian::docid docid : open.docids_of(open.all())) {
    ++next;
    const Article article = open.terms.stored().article(docid);
    Xapian::Document document;
    add_terms(article.title(), {"", kAccentedPrefix, kBigramPrefix}, document);
    add_terms(article.body(), {"", kAccentedPrefix, kBigramPrefix}, document);
    add_terms(article.title(), {kTitleFoldedPrefix, kTitleAccentedPrefix, kTitleBigramPrefix},
              document);
    words.replace_document(next, document);
  }
  return words;
}

/// Adds up the terms as Xapian's own matcher does.
std::vector<RankingCandidate> by_matcher(const Xapian::Database& words, const RankingTerms& ranking,
                                         std::size_t count) {
  std::vector<Xapian::Query> parts{Xapian::Query(0, Xapian::Query(""))};
  for (const RankingTerm& term : ranking.terms) {
    parts.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term.term), term.weight);
  }
  Xapian::Enquire enquire(words);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, parts.begin(), parts.end()));
  enquire.set_weighting_scheme(Xapian::BM25Weight(kBm25K1, 0, 0, kBm25B, 0));
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(count));
  std::vector<RankingCandidate> candidates;
  for (auto hit = found.begin(); hit != found.end(); ++hit) {
    candidates.push_back({*hit, hit.get_weight()});
  }
  return candidates;
}

TEST(BestCandidates, AreThoseOfXapiansMatcher) {
  std::mt19937 random(17);
  const SampleIndex index(random_articles(random, 4'500));  // over one block
  const OpenIndex open(index);
  const Xapian::Database words = database_of_words(open);
  for (int round = 0; round < 60; ++round) {
    const Query query = sample_query(random_text(random, 1 + random() % 6));
    SCOPED_TRACE(query.text);
    const RankingTerms ranking = ranking_terms(open.reader, query);
    const std::size_t count = 1 + random() % 400;
    const auto expected = by_matcher(words, ranking, count);
    const auto found = best_candidates(open.reader, ranking, open.all(), count, kSoon);
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
      // Near ties may change places: sums are of single precision.
      ASSERT_NEAR(found[i].score, expected[i].score, 1e-4 * (1 + expected[i].score)) << i;
      ASSERT_EQ(open.reader.docid_of(found[i].article), found[i].docid);
    }
  }
}

TEST(BestCandidates, AreOfTheArticlesAsked) {
  std::mt19937 random(18);
  const SampleIndex index(random_articles(random, 300));
  const OpenIndex open(index);
  const RankingTerms ranking = ranking_terms(open.reader, sample_query("hab had"));
  ArticleSet some = open.all();
  open.all().for_each([&](Ordinal article) {
    if (article % 7 != 0) {
      some.remove(article);
    }
  });
  const auto found = best_candidates(open.reader, ranking, some, 300, kSoon);
  EXPECT_EQ(found.size(), some.size()) << "those without any term too";
  for (const RankingCandidate& candidate : found) {
    EXPECT_TRUE(some.contains(candidate.article));
  }
  EXPECT_TRUE(best_candidates(open.reader, ranking, ArticleSet(open.columns.ordinals()), 300, kSoon)
                  .empty());
  EXPECT_TRUE(best_candidates(open.reader, ranking, some, 0, kSoon).empty());
}

TEST(BestCandidates, StandByDocidWhereTheyAreEqual) {
  std::vector<Article> articles;
  for (int i = 0; i < 50; ++i) {
    articles.push_back(plain_article(std::to_string(i), "", "điện tử"));
  }
  const SampleIndex index(articles);
  const OpenIndex open(index);
  const auto found = best_candidates(open.reader, ranking_terms(open.reader, sample_query("điện")),
                                     open.all(), 20, kSoon);
  ASSERT_EQ(found.size(), 20U);
  for (Ordinal i = 0; i < 20; ++i) {
    EXPECT_EQ(found[i].docid, open.docids_of(open.all())[i]);
  }
}

TEST(TermReader, ReadsFrequentAndRareTermsAlike) {
  std::mt19937 random(19);
  const SampleIndex index(random_articles(random, 120));
  const OpenIndex open(index);
  const Xapian::Database words = database_of_words(open);
  std::size_t rare = 0;
  for (std::uint32_t word = 0; word < kWords; ++word) {
    const std::string term = word_of(word);
    const TermPostings& postings = open.reader.postings(term);
    rare += postings.frequent() || postings.size() == 0 ? 0 : 1;
    EXPECT_EQ(postings.size(), words.get_termfreq(term));
    EXPECT_EQ(open.reader.frequency(term), postings.size());
    ArticleSet found(open.columns.ordinals());
    postings.add_to(found, open.all());
    EXPECT_EQ(found.size(), postings.size());
    for (auto posting = words.postlist_begin(term); posting != words.postlist_end(term);
         ++posting) {
      const auto article = static_cast<Ordinal>(*posting - 1);
      EXPECT_TRUE(found.contains(article));
      EXPECT_EQ(postings.times_in(article), posting.get_wdf());
    }
  }
  EXPECT_GT(rare, 0U);
}

TEST(TermIndex, RefusesAFileOfOtherArticles) {
  const SampleIndex index({plain_article("a", "", "một"), plain_article("b", "", "một")});
  const SampleIndex other({plain_article("a", "", "một")});
  const Databases databases = index.open();
  const Columns columns = Columns::load(databases, *databases.removed());
  const Result<TermIndex> opened = TermIndex::open(other.generation(), columns);
  ASSERT_FALSE(opened);
  EXPECT_NE(opened.error().message.find("of different articles, rebuild it"), std::string::npos);
}

}  // namespace
}  // namespace tracuu
