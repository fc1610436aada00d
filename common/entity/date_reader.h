#pragma once

#include <cstddef>
#include <optional>

#include "common/entity/date_candidate.h"
#include "common/entity/date_cue.h"
#include "common/entity/number_run.h"

namespace tracuu {

/// Numbers [begin, end) of a run that are to be read as one date.
struct RunPart {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t size() const { return end - begin; }
};

/// Returns the part of `run` that begins at number `begin`. Runs are cut at hyphens that join
/// dates: at those between blanks, at all where '/' or '.' join inside ("28/6-1/7"), behind a full
/// date
/// ("26-3-1931-26-3-2019"), and between two days when "tháng" follows ("ngày 15-16 tháng 5").
RunPart next_part(const TokenizedText& text, const NumberRun& run, std::size_t begin);

/// Reads a part as a day, a month, a year or a range of years, with the words behind it ("tháng 9
/// năm 2025"). A day or month whose rest is still to come ("ngày 3 và 4/9") is a candidate too.
/// Nothing when the cue and the shape do not make it a date: fractions, ratios, counts.
std::optional<DateCandidate> read_part(const TokenizedText& text, const NumberRun& run,
                                       RunPart part, const DateCue& cue);

/// Adds "năm 2020" to a day, month or quarter that it stands behind.
void read_year_behind(const TokenizedText& text, DateCandidate& candidate);

/// Returns the year written at token `index`, "1900".."2100", else 0.
int year_at(const TokenizedText& text, std::size_t index);

}  // namespace tracuu
