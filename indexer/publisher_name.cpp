#include "indexer/publisher_name.h"

#include <algorithm>
#include <vector>

#include "common/text/syllable.h"
#include "common/text/tokens.h"
#include "indexer/line_shape.h"
#include "indexer/word_list.h"

namespace tracuu {
namespace {

// Agencies and papers as their own datelines and other papers' credits shorten them, folded.
constexpr std::string_view kAgencies[] = {"ttxvn",
                                          "vov",
                                          "vtv",
                                          "gd&td",
                                          "ictnews",
                                          "ict news",
                                          "qdnd",
                                          "hnmo",
                                          "dcsvn",
                                          "chinhphu",
                                          "vgp",
                                          "vgp news",
                                          "vietnam+",
                                          "vnexpress",
                                          "vietnamplus",
                                          "nddt",
                                          "nld",
                                          "nldo",
                                          "sggp",
                                          "sggpo",
                                          "vietnamnet",
                                          "dan tri",
                                          "tto",
                                          "tno",
                                          "vneconomy",
                                          "mic",
                                          "ttdt",
                                          "nhan dan",
                                          "lao dong",
                                          "vnanet",
                                          "vne",
                                          "tienphong",
                                          "tien phong",
                                          "thanh nien",
                                          "tuoi tre",
                                          "dan viet",
                                          "infonet",
                                          "vtc news",
                                          "vtc",
                                          "petrotimes",
                                          "plo",
                                          "plvn",
                                          "tpo",
                                          "ndo",
                                          "antv",
                                          "cand",
                                          "cstc",
                                          "tbktsg",
                                          "vnmedia",
                                          "bnews",
                                          "ictpress",
                                          "baochinhphu",
                                          "znews",
                                          "zing",
                                          "zing news",
                                          "hnp",
                                          "cpv",
                                          "quochoi",
                                          "dbnd",
                                          "ictvietnam",
                                          "ha noi moi",
                                          "hanoimoi",
                                          "ttxvn/vietnam+",
                                          "vietnam news",
                                          "cafef",
                                          "viettimes",
                                          "mat tran",
                                          "cong thuong",
                                          "dai doan ket",
                                          "nguoi lao dong",
                                          "cong an nhan dan",
                                          "quan doi nhan dan",
                                          "sai gon giai phong",
                                          "kinhtedothi",
                                          "kinh te do thi",
                                          "phap luat viet nam",
                                          "vietq",
                                          "nhadautu",
                                          "bqp",
                                          "tuyengiao",
                                          "thanh tra",
                                          "tien phong online",
                                          "vtc news",
                                          "vnreview",
                                          "dien dan doanh nghiep",
                                          "kinh te va du bao",
                                          "nong thon ngay nay",
                                          "tin tuc ttxvn",
                                          "bao tin tuc"};
constexpr std::string_view kPublishers[] = {
    "bao ", "cong ",    "trang thong tin", "trang tin",     "trang ttdt", "trang web",
    "dai ", "tap chi ", "tap san ",        "thong tan xa ", "ban tin ",   "trang dien tu"};
// Their first words with their marks, as canonical keys.
constexpr std::string_view kPublisherWords[] = {"bao1", "công3", "trang", "đai2",
                                                "tap5", "thông", "ban3"};
// Domains that Vietnamese pages cite; "K.Thuy" is a person.
constexpr std::string_view kTopDomains[] = {
    "vn",  "com", "net", "org", "info", "edu", "gov",  "biz",  "tv",    "asia",
    "me",  "cc",  "eu",  "us",  "uk",   "cn",  "jp",   "kr",   "sg",    "la",
    "kh",  "th",  "fr",  "de",  "ru",   "au",  "ca",   "news", "site",  "online",
    "xyz", "app", "io",  "co",  "mobi", "pro", "name", "int",  "media", "press"};
constexpr std::string_view kEditions[] = {"online", "dien tu", "news", "o", "ol", "vn"};

bool is_host_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.';
}

/// Cuts what tells the edition or the bureau behind an agency: "qdnd online", "vov-tokyo".
std::string_view without_edition(std::string_view folded) {
  const std::size_t mark = folded.find_first_of(" -.");
  if (mark == std::string_view::npos || mark == 0) {
    return folded;
  }
  return folded[mark] == '-' || is_one_of(folded.substr(mark + 1), kEditions)
             ? folded.substr(0, mark)
             : folded;
}

}  // namespace

std::string host_of(std::string_view text) {
  for (const std::string_view scheme : {"http://", "https://", "//"}) {
    if (text.starts_with(scheme)) {
      text.remove_prefix(scheme.size());
    }
  }
  std::size_t end = 0;
  while (end < text.size() && is_host_byte(text[end])) {
    ++end;
  }
  if (end < text.size() && text[end] != '/' && text[end] != ':' && text[end] != '?') {
    return {};
  }
  std::string host(text.substr(0, end));
  std::transform(host.begin(), host.end(), host.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (host.starts_with("www.")) {
    host.erase(0, 4);
  }
  const std::size_t dot = host.rfind('.');
  const bool known = dot != std::string::npos && dot > 0 &&
                     is_one_of(std::string_view(host).substr(dot + 1), kTopDomains);
  return known && host.find("..") == std::string::npos ? host : std::string();
}

bool is_host(std::string_view text) {
  return !text.empty() && text.find(' ') == std::string_view::npos && !host_of(text).empty();
}

bool is_publisher(std::string_view text) {
  const std::string folded = fold(text);
  const bool opens = std::any_of(
      std::begin(kPublishers), std::end(kPublishers),
      [&](std::string_view opening) { return std::string_view(folded).starts_with(opening); });
  if (!opens) {
    return false;
  }
  // Marks tell "Báo" from "Bảo", "Cổng" from "Công", "Đài" from "Đại"; a text without any may mean
  // either.
  const std::vector<Token> first = tokenize(text.substr(0, text.find(' ')));
  return (!first.empty() && is_one_of(first.front().key, kPublisherWords)) ||
         folded.size() == text.size();
}

bool is_agency(std::string_view text) {
  const std::string folded = fold(text);
  return is_one_of(folded, kAgencies) || is_one_of(without_edition(folded), kAgencies);
}

std::string_view without_issue(std::string_view name) {
  for (const std::string_view mark :
       {", ng\u00E0y ", " ng\u00E0y ", ", s\u1ED1 ", " s\u1ED1 ", " (", ", "}) {
    const std::size_t at = name.find(mark);
    if (at != std::string_view::npos &&
        name.find_first_of("0123456789", at) != std::string_view::npos) {
      return name.substr(0, at);
    }
  }
  return name;
}

bool names_nobody(std::string_view text) {
  constexpr std::string_view kWords[] = {"suu tam", "tong hop", "st", "t/h", "th", "bien tap"};
  return is_one_of(fold(text), kWords);
}

bool can_name_publisher(std::string_view text) {
  const LineShape shape = shape_of(text, text);
  return !shape.words.empty() && (!shape.begins_lower || is_publisher(text)) &&
         shape.numbers == 0 && text.find_first_of(",;:?!") == std::string_view::npos &&
         text.find(". ") == std::string_view::npos;
}

}  // namespace tracuu
