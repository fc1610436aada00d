#include "indexer/source/html_tree.h"

#include <gumbo.h>

#include <algorithm>
#include <cstddef>
#include <utility>

#include "indexer/source/html_guard.h"

namespace tracuu {
namespace {

struct TagMeaning {
  GumboTag tag;
  HtmlTag meaning;
};

// Elements not listed are inline: they break no line.
constexpr TagMeaning kMeanings[] = {{GUMBO_TAG_BR, HtmlTag::kBreak},
                                    {GUMBO_TAG_HR, HtmlTag::kBreak},
                                    {GUMBO_TAG_TD, HtmlTag::kCell},
                                    {GUMBO_TAG_TH, HtmlTag::kCell},
                                    {GUMBO_TAG_A, HtmlTag::kLink},
                                    {GUMBO_TAG_H1, HtmlTag::kHeading},
                                    {GUMBO_TAG_H2, HtmlTag::kSubheading},
                                    {GUMBO_TAG_H3, HtmlTag::kSubheading},
                                    {GUMBO_TAG_H4, HtmlTag::kSubheading},
                                    {GUMBO_TAG_H5, HtmlTag::kSubheading},
                                    {GUMBO_TAG_H6, HtmlTag::kSubheading},
                                    {GUMBO_TAG_P, HtmlTag::kParagraph},
                                    {GUMBO_TAG_PRE, HtmlTag::kParagraph},
                                    {GUMBO_TAG_BLOCKQUOTE, HtmlTag::kParagraph},
                                    {GUMBO_TAG_FIGCAPTION, HtmlTag::kParagraph},
                                    {GUMBO_TAG_LI, HtmlTag::kListItem},
                                    {GUMBO_TAG_DT, HtmlTag::kListItem},
                                    {GUMBO_TAG_DD, HtmlTag::kListItem},
                                    {GUMBO_TAG_DIV, HtmlTag::kContainer},
                                    {GUMBO_TAG_SECTION, HtmlTag::kContainer},
                                    {GUMBO_TAG_ARTICLE, HtmlTag::kContainer},
                                    {GUMBO_TAG_MAIN, HtmlTag::kContainer},
                                    {GUMBO_TAG_TABLE, HtmlTag::kContainer},
                                    {GUMBO_TAG_UL, HtmlTag::kContainer},
                                    {GUMBO_TAG_OL, HtmlTag::kContainer},
                                    {GUMBO_TAG_DL, HtmlTag::kContainer},
                                    {GUMBO_TAG_FORM, HtmlTag::kContainer},
                                    {GUMBO_TAG_BODY, HtmlTag::kContainer},
                                    {GUMBO_TAG_CENTER, HtmlTag::kContainer},
                                    {GUMBO_TAG_TBODY, HtmlTag::kBlock},
                                    {GUMBO_TAG_THEAD, HtmlTag::kBlock},
                                    {GUMBO_TAG_TFOOT, HtmlTag::kBlock},
                                    {GUMBO_TAG_TR, HtmlTag::kBlock},
                                    {GUMBO_TAG_CAPTION, HtmlTag::kBlock},
                                    {GUMBO_TAG_FIGURE, HtmlTag::kBlock},
                                    {GUMBO_TAG_ADDRESS, HtmlTag::kBlock},
                                    {GUMBO_TAG_FIELDSET, HtmlTag::kBlock},
                                    {GUMBO_TAG_DETAILS, HtmlTag::kBlock},
                                    {GUMBO_TAG_SUMMARY, HtmlTag::kBlock},
                                    {GUMBO_TAG_HTML, HtmlTag::kBlock},
                                    {GUMBO_TAG_TIME, HtmlTag::kTime},
                                    {GUMBO_TAG_HEADER, HtmlTag::kHeader},
                                    {GUMBO_TAG_NAV, HtmlTag::kNavigation},
                                    {GUMBO_TAG_ASIDE, HtmlTag::kNavigation},
                                    {GUMBO_TAG_FOOTER, HtmlTag::kNavigation},
                                    {GUMBO_TAG_MENU, HtmlTag::kNavigation},
                                    {GUMBO_TAG_HEAD, HtmlTag::kHead},
                                    {GUMBO_TAG_TITLE, HtmlTag::kHead},
                                    {GUMBO_TAG_META, HtmlTag::kHead},
                                    {GUMBO_TAG_LINK, HtmlTag::kHead}};

HtmlTag meaning_of(GumboTag tag) {
  for (const TagMeaning& each : kMeanings) {
    if (each.tag == tag) {
      return each.meaning;
    }
  }
  return HtmlTag::kInline;
}

bool is_text(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
         node.type == GUMBO_NODE_CDATA;
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

}  // namespace

/// Memory that a parser takes in small pieces and that is given back as a whole.
class HtmlTree::Arena {
 public:
  void* take(std::size_t bytes) {
    bytes = (bytes + kAlignment - 1) / kAlignment * kAlignment;
    if (bytes > left_) {
      const std::size_t size = std::max(bytes, kChunkBytes);
      chunks_.push_back(std::make_unique_for_overwrite<std::byte[]>(size));
      next_ = chunks_.back().get();
      left_ = size;
    }
    void* taken = next_;
    next_ += bytes;
    left_ -= bytes;
    return taken;
  }

 private:
  static constexpr std::size_t kAlignment = alignof(std::max_align_t);
  static constexpr std::size_t kChunkBytes = 65'536;

  std::vector<std::unique_ptr<std::byte[]>> chunks_;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
};

HtmlTree::HtmlTree(std::string_view html)
    : html_(std::make_unique<std::string>(bounded_html(html))), arena_(std::make_unique<Arena>()) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  options.userdata = arena_.get();
  options.allocator = [](void* arena, std::size_t bytes) {
    return static_cast<Arena*>(arena)->take(bytes);
  };
  options.deallocator = [](void*, void*) {};
  flatten(gumbo_parse_with_options(&options, html_->data(), html_->size())->root);
}

HtmlTree::HtmlTree(HtmlTree&& other) noexcept = default;
HtmlTree& HtmlTree::operator=(HtmlTree&& other) noexcept = default;
HtmlTree::~HtmlTree() = default;

void HtmlTree::flatten(const GumboNode* root) {
  struct Visit {
    const GumboNode* node;
    std::uint32_t parent;
    std::uint32_t entered;  ///< index + 1 of a node whose descendants are done; 0 on the way in
  };
  std::vector<Visit> stack = {{root, 0, 0}};
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
      node.tag = meaning_of(element.tag);
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
