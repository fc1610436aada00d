#include "indexer/dateline.h"

#include <algorithm>
#include <string>

#include "common/text/syllable.h"
#include "common/text/tokens.h"
#include "indexer/line_shape.h"
#include "indexer/line_text.h"
#include "indexer/publisher_name.h"
#include "indexer/word_list.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxDatelineBytes = 60;

/// Returns what stands behind the place that a dateline opens with: "BẮC GIANG (TTXVN) - ".
std::string_view behind_place(std::string_view normalized) {
  constexpr std::size_t kMaxPlaceBytes = 40;
  const std::size_t open = normalized.substr(0, kMaxPlaceBytes).find(" (");
  if (open == std::string_view::npos) {
    return normalized;
  }
  const TokenizedText place = tokenized(normalized.substr(0, open));
  const bool capital = std::all_of(place.tokens.begin(), place.tokens.end(),
                                   [](const Token& token) { return token.capitalized; });
  const std::size_t close = normalized.find(')', open);
  const bool dash = close != std::string_view::npos && normalized.substr(close + 1, 2) == " -";
  return capital && dash ? normalized.substr(open + 1) : normalized;
}

/// Cuts the day that an agency's wire carries: "TTXVN 13/6".
std::string_view without_day(std::string_view text) {
  const std::size_t blank = text.rfind(' ');
  const bool day = blank != std::string_view::npos && blank + 1 < text.size() &&
                   text.find_first_not_of("0123456789/.-", blank + 1) == std::string_view::npos;
  return day ? text.substr(0, blank) : text;
}

}  // namespace

std::optional<Span> read_dateline(std::string_view normalized) {
  const std::string_view head = behind_place(normalized).substr(0, kMaxDatelineBytes);
  if (head.starts_with('(')) {
    const std::size_t close = head.find(')');
    if (close == std::string_view::npos) {
      return std::nullopt;
    }
    const std::string_view inner = without_day(trim_marks(head.substr(1, close - 1), " "));
    const std::size_t next = head.find_first_not_of(' ', close + 1);
    const bool dash = next != std::string_view::npos && (head[next] == '-' || head[next] == ':');
    if (is_host(inner) || (dash && (is_agency(inner) || is_publisher(inner)))) {
      return span_in(normalized, inner);
    }
    return std::nullopt;
  }
  const std::size_t dash = head.find(" -");
  if (dash == std::string_view::npos) {
    return std::nullopt;
  }
  const std::string_view name = head.substr(0, dash);
  if (is_host(name) || is_agency(name)) {
    return span_in(normalized, name);
  }
  return std::nullopt;
}

std::optional<Span> read_initials(std::string_view normalized) {
  constexpr std::size_t kMaxInitialBytes = 12;
  const std::string_view whole = normalized;
  normalized = behind_place(normalized);
  const bool square = normalized.starts_with('[');
  const bool bracketed = square || normalized.starts_with('(');
  const std::size_t begin = bracketed ? 1 : 0;
  const std::size_t end = normalized.find(square ? ']' : bracketed ? ')' : ' ');
  if (end == std::string_view::npos || end < begin + 2 || end - begin > kMaxInitialBytes) {
    return std::nullopt;
  }
  const std::size_t next = normalized.find_first_not_of(' ', end + 1);
  const std::string_view letters = normalized.substr(begin, end - begin);
  const TokenizedText line = tokenized(letters);
  constexpr std::string_view kNoPapers[] = {"ubnd", "hdnd", "cntt", "htx",  "bcd",  "bch", "tphcm",
                                            "hcm",  "vnpt", "mttq", "thpt", "thcs", "nq",  "qd"};
  const bool initials = line.tokens.size() == 1 && !is_one_of(line.tokens[0].folded, kNoPapers) &&
                        line.tokens[0].all_caps && line.tokens[0].kind == Token::Kind::kWord;
  const bool parted = next != std::string_view::npos &&
                      (normalized[next] == '-' || normalized[next] == '|' ||
                       (bracketed && !shape_of("", normalized.substr(next)).begins_lower));
  if (!initials || !parted) {
    return std::nullopt;
  }
  return span_in(whole, letters);
}

bool spells_out(std::string_view name, std::string_view initials) {
  std::string letters;
  for (const std::string& word : shape_of(name, name).words) {
    letters += word.front();
  }
  // The word "Báo" counts in some papers' initials: "BHG", and not in others': "LĐO".
  const std::string_view with_paper = letters;
  const std::string_view without_paper =
      fold(name).starts_with("bao ") ? with_paper.substr(1) : with_paper;
  std::string short_form = fold(initials);
  for (const std::string_view online : {"dt", "ol", "o"}) {
    if (short_form.size() > online.size() + 1 && short_form.ends_with(online) &&
        !with_paper.starts_with(short_form) && !without_paper.starts_with(short_form)) {
      short_form.resize(short_form.size() - online.size());
    }
  }
  return short_form.size() >= 2 &&
         (with_paper.starts_with(short_form) || without_paper.starts_with(short_form));
}

}  // namespace tracuu
