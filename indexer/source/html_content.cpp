#include "indexer/source/html_content.h"

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <span>
#include <string_view>
#include <vector>

namespace tracuu {
namespace {

// What follows is in bytes; a Vietnamese syllable takes about six with its blank.
constexpr std::uint32_t kParagraphBytes = 100;
constexpr std::uint32_t kSmallFormBytes = 400;
constexpr std::uint32_t kSmallHeaderBytes = 700;

constexpr std::string_view kFurnitureNames[] = {
    "menu",    "nav",      "navbar",  "breadcrumb", "breadcrumbs", "crumb", "sidebar", "aside",
    "comment", "comments", "related", "tags",       "tag",         "share", "social",  "pagination",
    "pager",   "banner",   "advert",  "ads",        "search",      "login", "toolbar", "tools"};

constexpr std::string_view kFootNames[] = {"footer", "foot", "copyright", "bottom"};

/// Returns whether one of the words of a class or id is in the list.
bool holds_name(std::string_view names, std::span<const std::string_view> list) {
  while (!names.empty()) {
    const std::size_t begin = names.find_first_not_of(" -_");
    if (begin == std::string_view::npos) {
      return false;
    }
    names.remove_prefix(begin);
    const std::string_view word = names.substr(0, names.find_first_of(" -_"));
    if (std::find(list.begin(), list.end(), word) != list.end()) {
      return true;
    }
    names.remove_prefix(word.size());
  }
  return false;
}

bool is_hidden(const HtmlNode& node) {
  std::string style(HtmlTree::attribute(node, "style"));
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos ||
         HtmlTree::attribute(node, "aria-hidden") == "true" ||
         (node.element != nullptr && HtmlTree::attribute(node, "hidden").data() != nullptr);
}

bool is_box(const HtmlNode& node) {
  return node.tag == HtmlTag::kContainer || node.tag == HtmlTag::kCell ||
         node.tag == HtmlTag::kBlock || node.tag == HtmlTag::kListItem;
}

/// Sums up text from the leaves to the root; parents come before their children in the array.
void sum_up(std::vector<HtmlNode>& nodes) {
  for (HtmlNode& node : nodes) {
    node.text_bytes = node.link_bytes = node.links = node.longest_text = 0;
  }
  for (std::size_t i = nodes.size(); i > 1; --i) {
    HtmlNode& node = nodes[i - 1];
    if (node.dropped || node.tag == HtmlTag::kHead) {
      continue;
    }
    if (node.tag == HtmlTag::kText) {
      const auto blanks = static_cast<std::uint32_t>(std::count_if(
          node.text.begin(), node.text.end(), [](char c) { return c <= ' ' && c > 0; }));
      const auto bytes = static_cast<std::uint32_t>(node.text.size());
      node.text_bytes = blanks == bytes ? 0 : bytes;
      node.longest_text = node.text_bytes;
    } else if (node.tag == HtmlTag::kLink) {
      node.link_bytes = node.text_bytes;
      node.links = node.text_bytes > 0 ? 1 : 0;
      node.longest_text = 0;
    }
    HtmlNode& parent = nodes[node.parent];
    parent.text_bytes += node.text_bytes;
    parent.link_bytes += node.link_bytes;
    parent.links += node.links;
    parent.longest_text = std::max(parent.longest_text, node.longest_text);
  }
}

bool is_furniture(const HtmlNode& node, std::uint32_t page_bytes) {
  switch (node.tag) {
    case HtmlTag::kNavigation:
      return true;
    case HtmlTag::kHeader:
      return node.text_bytes < kSmallHeaderBytes && node.links > 2;
    case HtmlTag::kContainer:
    case HtmlTag::kCell:
    case HtmlTag::kBlock:
    case HtmlTag::kListItem:
      break;
    default:
      return false;
  }
  const bool mostly_links = node.links >= 3 && node.link_bytes * 10 > node.text_bytes * 6;
  if (mostly_links && node.longest_text < kParagraphBytes) {
    return true;
  }
  if (HtmlTree::name(node) == "form" && node.text_bytes < kSmallFormBytes &&
      node.longest_text < kParagraphBytes) {
    return true;
  }
  return node.text_bytes * 10 < page_bytes * 3 && node.longest_text < 3 * kParagraphBytes &&
         (holds_name(HtmlTree::attribute(node, "class"), kFurnitureNames) ||
          holds_name(HtmlTree::attribute(node, "id"), kFurnitureNames));
}

/// Returns the share of `node` that is no link, 0..1.
double prose_share(const HtmlNode& node) {
  return node.text_bytes == 0 ? 0.0 : 1.0 - static_cast<double>(node.link_bytes) / node.text_bytes;
}

/// Returns whether an element is the page's foot.
bool is_foot(const HtmlNode& node) {
  return node.element != nullptr && (HtmlTree::name(node) == "footer" ||
                                     holds_name(HtmlTree::attribute(node, "id"), kFootNames) ||
                                     holds_name(HtmlTree::attribute(node, "class"), kFootNames));
}

/// Returns which elements hold lines of their own: a box without any is itself a paragraph, as
/// sites write each in a div.
std::vector<bool> holders_of_lines(const std::vector<HtmlNode>& nodes) {
  std::vector<bool> holds(nodes.size(), false);
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    const HtmlTag tag = nodes[i].tag;
    const bool line = tag != HtmlTag::kText && tag != HtmlTag::kInline && tag != HtmlTag::kLink &&
                      tag != HtmlTag::kTime;
    for (std::size_t box = nodes[i].parent; line && !holds[box]; box = nodes[box].parent) {
      holds[box] = true;
    }
  }
  return holds;
}

/// Gives every box the weight of the paragraphs right below it, half of those one box further down,
/// and returns the heaviest; 0 when no text is long enough.
std::size_t heaviest_box(const std::vector<HtmlNode>& nodes) {
  std::vector<double> weight(nodes.size(), 0.0);
  const std::vector<bool> holds_lines = holders_of_lines(nodes);
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    if (nodes[i].dropped) {
      i = nodes[i].end - 1;
      continue;
    }
    if (nodes[i].tag != HtmlTag::kText || nodes[i].text_bytes < kParagraphBytes) {
      continue;
    }
    const auto commas = std::count(nodes[i].text.begin(), nodes[i].text.end(), ',');
    double gain = 1.0 + static_cast<double>(commas) + std::min(nodes[i].text_bytes / 200.0, 4.0);
    int boxes = 0;
    for (std::size_t box = nodes[i].parent; box != 0 && boxes < 3; box = nodes[box].parent) {
      if (is_box(nodes[box]) && holds_lines[box]) {
        weight[box] += gain;
        gain /= 2;
        ++boxes;
      }
    }
  }
  std::size_t best = 0;
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    weight[i] *= prose_share(nodes[i]);
    if (weight[i] > weight[best]) {
      best = i;
    }
  }
  return best;
}

/// Climbs from the heaviest box while the boxes around add little text: title and date of a page
/// often stand in a row or box of their own beside the text.
std::size_t content_root(const std::vector<HtmlNode>& nodes, std::size_t box) {
  const std::uint32_t limit = nodes[box].text_bytes + nodes[box].text_bytes / 2 + 600;
  while (box != 0 && nodes[nodes[box].parent].text_bytes <= limit) {
    box = nodes[box].parent;
  }
  return box;
}

bool breaks_line(HtmlTag tag) {
  return tag != HtmlTag::kText && tag != HtmlTag::kInline && tag != HtmlTag::kLink &&
         tag != HtmlTag::kTime;
}

void end_line(std::string& out) {
  while (!out.empty() && out.back() == ' ') {
    out.pop_back();
  }
  if (!out.empty() && out.back() != '\n') {
    out += '\n';
  }
}

/// Writes the nodes of [begin, end) that are not dropped.
std::string write_lines(const std::vector<HtmlNode>& nodes, std::size_t begin, std::size_t end) {
  std::string out;
  std::vector<std::size_t> open;  // ends of the blocks being written
  for (std::size_t i = begin; i < end;) {
    while (!open.empty() && open.back() <= i) {
      end_line(out);
      open.pop_back();
    }
    if (nodes[i].dropped || nodes[i].tag == HtmlTag::kHead) {
      i = nodes[i].end;
      continue;
    }
    if (nodes[i].tag == HtmlTag::kText) {
      append_collapsed(out, nodes[i].text);
    } else if (breaks_line(nodes[i].tag)) {
      end_line(out);
      open.push_back(nodes[i].end);
    }
    ++i;
  }
  end_line(out);
  return out;
}

/// Writes the feet of a page that are not in its content, whose root is given.
std::string write_feet(const std::vector<HtmlNode>& nodes, std::size_t box, std::size_t root) {
  constexpr std::size_t kMaxFootBytes = 4096;
  std::string foot;
  std::size_t dropped_end = 0;
  for (std::size_t i = box; i < nodes.size();) {
    dropped_end = nodes[i].dropped ? std::max<std::size_t>(dropped_end, nodes[i].end) : dropped_end;
    const bool unread = i >= nodes[root].end || i < dropped_end;
    if (unread && !is_hidden(nodes[i]) && is_foot(nodes[i])) {
      foot += write_lines(nodes, i + 1, nodes[i].end);
      i = nodes[i].end;
    } else {
      ++i;
    }
  }
  return foot.size() <= kMaxFootBytes ? foot : std::string();
}

}  // namespace

void drop_furniture(HtmlTree& tree) {
  auto& nodes = tree.nodes();
  for (HtmlNode& node : nodes) {
    node.dropped = node.element != nullptr && is_hidden(node);
  }
  sum_up(nodes);
  const std::uint32_t page_bytes = nodes.front().text_bytes;
  for (std::size_t i = 1; i < nodes.size();) {
    nodes[i].dropped = nodes[i].dropped || is_furniture(nodes[i], page_bytes);
    i = nodes[i].dropped ? nodes[i].end : i + 1;
  }
  sum_up(nodes);
}

HtmlContent content_of(const HtmlTree& tree) {
  const auto& nodes = tree.nodes();
  const std::size_t box = heaviest_box(nodes);
  if (box == 0) {
    return {write_lines(nodes, 0, nodes.size()), {}};
  }
  const std::size_t root = content_root(nodes, box);
  std::size_t begin = root;
  for (std::size_t i = 1; i < root; ++i) {
    if (nodes[i].dropped) {
      i = nodes[i].end - 1;
    } else if (nodes[i].tag == HtmlTag::kHeading && nodes[i].end <= root) {
      begin = i;
    }
  }
  return {write_lines(nodes, begin, nodes[root].end), write_feet(nodes, box, root)};
}

}  // namespace tracuu
