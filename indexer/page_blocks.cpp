#include "indexer/page_blocks.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/text/normalize.h"
#include "indexer/date_line.h"
#include "indexer/date_shape.h"
#include "indexer/section_name.h"

namespace tracuu {
namespace {

constexpr std::size_t kSplittingBlanks = 8;
constexpr std::size_t kWidestWrap = 110;
constexpr std::size_t kNarrowestWrap = 45;
// Columns of a table on old pages.
constexpr std::size_t kWidestColumn = 50;
constexpr std::size_t kNarrowestColumn = 24;
constexpr std::size_t kRaggedColumns = 3;
constexpr std::size_t kLeastWrappedLines = 3;

/// Returns the length of the blank at `at`, 0 when there is none.
std::size_t blank_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v') {
    return 1;
  }
  if (c == '\xC2' && text.substr(at, 2) == "\xC2\xA0") {
    return 2;
  }
  const bool may_begin_three = c == '\xE3' || c == '\xE2' || c == '\xEF';
  const std::string_view three = may_begin_three ? text.substr(at, 3) : std::string_view();
  return three == "\xE3\x80\x80" || three == "\xE2\x80\x8B" || three == "\xEF\xBB\xBF" ? 3 : 0;
}

void add_line(std::string_view page_text, std::size_t begin, std::size_t end,
              std::vector<PageLine>& lines) {
  const std::string_view piece = trim(page_text.substr(begin, end - begin));
  const auto offset =
      piece.empty() ? begin : static_cast<std::size_t>(piece.data() - page_text.data());
  PageLine line;
  line.span = {static_cast<std::uint32_t>(offset),
               static_cast<std::uint32_t>(offset + piece.size())};
  line.normalized = normalized(piece);
  line.kind = line.normalized.find_first_not_of(" \n") == std::string::npos ? LineKind::kBlank
                                                                            : LineKind::kContent;
  lines.push_back(std::move(line));
}

/// Adds the pieces of one line of the page: [begin, end).
void add_pieces(std::string_view page_text, std::size_t begin, std::size_t end,
                std::vector<PageLine>& lines) {
  std::size_t piece = begin;
  std::size_t blanks = 0;
  bool seen_text = false;
  for (std::size_t i = begin; i < end;) {
    const std::size_t blank = blank_at(page_text, i);
    if (blank > 0) {
      ++blanks;
      i += blank;
      continue;
    }
    if (blanks >= kSplittingBlanks && seen_text) {
      add_line(page_text, piece, i, lines);
      piece = i;
    }
    seen_text = true;
    blanks = 0;
    ++i;
  }
  add_line(page_text, piece, end, lines);
}

std::size_t first_word_columns(std::string_view normalized) {
  const std::string_view word = normalized.substr(0, normalized.find(' '));
  return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

/// How a page was wrapped.
struct Wrapping {
  std::size_t narrowest = kNarrowestWrap;  ///< columns of the shortest line that can be wrapped
  std::size_t widest = kWidestWrap;        ///< and of the longest
  std::size_t width = 0;   ///< columns of the longest wrapped line; 0 on a page not wrapped
  std::size_t stride = 1;  ///< from a line to the next: 2 where blank lines part them all
  bool blank_lines_part = false;
};

bool is_wrapped_pair(const PageBlock& line, const PageBlock& next, const Wrapping& wrapping) {
  return next.first_line == line.first_line + wrapping.stride &&
         line.shape.columns >= wrapping.narrowest && line.shape.columns <= wrapping.widest;
}

/// Returns how far a line is from the next: 2 on a page with a blank line behind every line.
std::size_t stride_of(const std::vector<PageBlock>& lines) {
  const auto next = std::adjacent_find(
      lines.begin(), lines.end(), [](const PageBlock& line, const PageBlock& after) {
        return !after.glued && after.first_line == line.first_line + 1;
      });
  return next == lines.end() ? 2 : 1;
}

Wrapping find_wrapping(const std::vector<PageBlock>& lines, std::size_t narrowest,
                       std::size_t widest) {
  std::size_t goes_on = 0;
  std::size_t longer = 0;
  std::size_t parted = 0;
  Wrapping wrapping{narrowest, widest, 0, stride_of(lines), false};
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    longer += lines[i].shape.columns > widest ? 1 : 0;
    parted += lines[i + 1].first_line > lines[i].first_line + wrapping.stride ? 1 : 0;
    if (is_wrapped_pair(lines[i], lines[i + 1], wrapping) && !lines[i].shape.ends_sentence &&
        lines[i + 1].shape.begins_lower) {
      ++goes_on;
      wrapping.width = std::max(wrapping.width, lines[i].shape.columns);
    }
  }
  const std::size_t least = longer == 0 ? kLeastWrappedLines - 1 : kLeastWrappedLines;
  if (goes_on < least || goes_on < 2 * longer) {
    wrapping.width = 0;
  }
  wrapping.blank_lines_part = parted >= 2;
  return wrapping;
}

bool opens_date_line(const LineShape& shape) {
  constexpr std::string_view kOpenings[] = {"ngay dang", "ngay tao", "cap nhat", "gui luc",
                                            "dang luc",  "thu",      "chu nhat"};
  return shape.numbers >= 3 &&
         std::any_of(std::begin(kOpenings), std::end(kOpenings),
                     [&](std::string_view opening) { return shape.opens_with(opening); });
}

/// Returns whether a line stands for itself: a date with its time or label, a tool, a section.
bool stands_alone(const PageBlock& line) {
  constexpr std::size_t kBareDateWords = 4;
  if (line.shape.words.empty() || is_section_line(line.text, line.shape)) {
    return true;
  }
  if (can_be_date_line(line.shape) && line.shape.words.size() > kBareDateWords &&
      read_date_line(line.normalized)) {
    return true;
  }
  return line.shape.is_short() && line.shape.numbers < line.shape.words.size() &&
         kind_by_words(line.shape, line.normalized) == LineKind::kPageTool;
}

/// Returns whether a text breaks off behind a hyphen or slash glued to its word: "số 36-".
bool breaks_off(std::string_view text) {
  return text.size() > 1 && (text.back() == '-' || text.back() == '/') &&
         text[text.size() - 2] != ' ' && text[text.size() - 2] != '-';
}

bool continues(const PageBlock& line, const PageBlock& next, const Wrapping& wrapping) {
  if (breaks_off(line.text) && next.first_line == line.first_line + wrapping.stride) {
    return true;
  }
  if (!is_wrapped_pair(line, next, wrapping) || next.shape.bullet || opens_date_line(next.shape) ||
      stands_alone(next) || is_section_line(line.text, line.shape)) {
    return false;
  }
  if (next.shape.begins_lower && !line.shape.ends_statement) {
    return true;
  }
  if (line.shape.ends_statement && !wrapping.blank_lines_part) {
    return false;
  }
  // In a narrow column words were also broken off a little early, to look even.
  const bool column = wrapping.widest == kWidestColumn;
  const std::size_t slack = column ? kRaggedColumns : 0;
  if (column && (line.shape.columns > wrapping.width + slack || line.shape.wide_gaps >= 2)) {
    return false;
  }
  return line.shape.columns + 1 + first_word_columns(next.normalized) + slack > wrapping.width;
}

/// Appends a line to a paragraph. A hyphen or slash glued to its word is the author's own, wrapped
/// behind it: "36-" + "NQ/TW".
void append_line(std::string& paragraph, std::string_view line) {
  if (!breaks_off(paragraph)) {
    paragraph += ' ';
  }
  paragraph += line;
}

std::vector<PageBlock> join(std::vector<PageBlock> lines, const Wrapping& wrapping) {
  std::vector<PageBlock> blocks;
  for (std::size_t i = 0; i < lines.size();) {
    std::size_t end = i + 1;
    std::string text = lines[i].text;
    while (end < lines.size() && continues(lines[end - 1], lines[end], wrapping)) {
      append_line(text, lines[end].text);
      ++end;
    }
    PageBlock block = std::move(lines[i]);
    if (end > i + 1) {
      block.line_count = end - i;
      block.text = std::move(text);
      block.normalized = normalized(block.text);
      block.shape = shape_of(block.text, block.normalized);
    }
    blocks.push_back(std::move(block));
    i = end;
  }
  return blocks;
}

/// Returns whether no line end stands between line `index` and the one before.
bool is_glued(std::string_view page_text, const std::vector<PageLine>& lines, std::size_t index) {
  if (index == 0 || lines[index - 1].kind == LineKind::kBlank) {
    return false;
  }
  const std::uint32_t from = lines[index - 1].span.end;
  return slice(page_text, {from, lines[index].span.begin}).find('\n') == std::string_view::npos;
}

}  // namespace

std::string on_one_line(std::string_view text) {
  std::string out;
  text = trim(text);
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t blank = text[i] == '\n' ? 1 : blank_at(text, i);
    if (blank == 0) {
      out += text[i];
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
    i += std::max<std::size_t>(blank, 1);
  }
  return out;
}

std::string as_written(const std::string& written, Span span) {
  return on_one_line(slice(written, normalize(written).to_original(span)));
}

std::string_view trim(std::string_view text) {
  while (!text.empty()) {
    const std::size_t blank = blank_at(text, 0);
    if (blank == 0) {
      break;
    }
    text.remove_prefix(std::min(blank, text.size()));
  }
  while (!text.empty()) {
    if (blank_at(text, text.size() - 1) == 1) {
      text.remove_suffix(1);
    } else if (text.ends_with("\xC2\xA0")) {
      text.remove_suffix(2);
    } else if (text.ends_with("\xE3\x80\x80") || text.ends_with("\xE2\x80\x8B")) {
      text.remove_suffix(3);
    } else {
      break;
    }
  }
  return text;
}

std::vector<PageLine> split_lines(std::string_view page_text) {
  std::vector<PageLine> lines;
  for (std::size_t begin = 0; begin < page_text.size();) {
    const std::size_t end = std::min(page_text.find('\n', begin), page_text.size());
    add_pieces(page_text, begin, end, lines);
    begin = end + 1;
  }
  return lines;
}

std::vector<PageBlock> join_lines(std::string_view page_text, const std::vector<PageLine>& lines) {
  std::vector<PageBlock> blocks;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].kind == LineKind::kBlank) {
      continue;
    }
    PageBlock block;
    block.first_line = i;
    block.text = slice(page_text, lines[i].span);
    block.normalized = lines[i].normalized;
    block.shape = shape_of(block.text, block.normalized);
    block.glued = is_glued(page_text, lines, i);
    blocks.push_back(std::move(block));
  }
  Wrapping wrapping = find_wrapping(blocks, kNarrowestWrap, kWidestWrap);
  if (wrapping.width == 0) {
    wrapping = find_wrapping(blocks, kNarrowestColumn, kWidestColumn);
  }
  if (wrapping.width > 0) {
    blocks = join(std::move(blocks), wrapping);
  }
  for (PageBlock& block : blocks) {
    block.head = section_head(block.shape);
  }
  return blocks;
}

}  // namespace tracuu
