#pragma once

#include <optional>
#include <string_view>

#include "common/text/span.h"

namespace tracuu {

/// Where a line stands that may name the author.
enum class BylinePlace {
  kBelowText,   ///< alone under the last paragraph: any name
  kBelowTitle,  ///< between title and text, where section names stand too: more is asked
  kCredited,    ///< behind a word that says a name comes: only a family name makes it one
};

/// Reads the author or authors a line names: "Trâm Bầu", "Thiên Vỹ - Hoài Nam", "Tin, ảnh: Nông
/// Khánh Ly", "(Thanh Hà)", "TRIỆU THÀNH", "H.P", "Theo Nguyễn Văn Tám", "Nguyễn Thế Vụ - Phòng
/// Công nghệ thông tin" (the person alone). Returns the names' span in the line. Photo credits
/// ("Ảnh: ..."), agencies, section names and sentences are none. REQUIRES: `normalized` came from
/// normalize().
std::optional<Span> read_byline(std::string_view normalized, BylinePlace place);

/// Returns whether a line is a person's with a photographer behind, parted as two people are: "QUỐC
/// HÙNG - Ảnh: CAO THĂNG"; a caption ends in a stop before its credit.
bool signs_before_credit(std::string_view normalized);

/// Returns whether a line below text cannot but end an article: names behind a label ("Tin, ảnh:
/// Nông Khánh Ly") or a desk ("PV"). A name alone may also be a heading.
bool closes_article(std::string_view normalized);

/// Returns whether a line is the post or the stamp over an official's signature: "KT. CHỦ TỊCH",
/// "GIÁM ĐỐC", "(Đã ký)"; the name below it is no author.
bool is_signing_post(std::string_view normalized);

}  // namespace tracuu
