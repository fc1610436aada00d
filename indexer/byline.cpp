#include "indexer/byline.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "common/text/syllable.h"
#include "common/text/tokens.h"
#include "indexer/byline_names.h"
#include "indexer/line_shape.h"
#include "indexer/line_words.h"
#include "indexer/word_list.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxBytes = 160;

// Openings that say whose text it is, with a colon; so do those made of kLabelWords alone.
constexpr std::string_view kLabels[] = {
    "tac gia bai viet", "tac gia",       "nguoi viet", "thuc hien", "phong vien", "nguoi thuc hien",
    "bien soan",        "tong hop",      "t/h",        "th",        "viet bai",   "nhom tac gia",
    "nhom thuc hien",   "cong tac vien", "ctv",        "pv",        "bai cua",    "bai viet cua",
    "author",           "viet boi",      "ghi",        "ghi chep",  "bai ghi",    "nguoi soan",
    "noi dung",         "loi",           "bai & anh",  "tin & anh", "bai viet",   "nguoi dang tin"};
// "Tin, bài và ảnh", "Bài, clip": a text among them makes it an author's.
constexpr std::string_view kTextWords[] = {"tin", "bai"};
constexpr std::string_view kLabelWords[] = {"tin", "bai",  "anh", "hinh", "clip", "video",
                                            "va",  "viet", "noi", "dung", "tu",   "lieu"};
constexpr std::string_view kPlainLabels[] = {
    "tin, anh",   "bai va anh",    "tin va anh",   "bai, anh",  "tac gia",
    "phong vien", "ghi chep cua",  "phong su cua", "ky su cua", "bai va anh cua",
    "viet boi",   "duoc viet boi", "btv",          "nha bao",   "ctv",
    "pv",         "cong tac vien", "tong hop",     "tin anh",   "bai anh",
    "tin bai",    "tin, bai",      "tin - anh",    "bai - anh"};

// Who runs the site, not who wrote.
constexpr std::string_view kAccounts[] = {"administrator", "admin", "super user", "quan tri",
                                          "quan tri vien"};

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" ()[]*.-:;,");
  if (begin == std::string_view::npos) {
    return {};
  }
  text = text.substr(begin, text.find_last_not_of(" ()[]*-:;,") - begin + 1);
  // A stop ends the line, unless it is that of an initial.
  const std::size_t last = text.find_last_of(" .", text.size() - 2);
  const std::size_t word = last == std::string_view::npos ? text.size() : text.size() - last - 1;
  return text.ends_with('.') && word > 2 ? text.substr(0, text.size() - 1) : text;
}

/// Returns whether a label is made of what an article is made of, a text among it.
bool is_text_label(std::string_view folded) {
  const LineShape shape = shape_of(folded, folded);
  const auto known = [](const std::string& word) { return is_one_of(word, kLabelWords); };
  const auto text = [](const std::string& word) { return is_one_of(word, kTextWords); };
  return !shape.words.empty() && std::all_of(shape.words.begin(), shape.words.end(), known) &&
         std::any_of(shape.words.begin(), shape.words.end(), text);
}

/// Cuts tools and counters beside the name: "Thuỳ Dương | Lượt xem: 88".
std::string_view without_tools(std::string_view text) {
  const std::size_t bar = text.find('|');
  if (bar == std::string_view::npos) {
    return text;
  }
  const std::string_view behind = text.substr(bar + 1);
  return kind_by_words(shape_of(behind, behind), behind) == LineKind::kPageTool
             ? text.substr(0, bar)
             : text;
}

struct Labelled {
  std::string_view names;
  bool labelled = false;
};

/// Returns what stands behind the first `count` words.
std::string_view behind_words(std::string_view text, std::ptrdiff_t count) {
  std::size_t at = 0;
  for (; count > 0 && at != std::string_view::npos; --count) {
    at = text.find(' ', at == 0 ? 0 : at + 1);
  }
  return at == std::string_view::npos ? text.substr(text.size()) : text.substr(at);
}

/// Drops a label before the names: "Tin, ảnh: ", "Tác giả ". fold() keeps blanks, commas and
/// colons, so words and colon of the line are those of its folded form.
Labelled without_label(std::string_view text) {
  const std::string folded = fold(text);
  const std::size_t colon = text.find(':');
  if (colon != std::string_view::npos) {
    std::string_view label = std::string_view(folded).substr(0, folded.find(':'));
    label = label.substr(0, label.find_last_not_of(' ') + 1);
    const bool known = is_one_of(label, kLabels) || is_text_label(label);
    return known ? Labelled{text.substr(colon + 1), true} : Labelled{text, false};
  }
  for (const std::string_view plain : kPlainLabels) {
    if (folded.size() > plain.size() && std::string_view(folded).starts_with(plain) &&
        (folded[plain.size()] == ' ' || folded.substr(plain.size(), 2) == ". ")) {
      return {behind_words(text, std::count(plain.begin(), plain.end(), ' ') + 1), true};
    }
  }
  return {text, false};
}

/// Cuts a photo credit behind the names.
std::string_view without_credit(std::string_view names) {
  for (const std::string_view credit : {"Ngu\u1ED3n \u1EA3nh", "ngu\u1ED3n \u1EA3nh",
                                        "\u1EA2nh:", "\u1EA3nh:", "\u1EA3nh :", "\u1EA2nh :"}) {
    names = names.substr(0, names.find(credit));
  }
  // "Lê Minh - Quay phim: Xuân Đạt".
  const std::size_t colon = names.find(':');
  const std::size_t part = colon == std::string_view::npos
                               ? std::string_view::npos
                               : names.substr(0, colon).find_last_of("-;,.|");
  return part == std::string_view::npos ? names : names.substr(0, part);
}

/// Cuts what a person did behind the name: "Lưu Hà thực hiện", "Lê Minh lược ghi". fold() keeps
/// the blanks, so as many words end both forms.
std::string_view without_making(std::string_view names) {
  constexpr std::string_view kMakings[] = {" thuc hien", " luoc ghi",  " ghi",
                                           " ghi lai",   " tong hop",  " suu tam",
                                           " bien soan", " luoc dich", " bien dich"};
  const std::string folded = fold(names);
  for (const std::string_view making : kMakings) {
    if (!std::string_view(folded).ends_with(making)) {
      continue;
    }
    std::size_t end = names.size();
    for (auto words = std::count(making.begin(), making.end(), ' '); words > 0; --words) {
      end = names.substr(0, end).rfind(' ');
    }
    return names.substr(0, end);
  }
  return names;
}

}  // namespace

std::optional<Span> read_byline(std::string_view normalized, BylinePlace place) {
  if (normalized.size() > kMaxBytes || normalized.empty() || normalized.ends_with(':')) {
    return std::nullopt;
  }
  std::string_view line = trimmed(without_tools(normalized));
  if (fold(line).starts_with("theo ")) {
    line = trimmed(behind_words(line, 1));
    place = BylinePlace::kCredited;
  }
  const Labelled found =
      is_desk(line.substr(0, line.find(" ("))) ? Labelled{line, false} : without_label(line);
  const std::string_view names = trimmed(without_making(trimmed(without_credit(found.names))));
  if (names.empty() || is_one_of(fold(names), kAccounts)) {
    return std::nullopt;
  }
  const std::size_t bytes = length_of_names(names, found.labelled, place);
  if (bytes == 0) {
    return std::nullopt;
  }
  const auto begin = static_cast<std::uint32_t>(names.data() - normalized.data());
  return Span{begin, static_cast<std::uint32_t>(begin + bytes)};
}

bool signs_before_credit(std::string_view normalized) {
  // Who is in a picture is introduced by a degree; who writes seldom is.
  constexpr std::string_view kDegrees[] = {"gs", "pgs", "ts", "ths", "bs", "ks", "ls", "dr"};
  const std::string folded = fold(normalized.substr(0, normalized.find_first_of(" .")));
  if (is_one_of(folded, kDegrees)) {
    return false;
  }
  const std::string_view before = without_credit(normalized);
  const std::size_t end = before.find_last_not_of(' ');
  return before.size() < normalized.size() && end != std::string_view::npos &&
         std::string_view("-;,/").find(before[end]) != std::string_view::npos &&
         read_byline(before.substr(0, end), BylinePlace::kBelowText).has_value();
}

bool closes_article(std::string_view normalized) {
  if (normalized.size() > kMaxBytes) {
    return false;
  }
  const std::string_view line = trimmed(without_tools(normalized));
  const bool tells = without_label(line).labelled || is_desk(line.substr(0, line.find(" (")));
  return tells && read_byline(normalized, BylinePlace::kBelowText).has_value();
}

bool is_signing_post(std::string_view normalized) {
  if (normalized.size() > kMaxBytes) {
    return false;
  }
  const std::string folded = fold(normalized);
  constexpr std::string_view kPosts[] = {"chu tich",  "giam doc",        "bi thu",     "thu truong",
                                         "bo truong", "chanh van phong", "cuc truong", "truong ban",
                                         "(da ky)",   "vu truong"};
  constexpr std::string_view kForms[] = {"tm.", "kt.", "tl.", "tuq.",
                                         "t/m", "k/t", "t/l", "(da ky)"};
  const bool form = std::any_of(std::begin(kForms), std::end(kForms), [&](std::string_view each) {
    return std::string_view(folded).starts_with(each);
  });
  const TokenizedText line = tokenized(normalized);
  const bool capitals = std::all_of(line.tokens.begin(), line.tokens.end(),
                                    [](const Token& token) { return token.all_caps; });
  return form ||
         (capitals && std::any_of(std::begin(kPosts), std::end(kPosts), [&](std::string_view post) {
            return folded.find(post) != std::string::npos;
          }));
}

}  // namespace tracuu
