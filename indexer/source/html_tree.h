#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct GumboInternalNode;

namespace tracuu {

/// The elements that readers of a page tell apart.
enum class HtmlTag : std::uint8_t {
  kText,  ///< no element: a run of text
  kInline,
  kBlock,
  kBreak,  ///< br, hr
  kCell,   ///< td, th
  kLink,
  kHeading,     ///< h1
  kSubheading,  ///< h2 ... h6
  kParagraph,   ///< p, blockquote, pre
  kListItem,
  kContainer,  ///< div, section, article, main, table, td ... where text may live
  kTime,
  kHeader,
  kNavigation,  ///< nav, aside, footer, menu
  kHead,        ///< head, title, meta, link
};

/// One node of a page in document order. The node's descendants are the nodes behind it up to
/// `end`.
struct HtmlNode {
  HtmlTag tag = HtmlTag::kInline;
  std::uint32_t parent = 0;
  std::uint32_t end = 0;
  std::string_view text;                       ///< of kText; owned by the tree
  const GumboInternalNode* element = nullptr;  ///< of all others
  bool dropped = false;                        ///< hidden, or page furniture

  // Sums over the node's own text and its descendants that are not dropped, in bytes.
  std::uint32_t text_bytes = 0;
  std::uint32_t link_bytes = 0;
  std::uint32_t links = 0;
  std::uint32_t longest_text = 0;  ///< the longest single run of text outside links
};

/// A parsed page as one array; walking it needs no recursion. Movable; the nodes stay valid.
class HtmlTree {
 public:
  /// Parses a page; never fails: any text is some page. REQUIRES: `html` is valid UTF-8.
  explicit HtmlTree(std::string_view html);
  HtmlTree(HtmlTree&& other) noexcept;
  HtmlTree& operator=(HtmlTree&& other) noexcept;
  ~HtmlTree();

  const std::vector<HtmlNode>& nodes() const { return nodes_; }
  std::vector<HtmlNode>& nodes() { return nodes_; }

  /// Returns an attribute's value, or "" when the node has none.
  static std::string_view attribute(const HtmlNode& node, const char* name);

  /// Returns the element's name in lower case ("div"), "" for text and unknown elements.
  static std::string_view name(const HtmlNode& node);

  /// Returns the text below a node, blanks collapsed, dropped parts left out.
  std::string text_of(std::size_t index) const;

 private:
  class Arena;

  void flatten(const GumboInternalNode* root);

  std::unique_ptr<std::string> html_;  ///< what the parser's text points into
  std::unique_ptr<Arena> arena_;       ///< what the parser's nodes lie in
  std::vector<HtmlNode> nodes_;
};

/// Appends `text` with each run of blanks and line ends as one blank; none at the start of `out` or
/// after a line end. No-break spaces are the author's and stay.
void append_collapsed(std::string& out, std::string_view text);

}  // namespace tracuu
