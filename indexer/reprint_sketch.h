#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "common/index/article.h"
#include "indexer/article_tokens.h"

namespace tracuu {

/// A sample of a set of hashes: all up to `bound`, ascending, each once. Two samples tell what part
/// of their sets is common, since up to the smaller bound both are complete.
struct HashSample {
  std::vector<std::uint32_t> hashes;
  std::uint32_t bound = 0xFFFFFFFF;

  bool operator==(const HashSample&) const = default;
};

/// What is kept of an article to find its reprints: samples of its shingles (five neighbouring
/// folded syllables of the body) and of its numbers. At most 400 bytes.
///
/// Left out is what a site adds: a dateline ("(Baohaiphong.vn) - ", "Hà Nội (TTXVN) - ") and lines
/// of fewer than eight syllables (captions, credits, bylines), unless the body is mostly such.
struct ReprintSketch {
  HashSample shingles;
  HashSample numbers;
  std::optional<std::int32_t> day;  ///< of publication, day_number()

  bool operator==(const ReprintSketch&) const = default;
};

/// Returns the sketch of the body; titles are the site's own and do not count. Pure, thread-safe,
/// n log n in the size of the body; empty for bodies without a shingle, and for texts without a
/// title: a passage that nobody ran as an article is no reprint of another.
ReprintSketch reprint_sketch(const Article& article);
/// The same, of the tokens_of() the article.
ReprintSketch reprint_sketch(const Article& article, const ArticleTokens& tokens);

/// Takes `common`, ascending, off the shingles of a sketch. Of a sketch that is mostly common only
/// the part is kept in which the rest is surely the text's own.
void remove_shingles(ReprintSketch& sketch, const std::vector<std::uint32_t>& common);

/// How much of one text stands in another, as two sketches tell.
struct Overlap {
  double contained = 0;    ///< share of the shorter one's shingles that the other has
  double ratio = 0;        ///< shingles of the shorter one by those of the longer one
  double numbers = 1;      ///< share of the numbers of the one with fewer that the other has
  std::size_t sample = 0;  ///< shingles of the shorter one that were looked at
};
Overlap overlap_of(const ReprintSketch& left, const ReprintSketch& right);

/// Returns how sure it is that one article reprints the other, up to 1, or nothing when it does
/// not: at least kContained of the shorter text stands in the longer one (cut copies are copies),
/// the shorter is at least kLeastRatio of the longer, and the numbers are the same: two papers of
/// one form (weather, prices, timetables) share their words and differ in their figures.
///
/// A short text, all of whose shingles are in the sketch, says too little for that: its copies are
/// nearly equal and, where both are dated, at most kShortDays apart ("Bản tin 17h cập nhật tin tức
/// nóng nhất ..." stands above another programme every day).
///
/// The thresholds are those at which pairs of the news of 2017 and 2026, read one by one, stopped
/// being copies: below 0.8 stand follow-ups that repeat the background of the day before.
std::optional<double> reprint_confidence(const ReprintSketch& left, const ReprintSketch& right);

inline constexpr double kContained = 0.8;
inline constexpr double kLeastRatio = 0.35;
inline constexpr double kNumbersContained = 0.7;
inline constexpr double kShortContained = 0.92;
inline constexpr double kShortRatio = 0.75;
inline constexpr std::int32_t kShortDays = 3;

/// Returns the keys under which the sketch is looked up: reprints share at least one of them, texts
/// that are no reprints hardly any. At most kReprintKeys, ascending.
std::vector<std::uint32_t> reprint_keys(const ReprintSketch& sketch);
inline constexpr std::size_t kReprintKeys = 8;

}  // namespace tracuu
