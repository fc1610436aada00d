#include "indexer/portal_name.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "indexer/byline_names.h"
#include "indexer/publisher_name.h"
#include "indexer/word_list.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxPortalWords = 18;

constexpr std::string_view kPortalOpenings[] = {
    "cong thong tin", "cong ttdt",         "cong ttgtdt", "cong giao tiep dien tu",
    "cong giao tiep", "trang thong tin",   "trang ttdt",  "trang tin dien tu",
    "website",        "ban bien tap cong", "trang tin",   "cong dich vu cong",
    "cong tin tuc",   "bbt cong",          "bbt trang",   "ban bien tap trang"};
// How names of bodies begin.
constexpr std::string_view kBodyOpenings[] = {"ubnd",     "uy ban nhan dan",
                                              "hdnd",     "hoi dong nhan dan",
                                              "so",       "cong an",
                                              "dang uy",  "huyen uy",
                                              "tinh uy",  "thanh uy",
                                              "bo",       "van phong",
                                              "phong",    "ban",
                                              "cuc",      "trung tam",
                                              "vien",     "lien doan",
                                              "doan",     "hoi",
                                              "chi cuc",  "buu dien",
                                              "thu vien", "vp",
                                              "vpub"};
// Levels of the state: a body's name says to which it belongs.
constexpr std::string_view kLevels[] = {" tinh ",     " thanh pho ",  " tp ",      " tp. ",
                                        " huyen ",    " quan ",       " thi xa ",  " thi tran ",
                                        " phuong ",   " xa ",         " bo ",      " ubnd ",
                                        " quoc gia ", " trung uong ", " viet nam "};
// Marks tell "Báo" from "Bảo", "Đài" from "Dải".
constexpr std::string_view kPublisherOpenings[] = {"B\u00E1o ",          "B\u00C1O ",
                                                   "\u0110\u00E0i ",     "\u0110\u00C0I ",
                                                   "T\u1EA1p ch\u00ED ", "T\u1EA0P CH\u00CD "};
constexpr std::string_view kNoPapers[] = {"bao chi",  "bao cao", "bao hiem", "bao ve",
                                          "bao dong", "bao gia", "bao tang", "bao mat"};
constexpr std::string_view kPlaceWords[] = {
    "tinh",  "thanh", "pho",   "huyen", "quan", "thi",   "xa",   "phuong", "so",     "ban",
    "nganh", "cua",   "va",    "dang",  "bo",   "uy",    "hdnd", "ubnd",   "cuc",    "vu",
    "vien",  "trung", "uong",  "dien",  "tu",   "thong", "tin",  "tp",     "truyen", "cong",
    "giao",  "tiep",  "ttdt",  "nhan",  "dan",  "tong",  "hop",  "hoi",    "dong",   "van",
    "phong", "khoa",  "hoc",   "cac",   "co",   "khoi",  "phat", "hinh",   "tran",   "an",
    "noi",   "vu",    "tuyen", "giao",  "cong", "bien",  "tap"};

// Words of the fields that units work in.
constexpr std::string_view kFieldWords[] = {
    "hoa",    "tam",    "thao",   "the",  "lich",   "du",    "y",     "te",  "giao",
    "duc",    "tai",    "nguyen", "moi",  "truong", "ke",    "hoach", "dau", "nong",
    "nghiep", "thuong", "phap",   "quan", "su",     "chinh", "bao"};

/// Returns whether behind an opening stand names with capitals and the words that name a unit; a
/// verb in small letters makes it a sentence about the unit.
bool holds_only_names(std::string_view normalized, WordList more = {}) {
  for (std::size_t i = 0; i < normalized.size();) {
    const std::size_t end = std::min(normalized.find(' ', i), normalized.size());
    const std::string_view word = normalized.substr(i, end - i);
    const LineShape part = shape_of(word, word);
    if (part.begins_lower && !part.words.empty() && !is_one_of(part.words.front(), kPlaceWords) &&
        !is_one_of(part.words.front(), more)) {
      return false;
    }
    i = end + 1;
  }
  return true;
}

}  // namespace

bool opens_portal_name(const LineShape& shape) {
  const std::string_view folded = without_marks(shape.folded);
  return folded.starts_with("bao ") || opens_with_one_of(folded, kPortalOpenings);
}

bool is_portal_name(const LineShape& shape, std::string_view normalized) {
  if (!shape.is_short() || shape.words.size() > kMaxPortalWords || shape.words.size() < 2) {
    return false;
  }
  const std::string_view folded = without_marks(shape.folded);
  const bool paper = folded.starts_with("bao ") && folded.ends_with(" dien tu");
  if (!paper && !opens_with_one_of(folded, kPortalOpenings)) {
    return false;
  }
  return holds_only_names(normalized);
}

bool is_place_name(const LineShape& shape, std::string_view normalized) {
  constexpr std::size_t kMaxPlaceWords = 10;
  constexpr std::string_view kPlaces[] = {"tinh",   "thanh pho", "tp",       "huyen",  "quan",
                                          "thi xa", "xa",        "thi tran", "phuong", "so"};
  const std::string_view folded = shape.folded;
  const std::size_t part = std::min(folded.find(" - "), folded.find(", "));
  if (part == std::string_view::npos || shape.words.size() > kMaxPlaceWords) {
    return false;
  }
  const std::string_view larger = without_marks(folded.substr(part));
  return opens_with_one_of(folded, kPlaces) && opens_with_one_of(larger, kPlaces) &&
         holds_only_names(normalized);
}

bool is_body_name(const LineShape& shape, std::string_view normalized) {
  constexpr std::size_t kMaxBodyWords = 14;
  if (!shape.is_short() || shape.words.size() > kMaxBodyWords || shape.words.size() < 2 ||
      shape.bars > 0 || shape.begins_lower || shape.ends_sentence ||
      normalized.find_first_of(",;()/0123456789") != std::string_view::npos) {
    return false;
  }
  const std::string_view folded = shape.folded;
  if (opens_with_one_of(folded, kNoPapers)) {
    return false;
  }
  const bool publisher =
      std::any_of(std::begin(kPublisherOpenings), std::end(kPublisherOpenings),
                  [&](std::string_view opening) { return normalized.starts_with(opening); });
  const bool body = shape.words.size() >= 3 && opens_with_one_of(folded, kBodyOpenings) &&
                    holds_one_of(std::string(folded.substr(folded.find(' '))) + ' ', kLevels);
  return (publisher || body) && holds_only_names(normalized);
}

bool is_unit_name(const LineShape& shape, std::string_view normalized) {
  constexpr std::size_t kMaxUnitWords = 10;
  // "Sở TTTT": a department in letters.
  const bool letters = shape.words.size() == 2 && shape.words.front() == "so" &&
                       shape.words.back().size() >= 3 && normalized.size() > 4 &&
                       normalized.find_first_of("ABCDEGHKLMNPQRSTVX", normalized.size() - 1) !=
                           std::string_view::npos;
  return shape.is_short() && (shape.words.size() >= 3 || letters) &&
         shape.words.size() <= kMaxUnitWords && shape.bars == 0 && !shape.begins_lower &&
         !shape.ends_sentence && shape.numbers == 0 &&
         normalized.find_first_of(",;:()/") == std::string_view::npos && !is_desk(normalized) &&
         normalized.find_first_of("0123456789") == std::string_view::npos &&
         opens_with_one_of(shape.folded, kBodyOpenings) &&
         holds_only_names(normalized, kFieldWords);
}

bool opens_body(const LineShape& shape) {
  return opens_with_one_of(shape.folded, kBodyOpenings);
}

std::optional<SiteBehind> site_behind(std::string_view normalized) {
  constexpr std::size_t kMinTitleBytes = 20;
  constexpr std::string_view kDividers[] = {" | ", " - ", " :: ", " \u00BB "};
  for (const std::string_view divider : kDividers) {
    const std::size_t at = last_of(normalized, divider);
    if (at == std::string_view::npos || at < kMinTitleBytes) {
      continue;
    }
    const std::size_t begin = at + divider.size();
    const std::string_view site = normalized.substr(begin);
    const LineShape shape = shape_of(site, site);
    const std::string_view title = normalized.substr(0, at);
    const LineShape head = shape_of(title, title);
    if (is_portal_name(head, title) || is_body_name(head, title)) {
      return std::nullopt;
    }
    if (is_portal_name(shape, site) || is_body_name(shape, site) || is_host(site) ||
        is_agency(site)) {
      return SiteBehind{at, begin};
    }
  }
  return std::nullopt;
}

}  // namespace tracuu
