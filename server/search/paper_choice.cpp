#include "server/search/paper_choice.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/entity/gazetteer/gazetteer.h"
#include "common/text/normalize.h"
#include "common/text/syllable.h"
#include "server/search/document_values.h"
#include "server/search/named_papers.h"
#include "server/search/nearest_values.h"
#include "server/search/page_counts.h"

namespace tracuu {
namespace {

constexpr std::size_t kMostNearest = 5;

/// Returns whether two dates, each as exact as it is known, may be one.
bool overlap(const PartialDate& one, const PartialDate& other) {
  const auto a = one.days();
  const auto b = other.days();
  return a && b && a->first <= b->second && b->first <= a->second;
}

/// Returns the keys of the landmark papers that are called `name`.
std::vector<std::pair<std::string, std::string>> landmarks_called(const std::string& name) {
  std::vector<std::pair<std::string, std::string>> found;  // number, identity
  const std::string wanted = fold(name);
  for (const LandmarkDocument& landmark : landmark_documents()) {
    const bool is_called = std::any_of(
        landmark.popular_names.begin(), landmark.popular_names.end(),
        [&](const std::string& popular) { return fold(normalized(popular)) == wanted; });
    const auto number = parse_document_number(landmark.number);
    if (is_called && number) {
      const std::string canonical = to_canonical(*number);
      found.emplace_back(canonical, canonical + '@' + to_iso(landmark.date));
    }
  }
  return found;
}

/// Goes from what was typed to one paper, or to what it may be.
class PaperChooser {
 public:
  PaperChooser(const DocumentRequest& request, const Columns& columns, const Deadline& deadline)
      : request_(request), columns_(columns), deadline_(deadline) {}

  PaperChoice choose() {
    if (short_number(request_.number)) {
      add_full_numbers();
    } else if (const auto number = parse_document_number(request_.number);
               !number || number->number == 0) {
      add_named();
    }
    if (choice_.candidates.empty() && is_known(FieldId::kDocument, request_.number)) {
      choice_.scope.number = request_.number;
      choose_identity();
    }
    if (choice_.candidates.empty() && choice_.scope.number.empty() && choice_.nearest.empty()) {
      choice_.nearest =
          nearest_values(request_.number, FieldId::kDocument, kMostNearest, columns_, deadline_);
    }
    return std::move(choice_);
  }

 private:
  bool is_known(FieldId id, const std::string& value) const {
    return columns_.number_of(id, value).has_value();
  }

  void add_candidate(const std::string& number, const std::string& identity = {}) {
    deadline_.check();
    const std::size_t count = citing({number, identity}, request_.search, columns_).size();
    choice_.candidates.push_back({number, identity, document_label(number), count});
  }

  /// "NQ 36" where articles also cite 36-NQ/TW in full.
  void add_full_numbers() {
    const auto meant = values_meant(*short_number(request_.number), FieldId::kDocument, columns_);
    for (const ValueNumber value : meant) {
      if (meant.size() > 1 || columns_.value(value).value != request_.number) {
        add_candidate(columns_.value(value).value);
      }
    }
    std::stable_sort(
        choice_.candidates.begin(), choice_.candidates.end(),
        [](const PaperCandidate& a, const PaperCandidate& b) { return a.count > b.count; });
  }

  /// "Đề án 06" that the tables know by number, "Nghị quyết Trung ương 4" of several terms.
  void add_named() {
    for (const auto& [number, identity] : landmarks_called(request_.number)) {
      if (is_known(FieldId::kIdentity, identity)) {
        add_candidate(number, identity);
      }
    }
    if (choice_.candidates.size() == 1 || is_known(FieldId::kDocument, request_.number)) {
      choice_.candidates.resize(choice_.candidates.size() == 1 ? 1 : 0);
      return;
    }
    const std::string start = request_.number + " khóa ";
    const ValueRange range = columns_.range_of(FieldId::kDocument);
    for (ValueNumber value = range.begin; value < range.end; ++value) {
      if (columns_.value(value).value.starts_with(start)) {
        add_candidate(columns_.value(value).value);
      }
    }
  }

  /// Takes the paper of the number that the request tells apart, if it does.
  void choose_identity() {
    if (request_.identity.empty() && !request_.issued) {
      return;
    }
    // Which papers a number has does not hang on the filters.
    const ArticleSet all = citing(choice_.scope, SearchRequest(), columns_);
    std::vector<std::string> fitting;
    std::vector<std::string> known;
    if (const auto number = parse_document_number(choice_.scope.number)) {
      for (const PaperCount& paper : papers_of(*number, all, columns_)) {
        if (paper.identity.empty()) {
          continue;
        }
        known.push_back(paper.identity);
        const bool fits = request_.identity.empty()
                              ? paper.date && overlap(*paper.date, *request_.issued)
                              : paper.identity == request_.identity;
        if (fits) {
          fitting.push_back(paper.identity);
        }
      }
    }
    if (fitting.size() == 1) {
      choice_.scope.identity = fitting.front();
      return;
    }
    for (const std::string& identity : fitting) {
      add_candidate(choice_.scope.number, identity);
    }
    choice_.nearest = fitting.empty() ? known : std::vector<std::string>();
    choice_.scope.number.clear();
  }

  const DocumentRequest& request_;
  const Columns& columns_;
  const Deadline& deadline_;
  PaperChoice choice_;
};

}  // namespace

PaperChoice choose_paper(const DocumentRequest& request, const Columns& columns,
                         const Deadline& deadline) {
  return PaperChooser(request, columns, deadline).choose();
}

ArticleSet citing(const PaperScope& scope, const SearchRequest& request, const Columns& columns) {
  const FieldId id = scope.identity.empty() ? FieldId::kDocument : FieldId::kIdentity;
  ArticleSet matches(columns.ordinals());
  if (const auto value =
          columns.number_of(id, scope.identity.empty() ? scope.number : scope.identity)) {
    for (const Ordinal article : columns.column(id).articles_with(*value)) {
      matches.add(article);
    }
  }
  return filtered(matches, request, columns);
}

}  // namespace tracuu
