#include "indexer/source/html_tree.h"

#include <gumbo.h>

#include <utility>

#include "indexer/source/html_guard.h"

namespace tracuu {
namespace {

HtmlTag tag_of(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_BR:
    case GUMBO_TAG_HR:
      return HtmlTag::kBreak;
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
      return HtmlTag::kCell;
    case GUMBO_TAG_A:
      return HtmlTag::kLink;
    case GUMBO_TAG_H1:
      return HtmlTag::kHeading;
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
      return HtmlTag::kSubheading;
    case GUMBO_TAG_P:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_FIGCAPTION:
      return HtmlTag::kParagraph;
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
      return HtmlTag::kListItem;
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_CENTER:
      return HtmlTag::kContainer;
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_HTML:
      return HtmlTag::kBlock;
    case GUMBO_TAG_TIME:
      return HtmlTag::kTime;
    case GUMBO_TAG_HEADER:
      return HtmlTag::kHeader;
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_MENU:
      return HtmlTag::kNavigation;
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_META:
    case GUMBO_TAG_LINK:
      return HtmlTag::kHead;
    default:
      return HtmlTag::kInline;
  }
}

bool is_text(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
         node.type == GUMBO_NODE_CDATA;
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

}  // namespace

HtmlTree::HtmlTree(std::string_view html)
    : html_(std::make_unique<std::string>(bounded_html(html))) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  output_ = gumbo_parse_with_options(&options, html_->data(), html_->size());
  flatten();
}

HtmlTree::HtmlTree(HtmlTree&& other) noexcept
    : html_(std::move(other.html_)),
      output_(std::exchange(other.output_, nullptr)),
      nodes_(std::move(other.nodes_)) {}

HtmlTree& HtmlTree::operator=(HtmlTree&& other) noexcept {
  std::swap(html_, other.html_);
  std::swap(output_, other.output_);
  std::swap(nodes_, other.nodes_);
  return *this;
}

HtmlTree::~HtmlTree() {
  if (output_ != nullptr) {
    gumbo_destroy_output(&kGumboDefaultOptions, output_);
  }
}

void HtmlTree::flatten() {
  struct Visit {
    const GumboNode* node;
    std::uint32_t parent;
    std::uint32_t entered;  ///< index + 1 of a node whose descendants are done; 0 on the way in
  };
  std::vector<Visit> stack = {{output_->root, 0, 0}};
  while (!stack.empty()) {
    const Visit visit = stack.back();
    stack.pop_back();
    if (visit.entered != 0) {
      nodes_[visit.entered - 1].end = static_cast<std::uint32_t>(nodes_.size());
      continue;
    }
    const auto index = static_cast<std::uint32_t>(nodes_.size());
    HtmlNode node;
    node.parent = visit.parent;
    node.end = index + 1;
    if (is_text(*visit.node)) {
      node.tag = HtmlTag::kText;
      node.text = visit.node->v.text.text;
      nodes_.push_back(node);
    } else if (visit.node->type == GUMBO_NODE_ELEMENT) {
      const GumboElement& element = visit.node->v.element;
      node.tag = tag_of(element.tag);
      node.element = visit.node;
      nodes_.push_back(node);
      stack.push_back({visit.node, visit.parent, index + 1});
      for (unsigned i = element.children.length; i > 0; --i) {
        stack.push_back({static_cast<const GumboNode*>(element.children.data[i - 1]), index, 0});
      }
    }
  }
}

std::string_view HtmlTree::attribute(const HtmlNode& node, const char* name) {
  if (node.element == nullptr) {
    return {};
  }
  const GumboAttribute* found = gumbo_get_attribute(&node.element->v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

std::string_view HtmlTree::name(const HtmlNode& node) {
  return node.element == nullptr ? "" : gumbo_normalized_tagname(node.element->v.element.tag);
}

std::string HtmlTree::text_of(std::size_t index) const {
  std::string text;
  for (std::size_t i = index; i < nodes_[index].end;) {
    if (nodes_[i].dropped) {
      i = nodes_[i].end;
      continue;
    }
    append_collapsed(text, nodes_[i].tag == HtmlTag::kText ? nodes_[i].text : " ");
    ++i;
  }
  while (!text.empty() && text.back() == ' ') {
    text.pop_back();
  }
  return text;
}

void append_collapsed(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (!is_blank(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ' && out.back() != '\n') {
      out += ' ';
    }
  }
}

}  // namespace tracuu
