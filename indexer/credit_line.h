#pragma once

#include <optional>
#include <string_view>

#include "common/text/span.h"
#include "indexer/byline.h"

namespace tracuu {

/// Whom a line names, as spans of the normalized line.
struct Credit {
  std::optional<Span> author;
  std::optional<Span> source;
};

/// Reads a line that signs an article with a person, a source or both: "Minh Hạnh/VOV", "Theo Lê
/// Thu (Báo Nhân Dân)", "Hồng Nhung (theo haiphong.gov.vn)", "Hoàng Hoa - Văn Cảnh (TTXVN)", "Tác
/// giả: Hồ Lan | Nguồn: Sở TT&TT", "(Trích theo Báo Phú Thọ điện tử)", "Bích Lam". A unit in
/// brackets is the author's own: "Hoàng Nam (Sở TT&TT)" names no source. Nothing when the line says
/// anything else. REQUIRES: `normalized` came from normalize().
std::optional<Credit> read_credit(std::string_view normalized, BylinePlace place);

}  // namespace tracuu
