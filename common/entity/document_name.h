#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "common/text/tokens.h"

namespace tracuu {

/// A paper that is called by a name, and the token behind it.
struct NamedPaper {
  std::string name;
  std::size_t end = 0;
};

/// Reads what follows "Nghị quyết" (or "NQ") at token `index` as a resolution of a plenum of the
/// Central Committee: "TƯ4 (Khóa XI)", "Trung ương 4", "Hội nghị lần thứ 4 BCHTƯ khóa XI" are
/// "Nghị quyết Trung ương 4 khóa XI", without the term where none is written.
std::optional<NamedPaper> plenum_resolution_at(const TokenizedText& text, std::size_t index);

/// Reads what follows "Nghị quyết" at token `index` as the resolution of a national congress of the
/// party: "Đại hội XIII", "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng" are "Nghị quyết Đại
/// hội XIII". Congresses of local organisations ("Đảng bộ") have none.
std::optional<NamedPaper> congress_resolution_at(const TokenizedText& text, std::size_t index);

}  // namespace tracuu
