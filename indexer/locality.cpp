#include "indexer/locality.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <map>

#include "common/text/normalize.h"
#include "common/text/utf8.h"
#include "indexer/home.h"

namespace tracuu {
namespace {

// Weights of one piece of evidence. Only their order and rough size matter: a title outweighs any
// number of passing mentions, the site decides only where the text is silent.
constexpr double kInTitle = 6;
constexpr double kInLead = 2;
constexpr double kWithLocalCue = 1;
constexpr double kMention = 1;
constexpr double kMostForMentions = 5;
constexpr double kInHint = 3;
constexpr double kInAddress = 1;        ///< where the page's owner has its rooms
constexpr double kInHomeAddress = 2.6;  ///< of a text that speaks of its province as "the province"
constexpr double kOwnSite = 2.5;

constexpr double kAboutShare = 0.6;        ///< of the winner's weight, to be about it as well
constexpr double kLeastWeight = 2.5;       ///< under it an article is national
constexpr std::size_t kManyProvinces = 5;  ///< that many alike, none in the title: national

constexpr std::string_view kCapital = "Hà Nội";

struct Weight {
  double placed = 0;      ///< title, lead, hints, site
  double mentions = 0;    ///< bounded by kMostForMentions
  std::size_t count = 0;  ///< of mentions in the text
  std::size_t order = 0;
  bool led_by_cue = false;  ///< "UBND tỉnh X" in the first paragraph
  bool own = false;         ///< the page or its site says it is of this place

  double total() const { return placed + std::min(mentions, kMostForMentions); }
};

using Weights = std::map<std::string, Weight>;

Weight& weight_of(Weights& weights, std::string_view province) {
  const auto [entry, added] = weights.try_emplace(std::string(province));
  if (added) {
    entry->second.order = weights.size();
  }
  return entry->second;
}

std::string_view host_of(std::string_view url) {
  if (const auto scheme = url.find("://"); scheme != std::string_view::npos) {
    url.remove_prefix(scheme + 3);
  }
  return url.substr(0, url.find_first_of("/?#:"));
}

/// Returns whether an article was written since the mergers of 2025-07-01: it says when, or cites a
/// paper of later date.
bool is_since_mergers(const Article& article) {
  constexpr Day kMergers = std::chrono::year{2025} / std::chrono::July / 1;
  if (article.published) {
    return *article.published >= kMergers;
  }
  return std::ranges::any_of(article.entities.documents, [&](const DocumentMention& document) {
    const auto day = document.date ? document.date->as_day() : std::nullopt;
    return day && *day >= kMergers;
  });
}

/// The provinces that one mention speaks for. Since the mergers a former province is a part of
/// today's one, which is then named first.
std::vector<std::string_view> meant_by(bool since_mergers, std::string_view province) {
  const std::string_view today = province_today(province);
  if (since_mergers && !today.empty() && today != province) {
    return {today, province};
  }
  return {province};
}

bool has_any(std::string_view text, std::initializer_list<std::string_view> phrases) {
  return std::ranges::any_of(
      phrases, [&](auto phrase) { return text.find(phrase) != std::string_view::npos; });
}

/// The portals of the ministries and of the government.
bool is_central_site(std::string_view host) {
  constexpr std::array<std::string_view, 14> kSites = {
      "mic.gov.vn",     "mst.gov.vn",  "most.gov.vn", "chinhphu.vn", "ais.gov.vn",
      "quochoi.vn",     "aita.gov.vn", "dx.gov.vn",   "moha.gov.vn", "bocongan.gov.vn",
      "mattran.org.vn", "vnnic.vn",    "mof.gov.vn",  "tuyengiao.vn"};
  return std::ranges::any_of(kSites, [&](auto site) { return host.ends_with(site); });
}

bool is_on_central_site(const Article& article) {
  return is_central_site(article.source) || is_central_site(host_of(article.url));
}

/// Whether the provinces of an article are heard rather than written of: two and more are named,
/// none in the title or the first paragraph, and none is its home.
bool only_hears_provinces(const Article& article, const Weight& most, Home& home) {
  if (most.own || most.placed > 0) {
    return false;
  }
  const auto& provinces = article.entities.provinces;
  const bool several = std::ranges::any_of(provinces, [&](const ProvinceMention& mention) {
    return mention.province != provinces.front().province;
  });
  return (several || is_on_central_site(article)) && !home.is_spoken_of();
}

/// Whether an article starts with what the state or the whole country does, and never speaks of
/// "the province" as its own.
bool speaks_for_the_country(const Article& article, std::size_t lead_end, Home& home) {
  if (is_on_central_site(article)) {
    return true;
  }
  const std::string lead = normalized(std::string_view(article.text).substr(0, lead_end));
  return has_any(lead, {"Bộ ", "Thủ tướng", "Chính phủ", "Quốc hội", "Cục ", "Trung ương",
                        "toàn quốc", "cả nước", "quốc gia", "Chủ tịch nước"}) &&
         !home.is_spoken_of();
}

/// "họp tại Hà Nội", "tại Hà Nội và TP Hồ Chí Minh": where the state meets. It says nothing of what
/// the meeting is about.
bool is_venue(const Article& article, const ProvinceMention& mention, bool venue_before) {
  if (mention.span.begin < article.title_size) {
    return false;
  }
  constexpr std::size_t kLookBack = 48;
  const std::string_view text = std::string_view(article.text).substr(0, mention.span.begin);
  const std::string spelled = normalized(utf8_end(text, kLookBack));
  std::string_view before = spelled;
  for (const std::string_view unit : {"thành phố ", "TP ", "TP. ", "TP."}) {
    before = before.ends_with(unit) ? before.substr(0, before.size() - unit.size()) : before;
  }
  if (mention.province == kCapital) {
    return before.ends_with("tại ") || before.ends_with("Tại ");
  }
  return venue_before && before.ends_with(" và ");
}

/// Only one place is named with a cue in the first paragraph, or none leads.
void settle_lead(const std::vector<std::string>& led, Weights& weights) {
  if (led.size() > 1) {
    weight_of(weights, led.front()).led_by_cue = false;
  }
}

void weigh_mentions(const Article& article, std::size_t lead_end, Weights& weights) {
  std::vector<std::string> led;
  const bool since_mergers = is_since_mergers(article);
  bool venue_before = false;
  for (const ProvinceMention& mention : article.entities.provinces) {
    venue_before = is_venue(article, mention, venue_before);
    if (venue_before) {
      continue;
    }
    for (const std::string_view province : meant_by(since_mergers, mention.province)) {
      Weight& weight = weight_of(weights, province);
      if (mention.span.begin < article.title_size) {
        weight.placed = std::max(weight.placed, kInTitle);
      } else if (mention.span.begin < lead_end &&
                 std::find(led.begin(), led.end(), province) == led.end()) {
        led.emplace_back(province);
        weight.placed += kInLead;
        weight.led_by_cue = mention.local_cue && led.size() == 1;
      }
      ++weight.count;
      weight.mentions += kMention + (mention.local_cue ? kWithLocalCue : 0);
    }
  }
  settle_lead(led, weights);
}

/// Whether a national article names the place `most` no more than others, or only once.
bool is_one_of_many(const Weights& weights, const Weight& most) {
  std::size_t all = 0;
  for (const auto& [province, weight] : weights) {
    all += weight.count;
  }
  return most.placed < kInTitle && most.count > 0 && !most.led_by_cue &&
         (most.count == 1 || most.count * 2 <= all);
}

/// Whether a line of a page's foot is an address.
bool is_address(std::string_view normalized) {
  return has_any(normalized.substr(0, normalized.find(':')),
                 {"ịa chỉ", "ỊA CHỈ", "rụ sở", "RỤ SỞ"});
}

void weigh_hints(const Article& article, std::span<const std::string> hints, Home& home,
                 Weights& weights) {
  const bool since_mergers = is_since_mergers(article);
  for (const std::string& hint : hints) {
    const std::string text = normalized(hint);
    const double gain = !is_address(text)     ? kInHint
                        : home.is_spoken_of() ? kInHomeAddress
                                              : kInAddress;
    std::vector<std::string> seen;
    for (const ProvinceMention& mention : find_provinces(tokenized(text))) {
      for (const std::string_view province : meant_by(since_mergers, mention.province)) {
        if (std::find(seen.begin(), seen.end(), province) == seen.end()) {
          seen.emplace_back(province);
          Weight& weight = weight_of(weights, province);
          weight.placed += gain;
          weight.own = true;
        }
      }
    }
  }
}

void weigh_site(const Article& article, Weights& weights) {
  std::string_view own = province_of_site(article.source);
  if (own.empty()) {
    own = province_of_site(host_of(article.url));
  }
  if (!own.empty()) {
    Weight& weight = weight_of(weights, own);
    weight.placed += kOwnSite;
    weight.own = true;
  }
}

}  // namespace

Locality locate(const Article& article, std::span<const std::string> hints) {
  Weights weights;
  const std::size_t lead_end =
      std::min(article.text.find('\n', article.title_size + 1), article.text.size());
  weigh_mentions(article, lead_end, weights);
  Home home(article);
  weigh_hints(article, hints, home, weights);
  weigh_site(article, weights);

  std::vector<std::pair<std::string, Weight>> ranked(weights.begin(), weights.end());
  std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
    return a.second.total() != b.second.total() ? a.second.total() > b.second.total()
                                                : a.second.order < b.second.order;
  });
  if (ranked.empty() || ranked.front().second.total() < kLeastWeight) {
    return {};
  }
  const auto& [winner, evidence] = ranked.front();
  // The address of a ministry's footer is in the capital, whatever the ministry writes of.
  const bool only_seat = winner == kCapital && evidence.count == 0;
  if ((only_seat || (!evidence.own && is_one_of_many(weights, evidence))) &&
      speaks_for_the_country(article, lead_end, home)) {
    return {};
  }
  if (only_hears_provinces(article, evidence, home)) {
    return {};
  }
  const double most = ranked.front().second.total();
  const auto alike =
      static_cast<std::size_t>(std::count_if(ranked.begin(), ranked.end(), [&](const auto& entry) {
        return entry.second.total() >= most * kAboutShare;
      }));
  if (alike >= kManyProvinces && ranked.front().second.placed < kInTitle) {
    return {};
  }
  Locality locality{ranked.front().first, {}};
  for (std::size_t i = 0; i < alike; ++i) {
    locality.about.push_back(ranked[i].first);
  }
  return locality;
}

}  // namespace tracuu
