#include "server/search/named_papers.h"

#include <gtest/gtest.h>

#include "server/query/understanding.h"
#include "tests/server/search/sample_index.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

/// Articles that cite papers of one number in every way.
std::vector<Article> citing_articles() {
  std::vector<Article> all;
  const auto add = [&](std::string_view number, std::string_view date, std::string_view province) {
    Article article = plain_article("a" + std::to_string(all.size()), "Tin", "Văn bản.");
    if (date.empty()) {
      cite(article, number);
    } else {
      cite_paper(article, number, date, province);
    }
    all.push_back(std::move(article));
  };
  for (const TableRow& row : read_table("search_citing_articles.tsv")) {
    add(row[0], row[1], row[2]);
  }
  return all;
}

std::string described(const std::vector<NamedPapers>& named) {
  std::string out;
  for (const NamedPapers& number : named) {
    out.append(out.empty() ? "" : "; ").append(number.value).append(1, ':');
    for (const PaperCount& paper : number.papers) {
      out.append(1, ' ').append(paper.identity.empty() ? paper.number : paper.identity);
      out.append(1, '=').append(std::to_string(paper.count));
    }
  }
  return out;
}

TEST(NamedPapers, AreThoseBehindTheNumbersOfAQuery) {
  const SampleIndex index(citing_articles());
  const Databases databases = index.open();
  const Columns columns = Columns::load(databases, *databases.removed());
  const ArticleSet all = columns.live();
  for (const TableRow& row : read_table("search_named_papers.tsv")) {
    const Query query = *understand(row[0]);
    EXPECT_EQ(described(named_papers(query, all, columns)), row[1]) << row;
  }
}

TEST(NamedPapers, KnowTheirDateProvinceAndSubject) {
  const SampleIndex index(citing_articles());
  const Databases databases = index.open();
  const Columns columns = Columns::load(databases, *databases.removed());
  const ArticleSet all = columns.live();
  const auto named = named_papers(*understand("36-NQ/TW OR 10-NQ/TU"), all, columns);
  ASSERT_EQ(named.size(), 2U);
  EXPECT_EQ(to_iso(*named[0].papers.at(0).date), "2014-07-01");
  EXPECT_NE(named[0].papers.at(0).title, "");
  EXPECT_EQ(named[1].papers.at(0).province, "Hải Phòng");
}

}  // namespace
}  // namespace tracuu
