#pragma once

#include <span>
#include <string_view>

namespace tracuu {

/// A reading of a short form that has several, and the words beside which it is meant.
struct AbbreviationCue {
  std::string_view abbreviation;
  std::string_view expansion;  ///< as in the gazetteer
  std::string_view words;      ///< folded phrases, parted by ','
};

/// Returns the cues of all short forms that are read by their context; what has no row is left
/// alone.
std::span<const AbbreviationCue> abbreviation_cues();

/// Returns whether any of the cue's phrases is in `folded`, words with a blank before and after
/// each: " so ".
bool has_cue(const AbbreviationCue& cue, std::string_view folded);

}  // namespace tracuu
