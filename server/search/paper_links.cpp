#include "server/search/paper_links.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

#include "common/index/schema.h"
#include "server/search/selection.h"

namespace tracuu {
namespace {

/// Articles read of one kind of relation.
constexpr std::size_t kMostRead = 8;

constexpr std::array kRelations{DocumentRelation::kImplements, DocumentRelation::kReplaces,
                                DocumentRelation::kAmends, DocumentRelation::kBasedOn,
                                DocumentRelation::kReviews};

DocidSet bearing_any(const Xapian::Database& database, const std::vector<std::string>& terms,
                     const DocidSet& within, const Deadline& deadline) {
  Query query;
  query.groups.emplace_back();
  QueryClause clause;
  clause.kind = QueryClause::Kind::kEntity;
  clause.terms = terms;
  query.groups.back().alternatives.push_back(std::move(clause));
  const DocidSet bearing =
      MatchSet(database, within, kAllDocids, deadline).of(query, Requirement::kAll);
  DocidSet both;
  std::set_intersection(bearing.begin(), bearing.end(), within.begin(), within.end(),
                        std::back_inserter(both));
  return both;
}

bool is_one_of(const std::vector<std::string>& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

/// Adds the papers at the other end of the relations of one article.
void add_papers(Xapian::docid docid, const std::vector<std::string>& values, ArticleNotes& notes,
                RelatedPapers& related) {
  const Article& article = notes.article(docid);
  std::vector<std::string> seen;
  for (const PaperRelation& link : article.relations) {
    const std::string from = paper_value(article.documents[link.from]);
    const std::string to = paper_value(article.documents[link.to]);
    if (link.relation != related.relation ||
        !is_one_of(values, related.is_done_to_it ? to : from)) {
      continue;
    }
    const std::string& other = related.is_done_to_it ? from : to;
    if (is_one_of(seen, other)) {
      continue;
    }
    seen.push_back(other);
    const auto known =
        std::find_if(related.papers.begin(), related.papers.end(),
                     [&](const RelatedPaper& paper) { return paper.paper == other; });
    if (known != related.papers.end()) {
      ++known->articles;
      continue;
    }
    const auto& mentions = article.entities.documents;
    const Span one = mentions[link.from_mention].span;
    const Span two = mentions[link.to_mention].span;
    related.papers.push_back(
        {other, 1,
         notes.note(docid, Span{std::min(one.begin, two.begin), std::max(one.end, two.end)})});
  }
}

}  // namespace

std::vector<RelatedPapers> related_papers(const Xapian::Database& database, const DocidSet& docids,
                                          const std::vector<std::string>& values,
                                          const Deadline& deadline, ArticleNotes& notes) {
  std::vector<RelatedPapers> all;
  for (const DocumentRelation relation : kRelations) {
    for (const bool is_done_to_it : {true, false}) {
      std::vector<std::string> terms;
      terms.reserve(values.size());
      for (const std::string& value : values) {
        terms.push_back(term_of(
            kRelationPrefix, std::string(name_of(relation)) + (is_done_to_it ? '>' : '<') + value));
      }
      const DocidSet saying = bearing_any(database, terms, docids, deadline);
      if (saying.empty()) {
        continue;
      }
      RelatedPapers related;
      related.relation = relation;
      related.is_done_to_it = is_done_to_it;
      related.articles = saying.size();
      related.read = std::min(saying.size(), kMostRead);
      for (std::size_t i = 0; i < related.read; ++i) {
        add_papers(saying[i], values, notes, related);
      }
      std::stable_sort(
          related.papers.begin(), related.papers.end(),
          [](const RelatedPaper& a, const RelatedPaper& b) { return a.articles > b.articles; });
      all.push_back(std::move(related));
    }
  }
  return all;
}

}  // namespace tracuu
