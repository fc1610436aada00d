#include "common/entity/province_reading.h"

#include <algorithm>

namespace tracuu {
namespace {

/// Whether another province took the district over, so that this row is only its past: Mê Linh was
/// in Vĩnh Phúc until the day it came to Hà Nội.
bool is_superseded(const District& district, const std::vector<const District*>& all) {
  return std::any_of(all.begin(), all.end(), [&](const District* other) {
    return other->province != district.province && district.until && other->since == district.until;
  });
}

/// "phường Quy Nhơn": since 2025-07-01 the heart of a former city is a ward with the city's name.
bool is_ward_of_city(const TokenizedText& text, const OpenPlace& place) {
  const std::size_t first = place.candidate->first;
  return place.named == nullptr && first > 0 && text.tokens[first - 1].folded == "phuong" &&
         std::ranges::any_of(place.districts, [](const District* district) {
           return district->kind == "thành phố";
         });
}

bool is_blocked(const TokenizedText& text, const PlaceVocabulary& vocabulary,
                const OpenPlace& place) {
  const PlaceCandidate& candidate = *place.candidate;
  const bool common_word =
      place.named != nullptr
          ? place.named->common_word
          : std::any_of(place.districts.begin(), place.districts.end(),
                        [](const District* district) { return district->common_word; });
  if (candidate.cue.cue == PlaceCue::kProvince || candidate.cue.cue == PlaceCue::kDistrict) {
    return common_word && is_in_china(text, candidate);
  }
  if (candidate.cue.cue == PlaceCue::kWard && !common_word && is_ward_of_city(text, place)) {
    return false;
  }
  if (candidate.cue.cue == PlaceCue::kSmaller || candidate.cue.cue == PlaceCue::kWard) {
    return !place.alias || common_word;
  }
  if (place.named == nullptr && is_end_of_ward(text, vocabulary, candidate)) {
    return true;
  }
  if (common_word && (candidate.cue.cue == PlaceCue::kPeace || is_in_china(text, candidate))) {
    return true;
  }
  return !place.alias &&
         is_person(text, vocabulary, candidate,
                   {.common_word = common_word, .district = place.named == nullptr});
}

}  // namespace

OpenPlace open_place(const TokenizedText& text, const PlaceVocabulary& vocabulary,
                     const PlaceCandidate& candidate) {
  OpenPlace place;
  place.candidate = &candidate;
  place.kind = candidate.cue.district_kind;
  place.list_kind = is_plural(text, candidate) ? place.kind : std::string_view();
  place.capitals = is_among_capitals(text, candidate);
  for (const std::uint32_t value : candidate.values) {
    const PlaceReading reading = place_reading(value);
    switch (reading.kind) {
      case PlaceKind::kProvince:
        place.named = &provinces()[reading.index];
        place.alias = false;
        break;
      case PlaceKind::kAlias:
        place.named = &provinces()[reading.index];
        place.alias = true;
        break;
      case PlaceKind::kWeakAlias:
        place.weak = &provinces()[reading.index];
        break;
      case PlaceKind::kDistrict:
        place.districts.push_back(&districts()[reading.index]);
        break;
      case PlaceKind::kNotPlace:
        place.blocked = true;
        break;
    }
  }
  place.blocked = place.blocked || is_blocked(text, vocabulary, place);
  place.ward = place.blocked && candidate.cue.cue == PlaceCue::kWard;
  return place;
}

const Province* only_province(const std::vector<const District*>& all) {
  const Province* only = nullptr;
  for (const District* district : all) {
    if (is_superseded(*district, all)) {
      continue;
    }
    const Province* province = province_named(district->province);
    if (only != nullptr && only != province) {
      return nullptr;
    }
    only = province;
  }
  return only;
}

bool is_mans_name(const OpenPlace& place) {
  return place.named != nullptr && !place.alias && place.named->name == "Hồ Chí Minh";
}

bool needs_cue(const OpenPlace& place) {
  if (place.districts.empty()) {
    return true;
  }
  const District& district = *place.districts.front();
  const bool common_word = std::any_of(place.districts.begin(), place.districts.end(),
                                       [](const District* d) { return d->common_word; });
  const Province* province = province_named(district.province);
  const bool capital = province != nullptr && province->capital == district.name;
  return common_word || (place.capitals && !capital);
}

void choose(OpenPlace& place, const Province* province) {
  place.decided = province;
  if (province == nullptr) {
    return;
  }
  if (place.named == province) {
    place.evidence = place.alias ? ProvinceEvidence::kAlias : ProvinceEvidence::kName;
  } else {
    place.evidence =
        place.weak == province ? ProvinceEvidence::kAlias : ProvinceEvidence::kDistrict;
  }
}

}  // namespace tracuu
