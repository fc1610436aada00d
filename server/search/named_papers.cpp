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

constexpr std::size_t kDeadlineEvery = 4096;

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

  void count(std::span<const ValueNumber> row) {
    // Documents come before identities: a number counts as open until an identity of it is seen.
    seen_.clear();
    for (const ValueNumber value : row) {
      if (const auto paper = paper_by_value_.find(value); paper != paper_by_value_.end()) {
        seen_.push_back(paper->second);
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

std::vector<NamedPapers> named_papers(const Query& query, const DocidSet& docids,
                                      const Columns& columns, const Deadline& deadline) {
  std::vector<NamedPapers> named;
  for (const QueryGroup& group : query.groups) {
    for (const QueryClause& clause : group.alternatives) {
      const auto asked = number_asked(clause);
      if (!asked) {
        continue;
      }
      named.push_back({to_canonical(*asked), papers_of(*asked, docids, columns, deadline)});
    }
  }
  return named;
}

std::vector<PaperCount> papers_of(const DocumentNumber& number, const DocidSet& docids,
                                  const Columns& columns, const Deadline& deadline) {
  PaperCounter counter(number, columns);
  std::size_t steps = 0;
  for (const Xapian::docid docid : docids) {
    if (++steps % kDeadlineEvery == 0) {
      deadline.check();
    }
    counter.count(columns.values_of(columns.ordinal_of(docid)));
  }
  return std::move(counter).counted();
}

}  // namespace tracuu
