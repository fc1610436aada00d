#include "indexer/reprint_update.h"

#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "common/index/bytes.h"
#include "common/index/generation.h"
#include "common/index/schema.h"

namespace tracuu {
namespace {

/// Articles read under one key; behind these the key says nothing any more.
constexpr std::size_t kMostOfKey = 24;

/// The article of the index that is most surely the same text.
struct Match {
  double confidence = 0;
  std::uint32_t docid = 0;
  std::string id;
};

/// The surer one first, then the earlier one; docids run from the newest day to the oldest, with
/// the undated behind.
auto rank_of(const Match& match) {
  const bool undated = match.docid >= first_undated_docid();
  const std::uint32_t days_back = (match.docid - 1) / kSlotsPerDay;
  return std::tuple(-match.confidence, undated, undated ? 0 : ~days_back, match.id);
}

}  // namespace

ReprintUpdate::ReprintUpdate(IndexUpdate& index)
    : index_(index),
      common_(unpack_ascending(index.published().metadata(kCommonShinglesKey))
                  .value_or(decltype(common_)())) {}

ReprintMarks ReprintUpdate::settle(const Article& article, ReprintSketch sketch) {
  remove_shingles(sketch, common_);
  ReprintMarks marks{"", reprint_keys(sketch)};
  std::set<std::uint32_t> candidates;
  for (const std::uint32_t key : marks.keys) {
    const auto bearing = index_.bearing(key, kMostOfKey);
    candidates.insert(bearing.begin(), bearing.end());
  }
  std::optional<Match> best;
  for (const std::uint32_t docid : candidates) {
    const Article other = index_.load(docid);
    if (other.id == article.id) {
      continue;
    }
    ReprintSketch stored = reprint_sketch(other);
    remove_shingles(stored, common_);
    if (const auto confidence = reprint_confidence(stored, sketch)) {
      Match match{*confidence, docid, other.id};
      if (!best || rank_of(match) < rank_of(*best)) {
        best = std::move(match);
      }
    }
  }
  if (best) {
    marks.group = index_.reprint_group(best->docid);
    if (marks.group.empty()) {
      marks.group = best->id;
      index_.join(best->docid, marks.group);
    }
  }
  return marks;
}

}  // namespace tracuu
