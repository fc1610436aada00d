#include "indexer/page_source.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "common/text/normalize.h"
#include "common/text/syllable.h"
#include "indexer/credit_line.h"
#include "indexer/dateline.h"
#include "indexer/footer_line.h"
#include "indexer/page_edges.h"
#include "indexer/page_regions.h"
#include "indexer/portal_name.h"
#include "indexer/publisher_name.h"
#include "indexer/source_line.h"
#include "indexer/title_words.h"

namespace tracuu {
namespace {

/// Returns whether what a page calls its site is a paper's name; a portal is better known by its
/// address, and a place alone says nothing.
bool is_paper(std::string_view site_name) {
  return is_host(site_name) || is_agency(site_name) || is_brand(site_name) ||
         (is_publisher(site_name) && !fold(site_name).starts_with("cong ") &&
          !fold(site_name).starts_with("trang "));
}

/// Returns what the lines of the page that are there to name the source name.
struct NamedSources {
  std::string credit;
  std::string portal;
};

/// Returns the source that a line of credits, or a line of the footer, names.
std::optional<Span> credited_source(const PageBlock& block) {
  const bool signs = block.kind == LineKind::kByline || block.kind == LineKind::kSourceLine;
  if (!signs && block.kind != LineKind::kFooter) {
    return std::nullopt;
  }
  const auto credit = signs ? read_credit(block.normalized, BylinePlace::kBelowText) : std::nullopt;
  return credit && (credit->source || credit->author)
             ? credit->source
             : read_source_line(block.normalized, block.shape);
}

NamedSources read_named(const PageReading& page) {
  NamedSources found;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const PageBlock& block = page.blocks[i];
    if (block.kind == LineKind::kDateLine && page.dates[i] && found.credit.empty()) {
      const std::string host = host_of(page.dates[i]->source);
      found.credit = host.empty() ? page.dates[i]->source : host;
    }
    const auto portal = block.kind == LineKind::kSourceLine || block.kind == LineKind::kFooter
                            ? read_signature(block.normalized, block.shape)
                            : std::nullopt;
    if (portal) {
      found.portal = found.portal.empty() ? source_as_written(block, *portal) : found.portal;
      continue;
    }
    const auto source = credited_source(block);
    if (source && found.credit.empty()) {
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

/// Returns the first of the mark-up's names that is a paper's, or the brand that the site's address
/// spells: "VnEconomy" of vneconomy.vn.
std::string paper_in_markup(const SiteMarkup& site) {
  for (const std::string& name : site.names) {
    if (is_paper(normalized(name))) {
      return name;
    }
  }
  const std::string label = compact(site.host.substr(0, site.host.find('.')));
  for (const std::string& name : site.brands) {
    const std::string spelled = normalized(name);
    if (!label.empty() && compact(name) == label && (is_brand(spelled) || is_agency(spelled))) {
      return name;
    }
  }
  return {};
}

/// Returns a page that holds nothing but a foot, as readers of feet take one.
PageReading foot_alone(const std::vector<std::string>& lines) {
  PageReading foot;
  foot.blocks.resize(1);  // feet stand behind a last paragraph
  for (const std::string& line : lines) {
    PageBlock block;
    block.text = line;
    block.normalized = normalized(line);
    block.shape = shape_of(block.text, block.normalized);
    block.kind = LineKind::kFooter;
    foot.blocks.push_back(std::move(block));
  }
  foot.dates.resize(foot.blocks.size());
  return foot;
}

/// Returns whom a foot names: its portal, the owner of its copyright or the body over its address.
std::string owner_in(const PageReading& foot) {
  for (const std::string& name :
       {read_named(foot).portal, footer_owner(foot), named_in_footer(foot, read_owner)}) {
    if (!name.empty()) {
      return name;
    }
  }
  return {};
}

}  // namespace

PageSource find_source(const PageReading& page, const SiteMarkup& site) {
  const NamedSources named = read_named(page);
  const PageReading foot = foot_alone(site.foot);
  Opening opening = read_opening(page);
  if (std::string paper = paper_spelled_out(page, opening.initials);
      !paper.empty() && !opening.stamped) {
    opening.initials = std::move(paper);
  }
  PageSource source;
  Banner banner = banner_of(page);
  source.owner = banner.name;
  if (!banner.place.empty()) {
    source.owner.append(1, ' ').append(banner.place);
    // The unit is the portal's; what the unit belongs to is not of its name.
    const std::string spelled = normalized(banner.place);
    const std::size_t end = std::min(spelled.find(" - "), spelled.size());
    const std::string unit = as_written(banner.place, {0, static_cast<std::uint32_t>(end)});
    banner.name.append(banner.bare ? ' ' + unit : std::string());
  }
  source.reposted = !named.credit.empty();
  const std::string owner = owner_in(foot);
  source.owner.append(owner.empty() ? "" : "; ").append(owner);
  for (const std::string& next :
       {named.credit, opening.dateline, named.portal, named_in_footer(page, read_asked_credit),
        named_in_footer(foot, read_asked_credit), host_above(page), opening.initials,
        paper_in_markup(site), site.host, signature_of(page, is_body_name), footer_owner(page),
        owner, banner.name, signature_of(page, is_unit_name), named_in_footer(page, read_owner),
        named_in_footer(page, read_website), named_in_footer(foot, read_website),
        masthead_of(page)}) {
    if (source.name.empty()) {
      source.name = next;
    }
  }
  return source;
}

}  // namespace tracuu
