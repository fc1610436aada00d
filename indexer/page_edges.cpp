#include "indexer/page_edges.h"

#include <algorithm>
#include <vector>

#include "common/text/normalize.h"
#include "common/text/syllable.h"
#include "common/text/tokens.h"
#include "indexer/dateline.h"
#include "indexer/footer_line.h"
#include "indexer/line_words.h"
#include "indexer/portal_name.h"
#include "indexer/publisher_name.h"
#include "indexer/word_list.h"

namespace tracuu {
namespace {

constexpr std::size_t kBannerLines = 6;
constexpr std::size_t kSignatureLines = 4;
constexpr std::size_t kMaxBannerWords = 8;

/// Returns whether a body's name ends in a name of its own: "Công an tỉnh" may be any province's.
bool names_place(const LineShape& shape) {
  constexpr std::string_view kLevels[] = {"tinh", "huyen", "quan", "xa", "phuong", "pho", "tran"};
  return !is_one_of(shape.words.back(), kLevels);
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

/// Returns the place on the line below a banner's name: "CỔNG THÔNG TIN ĐIỆN TỬ" over "XÃ LỤC NGẠN
/// - TỈNH BẮC NINH", "Sở Nội vụ" over "Tỉnh Đắk Nông".
std::string place_below(const PageReading& page, std::size_t index) {
  constexpr std::size_t kMaxPlaceWords = 12;
  constexpr std::string_view kPlaces[] = {"tinh",   "thanh pho", "tp",     "huyen", "quan",
                                          "thi xa", "xa",        "phuong", "so",    "dac khu"};
  const PageBlock& next = page.blocks[index + 1];
  return index + 1 < page.title.value_or(0) && next.shape.numbers == 0 && next.shape.bars == 0 &&
                 next.shape.is_short() && next.shape.words.size() <= kMaxPlaceWords &&
                 !next.shape.ends_sentence && opens_with_one_of(next.shape.folded, kPlaces)
             ? on_one_line(next.text)
             : std::string();
}

/// Returns whether a banner's line names a body that nothing stands over: a ministry.
bool is_ministry(const LineShape& shape) {
  constexpr std::string_view kMinistries[] = {"bo thong tin va truyen thong",
                                              "bo thong tin & truyen thong",
                                              "bo buu chinh, vien thong",
                                              "bo buu chinh vien thong",
                                              "bo khoa hoc va cong nghe",
                                              "bo noi vu",
                                              "bo cong an",
                                              "bo quoc phong",
                                              "bo tai chinh",
                                              "bo tu phap",
                                              "bo ngoai giao",
                                              "bo cong thuong",
                                              "bo xay dung",
                                              "bo y te",
                                              "bo giao duc va dao tao",
                                              "bo ke hoach va dau tu",
                                              "bo giao thong van tai",
                                              "bo nong nghiep va moi truong",
                                              "bo nong nghiep va phat trien nong thon",
                                              "bo tai nguyen va moi truong",
                                              "bo lao dong - thuong binh va xa hoi",
                                              "bo van hoa, the thao va du lich",
                                              "bo dan toc va ton giao"};
  return is_one_of(shape.folded, kMinistries);
}

Banner banner_at(const PageReading& page, std::size_t index) {
  constexpr std::size_t kBareWords = 6;
  const PageBlock& block = page.blocks[index];
  const std::size_t begin = behind_call_sign(block.normalized);
  const std::string_view text = std::string_view(block.normalized).substr(begin);
  const LineShape signless = begin > 0 ? shape_of(text, text) : LineShape();
  const LineShape& shape = begin > 0 ? signless : block.shape;
  const bool portal = is_portal_name(shape, text);
  const bool body = is_body_name(shape, text);
  Banner banner;
  banner.place = place_below(page, index);
  const bool unit = !banner.place.empty() && (is_unit_name(shape, text) || shape.words.size() == 4);
  if (((portal || body) && names_place(shape)) || is_ministry(shape) ||
      (unit && opens_body(shape))) {
    const Span span{static_cast<std::uint32_t>(begin),
                    static_cast<std::uint32_t>(block.normalized.size())};
    banner.name = as_written(block.text, span);
    banner.portal = portal;
    banner.bare = portal ? shape.words.size() <= kBareWords || shape.words.back() == "hop" : !body;
    return banner;
  }
  const bool name = block.shape.is_short() && block.shape.numbers == 0 &&
                    block.shape.words.size() >= 2 && block.shape.words.size() <= kMaxBannerWords &&
                    is_motto(page.blocks[index + 1].shape);
  return name ? Banner{on_one_line(block.text)} : Banner();
}

}  // namespace

std::string source_as_written(const PageBlock& block, Span span) {
  std::string name = as_written(block.text, span);
  std::string host = host_of(name);
  return host.empty() || name.find(' ') != std::string::npos ? name : host;
}

bool is_brand(std::string_view name) {
  constexpr std::size_t kMaxBrandWords = 4;
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

/// Returns the unit on the line below the committee that it belongs to: "SỞ NỘI VỤ" under "UBND
/// TỈNH BẮC GIANG"; nothing when no unit stands there.
std::optional<Banner> unit_under(const PageReading& page, std::size_t index, const Banner& above) {
  const std::string folded = fold(normalized(above.name));
  const bool committee = folded.starts_with("ubnd ") || folded.starts_with("uy ban nhan dan ");
  const PageBlock& next = page.blocks[index + 1];
  const std::string_view head = next.shape.folded;
  if (!committee || index + 1 >= page.title.value_or(0) ||
      (!head.starts_with("so ") && !head.starts_with("phong ") && !head.starts_with("van phong ") &&
       !head.starts_with("ban ")) ||
      !is_unit_name(next.shape, next.normalized)) {
    return std::nullopt;
  }
  return Banner{on_one_line(next.text), above.name};
}

/// Returns whether a name is what every portal is called: it says nothing of whose it is.
bool is_bare_portal(std::string_view name) {
  constexpr std::string_view kNames[] = {"cong thong tin dien tu",
                                         "trang thong tin dien tu",
                                         "cong thong tin",
                                         "trang thong tin",
                                         "cong ttdt",
                                         "trang tin dien tu",
                                         "trang tin"};
  return is_one_of(fold(trim(name)), kNames);
}

/// Returns the site that a window's title on the first line, or the headline, ends in.
std::string site_beside(const PageReading& page) {
  for (const std::size_t i : {std::size_t{0}, page.title.value_or(0)}) {
    if (i >= page.blocks.size()) {
      break;
    }
    const std::string_view line = page.blocks[i].normalized;
    const auto site = site_behind(line);
    if (site && !is_bare_portal(line.substr(site->site_begin))) {
      return as_written(page.blocks[i].text, {static_cast<std::uint32_t>(site->site_begin),
                                              static_cast<std::uint32_t>(line.size())});
    }
  }
  return {};
}

Banner banner_of(const PageReading& page) {
  const std::size_t title = page.title.value_or(0);
  if (std::string site = site_beside(page); !site.empty()) {
    return Banner{std::move(site)};
  }
  // Over a portal's name stands the body that it belongs to, or that this one is under. Links to
  // skip, languages and menus may stand over both; bodies named there by the row own nothing.
  Banner first;
  std::size_t bodies = 0;
  std::size_t first_at = 0;
  for (std::size_t i = 0; i < title; ++i) {
    Banner found = banner_at(page, i);
    if (found.portal) {
      found.place = found.place.empty() ? first.name : found.place;
      return found;
    }
    bodies += found.name.empty() ? 0 : 1;
    if (bodies == 1 && first.name.empty()) {
      first_at = i;
      first = unit_under(page, i, found).value_or(found);
    }
  }
  return bodies == 1 || first_at < kBannerLines ? first : Banner();
}

std::string signature_of(const PageReading& page,
                         bool (*reads)(const LineShape&, std::string_view)) {
  const std::size_t end = std::min(page.last_prose + 1 + kSignatureLines, page.blocks.size());
  for (std::size_t i = page.last_prose + 1; i < end; ++i) {
    const PageBlock& block = page.blocks[i];
    if (block.head) {
      break;
    }
    if (reads(block.shape, block.normalized)) {
      return on_one_line(block.text);
    }
  }
  return {};
}

std::string footer_owner(const PageReading& page) {
  for (std::size_t i = page.last_prose + 1; i < page.blocks.size(); ++i) {
    const PageBlock& block = page.blocks[i];
    if (block.kind == LineKind::kFooter) {
      if (const auto owner = read_copyright(block.normalized, block.shape)) {
        return as_written(block.text, *owner);
      }
      if (const auto head = read_footer_head(block.normalized)) {
        return as_written(block.text, *head);
      }
    }
    const bool over_address =
        i + 1 == page.blocks.size() || page.blocks[i + 1].kind == LineKind::kFooter;
    if (const auto head = over_address ? read_footer_head(block.normalized) : std::nullopt) {
      return as_written(block.text, *head);
    }
  }
  return {};
}

std::string paper_spelled_out(const PageReading& page, std::string_view initials) {
  const std::string owner = footer_owner(page);
  return is_publisher(owner) && spells_out(normalized(owner), initials) ? owner : std::string();
}

std::string named_in_footer(const PageReading& page, FooterReader read) {
  for (std::size_t i = page.last_prose + 1; i < page.blocks.size(); ++i) {
    const PageBlock& block = page.blocks[i];
    if (const auto name =
            block.shape.is_short() ? read(block.normalized, block.shape) : std::nullopt) {
      return source_as_written(block, *name);
    }
  }
  return {};
}

std::string masthead_of(const PageReading& page) {
  constexpr std::size_t kLines = 3;
  // Links to skip and loaders stand over everything.
  const auto skipped = [](const PageBlock& block) {
    return block.shape.opens_with("skip") || block.shape.opens_with("bo qua") ||
           block.shape.opens_with("dang tai") || block.shape.opens_with("loading") ||
           block.shape.opens_with("chuyen den") || block.shape.opens_with("nhay den");
  };
  std::size_t begin = 0;
  while (begin < page.title.value_or(0) && skipped(page.blocks[begin])) {
    ++begin;
  }
  const std::size_t end = std::min(page.title.value_or(0), begin + kLines);
  for (std::size_t i = begin; i < end; ++i) {
    const std::string_view line = page.blocks[i].normalized;
    const std::string_view name = trim(line.substr(0, line.find_first_of("|->")));
    if (is_agency(name) || (i == begin && is_brand(name))) {
      return as_written(page.blocks[i].text, {0, static_cast<std::uint32_t>(name.size())});
    }
  }
  return {};
}

}  // namespace tracuu
