#pragma once

#include <xapian.h>

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/query/search_request.h"
#include "server/search/columns.h"

namespace tracuu {

inline constexpr DocidRange kAllDocids{1, std::numeric_limits<std::uint32_t>::max()};

/// The filters of one request, ready to be asked of many articles. A document in short, "NQ 36",
/// lets every full number of this type and number pass. Constant after construction.
class Selection {
 public:
  /// `columns` must outlive this.
  Selection(const SearchRequest& request, const Columns& columns);

  /// Which filters an article fails.
  struct Verdict {
    std::size_t failed = 0;  ///< how many
    FieldId field{};         ///< one of them, when any
  };
  Verdict judge(Xapian::docid docid, std::span<const ValueNumber> values) const;

  /// The docids in the range of dates, all without one.
  DocidRange dates() const { return dates_; }

 private:
  struct SelectedField {
    FieldId field{};
    ValueRange column;
    std::vector<bool> accepted;    ///< by value number, from column.begin
    std::vector<DocidRange> days;  ///< for kYear and kMonth instead
  };
  static bool passes(const SelectedField& selected, Xapian::docid docid,
                     std::span<const ValueNumber> values);

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
