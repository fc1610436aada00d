#include "common/entity/province_resolver.h"

#include <algorithm>

#include "common/entity/province_reading.h"

namespace tracuu {
namespace {

class PlaceResolver {
 public:
  PlaceResolver(const TokenizedText& text, const PlaceVocabulary& vocabulary)
      : text_(text), vocabulary_(vocabulary) {}

  std::vector<ProvinceMention> resolve(const std::vector<PlaceCandidate>& candidates);

 private:
  void decide_alone(OpenPlace& place) const;
  void decide_by_neighbours(std::size_t index);
  void decide_by_text(OpenPlace& place) const;
  const Province* province_beside(std::size_t index, const OpenPlace& place) const;
  /// The province named right behind as the one the place lies in: "(Gia Lai)", ", tỉnh Cà Mau".
  const Province* province_above(std::size_t index) const;
  /// Follows the province named above a district, also when the district came to it by a merger:
  /// "Hội An (TP Đà Nẵng)". A province that never held such a district shows that some ward of the
  /// same name is meant. Returns whether a province is named above.
  bool decide_by_province_above(std::size_t index);
  bool is_named(const Province* province) const;

  const TokenizedText& text_;
  const PlaceVocabulary& vocabulary_;
  std::vector<OpenPlace> places_;
  std::vector<const Province*> named_;
};

void PlaceResolver::decide_alone(OpenPlace& place) const {
  const CueWord& cue = place.candidate->cue;
  if (cue.cue == PlaceCue::kDistrict ||
      (place.named == nullptr && !place.districts.empty() && !cue.district_kind.empty())) {
    std::vector<const District*> fitting;
    std::copy_if(place.districts.begin(), place.districts.end(), std::back_inserter(fitting),
                 [&](const District* d) { return d->kind == cue.district_kind; });
    if (place.districts.empty()) {
      choose(place, place.named);
      return;
    }
    const bool numbered = place.districts.front()->name.size() <= 2;
    if (fitting.empty() && !numbered) {
      fitting = place.districts;
    }
    choose(place, only_province(fitting));
    return;
  }
  if (place.named != nullptr) {
    if (!is_mans_name(place) || cue.cue == PlaceCue::kProvince || cue.cue == PlaceCue::kLocal) {
      choose(place, place.named);
    }
    return;
  }
  const bool nickname = place.candidate->end - place.candidate->first > 1;
  if (place.weak != nullptr && !nickname &&
      (cue.cue == PlaceCue::kProvince || cue.cue == PlaceCue::kLocal)) {
    choose(place, place.weak);
    return;
  }
  if (!needs_cue(place)) {
    choose(place, only_province(place.districts));
  }
}

const Province* PlaceResolver::province_beside(std::size_t index, const OpenPlace& place) const {
  const auto fits = [&](const OpenPlace& other) {
    return other.decided != nullptr &&
           std::any_of(place.districts.begin(), place.districts.end(),
                       [&](const District* d) { return d->province == other.decided->name; });
  };
  // A chain of smaller units leads to the province: "Châu Thành, Gò Dầu, tỉnh Tây Ninh".
  for (std::size_t i = index + 1; i < places_.size() && i <= index + 3; ++i) {
    const auto& lower = *places_[i - 1].candidate;
    const auto& upper = *places_[i].candidate;
    if (!lies_in(text_, lower, upper) && !is_listed_after(text_, lower, upper)) {
      break;
    }
    if (fits(places_[i])) {
      return places_[i].decided;
    }
  }
  if (index > 0 && fits(places_[index - 1]) &&
      (lies_in(text_, *places_[index - 1].candidate, *place.candidate) ||
       is_listed_after(text_, *places_[index - 1].candidate, *place.candidate))) {
    return places_[index - 1].decided;
  }
  return nullptr;
}

void PlaceResolver::decide_by_neighbours(std::size_t index) {
  OpenPlace& place = places_[index];
  const OpenPlace* before = index > 0 ? &places_[index - 1] : nullptr;
  const bool listed =
      before != nullptr && is_listed_after(text_, *before->candidate, *place.candidate);
  if (listed && place.kind.empty()) {
    place.kind = place.list_kind = before->list_kind;
    place.ward = before->ward && place.named == nullptr;
  }
  if (place.ward) {
    place.decided = nullptr;
    place.blocked = true;
    return;
  }
  if (decide_by_province_above(index)) {
    return;
  }
  if (const Province* beside = province_beside(index, place)) {
    if (place.named == nullptr || place.candidate->cue.cue == PlaceCue::kDistrict) {
      choose(place, beside);
    }
    return;
  }
  if (place.decided != nullptr) {
    return;
  }
  if (is_mans_name(place) && listed && before->decided != nullptr) {
    choose(place, place.named);
  } else if (!place.kind.empty() && place.named == nullptr) {
    choose(place, only_province(place.districts));
  }
}

const Province* PlaceResolver::province_above(std::size_t index) const {
  const PlaceCandidate& lower = *places_[index].candidate;
  if (index + 1 == places_.size() || !lies_in(text_, lower, *places_[index + 1].candidate)) {
    return nullptr;
  }
  const OpenPlace& upper = places_[index + 1];
  const std::string_view gap = text_.gap_after(lower.end - 1);
  const bool told =
      gap.find('(') != std::string_view::npos ||
      (gap.find('-') == std::string_view::npos && upper.candidate->cue.cue == PlaceCue::kProvince);
  return told && upper.named != nullptr ? upper.decided : nullptr;
}

bool PlaceResolver::decide_by_province_above(std::size_t index) {
  OpenPlace& place = places_[index];
  const Province* above = place.districts.empty() || place.named != nullptr || place.weak != nullptr
                              ? nullptr
                              : province_above(index);
  if (above == nullptr) {
    return false;
  }
  const auto lies_there = [&](const District* d) { return d->province == above->name; };
  const auto came_there = [&](const District* d) {
    return above->today == above->name && province_today(d->province) == above->name;
  };
  if (std::any_of(place.districts.begin(), place.districts.end(), lies_there) ||
      std::any_of(place.districts.begin(), place.districts.end(), came_there)) {
    choose(place, above);
  } else {
    place.decided = nullptr;
    place.blocked = true;
  }
  return true;
}

bool PlaceResolver::is_named(const Province* province) const {
  return std::find(named_.begin(), named_.end(), province) != named_.end();
}

void PlaceResolver::decide_by_text(OpenPlace& place) const {
  if (place.weak != nullptr && !place.weak->name.empty()) {
    const PlaceCandidate& candidate = *place.candidate;
    const bool goes_on = candidate.end < text_.tokens.size() &&
                         text_.tokens[candidate.end].capitalized &&
                         text_.gap_after(candidate.end - 1) == " ";
    const bool nickname = candidate.end - candidate.first > 1;
    if (nickname && !goes_on && is_named(place.weak)) {
      choose(place, place.weak);
    }
    return;
  }
  if (place.kind.empty()) {
    return;
  }
  const Province* only = nullptr;
  for (const District* district : place.districts) {
    const Province* province = province_named(district->province);
    if (is_named(province) && province != only) {
      if (only != nullptr) {
        return;
      }
      only = province;
    }
  }
  choose(place, only);
}

std::vector<ProvinceMention> PlaceResolver::resolve(const std::vector<PlaceCandidate>& candidates) {
  places_.reserve(candidates.size());
  for (const PlaceCandidate& candidate : candidates) {
    places_.push_back(open_place(text_, vocabulary_, candidate));
    if (!places_.back().blocked) {
      decide_alone(places_.back());
    }
  }
  for (std::size_t i = 0; i < places_.size(); ++i) {
    if (!places_[i].blocked) {
      decide_by_neighbours(i);
    }
  }
  for (const OpenPlace& place : places_) {
    if (place.decided != nullptr && !is_named(place.decided)) {
      named_.push_back(place.decided);
    }
  }
  std::vector<ProvinceMention> mentions;
  for (OpenPlace& place : places_) {
    if (!place.blocked && place.decided == nullptr) {
      decide_by_text(place);
    }
    if (place.decided != nullptr) {
      const PlaceCandidate& candidate = *place.candidate;
      mentions.push_back({.span = {text_.tokens[candidate.first].span.begin,
                                   text_.tokens[candidate.end - 1].span.end},
                          .province = place.decided->name,
                          .evidence = place.evidence,
                          .local_cue = has_local_cue(text_, vocabulary_, candidate)});
    }
  }
  return mentions;
}

}  // namespace

std::vector<ProvinceMention> resolve_places(const TokenizedText& text,
                                            const PlaceVocabulary& vocabulary,
                                            const std::vector<PlaceCandidate>& candidates) {
  return PlaceResolver(text, vocabulary).resolve(candidates);
}

}  // namespace tracuu
