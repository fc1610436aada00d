#include "indexer/portal_name.h"

#include <algorithm>

#include "indexer/word_list.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxPortalWords = 18;

constexpr std::string_view kPortalOpenings[] = {
    "cong thong tin", "cong ttdt",         "cong ttgtdt", "cong giao tiep dien tu",
    "cong giao tiep", "trang thong tin",   "trang ttdt",  "trang tin dien tu",
    "website",        "ban bien tap cong", "trang tin",   "cong dich vu cong",
    "cong tin tuc"};
constexpr std::string_view kPlaceWords[] = {
    "tinh", "thanh", "pho",  "huyen", "quan", "thi",  "xa",     "phuong", "so",   "ban",  "nganh",
    "cua",  "va",    "dang", "bo",    "uy",   "hdnd", "ubnd",   "cuc",    "vu",   "vien", "trung",
    "uong", "dien",  "tu",   "thong", "tin",  "tp",   "truyen", "cong",   "giao", "tiep", "ttdt",
    "nhan", "dan",   "tong", "hop",   "hoi",  "dong", "van",    "phong",  "khoa", "hoc"};

}  // namespace

bool is_portal_name(const LineShape& shape, std::string_view normalized) {
  if (!shape.is_short() || shape.words.size() > kMaxPortalWords || shape.words.size() < 2) {
    return false;
  }
  const std::string_view folded = without_marks(shape.folded);
  const bool paper = folded.starts_with("bao ") && folded.ends_with(" dien tu");
  if (!paper && !opens_with_one_of(folded, kPortalOpenings)) {
    return false;
  }
  // Behind the opening stand names with capitals and the words that name a unit; a verb in small
  // letters makes it a sentence about the portal.
  std::size_t words = 0;
  for (std::size_t i = 0; i < normalized.size(); ++words) {
    const std::size_t end = std::min(normalized.find(' ', i), normalized.size());
    const std::string_view word = normalized.substr(i, end - i);
    const LineShape part = shape_of(word, word);
    if (part.begins_lower && !part.words.empty() && !is_one_of(part.words.front(), kPlaceWords)) {
      return false;
    }
    i = end + 1;
  }
  return true;
}

}  // namespace tracuu
