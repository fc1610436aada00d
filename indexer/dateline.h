#pragma once

#include <optional>
#include <string_view>

#include "common/text/span.h"

namespace tracuu {

// What a paragraph opens with: the spans are of the name in the normalized paragraph.

/// Reads the dateline at the start of a paragraph: "(Baonghean.vn) - ", "(TTXVN) - ", "GD&TĐ - ".
/// Letters that are no agency we know ("(QT) - ") say nothing.
std::optional<Span> read_dateline(std::string_view normalized);

/// Reads the initials that a paragraph opens with, a paper's own: "ĐBP - ", "(LĐO) - ", "LĐO | ".
/// A page may spell them out; see spells_out(). What offices are shortened to ("UBND - ") is none.
std::optional<Span> read_initials(std::string_view normalized);

/// Returns whether `name` is what `initials` stand for: "BÁO LAO ĐỘNG" for "LĐO", "ĐIỆN BIÊN PHỦ
/// ONLINE" for "ĐBP". Letters for the online edition (O, OL, ĐT) may stand behind.
bool spells_out(std::string_view name, std::string_view initials);

}  // namespace tracuu
