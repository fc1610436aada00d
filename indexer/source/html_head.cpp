#include "indexer/source/html_head.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>
#include <vector>

#include "common/text/normalize.h"
#include "common/text/syllable.h"
#include "indexer/source/window_title.h"

namespace tracuu {
namespace {

constexpr std::size_t kDeclarationBytes = 4096;
constexpr std::uint32_t kMaxLogoNodes = 16;

std::string trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \n\t");
  if (begin == std::string_view::npos) {
    return {};
  }
  return std::string(text.substr(begin, text.find_last_not_of(" \n\t") - begin + 1));
}

std::string folded(std::string_view text) {
  return fold(normalized(text));
}

std::ptrdiff_t count_words(std::string_view text) {
  return text.empty() ? 0 : std::count(text.begin(), text.end(), ' ') + 1;
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

/// Gathers what one pass over the nodes finds; the first of each kind counts.
class HeadReader {
 public:
  HeadReader(const HtmlTree& tree, const LinkedArticle& linked) : tree_(tree), linked_(linked) {}

  HtmlHead read() {
    const auto& nodes = tree_.nodes();
    for (std::size_t i = 0; i < nodes.size();) {
      if (nodes[i].element != nullptr && !nodes[i].dropped) {
        look_at(i);
      }
      i = nodes[i].dropped ? nodes[i].end : i + 1;
    }
    HtmlHead head;
    keep(head.date, !published_.empty() ? published_ : linked_.published);
    keep(head.shown_date, time_);
    keep(head.url, !canonical_.empty() ? canonical_ : og_url_);
    keep(head.title, best_title());
    keep(head.author, author_);
    keep(head.linked_author, linked_.author);
    keep(head.copyright, copyright_);
    for (const std::string& name : {site_, linked_.publisher, publisher_}) {
      if (!name.empty()) {
        head.site_names.push_back(name);
      }
    }
    for (const std::string& name : {logo(), beside_headline(window_title_)}) {
      if (!name.empty()) {
        head.brands.push_back(name);
      }
    }
    return head;
  }

 private:
  static void keep(std::optional<std::string>& field, std::string value) {
    if (!value.empty()) {
      field = std::move(value);
    }
  }
  static void first(std::string& field, std::string_view value) {
    if (field.empty()) {
      field = trimmed(value);
    }
  }

  void look_at(std::size_t index) {
    const HtmlNode& node = tree_.nodes()[index];
    const std::string_view name = HtmlTree::name(node);
    if (name == "meta") {
      look_at_meta(node);
    } else if (name == "link") {
      if (lower_ascii(HtmlTree::attribute(node, "rel")) == "canonical") {
        first(canonical_, HtmlTree::attribute(node, "href"));
      }
    } else if (name == "title") {
      first(window_title_, tree_.text_of(index));
    } else if (node.tag == HtmlTag::kHeading) {
      headings_.push_back(trimmed(tree_.text_of(index)));
    } else if (node.tag == HtmlTag::kSubheading) {
      subheadings_.push_back(trimmed(tree_.text_of(index)));
    } else if (HtmlTree::attribute(node, "itemprop") == "datePublished") {
      first(published_, date_of(index));
    } else if (node.tag == HtmlTag::kTime && !is_listed(index)) {
      first(time_, date_of(index));
    }
  }

  /// Returns the text of the page's logo, which often stands in a header dropped as furniture; ""
  /// when it is a picture.
  std::string logo() const {
    constexpr std::size_t kMaxLogoBytes = 60;
    const auto& nodes = tree_.nodes();
    for (std::size_t i = 0; i < nodes.size() && nodes[i].tag != HtmlTag::kHeading; ++i) {
      const HtmlNode& node = nodes[i];
      const bool home = node.tag == HtmlTag::kLink && HtmlTree::attribute(node, "href") == "/";
      if (node.element == nullptr || node.end - i > kMaxLogoNodes ||
          (!home && HtmlTree::attribute(node, "class").find("logo") == std::string_view::npos)) {
        continue;
      }
      if (std::string text = trimmed(tree_.text_of(i)); !text.empty()) {
        return text.size() <= kMaxLogoBytes ? text : std::string();
      }
    }
    return {};
  }

  /// Returns whether a node is of a list's item, as the times of other articles are.
  bool is_listed(std::size_t index) const {
    const auto& nodes = tree_.nodes();
    for (std::size_t box = nodes[index].parent; box != 0; box = nodes[box].parent) {
      if (nodes[box].tag == HtmlTag::kListItem) {
        return true;
      }
    }
    return false;
  }

  std::string date_of(std::size_t index) const {
    const HtmlNode& node = tree_.nodes()[index];
    for (const char* attribute : {"datetime", "content"}) {
      if (const auto value = HtmlTree::attribute(node, attribute); !value.empty()) {
        return std::string(value);
      }
    }
    return tree_.text_of(index);
  }

  void look_at_meta(const HtmlNode& node) {
    std::string key = lower_ascii(HtmlTree::attribute(node, "property"));
    for (const char* attribute : {"name", "itemprop"}) {
      if (key.empty()) {
        key = lower_ascii(HtmlTree::attribute(node, attribute));
      }
    }
    const std::string_view content = HtmlTree::attribute(node, "content");
    const std::array<std::pair<std::string_view, std::string*>, 20> keys = {
        {{"article:published_time", &published_},
         {"og:article:published_time", &published_},
         {"article:published", &published_},
         {"datepublished", &published_},
         {"pubdate", &published_},
         {"publishdate", &published_},
         {"dc.date.issued", &published_},
         {"dc.created", &published_},
         {"dcterms.created", &published_},
         {"dcterms.issued", &published_},
         {"og:title", &og_title_},
         {"dc.title", &dc_title_},
         {"og:url", &og_url_},
         {"og:site_name", &site_},
         {"dc.publisher", &publisher_},
         {"author", &author_},
         {"dc.creator", &author_},
         {"article:author", &author_},
         {"copyright", &copyright_},
         {"dc.rights", &copyright_}}};
    for (const auto& [name, field] : keys) {
      if (key == name) {
        first(*field, content);
      }
    }
  }

  /// Returns the heading that displays `title`, "" when none does.
  std::string displayed(const std::string& title) const {
    const std::string wanted = folded(title);
    for (const auto* list : {&headings_, &subheadings_}) {
      const auto found = std::find_if(list->begin(), list->end(), [&](const std::string& heading) {
        return folded(heading) == wanted;
      });
      if (found != list->end()) {
        return *found;
      }
    }
    return {};
  }

  // A site's name or a slogan may be the h1, and <title> may be the same for every page.
  std::string best_title() const {
    constexpr std::ptrdiff_t kHeadlineWords = 4;
    constexpr std::ptrdiff_t kSurelyHeadlineWords = 6;
    std::string declared;
    for (const std::string& title : {og_title_, linked_.headline, dc_title_, window_title_}) {
      const std::string headline = without_site_name(title, site_);
      if (std::string heading = displayed(headline); !headline.empty() && !heading.empty()) {
        return heading;
      }
      // A page's kind ("Chi tiết bài viết") is declared as its title as often.
      if (declared.empty() || (count_words(declared) < kSurelyHeadlineWords &&
                               count_words(headline) >= kSurelyHeadlineWords)) {
        declared = headline;
      }
    }
    const auto words = count_words(declared);
    if (words >= kSurelyHeadlineWords) {
      return declared;
    }
    for (const std::string& heading : headings_) {
      if (!is_site_name(heading, site_) && count_words(heading) >= kHeadlineWords) {
        return heading;
      }
    }
    if (words >= kHeadlineWords || headings_.empty()) {
      return declared;
    }
    if (headings_.size() != 1 || is_site_name(headings_[0], site_)) {
      return {};
    }
    return headings_[0];
  }

  const HtmlTree& tree_;
  const LinkedArticle& linked_;
  std::string copyright_;
  std::string publisher_;
  std::string dc_title_;
  std::string published_;
  std::string time_;
  std::string canonical_;
  std::string og_url_;
  std::string og_title_;
  std::string site_;
  std::string window_title_;
  std::string author_;
  std::vector<std::string> headings_;     ///< h1
  std::vector<std::string> subheadings_;  ///< h2 ... h6
};

}  // namespace

std::string_view declared_charset(std::string_view bytes) {
  const std::string head = lower_ascii(bytes.substr(0, kDeclarationBytes));
  for (const std::string_view key : {"charset=", "encoding="}) {
    for (std::size_t at = head.find(key); at != std::string::npos; at = head.find(key, at + 1)) {
      std::size_t begin = at + key.size();
      while (begin < head.size() &&
             (head[begin] == '"' || head[begin] == '\'' || head[begin] == ' ')) {
        ++begin;
      }
      const std::size_t end = std::min(head.find_first_of("\"' ;>/?\r\n", begin), head.size());
      if (end > begin) {
        return bytes.substr(begin, end - begin);
      }
    }
  }
  return {};
}

HtmlHead read_head(const HtmlTree& tree, const LinkedArticle& linked) {
  return HeadReader(tree, linked).read();
}

}  // namespace tracuu
