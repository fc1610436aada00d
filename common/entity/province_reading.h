#pragma once

#include <string_view>
#include <vector>

#include "common/entity/gazetteer/gazetteer.h"
#include "common/entity/province.h"
#include "common/entity/province_context.h"

namespace tracuu {

/// The readings of one candidate, and what has been decided about it.
struct OpenPlace {
  const PlaceCandidate* candidate = nullptr;
  const Province* named = nullptr;  ///< by its name or a safe alias
  const Province* weak = nullptr;
  bool alias = false;
  bool blocked = false;  ///< a street, a person ...
  bool ward = false;     ///< blocked, and the head of a list of wards
  bool capitals = false;
  std::string_view kind;       ///< of the district, from the word before or from its list
  std::string_view list_kind;  ///< of all that follow in the list: "các huyện Gia Lộc, Thanh Hà"
  std::vector<const District*> districts;
  const Province* decided = nullptr;
  ProvinceEvidence evidence = ProvinceEvidence::kName;
};

/// Reads a candidate with the words around it; nothing is decided yet but what it cannot be.
OpenPlace open_place(const TokenizedText& text, const PlaceVocabulary& vocabulary,
                     const PlaceCandidate& candidate);

/// Returns the one province in which all `districts` lie, nullptr when there are several or none. A
/// district that went over to another province counts for the later one.
const Province* only_province(const std::vector<const District*>& districts);

/// Returns whether the name is "Hồ Chí Minh": a man whom every text names, and a province only
/// where the words around say so.
bool is_mans_name(const OpenPlace& place);

/// Returns whether the name of a district needs the word "huyện" or a province beside it.
bool needs_cue(const OpenPlace& place);

/// Decides that `place` means `province` and notes by which words; nullptr undoes it.
void choose(OpenPlace& place, const Province* province);

}  // namespace tracuu
