#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "common/text/phrase_table.h"
#include "common/text/tokens.h"

namespace tracuu {

/// What a phrase of the place table stands for.
enum class PlaceKind : std::uint8_t {
  kProvince,   ///< a name in provinces()
  kAlias,      ///< another name that is safe anywhere
  kWeakAlias,  ///< another name that needs a cue
  kDistrict,   ///< a name in districts()
  kNotPlace,   ///< a phrase that only looks like one
};

/// One reading of a phrase: `index` is the row in provinces() or districts().
struct PlaceReading {
  PlaceKind kind = PlaceKind::kNotPlace;
  std::uint32_t index = 0;
};
PlaceReading place_reading(std::uint32_t phrase_value);

/// What the words right before a name say about it.
enum class PlaceCue : std::uint8_t {
  kNone,
  kProvince,  ///< "tỉnh", "thành phố" (also of a district)
  kDistrict,  ///< "huyện", "quận", "thị xã"
  kWard,      ///< "phường", "xã": the name is not a province's or district's
  kSmaller,   ///< a street, river, battle ...: likewise
  kPerson,    ///< "ông", "đồng chí", a rank
  kPeace,     ///< "vì", "gìn giữ": the name is the word peace
  kLocal,     ///< "tại", "UBND", "Sở": what follows is where the text plays
  kNeutral,   ///< "yêu cầu": keeps "cầu" from being read as a bridge
};

struct CueWord {
  PlaceCue cue = PlaceCue::kNone;
  std::string_view district_kind;  ///< "huyện", "quận", "thị xã", "thành phố"; or ""
  bool abbreviation = false;       ///< "TP", "Q": a full stop may follow
};

enum class FamilyNameUse : std::uint8_t { kNone, kAmbiguous, kSure };

/// The names and cue words in the form in which one text is compared: by canonical key, or, for a
/// text that is written without marks, folded. Constant after construction, thread-safe.
class PlaceVocabulary {
 public:
  static const PlaceVocabulary& for_text(const TokenizedText& text);

  const PhraseTable& places() const { return places_; }
  /// Returns the form of `token` under which words are compared.
  const std::string& form(const Token& token) const;
  /// Returns what `phrase` (forms joined by blanks) says about a name behind it.
  CueWord cue(const std::string& phrase) const;
  FamilyNameUse family_name(const Token& token) const;

 private:
  explicit PlaceVocabulary(PhraseTable::Compare compare);
  std::string phrase_form(std::string_view phrase) const;
  void add_places();
  void add_cues();

  PhraseTable::Compare compare_;
  PhraseTable places_;
  std::unordered_map<std::string, CueWord> cues_;
  std::unordered_map<std::string, FamilyNameUse> family_names_;
};

}  // namespace tracuu
