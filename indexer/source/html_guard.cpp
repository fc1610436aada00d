#include "indexer/source/html_guard.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <span>
#include <utility>
#include <vector>

#include "indexer/source/html_scanner.h"

namespace tracuu {
namespace {

// Formatting elements make parsers rebuild them in every paragraph: a few hundred unclosed ones
// multiply the tree. They say nothing about what a page means.
constexpr std::string_view kFormatting[] = {"b",      "big",  "code", "em",    "font",
                                            "i",      "nobr", "s",    "small", "strike",
                                            "strong", "tt",   "u",    "mark",  "wbr"};
constexpr std::string_view kDroppedWhole[] = {
    "script",   "style",    "svg",    "math",   "template", "iframe", "noscript", "noembed",
    "noframes", "textarea", "select", "button", "xmp",      "object", "canvas",   "video"};
constexpr std::string_view kDroppedTags[] = {
    "area",   "base",     "col",      "embed", "img",     "input",    "param",     "source",
    "track",  "keygen",   "frame",    "image", "bgsound", "basefont", "plaintext", "frameset",
    "option", "optgroup", "colgroup", "audio", "isindex", "applet"};
constexpr std::string_view kVoid[] = {"br", "hr", "meta"};
// Elements that close themselves when the next one opens; they add a level to their parent at most.
constexpr std::string_view kSelfClosing[] = {"p",    "li",   "dt", "dd", "html", "head",
                                             "body", "link", "br", "hr", "meta"};
constexpr std::string_view kTableParts[] = {"tr", "td", "th", "tbody", "thead", "tfoot"};
constexpr std::size_t kEndTagReach = 64;

bool is_one_of(std::string_view name, std::span<const std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\n\r\f") == std::string_view::npos;
}

class Guard {
 public:
  explicit Guard(std::string_view html) : scanner_(html) { out_.reserve(html.size()); }

  std::string run() {
    for (auto piece = scanner_.next(); piece != HtmlScanner::Piece::kEnd; piece = scanner_.next()) {
      switch (piece) {
        case HtmlScanner::Piece::kText:
          write_text(scanner_.read_text());
          break;
        case HtmlScanner::Piece::kStartTag:
          read_start_tag();
          break;
        case HtmlScanner::Piece::kEndTag:
          read_end_tag();
          break;
        default:
          scanner_.skip_other();
          break;
      }
    }
    return std::move(out_);
  }

 private:
  struct Open {
    std::string name;
    bool in_cell = false;  ///< of a table: whether text may stand here
  };

  void write_text(std::string_view text) {
    if (!is_blank(text)) {
      enter_cell();
    }
    out_ += text == "<" ? std::string_view("&lt;") : text;
  }

  // Parsers move what stands between cells in front of the table, at a cost that grows with each.
  void enter_cell() {
    if (!open_.empty() && open_.back().name == "table" && !open_.back().in_cell) {
      out_ += "<td>";
      open_.back().in_cell = true;
    }
  }

  void read_start_tag() {
    const std::string name = scanner_.read_name();
    const std::string attributes = scanner_.read_attributes();
    if (is_one_of(name, kFormatting) || is_one_of(name, kDroppedTags)) {
      return;
    }
    if (is_one_of(name, kDroppedWhole)) {
      skip_element(name);
    } else if (name == "title") {
      write_title();
    } else if (is_one_of(name, kTableParts)) {
      write_table_part(name, attributes);
    } else if (is_one_of(name, kSelfClosing)) {
      if (name != "meta" && name != "link" && name != "html" && name != "head" && name != "body") {
        enter_cell();
      }
      write_tag(name, attributes);
    } else if (open_.size() < kMaxHtmlDepth) {
      enter_cell();
      write_tag(name, attributes);
      open_.push_back({name});
    }
  }

  void write_tag(std::string_view name, std::string_view attributes) {
    out_ += '<';
    out_ += name;
    out_ += attributes;
    out_ += '>';
  }

  /// Skips to the end tag of an element whose content is no text of the page. An element that is
  /// never closed loses its tag alone, and no second search is made for it.
  void skip_element(const std::string& name) {
    const auto index =
        static_cast<unsigned>(std::find(std::begin(kDroppedWhole), std::end(kDroppedWhole), name) -
                              std::begin(kDroppedWhole));
    if ((never_closed_ & (1U << index)) != 0) {
      return;
    }
    const std::size_t end = scanner_.find_end_tag(name);
    if (end == std::string_view::npos) {
      never_closed_ |= 1U << index;
    } else {
      scanner_.read_to_tag(end);
    }
  }

  // A title inside the body (of a drawing, say) is none of the page.
  void write_title() {
    if (title_written_) {
      return;
    }
    title_written_ = true;
    const std::size_t end = scanner_.find_end_tag("title");
    if (end != std::string_view::npos) {
      out_ += "<title>";
      out_ += scanner_.read_to_tag(end);
      out_ += "</title>";
    }
  }

  void write_table_part(const std::string& name, std::string_view attributes) {
    Open* table = pop_to_table();
    if (table == nullptr) {
      // A cell outside a table still parts what is left and right of it.
      write_tag("br", {});
      return;
    }
    table->in_cell = name == "td" || name == "th";
    write_tag(name, attributes);
  }

  /// Drops what is open above the innermost table, as a parser does at a cell or row.
  Open* pop_to_table() {
    const std::size_t reach = std::min(open_.size(), kEndTagReach);
    for (std::size_t depth = 1; depth <= reach; ++depth) {
      if (open_[open_.size() - depth].name == "table") {
        open_.resize(open_.size() - depth + 1);
        return &open_.back();
      }
    }
    return nullptr;
  }

  void read_end_tag() {
    const std::string name = scanner_.read_name();
    scanner_.read_attributes();
    close(name);
  }

  void close(const std::string& name) {
    if (is_one_of(name, kFormatting) || is_one_of(name, kDroppedTags) ||
        is_one_of(name, kDroppedWhole) || is_one_of(name, kVoid) || name == "title") {
      return;
    }
    if (is_one_of(name, kTableParts)) {
      if (Open* table = pop_to_table()) {
        table->in_cell = false;
        out_ += "</" + name + ">";
      }
      return;
    }
    if (is_one_of(name, kSelfClosing)) {
      if (name == "p" || name == "li" || name == "dt" || name == "dd") {
        out_ += "</" + name + ">";
      }
      return;
    }
    const std::size_t reach = std::min(open_.size(), kEndTagReach);
    for (std::size_t depth = 1; depth <= reach; ++depth) {
      const std::string& candidate = open_[open_.size() - depth].name;
      if (candidate == name) {
        // Each is closed by name: then the parser's idea of what is open is ours.
        for (std::size_t i = 0; i < depth; ++i) {
          out_ += "</" + open_.back().name + ">";
          open_.pop_back();
        }
        return;
      }
      if (candidate == "table") {
        return;
      }
    }
  }

  HtmlScanner scanner_;
  std::string out_;
  std::vector<Open> open_;
  std::uint32_t never_closed_ = 0;  ///< a bit for each of kDroppedWhole
  bool title_written_ = false;
};

}  // namespace

std::string bounded_html(std::string_view html) {
  return Guard(html).run();
}

}  // namespace tracuu
