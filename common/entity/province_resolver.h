#pragma once

#include <vector>

#include "common/entity/province.h"
#include "common/entity/province_context.h"

namespace tracuu {

/// Decides for all candidates of one text which of them mean a province, and which: names and safe
/// aliases first, then districts and weak aliases by what stands beside them and what the text
/// names elsewhere. Returns the mentions in order. `candidates` are in order and without overlaps.
std::vector<ProvinceMention> resolve_places(const TokenizedText& text,
                                            const PlaceVocabulary& vocabulary,
                                            const std::vector<PlaceCandidate>& candidates);

}  // namespace tracuu
