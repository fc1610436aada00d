#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/entity/date.h"

namespace tracuu {

/// Version of everything this header and article.h lay down. A program refuses an index of another.
/// History: 1 first format; 2 relations between papers, their identities as a field, reprint
/// groups, the lexicon beside the database; 3 the words of texts beside it: token streams,
/// frequent and rare terms; 4 the articles themselves beside it; 5 phrases among the frequent
/// terms.
inline constexpr std::uint32_t kSchemaVersion = 5;

/// The fields one can filter by, and how they lie in the index.
enum class FieldId : std::uint8_t {
  kProvince,
  kMentioned,
  kDocument,
  kOfficial,
  kType,
  kIssuer,
  kSource,
  kYear,
  kMonth,
  kIdentity,
};

/// One row of the schema.
struct Field {
  FieldId id;
  std::string_view name;         ///< in answers, and the URL parameter: "province"
  std::string_view term_prefix;  ///< of its boolean terms: "XP:"
  std::uint32_t slot;            ///< value slot with all its values, packed by pack_values()
  bool facet;                    ///< counted and returned by default
  bool multiple;                 ///< an article may have several values
  std::string_view label_vi;
  std::string_view label_en;
  std::string_view example;
};

/// Slot of the publication day: pack_day(), absent for undated articles.
inline constexpr std::uint32_t kPublishedSlot = 0;
/// Slot of Article::content_hash, by which an update knows what changed.
inline constexpr std::uint32_t kHashSlot = 20;
/// Slot of the name of the article's reprint group: the id that its first article had when the
/// group was found. Absent for an article without reprints.
inline constexpr std::uint32_t kReprintSlot = 21;

/// The whole schema. Indexer, server, documentation and tests read this one table.
/// kYear and kMonth have no slot of their own: they come from kPublishedSlot.
inline constexpr std::array<Field, 10> kFields{{
    {FieldId::kProvince, "province", "XP:", 1, true, true, "Địa phương", "Province", "Hải Phòng"},
    {FieldId::kMentioned, "mentioned", "XM:", 2, false, true, "Địa phương được nhắc",
     "Province mentioned", "Nghệ An"},
    {FieldId::kDocument, "document", "XD:", 3, true, true, "Văn bản", "Document", "36-NQ/TW"},
    {FieldId::kOfficial, "official", "XO:", 4, true, true, "Lãnh đạo", "Official", "Lê Khắc Nam"},
    {FieldId::kType, "type", "XT:", 5, true, true, "Loại văn bản", "Document type", "Nghị quyết"},
    {FieldId::kIssuer, "issuer", "XI:", 6, false, true, "Cơ quan ban hành", "Issuer", "TW"},
    {FieldId::kSource, "source", "XS:", 7, true, false, "Nguồn", "Source", "haiphong.gov.vn"},
    {FieldId::kYear, "year", "XY:", kPublishedSlot, true, false, "Năm", "Year", "2018"},
    {FieldId::kMonth, "month", "XN:", kPublishedSlot, false, false, "Tháng", "Month", "2018-05"},
    {FieldId::kIdentity, "identity", "XK:", 8, false, true, "Văn bản cụ thể", "Paper",
     "36-NQ/TW@2014-07-01"},
}};

/// Returns the row of `id`.
constexpr const Field& field(FieldId id) {
  return kFields[static_cast<std::size_t>(id)];
}
/// Returns the field called `name`, or nothing.
std::optional<FieldId> field_named(std::string_view name);

// Prefixes of the text terms, which lie beside the database, see text_term.h. Folded syllables of
// the whole text have no prefix.
inline constexpr std::string_view kAccentedPrefix = "A";      ///< + canonical key: "Anghi5"
inline constexpr std::string_view kBigramPrefix = "B";        ///< + "nghi quyet"
inline constexpr std::string_view kTitleFoldedPrefix = "TF";  ///< the same three, title only
inline constexpr std::string_view kTitleAccentedPrefix = "TA";
inline constexpr std::string_view kTitleBigramPrefix = "TB";
// Phrases that many articles say, of which a generation has as many as its builder finds useful.
inline constexpr std::string_view kPhrasePrefix = "P";         ///< + keys: "Pcong4 nghe65 so6"
inline constexpr std::string_view kFoldedPhrasePrefix = "PF";  ///< + "cong nghe so"
inline constexpr std::size_t kShortestPhraseTerm = 2;          ///< words
inline constexpr std::size_t kShortestFoldedPhraseTerm = 3;    ///< shorter ones are bigrams
inline constexpr std::size_t kLongestPhraseTerm = 8;
inline constexpr std::string_view kIdPrefix = "Q";  ///< + article id
inline constexpr std::string_view kDocumentClassPrefix =
    "XC:";  ///< + "NQ 36": type and number only
/// + relation + '>' + the paper it is done to, or relation + '<' + the paper that does it, each as
/// paper_value() prints it: "implements>36-NQ/TW@2014-07-01".
inline constexpr std::string_view kRelationPrefix = "XR:";
inline constexpr std::string_view kDayPrefix = "XZ:";         ///< + "2018-05-15"
inline constexpr std::string_view kReprintPrefix = "XG:";     ///< + name of the reprint group
inline constexpr std::string_view kReprintKeyPrefix = "XH:";  ///< + a key of the sketch: "0a1b2c3d"

/// Returns `prefix` + `value` as a term of at most 245 bytes; a longer value is cut on a character
/// and ends in the 16 hex digits of its hash, so that distinct values stay distinct terms.
std::string term_of(std::string_view prefix, std::string_view value);
/// The same with the prefix of `id`, the value brought to the form under which it is searched:
/// officials by official_key(), documents and others as they are.
std::string filter_term(FieldId id, std::string_view value);

/// Packs values into one slot, and back. Values may hold any bytes.
std::string pack_values(std::span<const std::string> values);
std::vector<std::string_view> unpack_values(std::string_view packed);

/// Packs a day so that byte order is date order.
std::string pack_day(Day day);

// Docids run from the newest to the oldest day, undated articles behind all:
//     docid = 1 + (day_number(kLastDay) - day_number(published)) * kSlotsPerDay + slot
// so that "newest first" is docid order and a range of dates is a range of docids.
inline constexpr Day kFirstDay{std::chrono::year{1945}, std::chrono::January, std::chrono::day{1}};
inline constexpr Day kLastDay{std::chrono::year{2060}, std::chrono::December, std::chrono::day{31}};
inline constexpr std::uint32_t kSlotsPerDay = 98'304;

/// Returns the first docid of `day`; the day's articles have the kSlotsPerDay ids from there.
/// REQUIRES: kFirstDay <= day <= kLastDay.
std::uint32_t first_docid_of(Day day);
/// First docid of undated articles.
std::uint32_t first_undated_docid();
/// Docid range [first, last] that holds exactly the articles published from `from` to `to`, both
/// included; days outside the calendar of the index are cut to it.
struct DocidRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  bool operator==(const DocidRange&) const = default;
};
DocidRange docids_between(Day from, Day to);

}  // namespace tracuu
