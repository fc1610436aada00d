#include "indexer/source/window_title.h"

#include <algorithm>
#include <iterator>

#include "common/text/normalize.h"
#include "common/text/syllable.h"

namespace tracuu {
namespace {

// Folded openings of what sites call themselves.
constexpr std::string_view kSiteNames[] = {
    "cong thong tin", "cong ttdt",        "trang thong tin",
    "trang tin",      "trang ttdt",       "bao dien tu",
    "bao ",           "trang chu",        "portal",
    "cong giao tiep", "website",          "so thong tin va truyen thong tinh",
    "chi tiet tin",   "chi tiet bai viet"};
constexpr std::string_view kSeparators[] = {
    " | ", " - ", " – ", " — ", " :: ", " » ", " > ", " · ", " • "};

std::string trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \n\t");
  if (begin == std::string_view::npos) {
    return {};
  }
  return std::string(text.substr(begin, text.find_last_not_of(" \n\t") - begin + 1));
}

std::string folded(std::string_view text) {
  return fold(normalized(text));
}

}  // namespace

bool is_site_name(std::string_view part, std::string_view site) {
  // ".:: SO THONG TIN VA TRUYEN THONG ::."
  std::string name = trimmed(folded(part));
  name.erase(0, name.find_first_not_of(".:;|-=*~ "));
  if (name.empty() || (!site.empty() && name == trimmed(folded(site)))) {
    return true;
  }
  const bool host = name.find(' ') == std::string::npos && name.find('.') != std::string::npos;
  return host || std::any_of(std::begin(kSiteNames), std::end(kSiteNames),
                             [&](std::string_view opening) { return name.starts_with(opening); });
}

std::string without_site_name(std::string_view title, std::string_view site) {
  std::string rest = trimmed(title);
  for (bool cut = true; cut && !rest.empty();) {
    cut = false;
    for (const std::string_view separator : kSeparators) {
      const std::size_t last = rest.rfind(separator);
      if (last != std::string::npos && is_site_name(rest.substr(last + separator.size()), site)) {
        rest = trimmed(rest.substr(0, last));
        cut = true;
        break;
      }
      const std::size_t opening = rest.find(separator);
      if (opening != std::string::npos && is_site_name(rest.substr(0, opening), site)) {
        rest = trimmed(rest.substr(opening + separator.size()));
        cut = true;
        break;
      }
    }
  }
  return is_site_name(rest, site) ? std::string() : rest;
}

std::string beside_headline(std::string_view title) {
  for (const std::string_view separator : kSeparators) {
    if (const std::size_t at = title.rfind(separator); at != std::string_view::npos) {
      return trimmed(title.substr(at + separator.size()));
    }
  }
  return {};
}

}  // namespace tracuu
