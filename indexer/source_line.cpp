#include "indexer/source_line.h"

#include <algorithm>
#include <iterator>

#include "common/text/syllable.h"
#include "common/text/tokens.h"
#include "indexer/byline.h"
#include "indexer/line_words.h"
#include "indexer/portal_name.h"
#include "indexer/publisher_name.h"
#include "indexer/word_list.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxSourceWords = 12;
constexpr std::size_t kMaxDatelineBytes = 60;

Span span_of(std::string_view whole, std::string_view part) {
  const auto begin = static_cast<std::uint32_t>(part.data() - whole.data());
  return {begin, static_cast<std::uint32_t>(begin + part.size())};
}

std::string_view trimmed(std::string_view text, std::string_view marks) {
  const std::size_t begin = text.find_first_not_of(marks);
  if (begin == std::string_view::npos) {
    return text.substr(0, 0);
  }
  return text.substr(begin, text.find_last_not_of(marks) - begin + 1);
}

/// Returns what stands behind the first `count` words.
std::string_view behind_words(std::string_view text, std::size_t count) {
  for (; count > 0 && !text.empty(); --count) {
    const std::size_t blank = text.find(' ');
    text = blank == std::string_view::npos ? text.substr(text.size()) : text.substr(blank + 1);
  }
  return text;
}

/// Returns whether a text can be the name of a publisher: it begins with a capital and holds no
/// comma, number or sentence.
bool is_name(std::string_view text) {
  const LineShape shape = shape_of(text, text);
  return !shape.words.empty() && (!shape.begins_lower || is_publisher(text)) &&
         shape.numbers == 0 &&
         text.find_first_of(",;:?!") == std::string_view::npos &&
         text.find(". ") == std::string_view::npos;
}

/// Drops a leading `label` (folded) with its colon; nothing when the line does not open with it.
std::optional<std::string_view> behind_label(std::string_view text, std::string_view label) {
  if (!shape_of(text, text).opens_with(label)) {
    return std::nullopt;
  }
  // Folding keeps the number of words, so the label ends where as many words end in the line.
  std::size_t at = 0;
  for (auto blanks = std::count(label.begin(), label.end(), ' ') + 1; blanks > 0; --blanks) {
    at = text.find_first_of(" :", at == 0 ? 0 : at + 1);
    if (at == std::string_view::npos) {
      return text.substr(text.size());
    }
  }
  return trimmed(text.substr(at), " :-");
}

bool is_city_mark(std::string_view letters) {
  return letters == "TP" || letters == "Tp" || letters == "TX";
}

/// Returns where the first sentence ends. The stop of "TP. Cần Thơ" ends none.
std::size_t sentence_end(std::string_view text) {
  std::size_t stop = text.find(". ");
  while (stop != std::string_view::npos && stop >= 2 && is_city_mark(text.substr(stop - 2, 2))) {
    stop = text.find(". ", stop + 1);
  }
  return stop;
}

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

}  // namespace

std::optional<Span> read_source_line(std::string_view normalized, const LineShape& shape) {
  if (!shape.is_short() || shape.words.size() > kMaxSourceWords) {
    return std::nullopt;
  }
  const bool bracketed = normalized.starts_with('(') || normalized.starts_with('[');
  const std::string_view text = trimmed(normalized, " ()[].*");
  for (const std::string_view label : {"nguon tin", "nguon", "theo nguon", "theo", "source"}) {
    const auto name = behind_label(text, label);
    if (!name) {
      continue;
    }
    // "Theo Hải Đăng/Báo Quảng Ninh": a person and the paper.
    const std::size_t slash = name->rfind('/');
    if (slash != std::string_view::npos && is_publisher(name->substr(slash + 1)) &&
        is_name(*name)) {
      return span_of(normalized, name->substr(slash + 1));
    }
    const bool person =
        label == "theo" && read_byline(*name, BylinePlace::kCredited) && !is_publisher(*name);
    if (name->empty() || person || (!is_host(*name) && !is_name(*name))) {
      return std::nullopt;
    }
    return span_of(normalized, *name);
  }
  if (is_host(text) || (bracketed && (is_publisher(text) || is_agency(text)) && is_name(text))) {
    return span_of(normalized, text);
  }
  return std::nullopt;
}

std::optional<Span> read_signature(std::string_view normalized, const LineShape& shape) {
  if (!shape.is_short()) {
    return std::nullopt;
  }
  std::string_view text = normalized;
  for (const std::string_view divider : {" | ", ", ", " (", "; "}) {
    text = text.substr(0, text.find(divider));
  }
  text = text.substr(0, sentence_end(text));
  // A dash may belong to the name ("BR - VT"); it parts when a footer's words come behind it.
  for (std::size_t dash = text.find(" - "); dash != std::string_view::npos;
       dash = text.find(" - ", dash + 1)) {
    const std::string_view behind = text.substr(dash + 3);
    if (section_head(shape_of(behind, behind)) == SectionHead::kFooter) {
      text = text.substr(0, dash);
    }
  }
  text = trimmed(text, " -*.");
  if (!is_portal_name(shape_of(text, text), text)) {
    return std::nullopt;
  }
  return span_of(normalized, text);
}

std::optional<Span> read_dateline(std::string_view normalized) {
  const std::string_view head = behind_place(normalized).substr(0, kMaxDatelineBytes);
  if (head.starts_with('(')) {
    const std::size_t close = head.find(')');
    if (close == std::string_view::npos) {
      return std::nullopt;
    }
    const std::string_view inner = trimmed(head.substr(1, close - 1), " ");
    const std::size_t next = head.find_first_not_of(' ', close + 1);
    const bool dash = next != std::string_view::npos && (head[next] == '-' || head[next] == ':');
    if (is_host(inner) || (dash && (is_agency(inner) || is_publisher(inner)))) {
      return span_of(normalized, inner);
    }
    return std::nullopt;
  }
  const std::size_t dash = head.find(" -");
  if (dash == std::string_view::npos) {
    return std::nullopt;
  }
  const std::string_view name = head.substr(0, dash);
  if (is_host(name) || is_agency(name)) {
    return span_of(normalized, name);
  }
  return std::nullopt;
}

std::optional<Span> read_copyright(std::string_view normalized, const LineShape& shape) {
  if (!shape.is_short()) {
    return std::nullopt;
  }
  std::string_view text = normalized;
  const std::string_view sign = "\u00A9";
  const std::size_t mark = text.find(sign);
  const std::size_t belongs = text.find(" thu\u1ED9c ");
  if (belongs != std::string_view::npos) {
    text = behind_words(text.substr(belongs + 1), 1);
    text = fold(text).starts_with("ve ") ? behind_words(text, 1) : text;
  } else if (mark != std::string_view::npos) {
    text = text.substr(mark + sign.size());
    text = fold(trimmed(text, " ")).starts_with("ban quyen ")
               ? behind_words(trimmed(text, " "), 2)
               : text;
  } else if (shape.opens_with("ban quyen")) {
    text = behind_words(text, 2);
  } else {
    return std::nullopt;
  }
  text = trimmed(text, " 0123456789-:");
  for (const std::string_view divider : {" | ", ", ", " (", "; ", " - ", "."}) {
    text = text.substr(0, text.find(divider));
  }
  text = trimmed(text, " \"'*");
  const LineShape name = shape_of(text, text);
  return is_body_name(name, text) || is_portal_name(name, text)
             ? std::optional(span_of(normalized, text))
             : std::nullopt;
}

std::optional<Span> read_asked_credit(std::string_view normalized, const LineShape& shape) {
  if (!shape.is_short()) {
    return std::nullopt;
  }
  for (const std::string_view ask : {"hi r\u00F5 ngu\u1ED3n", "HI R\u00D5 NGU\u1ED2N"}) {
    const std::size_t at = normalized.find(ask);
    if (at == std::string_view::npos) {
      continue;
    }
    std::string_view name = trimmed(normalized.substr(at + ask.size()), " :,");
    for (const std::string_view word : {"tin ", "l\u00E0 ", "t\u1EEB ", ": "}) {
      name = name.starts_with(word) ? name.substr(word.size()) : name;
    }
    name = trimmed(name, " '(");
    if (name.starts_with('"')) {
      name = name.substr(1, name.find('"', 1) - 1);
    }
    for (const std::string_view end : {" khi ", " n\u1EBFu ", " v\u00E0 ", ". ", "; ", ", ", "'", "\""}) {
      name = name.substr(0, name.find(end));
    }
    name = trimmed(name, " '\"().,;");
    return is_host(name) || is_name(name) ? std::optional(span_of(normalized, name)) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<Span> read_website(std::string_view normalized, const LineShape& shape) {
  for (const std::string_view label : {"Website", "website", "WEBSITE", "Web:"}) {
    const std::size_t at = shape.is_short() ? normalized.find(label) : std::string_view::npos;
    if (at == std::string_view::npos) {
      continue;
    }
    std::string_view host = trimmed(normalized.substr(at + label.size()), " :");
    host = host.substr(0, host.find_first_of(" ;,|"));
    return is_host(host) ? std::optional(span_of(normalized, host)) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<Span> read_owner(std::string_view normalized, const LineShape& shape) {
  if (!shape.is_short()) {
    return std::nullopt;
  }
  for (const std::string_view label : {"quan ch\u1EE7 qu\u1EA3n:", "v\u1ECB ch\u1EE7 qu\u1EA3n:",
                                       "v\u1ECB qu\u1EA3n l\u00FD:", "quan qu\u1EA3n l\u00FD:"}) {
    const std::size_t at = normalized.find(label);
    if (at == std::string_view::npos) {
      continue;
    }
    std::string_view name = trimmed(normalized.substr(at + label.size()), " ");
    for (const std::string_view end : {". ", "; ", ", ", " | ", " - ", " ("}) {
      name = name.substr(0, name.find(end));
    }
    name = trimmed(name, " .");
    return is_name(name) ? std::optional(span_of(normalized, name)) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<Span> read_byline_source(std::string_view normalized) {
  const std::size_t dash = normalized.rfind(" - ");
  if (dash != std::string_view::npos && is_agency(normalized.substr(dash + 3))) {
    return span_of(normalized, normalized.substr(dash + 3));
  }
  const std::size_t open = normalized.rfind('(');
  if (open == std::string_view::npos || open == 0 || !normalized.ends_with(')')) {
    return std::nullopt;
  }
  const std::string_view bracket = normalized.substr(open);
  if (const auto named = read_source_line(bracket, shape_of(bracket, bracket))) {
    return span_of(normalized, slice(bracket, *named));
  }
  const std::string_view inner = trimmed(bracket, " ()");
  return is_agency(inner.substr(0, inner.find('/'))) ? std::optional(span_of(normalized, inner))
                                                     : std::nullopt;
}

std::optional<Span> read_initials(std::string_view normalized) {
  constexpr std::size_t kMaxInitialBytes = 12;
  const std::string_view whole = normalized;
  normalized = behind_place(normalized);
  const bool bracketed = normalized.starts_with('(');
  const std::size_t begin = bracketed ? 1 : 0;
  const std::size_t end = normalized.find(bracketed ? ')' : ' ');
  if (end == std::string_view::npos || end < begin + 2 || end - begin > kMaxInitialBytes) {
    return std::nullopt;
  }
  const std::size_t next = normalized.find_first_not_of(' ', end + 1);
  const std::string_view letters = normalized.substr(begin, end - begin);
  const TokenizedText line = tokenized(letters);
  constexpr std::string_view kNoPapers[] = {"ubnd", "hdnd", "cntt", "htx", "bcd", "bch", "tphcm",
                                            "hcm",  "vnpt", "mttq", "thpt", "thcs", "nq", "qd"};
  const bool initials = line.tokens.size() == 1 && !is_one_of(line.tokens[0].folded, kNoPapers) && line.tokens[0].all_caps &&
                        line.tokens[0].kind == Token::Kind::kWord;
  const bool parted = next != std::string_view::npos &&
                      (normalized[next] == '-' || normalized[next] == '|' ||
                       (bracketed && !shape_of("", normalized.substr(next)).begins_lower));
  if (!initials || !parted) {
    return std::nullopt;
  }
  return span_of(whole, letters);
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
