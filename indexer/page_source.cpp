#include "indexer/page_source.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "common/text/normalize.h"
#include "common/text/syllable.h"
#include "common/text/tokens.h"
#include "indexer/credit_line.h"
#include "indexer/line_words.h"
#include "indexer/page_regions.h"
#include "indexer/portal_name.h"
#include "indexer/source_line.h"
#include "indexer/word_list.h"

namespace tracuu {
namespace {

constexpr std::size_t kBannerLines = 6;
constexpr std::size_t kSignatureLines = 4;
constexpr std::size_t kMaxBannerWords = 8;

std::string source_as_written(const PageBlock& block, Span span) {
  std::string name = as_written(block.text, span);
  std::string host = host_of(name);
  return host.empty() || name.find(' ') != std::string::npos ? name : host;
}

/// Returns whether a body's name ends in a name of its own: "Công an tỉnh" may be any province's.
bool names_place(const LineShape& shape) {
  constexpr std::string_view kLevels[] = {"tinh", "huyen", "quan", "xa", "phuong", "pho", "tran"};
  return !is_one_of(shape.words.back(), kLevels);
}

/// Returns whether a name is one that no Vietnamese words make up: "PC World VN", "VietTimes".
bool is_brand(std::string_view name) {
  constexpr std::size_t kMaxBrandWords = 3;
  constexpr std::string_view kPageWords[] = {"home",  "menu",   "skip",   "sign",  "login", "rss",
                                             "email", "video",  "print",  "main",  "site",  "turn",
                                             "page",  "search", "header", "toggle"};
  const std::vector<Token> tokens = tokenize(name);
  const bool clean = std::all_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    return token.kind == Token::Kind::kWord && token.capitalized &&
           !is_one_of(token.folded, kPageWords);
  });
  return clean && !tokens.empty() && tokens.size() <= kMaxBrandWords && name.size() >= 4 &&
         std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
           return !is_vietnamese_syllable(token.folded) && token.folded.size() > 2;
         });
}

/// Returns whether what a page calls its site is a paper's name; a portal is better known by its
/// address, and a place alone says nothing.
bool is_paper(std::string_view site_name) {
  return is_host(site_name) || is_agency(site_name) || is_brand(site_name) ||
         (is_publisher(site_name) && !fold(site_name).starts_with("cong ") &&
          !fold(site_name).starts_with("trang "));
}

/// Returns whether a line is the motto that papers print under their names.
bool is_motto(const LineShape& shape) {
  constexpr std::string_view kMottoes[] = {"co quan cua", "co quan ngon luan", "tieng noi cua",
                                           "dien dan cua", "tieng noi nhan dan"};
  return opens_with_one_of(shape.folded, kMottoes);
}

/// Returns where the name begins behind a station's call sign: "LA34 - ĐÀI PHÁT THANH ...".
std::size_t behind_call_sign(std::string_view normalized) {
  constexpr std::size_t kMaxCallSign = 8;
  const std::size_t blank = normalized.find(' ');
  const bool sign = blank <= kMaxCallSign && normalized.substr(blank, 3) == " - ";
  return sign ? blank + 3 : 0;
}

/// Reads the body or paper that a footer's line opens with: "Báo Bình An - Cơ quan của ...".
std::optional<Span> read_footer_head(std::string_view normalized) {
  std::string_view head = normalized;
  for (const std::string_view divider : {" - ", ". ", ", ", " | "}) {
    head = head.substr(0, head.find(divider));
  }
  const LineShape shape = shape_of(head, head);
  return is_body_name(shape, head) && names_place(shape)
             ? std::optional(Span{0, static_cast<std::uint32_t>(head.size())})
             : std::nullopt;
}

/// What the banner names.
struct Banner {
  std::string name;
  std::string place;  ///< on the line below a portal's bare name, "" when the name holds it
};

/// Looks for the names at the edges of a page.
class EdgeReader {
 public:
  explicit EdgeReader(const PageReading& page) : page_(page) {}

  /// Returns the body or paper that the banner above the headline names.
  Banner banner() const {
    const std::size_t title = page_.title.value_or(0);
    for (std::size_t i = 0; i <= title && i < page_.blocks.size(); ++i) {
      const PageBlock& block = page_.blocks[i];
      if (const auto site = site_behind(block.normalized); site && (i == 0 || i == title)) {
        return {as_written(block.text, {static_cast<std::uint32_t>(site->site_begin),
                                        static_cast<std::uint32_t>(block.normalized.size())}),
                {}};
      }
    }
    const std::size_t end = std::min(title, kBannerLines);
    for (std::size_t i = 0; i < end; ++i) {
      if (Banner found = banner_at(i); !found.name.empty()) {
        return found;
      }
    }
    return {};
  }

  /// Returns the body or unit that signs below the text: "Văn phòng UBND tỉnh". `reads` tells one.
  std::string signature(bool (*reads)(const LineShape&, std::string_view)) const {
    const std::size_t end = std::min(page_.last_prose + 1 + kSignatureLines, page_.blocks.size());
    for (std::size_t i = page_.last_prose + 1; i < end; ++i) {
      const PageBlock& block = page_.blocks[i];
      if (section_head(block.shape)) {
        break;
      }
      if (reads(block.shape, block.normalized)) {
        return on_one_line(block.text);
      }
    }
    return {};
  }

  /// Returns the owner of the copyright, or the body over the address at the page's foot.
  std::string footer() const {
    for (std::size_t i = page_.last_prose + 1; i < page_.blocks.size(); ++i) {
      const PageBlock& block = page_.blocks[i];
      if (block.kind == LineKind::kFooter) {
        if (const auto owner = read_copyright(block.normalized, block.shape)) {
          return as_written(block.text, *owner);
        }
        if (const auto head = read_footer_head(block.normalized)) {
          return as_written(block.text, *head);
        }
      }
      const bool over_address =
          i + 1 == page_.blocks.size() || page_.blocks[i + 1].kind == LineKind::kFooter;
      if (const auto head = over_address ? read_footer_head(block.normalized) : std::nullopt) {
        return as_written(block.text, *head);
      }
    }
    return {};
  }

  /// Returns the paper's name that initials stand for, as the copyright spells it: "Báo Điện Biên
  /// Phủ" for "ĐBP"; "" when none is spelled out.
  std::string spelled_out(std::string_view initials) const {
    const std::string owner = footer();
    return is_publisher(owner) && spells_out(normalized(owner), initials) ? owner : std::string();
  }

  /// Returns what the first footer line in which `read` finds a name names.
  template <typename Reader>
  std::string in_footer(Reader read) const {
    for (std::size_t i = page_.last_prose + 1; i < page_.blocks.size(); ++i) {
      const PageBlock& block = page_.blocks[i];
      if (const auto name = block.shape.is_short() ? read(block.normalized, block.shape)
                                                   : std::nullopt) {
        return source_as_written(block, *name);
      }
    }
    return {};
  }

  /// Returns the brand that a page's first line opens with: "VnEconomy", "PC World VN | Tạp chí".
  std::string masthead() const {
    constexpr std::size_t kLines = 3;
    const std::size_t end = std::min(page_.title.value_or(0), kLines);
    for (std::size_t i = 0; i < end; ++i) {
      const std::string_view line = page_.blocks[i].normalized;
      const std::string_view name = trim(line.substr(0, line.find_first_of("|-")));
      if (is_agency(name) || (i == 0 && is_brand(name))) {
        return as_written(page_.blocks[i].text, {0, static_cast<std::uint32_t>(name.size())});
      }
    }
    return {};
  }

 private:
  Banner banner_at(std::size_t index) const {
    const PageBlock& block = page_.blocks[index];
    const std::size_t begin = behind_call_sign(block.normalized);
    const std::string_view text = std::string_view(block.normalized).substr(begin);
    const LineShape shape = shape_of(text, text);
    const bool portal = is_portal_name(shape, text);
    if ((portal || is_body_name(shape, text)) && names_place(shape)) {
      const Span span{static_cast<std::uint32_t>(begin),
                      static_cast<std::uint32_t>(block.normalized.size())};
      return {as_written(block.text, span), portal ? place_below(index) : std::string()};
    }
    const bool name =
        block.shape.is_short() && block.shape.numbers == 0 && block.shape.words.size() >= 2 &&
        block.shape.words.size() <= kMaxBannerWords && is_motto(page_.blocks[index + 1].shape);
    return {name ? on_one_line(block.text) : std::string(), {}};
  }

  /// Returns the place on the line below a portal's bare name: "CỔNG THÔNG TIN ĐIỆN TỬ" over "XÃ
  /// LỤC NGẠN - TỈNH BẮC NINH".
  std::string place_below(std::size_t index) const {
    constexpr std::string_view kPlaces[] = {"tinh",   "thanh pho", "tp",     "huyen", "quan",
                                            "thi xa", "xa",        "phuong", "so"};
    constexpr std::size_t kBareWords = 6;
    const PageBlock& next = page_.blocks[index + 1];
    const bool bare = page_.blocks[index].shape.words.size() <= kBareWords;
    return bare && index + 1 < page_.title.value_or(0) && next.shape.numbers == 0 &&
                   next.shape.bars == 0 && opens_with_one_of(next.shape.folded, kPlaces)
               ? on_one_line(next.text)
               : std::string();
  }

  const PageReading& page_;
};

/// Returns what the lines of the page that are there to name the source name.
struct NamedSources {
  std::string credit;
  std::string portal;
};

NamedSources read_named(const PageReading& page) {
  NamedSources found;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const PageBlock& block = page.blocks[i];
    if (block.kind == LineKind::kDateLine && page.dates[i] && found.credit.empty()) {
      const std::string host = host_of(page.dates[i]->source);
      found.credit = host.empty() ? page.dates[i]->source : host;
    }
    const bool signs = block.kind == LineKind::kByline || block.kind == LineKind::kSourceLine;
    const auto portal = block.kind == LineKind::kSourceLine || block.kind == LineKind::kFooter
                            ? read_signature(block.normalized, block.shape)
                            : std::nullopt;
    if (portal) {
      found.portal = found.portal.empty() ? source_as_written(block, *portal) : found.portal;
      continue;
    }
    const auto credit =
        signs ? read_credit(block.normalized, BylinePlace::kBelowText) : std::nullopt;
    const auto source = credit && (credit->source || credit->author)
                            ? credit->source
                            : read_source_line(block.normalized, block.shape);
    if (source && (signs || block.kind == LineKind::kFooter) && found.credit.empty()) {
      found.credit = source_as_written(block, *source);
    }
  }
  return found;
}

/// What the first or second paragraph opens with.
struct Opening {
  std::string dateline;
  std::string initials;
  bool stamped = false;  ///< the initials stand before the page's date: "LĐO | 12/05/2016"
};

Opening read_opening(const PageReading& page) {
  constexpr int kParagraphs = 2;
  Opening opening;
  int paragraphs = 0;
  for (std::size_t i = page.title.value_or(0); i < page.blocks.size() && paragraphs < kParagraphs;
       ++i) {
    const PageBlock& block = page.blocks[i];
    if (is_title(page, i) ||
        (block.kind != LineKind::kContent && block.kind != LineKind::kDateLine)) {
      continue;
    }
    const auto initials = read_initials(block.normalized);
    if (initials && opening.initials.empty()) {
      opening.initials = as_written(block.text, *initials);
      opening.stamped = block.kind == LineKind::kDateLine;
    }
    if (block.kind == LineKind::kContent) {
      paragraphs += is_prose(block) ? 1 : 0;
      const auto dateline = read_dateline(block.normalized);
      opening.dateline = dateline && opening.dateline.empty() ? source_as_written(block, *dateline)
                                                              : opening.dateline;
    }
  }
  return opening;
}

/// Returns the host that a line above the headline opens with: "baothanhhoa.vn  Thứ tư, ...".
std::string host_above(const PageReading& page) {
  for (std::size_t i = 0; page.title && i < *page.title; ++i) {
    const std::string_view line = page.blocks[i].normalized;
    if (std::string host = host_of(line.substr(0, line.find(' '))); !host.empty()) {
      return host;
    }
  }
  return {};
}

}  // namespace

PageSource find_source(const PageReading& page, const std::string& url_host,
                       const std::string& site_name) {
  const EdgeReader edges(page);
  const NamedSources named = read_named(page);
  Opening opening = read_opening(page);
  if (std::string paper = edges.spelled_out(opening.initials);
      !paper.empty() && !opening.stamped) {
    opening.initials = std::move(paper);
  }
  PageSource source;
  Banner banner = edges.banner();
  source.owner = banner.name;
  if (!banner.place.empty()) {
    source.owner.append(1, ' ').append(banner.place);
    // The unit is the portal's; what the unit belongs to is not of its name.
    const std::string spelled = normalized(banner.place);
    const std::size_t end = std::min(spelled.find(" - "), spelled.size());
    banner.name.append(1, ' ').append(
        as_written(banner.place, {0, static_cast<std::uint32_t>(end)}));
  }
  source.reposted = !named.credit.empty();
  const std::string paper = is_paper(normalized(site_name)) ? site_name : std::string();
  for (const std::string& next :
       {named.credit, opening.dateline, named.portal, edges.in_footer(read_asked_credit),
        opening.initials, paper, url_host, host_above(page), edges.signature(is_body_name),
        edges.footer(), banner.name, edges.signature(is_unit_name),
        edges.in_footer(read_owner), edges.in_footer(read_website), edges.masthead()}) {
    if (source.name.empty()) {
      source.name = next;
    }
  }
  return source;
}

}  // namespace tracuu
