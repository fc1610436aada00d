#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/page_reading.h"

namespace tracuu {

// What the edges of a page name: its banner, its foot, and who signs below the text. Names are as
// written, hosts in lower case; "" where nothing is named. All linear in the size of the page.

/// Returns what of a block's line `span` names, a host in lower case.
std::string source_as_written(const PageBlock& block, Span span);

/// What the banner names.
struct Banner {
  std::string name;
  std::string place = {};  ///< on the line below, "" when there is none
  bool portal = false;     ///< the name is a portal's, not the body's that it belongs to
  bool bare = false;       ///< the name lacks its place, which then belongs to it
};

/// Tells the name in a line of a page's foot; see footer_line.h.
using FooterReader = std::optional<Span> (*)(std::string_view, const LineShape&);

/// Returns whether a name is one that no Vietnamese words make up: "PC World VN", "VietTimes".
bool is_brand(std::string_view name);

/// Returns the body or paper that the banner above the headline names.
Banner banner_of(const PageReading& page);

/// Returns the body or unit that signs below the text: "Văn phòng UBND tỉnh". `reads` tells one.
std::string signature_of(const PageReading& page,
                         bool (*reads)(const LineShape&, std::string_view));

/// Returns the owner of the copyright, or the body over the address at the page's foot.
std::string footer_owner(const PageReading& page);

/// Returns the paper's name that initials stand for, as the copyright spells it: "Báo Điện Biên
/// Phủ" for "ĐBP"; "" when none is spelled out.
std::string paper_spelled_out(const PageReading& page, std::string_view initials);

/// Returns what the first footer line in which `read` finds a name names.
std::string named_in_footer(const PageReading& page, FooterReader read);

/// Returns the brand that a page's first line opens with: "VnEconomy", "PC World VN | Tạp chí".
std::string masthead_of(const PageReading& page);

}  // namespace tracuu
