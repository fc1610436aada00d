#include "indexer/source_line.h"

#include <algorithm>

#include "indexer/byline.h"
#include "indexer/line_text.h"
#include "indexer/line_words.h"
#include "indexer/portal_name.h"
#include "indexer/publisher_name.h"
#include "indexer/word_list.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxSourceWords = 12;

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
  return trim_marks(text.substr(at), " :-");
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

/// Returns what of `name`, which stands behind `label`, names a source.
std::optional<std::string_view> named_behind(std::string_view label, std::string_view name) {
  if (name.empty() || names_nobody(name)) {
    return std::nullopt;
  }
  // "Theo Hải Đăng/Báo Quảng Ninh": a person and the paper.
  const std::size_t slash = name.rfind('/');
  if (slash != std::string_view::npos && is_publisher(name.substr(slash + 1)) &&
      can_name_publisher(name)) {
    return name.substr(slash + 1);
  }
  const bool person =
      label == "theo" && read_byline(name, BylinePlace::kCredited) && !is_publisher(name);
  return !person && (is_host(name) || can_name_publisher(name)) ? std::optional(name)
                                                                : std::nullopt;
}

// Lists are without marks.
constexpr std::string_view kOpenings[] = {"nguon",
                                          "theo",
                                          "source",
                                          "link goc",
                                          "link nguon",
                                          "lien ket nguon",
                                          "bai goc",
                                          "xem bai goc",
                                          "dang lai tu",
                                          "duoc dang lai tu",
                                          "bai viet duoc dang lai tu",
                                          "dia chi goc",
                                          "duong dan goc"};
constexpr std::string_view kLabels[] = {"nguon tin bai",
                                        "nguon tin",
                                        "nguon bai viet",
                                        "nguon tham khao",
                                        "nguon",
                                        "theo nguon tin",
                                        "theo nguon",
                                        "theo",
                                        "source",
                                        "link goc",
                                        "link nguon",
                                        "bai goc",
                                        "lien ket nguon tin",
                                        "lien ket nguon",
                                        "xem bai goc",
                                        "dia chi goc",
                                        "duong dan goc",
                                        "dang lai tu",
                                        "duoc dang lai tu",
                                        "bai viet duoc dang lai tu"};

}  // namespace

std::optional<Span> read_source_line(std::string_view normalized, const LineShape& shape) {
  if (!shape.is_short() || shape.words.size() > kMaxSourceWords) {
    return std::nullopt;
  }
  const bool bracketed = normalized.starts_with('(') || normalized.starts_with('[');
  const std::string_view text = trim_marks(normalized, " ()[].*");
  if (!bracketed && !is_host(text) && !opens_with_one_of(without_marks(shape.folded), kOpenings)) {
    return std::nullopt;
  }
  for (const std::string_view label : kLabels) {
    const auto name = behind_label(text, label);
    if (!name) {
      continue;
    }
    const auto source = named_behind(label, without_issue(*name));
    return source ? std::optional(span_in(normalized, *source)) : std::nullopt;
  }
  if (is_host(text) ||
      (bracketed && (is_publisher(text) || is_agency(text)) && can_name_publisher(text))) {
    return span_in(normalized, text);
  }
  return std::nullopt;
}

std::optional<Span> read_signature(std::string_view normalized, const LineShape& shape) {
  if (!shape.is_short() || !opens_portal_name(shape)) {
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
  text = trim_marks(text, " -*.");
  if (!is_portal_name(shape_of(text, text), text)) {
    return std::nullopt;
  }
  return span_in(normalized, text);
}

}  // namespace tracuu
