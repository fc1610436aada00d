#include "common/entity/entities.h"

#include <algorithm>
#include <utility>

#include "common/entity/open_month.h"
#include "common/text/normalize.h"

namespace tracuu {
namespace {

/// Drops the members of sorted `list` that overlap one of sorted `winners`. Linear: spans of one
/// kind do not overlap each other.
template <typename Loser, typename Winner>
void drop_overlapped(std::vector<Loser>& list, const std::vector<Winner>& winners) {
  auto winner = winners.begin();
  std::erase_if(list, [&](const Loser& loser) {
    while (winner != winners.end() && winner->span.end <= loser.span.begin) {
      ++winner;
    }
    return winner != winners.end() && winner->span.overlaps(loser.span);
  });
}

/// A number is surer than a name, a name surer than a place, a place or number surer than a date.
void settle_overlaps(Entities& found) {
  drop_overlapped(found.officials, found.documents);
  drop_overlapped(found.provinces, found.documents);
  drop_overlapped(found.provinces, found.officials);
  drop_overlapped(found.dates, found.documents);
  drop_overlapped(found.dates, found.officials);
}

/// "Công văn 615 ký ngày 22/2": the paper has the year that its date has got, and no paper is
/// signed after it is told of.
void date_papers_anew(Entities& found, Day published) {
  for (auto& document : found.documents) {
    if (!document.date || document.date->precision != DatePrecision::kMonthAndDay) {
      continue;
    }
    const auto date = std::ranges::lower_bound(found.dates, document.date_span.begin, {},
                                               [](const auto& known) { return known.span.begin; });
    if (date == found.dates.end() || date->span != document.date_span) {
      continue;
    }
    if (const auto day = date->date.as_day(); day && *day > published) {
      const Day before = *day - std::chrono::years{1};
      date->date = before.ok() ? PartialDate::of(before) : date->date;
    }
    document.date = date->date;
  }
}

void add_open_months(Entities& found, const TokenizedText& text, Day published) {
  std::vector<DateMention> months = find_open_months(text, published, found.dates);
  drop_overlapped(months, found.documents);
  const auto middle = static_cast<std::ptrdiff_t>(found.dates.size());
  found.dates.insert(found.dates.end(), months.begin(), months.end());
  std::ranges::inplace_merge(found.dates, found.dates.begin() + middle, {},
                             [](const DateMention& date) { return date.span.begin; });
}

/// Since the mergers of 2025-07-01 a place without its province's name lies in today's province:
/// Quy Nhơn in Gia Lai.
void place_in_todays_provinces(std::vector<ProvinceMention>& mentions, Day published) {
  constexpr Day kMergers = std::chrono::year{2025} / std::chrono::July / 1;
  if (published < kMergers) {
    return;
  }
  for (ProvinceMention& mention : mentions) {
    const std::string_view today = province_today(mention.province);
    if (mention.evidence == ProvinceEvidence::kDistrict && !today.empty()) {
      mention.province = today;
    }
  }
}

/// Gives `words` the apostrophes that the page prints in `span`: "H’Yim", "huyện Cư M’gar".
void print_apostrophes_as_shown(std::string_view shown, std::string& words) {
  constexpr std::string_view kTypographic = "\xE2\x80\x99";
  if (shown.find(kTypographic) == std::string_view::npos) {
    return;
  }
  for (auto at = words.find('\''); at != std::string::npos;
       at = words.find('\'', at + kTypographic.size())) {
    words.replace(at, 1, kTypographic);
  }
}

/// Gives `words` the ŭ of the highland peoples that the page prints: "Ayŭn". Everywhere else it is
/// a slip for ư and read as that.
void print_breves_as_shown(std::string_view shown, std::string& words) {
  constexpr std::string_view kHorn = "\xC6\xB0";
  constexpr std::string_view kBreve = "\xC5\xAD";
  constexpr std::string_view kDecomposed = "u\xCC\x86";
  std::size_t letter = 0;  // in words: behind the ư read last
  for (std::size_t at = 0; at < shown.size(); ++at) {
    const std::string_view rest = shown.substr(at);
    const bool breve = rest.starts_with(kBreve) || rest.starts_with(kDecomposed);
    if (!breve && !rest.starts_with(kHorn)) {
      continue;
    }
    const auto found = words.find(kHorn, letter);
    if (found == std::string::npos) {
      return;
    }
    letter = found + kHorn.size();
    if (breve) {
      words.replace(found, kHorn.size(), kBreve);
    }
  }
}

/// Returns where a dash (U+2010 to U+2015) stands in `shown` from `at` on, or npos.
std::size_t find_dash(std::string_view shown, std::size_t at) {
  while ((at = shown.find("\xE2\x80", at)) != std::string_view::npos) {
    const std::string_view last = shown.substr(at + 2, 1);
    if (last >= "\x90" && last <= "\x95") {
      return at;
    }
    at += 2;
  }
  return at;
}

/// Gives the hyphens of `words` the dashes that the page prints: "Văn hóa – Thông tin"; reads
/// `shown` from `next` on and moves it.
void print_dashes_as_shown(std::string_view shown, std::size_t& next, std::string& words) {
  for (auto at = words.find('-'); at != std::string::npos; at = words.find('-', at)) {
    const std::size_t hyphen = shown.find('-', next);
    const std::size_t dash = find_dash(shown, next);
    if (dash < hyphen) {
      words.replace(at, 1, shown.substr(dash, 3));
    }
    next = std::min(dash, hyphen);
    if (next == std::string_view::npos) {
      return;
    }
    at += dash < hyphen ? 3 : 1;
    next += dash < hyphen ? 3 : 1;
  }
}

void print_as_shown(std::string_view display, Span span, std::string& words) {
  print_apostrophes_as_shown(slice(display, span), words);
  print_breves_as_shown(slice(display, span), words);
}

void map_back(Entities& found, std::string_view display, const NormalizedText& normalized) {
  for (auto& document : found.documents) {
    document.span = normalized.to_original(document.span);
    if (!document.date_span.empty()) {
      document.date_span = normalized.to_original(document.date_span);
    }
  }
  for (auto& date : found.dates) {
    date.span = normalized.to_original(date.span);
  }
  for (auto& province : found.provinces) {
    province.span = normalized.to_original(province.span);
  }
  for (auto& official : found.officials) {
    official.span = normalized.to_original(official.span);
    print_as_shown(display, official.span, official.name);
    for (auto& post : official.posts) {
      post.span = normalized.to_original(post.span);
      print_as_shown(display, post.span, post.organisation);
      std::size_t dash = 0;
      print_dashes_as_shown(slice(display, post.span), dash, post.position);
      print_dashes_as_shown(slice(display, post.span), dash, post.organisation);
    }
  }
}

std::uint32_t offset_of(std::size_t offset) {
  return static_cast<std::uint32_t>(offset);
}

bool is_inside_code_point(std::string_view utf8, std::size_t offset) {
  return offset < utf8.size() && (static_cast<unsigned char>(utf8[offset]) & 0xC0U) == 0x80U;
}

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// The part of `display` around `span` of at most `max_bytes`, whole words only.
Span window_around(std::string_view display, Span span, std::size_t max_bytes) {
  const std::size_t spare = max_bytes > span.size() ? (max_bytes - span.size()) / 2 : 0;
  std::size_t begin = span.begin > spare ? span.begin - spare : 0;
  std::size_t end = std::min<std::size_t>(display.size(), span.end + spare);
  while (begin > 0 && begin < span.begin && !is_blank(display[begin - 1])) {
    ++begin;
  }
  while (end > span.end && end < display.size() && !is_blank(display[end])) {
    --end;
  }
  while (is_inside_code_point(display, begin) && begin < span.begin) {
    ++begin;
  }
  while (is_inside_code_point(display, end) && end > span.end) {
    --end;
  }
  return {offset_of(begin), offset_of(end)};
}

Span trimmed(std::string_view display, Span span, Span core) {
  while (span.begin < core.begin && is_blank(display[span.begin])) {
    ++span.begin;
  }
  while (span.end > core.end && is_blank(display[span.end - 1])) {
    --span.end;
  }
  return span;
}

}  // namespace

Entities recognize(std::string_view display, std::optional<Day> published) {
  const NormalizedText normalized = normalize(display);
  const TokenizedText text = tokenized(normalized.text);
  Entities found;
  found.dates = find_dates(text);
  found.documents = find_documents(text, found.dates);
  found.provinces = find_provinces(text);
  found.officials = find_officials(text);
  settle_overlaps(found);
  if (published) {
    infer_years(found.dates, *published);
    date_papers_anew(found, *published);
    add_open_months(found, text, *published);
    place_in_todays_provinces(found.provinces, *published);
  }
  map_back(found, display, normalized);
  return found;
}

Span sentence_around(std::string_view display, Span span, std::size_t max_bytes) {
  const Span window = window_around(display, span, max_bytes);
  const NormalizedText normalized = normalize(slice(display, window));
  Span sentence = window;
  for (const auto& token : tokenize(normalized.text)) {
    if (!token.starts_sentence) {
      continue;
    }
    const auto begin = window.begin + normalized.to_original(token.span).begin;
    if (begin <= span.begin) {
      // The first word of the window starts a sentence only for having nothing before it.
      sentence.begin = begin == window.begin ? window.begin : begin;
    } else if (begin >= span.end) {
      sentence.end = begin;
      break;
    }
  }
  const auto line_end = display.find('\n', span.end);
  if (line_end < sentence.end) {
    sentence.end = offset_of(line_end);
  }
  return trimmed(display, sentence, span);
}

}  // namespace tracuu
