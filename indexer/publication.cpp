#include "indexer/publication.h"

#include "indexer/date_field.h"
#include "indexer/section_name.h"

namespace tracuu {
namespace {

// A line must earn this much to be believed: one that stands apart from headline and text needs a
// label ("Ngày đăng") to get there.
constexpr int kBelieved = 7;

bool opens_weekday(const LineShape& shape) {
  return shape.opens_with("thu") || shape.opens_with("chu nhat");
}

/// Scores a date line above the headline. REQUIRES: there is a headline, behind `index`.
int score_above_title(const PageReading& page, std::size_t index) {
  std::size_t others = 0;
  std::size_t sections = 0;
  for (std::size_t i = index + 1; i < *page.title; ++i) {
    const PageBlock& block = page.blocks[i];
    const bool stray = block.kind == LineKind::kDateLine || block.kind == LineKind::kPageTool ||
                       block.normalized == page.blocks[*page.title].normalized;
    const bool section = is_section_name(block.shape) || is_breadcrumb(block.text, block.shape);
    others += stray || section ? 0 : 1;
    sections += section ? 1 : 0;
  }
  if (others == 0 && sections == 0) {
    return 2;
  }
  // One line between may be the kicker or the section; a page header's today rarely tells the
  // minute, and often the weekday.
  const DateLine& line = *page.dates[index];
  const bool kicker = others + sections == 1 && line.best().has_time;
  const bool section = others == 0 && sections == 1 && !opens_weekday(page.blocks[index].shape);
  return kicker || section ? 0 : -6;
}

int score_of_place(const PageReading& page, std::size_t index) {
  if (!page.title) {
    return index <= page.first_prose || index > page.last_prose ? 2 : 0;
  }
  if (index <= *page.title) {
    return score_above_title(page, index);
  }
  if (index <= page.first_prose + 1) {
    return 5;
  }
  return index > page.last_prose ? 1 : 0;
}

int score_of_label(const DateLine& line) {
  switch (line.best().label) {
    case DateLabel::kFirst:
      return 6;
    case DateLabel::kPlain:
      return 0;
    case DateLabel::kUpdate:
      return -2;
  }
  return 0;
}

/// Returns whether a line tells hour and minute and no more: a running clock tells the second.
bool tells_minute(std::string_view line) {
  const auto digit = [&](std::size_t at) {
    return at < line.size() && line[at] >= '0' && line[at] <= '9';
  };
  for (std::size_t colon = line.find(':'); colon != std::string_view::npos;
       colon = line.find(':', colon + 1)) {
    if (colon > 0 && digit(colon - 1) && digit(colon + 1) && digit(colon + 2)) {
      return !digit(colon + 4) || line[colon + 3] != ':';
    }
  }
  return false;
}

/// Returns whether a line is a printed paper's: "Số 3456 - Thứ Sáu, ngày 13-6-2014".
bool names_issue(const LineShape& shape) {
  const auto& words = shape.words;
  const bool opens = shape.opens_with("so") || shape.opens_with("bao");
  for (std::size_t i = 0; opens && i + 1 < words.size(); ++i) {
    if (words[i] == "so" && words[i + 1].find_first_not_of("0123456789") == std::string::npos) {
      return true;
    }
  }
  return false;
}

/// Returns the one date line of a page's head that tells weekday and minute, nothing
/// but menus between it and the headline, or names the issue: so papers print an article's date
/// under their name. A header's today tells no time, or the second.
std::optional<std::size_t> only_stamp_above(const PageReading& page) {
  std::optional<std::size_t> only;
  for (std::size_t i = 0; page.title && i < *page.title; ++i) {
    const PageBlock& block = page.blocks[i];
    const bool dated = page.dates[i] && block.kind == LineKind::kDateLine && !page.dates[i]->clock;
    const bool stamp = dated && opens_weekday(block.shape) && tells_minute(block.normalized);
    if (stamp || (dated && names_issue(block.shape))) {
      if (only) {
        return std::nullopt;
      }
      only = i;
    }
  }
  return only;
}

}  // namespace

std::optional<Publication> find_publication(const PageReading& page) {
  std::optional<std::size_t> best;
  int best_score = kBelieved - 1;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const auto& line = page.dates[i];
    if (!line || line->clock || page.blocks[i].kind != LineKind::kDateLine) {
      continue;
    }
    // Place and date of a signature count wherever they stand, but for less than any date line.
    const int score =
        line->signing ? kBelieved : 10 + score_of_label(*line) + score_of_place(page, i) + 1;
    if (score > best_score) {
      best = i;
      best_score = score;
    }
  }
  best = best ? best : only_stamp_above(page);
  if (best) {
    return Publication{page.dates[*best]->best().day, page.blocks[*best].text};
  }
  if (page.title) {
    const PageBlock& title = page.blocks[*page.title];
    if (const auto dated = read_dated_title(title.normalized)) {
      return Publication{dated->stamp.day, title.normalized.substr(dated->title_bytes)};
    }
  }
  return std::nullopt;
}

}  // namespace tracuu
