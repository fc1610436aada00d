#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "server/query/search_request.h"
#include "server/search/article_set.h"
#include "server/search/columns.h"

namespace tracuu {

/// The filters of one request, ready to be applied to sets of articles. A document in short,
/// "NQ 36", lets every full number of this type and number pass. Constant after construction.
class Selection {
 public:
  Selection(const SearchRequest& request, const Columns& columns);

  /// Returns those of `articles` that pass all filters, or all but that of one field.
  ArticleSet passing(const ArticleSet& articles) const;
  ArticleSet passing_but(FieldId field, const ArticleSet& articles) const;
  /// Whether there is a filter of `field`.
  bool filters(FieldId field) const;

  /// The docids in the range of dates, all without one.
  DocidRange dates() const { return dates_; }

 private:
  struct SelectedField {
    FieldId field{};
    ArticleSet passing;
  };

  std::vector<SelectedField> fields_;
  DocidRange dates_ = kAllDocids;
};

/// Returns the field whose column answers for `id`: kProvince is kMentioned when the request asks
/// for places that are merely mentioned.
FieldId column_of(FieldId id, const SearchRequest& request);

/// Returns whether values of `id` are shown and compared as the units of today.
bool is_seen_today(FieldId id, const SearchRequest& request);

/// Returns today's unit for a province of any time: "Hà Giang" and "Tuyên Quang" give "Tuyên
/// Quang". REQUIRES: canonical.
std::string_view unit_of_today(std::string_view province);

}  // namespace tracuu
