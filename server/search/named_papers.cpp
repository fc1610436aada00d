#include "server/search/named_papers.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "common/entity/document_number.h"
#include "common/entity/gazetteer/gazetteer.h"
#include "common/index/schema.h"
#include "server/search/document_values.h"

namespace tracuu {
namespace {

/// The number that an entity clause asks for, or nothing for another entity and for a paper called
/// by its name.
std::optional<DocumentNumber> number_asked(const QueryClause& clause) {
  if (clause.kind != QueryClause::Kind::kEntity || clause.field != FieldId::kDocument ||
      clause.terms.empty()) {
    return std::nullopt;
  }
  std::string_view value = clause.terms.front();
  for (const std::string_view prefix :
       {kDocumentClassPrefix, field(FieldId::kDocument).term_prefix}) {
    if (value.starts_with(prefix)) {
      value.remove_prefix(prefix.size());
    }
  }
  auto number = parse_document_number(value);
  return number && number->number != 0 ? number : std::nullopt;
}

std::string title_of(std::string_view number, const std::optional<PartialDate>& date) {
  for (const LandmarkDocument& landmark : landmark_documents()) {
    if (landmark.number == number && date && landmark.date == *date) {
      return landmark.title;
    }
  }
  return {};
}

/// Reads "10-NQ/TU@2013-12-27@Hải Phòng".
PaperCount paper_of(std::string_view identity) {
  PaperCount paper;
  paper.identity = identity;
  paper.number = identity.substr(0, identity.find('@'));
  for (std::size_t at = identity.find('@'); at != std::string_view::npos;) {
    const std::size_t next = identity.find('@', at + 1);
    const std::string_view part = identity.substr(at + 1, next - at - 1);
    if (const auto date = parse_iso(part)) {
      paper.date = date;
    } else {
      paper.province = part;
    }
    at = next;
  }
  paper.title = title_of(paper.number, paper.date);
  return paper;
}

/// Counts the papers that one number may mean.
class PaperCounter {
 public:
  /// The arguments must outlive this.
  PaperCounter(const ArticleSet& articles, const Columns& columns)
      : articles_(articles), columns_(columns), told_(articles.articles()) {}

  std::vector<PaperCount> papers_of(const DocumentNumber& asked) {
    std::vector<PaperCount> papers;
    for (const ValueNumber value : values_meant(asked, FieldId::kIdentity, columns_)) {
      papers.push_back(paper_of(columns_.value(value).value));
      papers.back().count = found_in(citing(FieldId::kIdentity, value));
      identities_[papers.back().number].push_back(value);
    }
    for (const ValueNumber value : values_meant(asked, FieldId::kDocument, columns_)) {
      papers.push_back(paper_of(columns_.value(value).value));
      papers.back().identity.clear();
      papers.back().count = count_untold(value, papers.back().number);
    }
    std::erase_if(papers, [](const PaperCount& paper) { return paper.count == 0; });
    std::sort(papers.begin(), papers.end(), [](const PaperCount& a, const PaperCount& b) {
      return a.count != b.count     ? a.count > b.count
             : a.number != b.number ? a.number < b.number
                                    : a.identity < b.identity;
    });
    return papers;
  }

 private:
  std::span<const Ordinal> citing(FieldId id, ValueNumber value) const {
    return columns_.column(id).articles_with(value);
  }

  std::size_t found_in(std::span<const Ordinal> articles) const {
    return static_cast<std::size_t>(std::ranges::count_if(
        articles, [&](Ordinal article) { return articles_.contains(article); }));
  }

  /// Counts the articles that cite a number and tell none of the papers that it may be.
  std::size_t count_untold(ValueNumber value, const std::string& number) {
    const std::vector<ValueNumber>& identities = identities_[number];
    for (const ValueNumber identity : identities) {
      std::ranges::for_each(citing(FieldId::kIdentity, identity),
                            [&](Ordinal article) { told_.add(article); });
    }
    const auto untold = std::ranges::count_if(
        citing(FieldId::kDocument, value),
        [&](Ordinal article) { return articles_.contains(article) && !told_.contains(article); });
    for (const ValueNumber identity : identities) {
      std::ranges::for_each(citing(FieldId::kIdentity, identity),
                            [&](Ordinal article) { told_.remove(article); });
    }
    return static_cast<std::size_t>(untold);
  }

  const ArticleSet& articles_;
  const Columns& columns_;
  ArticleSet told_;  ///< empty between two numbers
  std::unordered_map<std::string, std::vector<ValueNumber>> identities_;  ///< by number
};

}  // namespace

std::vector<NamedPapers> named_papers(const Query& query, const ArticleSet& articles,
                                      const Columns& columns) {
  std::vector<NamedPapers> named;
  for (const QueryGroup& group : query.groups) {
    for (const QueryClause& clause : group.alternatives) {
      if (const auto asked = number_asked(clause)) {
        named.push_back({to_canonical(*asked), papers_of(*asked, articles, columns)});
      }
    }
  }
  return named;
}

std::vector<PaperCount> papers_of(const DocumentNumber& number, const ArticleSet& articles,
                                  const Columns& columns) {
  return PaperCounter(articles, columns).papers_of(number);
}

}  // namespace tracuu
