#include "common/entity/province_names.h"

#include <algorithm>
#include <array>

#include "common/entity/gazetteer/gazetteer.h"
#include "common/text/normalize.h"
#include "common/text/syllable.h"

namespace tracuu {
namespace {

constexpr std::uint32_t kIndexBits = 24;

std::uint32_t phrase_value(PlaceKind kind, std::size_t index) {
  return (static_cast<std::uint32_t>(kind) << kIndexBits) | static_cast<std::uint32_t>(index);
}

struct KindWord {
  std::string_view phrase;
  CueWord cue;
};

constexpr std::array<KindWord, 24> kKindWords{{
    {"tỉnh", {PlaceCue::kProvince, "", false}},
    {"thủ đô", {PlaceCue::kProvince, "", false}},
    {"cố đô", {PlaceCue::kProvince, "", false}},
    {"thành phố", {PlaceCue::kProvince, "thành phố", false}},
    {"thành phố trực thuộc tỉnh", {PlaceCue::kProvince, "thành phố", false}},
    {"TP", {PlaceCue::kProvince, "thành phố", true}},
    {"T P", {PlaceCue::kProvince, "thành phố", true}},
    {"quận", {PlaceCue::kDistrict, "quận", false}},
    {"Q", {PlaceCue::kDistrict, "quận", true}},
    {"huyện", {PlaceCue::kDistrict, "huyện", false}},
    {"đặc khu", {PlaceCue::kDistrict, "huyện", false}},
    {"huyện đảo", {PlaceCue::kDistrict, "huyện", false}},
    {"huyện miền núi", {PlaceCue::kDistrict, "huyện", false}},
    {"H", {PlaceCue::kDistrict, "huyện", true}},
    {"thị xã", {PlaceCue::kDistrict, "thị xã", false}},
    {"TX", {PlaceCue::kDistrict, "thị xã", true}},
    {"T X", {PlaceCue::kDistrict, "thị xã", true}},
    {"huyện ủy", {PlaceCue::kDistrict, "huyện", false}},
    {"quận ủy", {PlaceCue::kDistrict, "quận", false}},
    {"thị ủy", {PlaceCue::kDistrict, "thị xã", false}},
    {"cô", {PlaceCue::kPerson, "", false}},
    {"chú", {PlaceCue::kPerson, "", false}},
    {"ca sĩ", {PlaceCue::kPerson, "", false}},
    {"nghệ sĩ", {PlaceCue::kPerson, "", false}},
}};

constexpr std::array<std::string_view, 7> kWardWords{"phường", "xã",   "thị trấn", "thôn",
                                                     "ấp",     "khóm", "P"};

constexpr std::array<std::string_view, 27> kSmallerPlaces{
    "khu phố",    "tổ dân phố",   "làng",       "phố",        "đường",       "đại lộ", "xa lộ",
    "ngõ",        "hẻm",          "cầu",        "cầu vượt",   "sông",        "hồ",     "núi",
    "đèo",        "chùa",         "giàn khoan", "chiến dịch", "chiến thắng", "lăng",   "trận chiến",
    "hội trường", "quảng trường", "công viên",  "rạp",        "TMCP",        "cổ phần"};

/// They hold a word of the other lists but say nothing, or speak of many: "yêu cầu" is no bridge,
/// "các tuyến đường Hà Nội" are streets of Hà Nội.
constexpr std::array<std::string_view, 38> kNeutralPhrases{
    "yêu cầu",     "nhu cầu",    "toàn cầu",  "đầu cầu",   "điểm cầu",    "nông thôn",
    "hợp tác xã",  "biển đảo",   "hải đảo",   "con đường", "tuyến đường", "tuyến phố",
    "đường phố",   "phố phường", "xã phường", "phường xã", "các phường",  "các xã",
    "các phố",     "khu phố cổ", "xuống phố", "dạo phố",   "góc phố",     "rợp phố",
    "võ đường",    "cửa ngõ",    "miền núi",  "vùng núi",  "mặt đường",   "lòng đường",
    "hạ tầng cầu", "xây cầu",    "đường tàu", "cầu đường", "nhiều xã",    "nhiều phường",
    "đàn ông",     "phụ nữ"};

constexpr std::array<std::string_view, 8> kPeaceCues{"vì",  "gìn giữ",   "giữ gìn", "bảo vệ",
                                                     "nền", "diễn biến", "yêu",     "nobel"};

constexpr std::array<std::string_view, 21> kLocalCues{
    "tại",  "ở",       "địa bàn",  "thăm",       "tỉnh ủy",    "thành ủy",  "công an",
    "UBND", "HĐND",    "ĐBQH",     "viễn thông", "bưu điện",   "sở",        "báo",
    "VNPT", "Viettel", "Mobifone", "tỉnh đoàn",  "thành đoàn", "liên đoàn", "nhân dân"};

}  // namespace

PlaceReading place_reading(std::uint32_t phrase_value) {
  return {static_cast<PlaceKind>(phrase_value >> kIndexBits),
          phrase_value & ((1U << kIndexBits) - 1)};
}

PlaceVocabulary::PlaceVocabulary(PhraseTable::Compare compare)
    : compare_(compare), places_(compare) {
  add_places();
  add_cues();
  for (const FamilyName& family : family_names()) {
    const auto use = family.ambiguous_word ? FamilyNameUse::kAmbiguous : FamilyNameUse::kSure;
    std::string form = phrase_form(family.name);
    // "Y", "H'" and "K'" are too short to tell: "Bệnh viện K Hà Nội".
    if (form.size() > 1) {
      family_names_.emplace(std::move(form), use);
    }
  }
}

const PlaceVocabulary& PlaceVocabulary::for_text(const TokenizedText& text) {
  static const PlaceVocabulary by_key(PhraseTable::Compare::kKey);
  static const PlaceVocabulary by_folded(PhraseTable::Compare::kFolded);
  const auto marked = std::count_if(text.tokens.begin(), text.tokens.end(),
                                    [](const Token& t) { return t.marked; });
  // Real Vietnamese prose marks most of its syllables; a stray "Đ" does not make a text marked.
  return static_cast<std::size_t>(marked) * 20 > text.tokens.size() ? by_key : by_folded;
}

const std::string& PlaceVocabulary::form(const Token& token) const {
  return compare_ == PhraseTable::Compare::kKey ? token.key : token.folded;
}

std::string PlaceVocabulary::phrase_form(std::string_view phrase) const {
  std::string joined;
  const std::string text = normalized(phrase);
  for (const Token& token : tokenize(text)) {
    joined += joined.empty() ? "" : " ";
    joined += form(token);
  }
  return joined;
}

void PlaceVocabulary::add_places() {
  const auto all_provinces = provinces();
  for (std::size_t i = 0; i < all_provinces.size(); ++i) {
    const Province& province = all_provinces[i];
    places_.add(province.name, phrase_value(PlaceKind::kProvince, i));
    for (const std::string& alias : province.aliases) {
      places_.add(alias, phrase_value(PlaceKind::kAlias, i));
    }
    for (const std::string& alias : province.weak_aliases) {
      places_.add(alias, phrase_value(PlaceKind::kWeakAlias, i));
    }
  }
  const auto all_districts = districts();
  for (std::size_t i = 0; i < all_districts.size(); ++i) {
    places_.add(all_districts[i].name, phrase_value(PlaceKind::kDistrict, i));
    for (const std::string& spelling : all_districts[i].spellings) {
      places_.add(spelling, phrase_value(PlaceKind::kDistrict, i));
    }
  }
  for (const std::string& phrase : not_places()) {
    places_.add(phrase, phrase_value(PlaceKind::kNotPlace, 0));
  }
}

void PlaceVocabulary::add_cues() {
  for (const KindWord& word : kKindWords) {
    cues_.emplace(phrase_form(word.phrase), word.cue);
  }
  const auto add_all = [this](const auto& phrases, PlaceCue cue) {
    for (const std::string_view phrase : phrases) {
      cues_.emplace(phrase_form(phrase), CueWord{cue, {}, false});
    }
  };
  for (const std::string_view word : kWardWords) {
    cues_.emplace(phrase_form(word), CueWord{PlaceCue::kWard, {}, word == "P"});
  }
  add_all(kSmallerPlaces, PlaceCue::kSmaller);
  add_all(kNeutralPhrases, PlaceCue::kNeutral);
  add_all(kPeaceCues, PlaceCue::kPeace);
  add_all(kLocalCues, PlaceCue::kLocal);
  for (const Honorific& honorific : honorifics()) {
    if (honorific.kind == "address" || honorific.kind == "military" ||
        honorific.kind == "academic" || honorific.kind == "art") {
      cues_.emplace(phrase_form(honorific.text), CueWord{PlaceCue::kPerson, {}, true});
    }
  }
}

CueWord PlaceVocabulary::cue(const std::string& phrase) const {
  const auto found = cues_.find(phrase);
  return found == cues_.end() ? CueWord{} : found->second;
}

FamilyNameUse PlaceVocabulary::family_name(const Token& token) const {
  const auto found = family_names_.find(form(token));
  return found == family_names_.end() ? FamilyNameUse::kNone : found->second;
}

}  // namespace tracuu
