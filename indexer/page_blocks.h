#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/line_shape.h"
#include "indexer/line_words.h"
#include "indexer/page_noise.h"

namespace tracuu {

/// One paragraph of a page: a line, or the lines of a hard-wrapped paragraph joined.
struct PageBlock {
  std::size_t first_line = 0;  ///< in the page's lines
  std::size_t line_count = 1;
  std::string text;        ///< the author's spelling, blanks trimmed, lines joined
  std::string normalized;  ///< of `text`
  LineShape shape;
  bool glued = false;  ///< stands in one line of the page with the block before it
  LineKind kind = LineKind::kContent;
  std::optional<SectionHead> head;  ///< which part of the page it heads, if it does
};

/// Splits a page into lines, blanks trimmed. A line is also split where eight or more blanks stand
/// in it: so are captions that a page's table layout left behind a paragraph.
std::vector<PageLine> split_lines(std::string_view page_text);

/// Makes blocks of the lines that are not blank. On a hard-wrapped page (lines of like length that
/// break in mid-sentence) a line is joined to the one before when its first word did not fit there.
std::vector<PageBlock> join_lines(std::string_view page_text, const std::vector<PageLine>& lines);

/// Returns `text` with every run of blanks and line ends as one blank.
std::string on_one_line(std::string_view text);

/// Returns what of `written` a span of its normalized form came from, on one line.
std::string as_written(const std::string& written, Span span);

/// Returns `text` without blanks (no-break ones too) at its ends.
std::string_view trim(std::string_view text);

}  // namespace tracuu
