#include "server/search/official_page.h"

#include <algorithm>
#include <utility>

#include "common/text/normalize.h"
#include "common/text/syllable.h"
#include "server/search/nearest_values.h"
#include "server/search/page_counts.h"
#include "server/search/post_history.h"

namespace tracuu {
namespace {

constexpr std::size_t kMostNearest = 5;
constexpr std::size_t kMostBeside = 10;

std::optional<ValueNumber> official_called(const std::string& name, const Columns& columns) {
  if (const auto number = columns.number_of(FieldId::kOfficial, name)) {
    return number;
  }
  const auto known = columns.official_folded(fold(name));
  return known ? columns.number_of(FieldId::kOfficial, *known) : std::nullopt;
}

/// Other officials whose names differ from `name` in marks alone.
std::vector<std::string> of_same_letters(const std::string& name, const Columns& columns,
                                         const Deadline& deadline) {
  std::vector<std::string> names;
  const std::string wanted = fold(normalized(name));
  const ValueRange range = columns.range_of(FieldId::kOfficial);
  for (ValueNumber value = range.begin; value < range.end; ++value) {
    deadline.check();
    const std::string& other = columns.value(value).value;
    // Marks take up to two more bytes a letter.
    if (other != name && other.size() >= wanted.size() && other.size() <= 3 * wanted.size() &&
        fold(normalized(other)) == wanted) {
      names.push_back(other);
    }
  }
  return names;
}

ArticleSet naming(ValueNumber official, const SearchRequest& request, const Columns& columns) {
  ArticleSet articles(columns.ordinals());
  for (const Ordinal article : columns.column(FieldId::kOfficial).articles_with(official)) {
    articles.add(article);
  }
  return filtered(articles, request, columns);
}

/// The articles whose posts are read, newest first.
std::vector<Xapian::docid> sample(const std::vector<Xapian::docid>& docids) {
  if (docids.size() <= kOfficialArticlesRead) {
    return docids;
  }
  constexpr std::size_t kThird = kOfficialArticlesRead / 3;
  std::vector<Xapian::docid> chosen(docids.begin(),
                                    docids.begin() + static_cast<std::ptrdiff_t>(kThird));
  const std::size_t middle = docids.size() - 2 * kThird;
  for (std::size_t i = 0; i < kThird; ++i) {
    chosen.push_back(docids[kThird + i * middle / kThird]);
  }
  chosen.insert(chosen.end(), docids.end() - static_cast<std::ptrdiff_t>(kThird), docids.end());
  chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
  return chosen;
}

Span first_mention_of(const Article& article, const std::string& name) {
  const std::string key = official_key(normalized(name));
  for (const OfficialMention& mention : article.entities.officials) {
    if (official_key(normalized(mention.name)) == key) {
      return mention.span;
    }
  }
  return {};
}

}  // namespace

OfficialAnswer official_page(const Snapshot& snapshot, const OfficialRequest& request,
                             const Deadline& deadline) {
  const Columns& columns = snapshot.columns();
  OfficialAnswer answer{std::nullopt, {}, snapshot.info()};
  const auto official = official_called(request.name, columns);
  if (!official) {
    answer.nearest =
        nearest_values(request.name, FieldId::kOfficial, kMostNearest, columns, deadline);
    return answer;
  }
  OfficialPage page;
  page.name = columns.value(*official).value;
  page.same_letters = of_same_letters(page.name, columns, deadline);
  const ArticleSet articles = naming(*official, request.search, columns);
  page.total = articles.size();
  PageCounts counts =
      count_values(articles, {FieldId::kProvince, FieldId::kDocument, FieldId::kSource},
                   kMostBeside, request.search, columns, deadline);
  page.beside = std::move(counts.facets);
  page.histogram = std::move(counts.histogram);
  page.undated = counts.undated;
  ArticleNotes notes(snapshot.terms().stored(), deadline);
  const std::vector<Xapian::docid> docids = docids_of(articles, columns);
  const std::vector<Xapian::docid> read = sample(docids);
  page.read = read.size();
  page.people = posts_over_time(read, page.name, notes);
  for (std::size_t i = 0; i < std::min(docids.size(), request.search.limit); ++i) {
    page.newest.push_back(
        notes.note(docids[i], first_mention_of(notes.article(docids[i]), page.name)));
  }
  answer.page = std::move(page);
  return answer;
}

}  // namespace tracuu
