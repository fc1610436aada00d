#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/entity/date.h"

namespace tracuu {

// The checked tables behind the recognizers. Each is a reviewable .tsv beside this file, embedded
// in the program, parsed once at first use and constant after; all functions are thread-safe. All
// texts are NFC. `until` is the first day on which a unit or body no longer existed.

/// A province-level unit of the 63 in force until 2025-06-30, or Hà Tây (until 2008-08-01).
struct Province {
  std::string code;  ///< GSO code before 2025-07-01, "" for none
  std::string name;
  std::string kind;  ///< "tỉnh" or "thành phố"
  std::string region;
  std::string capital;
  std::optional<Day> since;
  std::optional<Day> until;
  std::string today;                      ///< unit since 2025-07-01 that it is or became part of
  std::vector<std::string> aliases;       ///< safe anywhere: "TP.HCM", "BR-VT"
  std::vector<std::string> weak_aliases;  ///< only beside a cue: "HP", "Thủ đô"
  std::vector<std::string> domains;       ///< hosts of portal and papers: "haiphong.gov.vn"
  bool common_word = false;               ///< as in District
};
std::span<const Province> provinces();
const Province* province_named(std::string_view name);
/// Returns the unit with this code of the General Statistics Office, "1" for "01" too, or null.
const Province* province_with_code(std::string_view code);

/// One of the 34 units since 2025-07-01.
struct CurrentProvince {
  std::string code;  ///< official code since 2025-07-01; never join it with Province::code
  std::string name;
  std::string kind;          ///< on 2025-07-01
  std::string kind_history;  ///< later changes, e.g. Đồng Nai: "thành phố từ 2026-04-30"
  std::vector<std::string> former_units;  ///< names in provinces()
};
std::span<const CurrentProvince> current_provinces();

/// A district-level unit, current until 2025-07-01 or former.
struct District {
  std::string name;
  std::string kind;  ///< "quận", "huyện", "thị xã", "thành phố"
  std::string province;
  std::optional<Day> since;
  std::optional<Day> until;
  std::vector<std::string> spellings;  ///< other spellings of the name
  bool common_word = false;  ///< the bare name is also an ordinary word or a person's name
};
std::span<const District> districts();

/// Phrases that contain or cut into a place name without meaning it: "Thái Bình Dương", "Công nghệ"
/// (in "CÔNG NGHỆ AN TOÀN").
std::span<const std::string> not_places();

/// A type of document: code "NQ", name "Nghị quyết".
struct DocumentType {
  std::string code;
  std::string name;
  std::string family;                ///< "law", "state", "party" ..., '|'-separated where several
  std::vector<std::string> aliases;  ///< other codes and names
};
std::span<const DocumentType> document_types();

/// A body whose code ends a document number.
struct Issuer {
  std::string code;  ///< "TW", "UBND", "BTTTT"; "##" stands for digits: "QH##" is "QH13"
  std::string name;
  std::string level;                 ///< "central", "provincial", "district", "any"
  std::string kind;                  ///< "party", "state", "assembly" ...
  std::vector<std::string> aliases;  ///< other codes ("TƯ") and names ("Bộ Chính trị")
  std::optional<PartialDate> since;  ///< as exact as it is known
  std::optional<PartialDate> until;
  std::string successor;  ///< code of the body it was merged into, or ""
};
std::span<const Issuer> issuers();
/// Codes of units that drafted a paper, behind the issuer: "VX", "KGVX", "CVT".
std::span<const std::string> drafting_units();

/// A word before a name: "ông", "đồng chí", "Thiếu tướng", "TS".
struct Honorific {
  std::string text;
  std::string kind;        ///< "address", "military", "academic", "former", "acting" ...
  std::string stands_for;  ///< "đồng chí" for "đ/c", or ""
};
std::span<const Honorific> honorifics();

/// A family name; `ambiguous_word` when it is also an ordinary or a place word.
struct FamilyName {
  std::string name;
  bool ambiguous_word = false;
};
std::span<const FamilyName> family_names();

/// A document that ICT news cites most, with what is known about it.
struct LandmarkDocument {
  std::string number;  ///< canonical
  std::string type;    ///< "Nghị quyết"
  std::string issuer;
  PartialDate date;
  std::string title;
  std::vector<std::string> popular_names;  ///< "Đề án 06", and numbers often printed by mistake
  bool verified = false;                   ///< number and date were both seen in public sources
  std::string replaced_by;                 ///< number, or ""
};
/// Homonyms (papers of the same number and another date) are rows of their own.
std::span<const LandmarkDocument> landmark_documents();

/// A short form and what it stands for: "CNTT" for "công nghệ thông tin". Compare with case: "AI"
/// is not "ai".
struct Abbreviation {
  std::string abbreviation;
  std::vector<std::string> expansions;
  std::vector<std::string> variants;  ///< other short forms of the same: "CNTT&TT"
  /// More than one reading, or too short to be expanded without a cue: "BCT", "P".
  bool ambiguous = false;
};
std::span<const Abbreviation> abbreviations();

}  // namespace tracuu
