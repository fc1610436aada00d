#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/tokens.h"

namespace tracuu {

/// By which words a province is meant.
enum class ProvinceEvidence : std::uint8_t {
  kName,      ///< "Hải Phòng", "tỉnh Nghệ An"
  kAlias,     ///< "TP.HCM", "BR-VT", "Daklak"
  kDistrict,  ///< "huyện Gia Lộc", "quận Ba Đình", "Quy Nhơn", "TP Vinh"
};

/// One place in a text that names or clearly means a province.
struct ProvinceMention {
  Span span;
  std::string province;  ///< canonical name in the gazetteer: "Hải Phòng", "Bà Rịa - Vũng Tàu"
  ProvinceEvidence evidence = ProvinceEvidence::kName;
  /// Whether the words around say that the text is about this place: "UBND tỉnh X", "tỉnh X",
  /// "tại X", "trên địa bàn X", a dateline "X -".
  bool local_cue = false;

  bool operator==(const ProvinceMention&) const = default;
};

/// Finds the provinces of a text, in order, without overlaps. Needs capitals as written names have
/// them ("hòa bình" is peace). Not provinces: people ("Trần Hà Nam", "ông Lê Thái Bình"), streets
/// ("phố Thái Bình", "đường Bắc Ninh"), longer names ("Thái Bình Dương", "Bình Định Vương"),
/// lower-case words. A district name that several provinces share needs its province beside it.
std::vector<ProvinceMention> find_provinces(const TokenizedText& text);

/// Returns the canonical province name that `normalized` names in any spelling ("hai phong",
/// "TP HCM", "BRVT", "Dak Lak"), or "" when it names none; compared without marks and case.
std::string parse_province(std::string_view normalized);

/// Returns today's unit (of the 34 since 2025-07-01) that `province` is or became part of:
/// "Hà Giang" -> "Tuyên Quang", "Hà Tây" -> "Hà Nội", "Gia Lai" -> "Gia Lai". REQUIRES: canonical.
std::string_view province_today(std::string_view province);

/// Returns the former units (incl. itself, where its name went on) of today's unit `province`:
/// "Tuyên Quang" -> {"Hà Giang", "Tuyên Quang"}. Empty for a name that is no unit of today.
std::vector<std::string_view> former_provinces(std::string_view province);

/// Returns the province whose portal or paper has `host` ("www.haiphong.gov.vn", "baonghean.vn",
/// "stttt.danang.gov.vn"), or "".
std::string_view province_of_site(std::string_view host);

}  // namespace tracuu
