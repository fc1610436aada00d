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
  PaperCounter(const DocumentNumber& asked, const Columns& columns) : columns_(columns) {
    collect(asked, FieldId::kDocument);
    collect(asked, FieldId::kIdentity);
  }

  /// Counts in those of `articles` that have any of the papers.
  void count(const ArticleSet& articles) {
    ArticleSet citing(articles.articles());
    for (const auto& [value, paper] : paper_by_value_) {
      const FieldId id = columns_.range_of(FieldId::kDocument).contains(value) ? FieldId::kDocument
                                                                               : FieldId::kIdentity;
      for (const Ordinal article : columns_.column(id).articles_with(value)) {
        citing.add(article);
      }
    }
    citing &= articles;
    citing.for_each([this](Ordinal article) { count_one(article); });
  }

  std::vector<PaperCount> counted() && {
    std::erase_if(papers_, [](const PaperCount& paper) { return paper.count == 0; });
    std::sort(papers_.begin(), papers_.end(), [](const PaperCount& a, const PaperCount& b) {
      return a.count != b.count     ? a.count > b.count
             : a.number != b.number ? a.number < b.number
                                    : a.identity < b.identity;
    });
    return std::move(papers_);
  }

 private:
  void count_one(Ordinal article) {
    // A number counts as open unless an identity of it is seen.
    seen_.clear();
    for (const FieldId id : {FieldId::kDocument, FieldId::kIdentity}) {
      for (const ValueNumber value : columns_.column(id).values_of(article)) {
        if (const auto paper = paper_by_value_.find(value); paper != paper_by_value_.end()) {
          seen_.push_back(paper->second);
        }
      }
    }
    for (const std::size_t paper : seen_) {
      const bool told = papers_[paper].identity.empty() &&
                        std::any_of(seen_.begin(), seen_.end(), [&](std::size_t other) {
                          return other != paper && papers_[other].number == papers_[paper].number;
                        });
      papers_[paper].count += told ? 0 : 1;
    }
  }

  void collect(const DocumentNumber& asked, FieldId id) {
    for (const ValueNumber value : values_meant(asked, id, columns_)) {
      paper_by_value_.emplace(value, papers_.size());
      papers_.push_back(paper_of(columns_.value(value).value));
      if (id == FieldId::kDocument) {
        papers_.back().identity.clear();
      }
    }
  }

  const Columns& columns_;
  std::vector<PaperCount> papers_;
  std::unordered_map<ValueNumber, std::size_t> paper_by_value_;
  std::vector<std::size_t> seen_;  ///< papers of one article
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
  PaperCounter counter(number, columns);
  counter.count(articles);
  return std::move(counter).counted();
}

}  // namespace tracuu
