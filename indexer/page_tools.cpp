#include "indexer/page_tools.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "indexer/word_list.h"

namespace tracuu {
namespace {

constexpr std::string_view kToolWords[] = {
    "print",    "in",    "e",        "mail",      "email",   "trang",    "nay",       "gui",
    "cho",      "ban",   "be",       "chia",      "se",      "facebook", "zalo",      "twitter",
    "google",   "plus",  "linkedin", "pinterest", "youtube", "telegram", "messenger", "like",
    "thich",    "share", "tweet",    "a",         "co",      "chu",      "co",        "phong",
    "to",       "thu",   "nho",      "doc",       "nghe",    "tuong",    "phan",      "luot",
    "xem",      "so",    "lan",      "truy",      "cap",     "binh",     "luan",      "chon",
    "danh",     "gia",   "quay",     "lai",       "len",     "dau",      "ve",        "dong",
    "cua",      "tro",   "sao",      "chep",      "copy",    "link",     "luu",       "rss",
    "mac",      "dinh",  "hoi",      "bai",       "viet",    "tin",      "views",     "view",
    "hits",     "pdf",   "word",     "tai",       "phieu",   "send",     "friend",    "page",
    "back",     "top",   "save",     "download",  "font",    "size",     "text",      "comment",
    "comments", "close", "icon",     "x",         "ai",      "nhan",     "aa"};

// Words among the tools that also open sentences: a line needs more than these to be a tool bar.
constexpr std::string_view kWeakToolWords[] = {
    "cho",  "ban", "co",   "to",  "thu",  "so",    "cua",   "tin",  "bai",  "viet", "danh",
    "gia",  "dau", "ve",   "a",   "e",    "phan",  "cap",   "lan",  "nay",  "hoi",  "dong",
    "binh", "tai", "nhan", "mac", "dinh", "trang", "phong", "word", "text", "ai"};

/// Returns whether a folded line is nothing but a switch of how the page looks or is read aloud:
/// "Chế độ ban đêm OFF", "Hỗ trợ người khuyết tật". The same words open headlines.
bool is_display_tool(std::string_view folded) {
  constexpr std::string_view kOpenings[] = {"che do ban dem",
                                            "che do ban ngay",
                                            "che do toi",
                                            "che do sang",
                                            "che do doc",
                                            "giao dien toi",
                                            "giao dien sang",
                                            "giao dien ban dem",
                                            "danh cho nguoi khuyet tat",
                                            "ho tro nguoi khuyet tat",
                                            "danh cho nguoi khiem thi",
                                            "ho tro tiep can",
                                            "tro nang",
                                            "dark mode",
                                            "light mode",
                                            "night mode",
                                            "accessibility",
                                            "kich thuoc chu",
                                            "phong to",
                                            "thu nho",
                                            "gian cach dong",
                                            "khoang cach chu",
                                            "khoang cach dong",
                                            "doc man hinh",
                                            "bat giong doc",
                                            "tat giong doc",
                                            "text to speech"};
  constexpr std::string_view kSwitches[] = {"on",   "off",  "bat",  "tat",   "che",  "do",
                                            "toi",  "sang", "ban",  "dem",   "ngay", "giong",
                                            "giao", "dien", "hinh", "trang", "man"};
  const auto* opening =
      std::find_if(std::begin(kOpenings), std::end(kOpenings), [&](std::string_view each) {
        return folded.starts_with(each) && (folded.size() == each.size() ||
                                            folded[each.size()] < 'a' || folded[each.size()] > 'z');
      });
  if (opening == std::end(kOpenings)) {
    return false;
  }
  const std::string_view behind = folded.substr(opening->size());
  const std::vector<std::string> words = shape_of(behind, behind).words;
  return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    return is_one_of(word, kSwitches) || is_tool_word(word);
  });
}

/// Returns whether a folded line asks the reader to follow the paper somewhere: "Mời bạn đọc theo
/// dõi Báo Bình An trên Zalo".
bool asks_to_follow(std::string_view folded) {
  constexpr std::string_view kOpenings[] = {"moi ban doc",        "moi quy doc gia", "moi quy vi",
                                            "theo doi bao",       "theo doi trang",  "hay theo doi",
                                            "theo doi chung toi", "doc bao",         "moi doc gia"};
  constexpr std::string_view kPlaces[] = {"zalo",     "facebook",  "fanpage", "google news",
                                          "youtube",  "tiktok",    "tai day", "ung dung",
                                          "telegram", "chuyen muc"};
  return opens_with_one_of(folded, kOpenings) && holds_one_of(folded, kPlaces);
}

}  // namespace

bool is_tool_word(std::string_view folded) {
  return is_one_of(folded, kToolWords);
}

bool opens_tool(std::string_view folded) {
  constexpr std::string_view kOpenings[] = {"nghe bai viet",
                                            "xem voi co chu",
                                            "ban dang doc bai viet",
                                            "chia se bai viet",
                                            "xep hang bai",
                                            "file dinh kem",
                                            "tep dinh kem",
                                            "tap tin dinh kem",
                                            "danh gia bai viet",
                                            "noi dung bai viet",
                                            "danh dau lien ket",
                                            "do tuong phan",
                                            "thich bai viet",
                                            "nghe doc bai",
                                            "nghe noi dung",
                                            "video player",
                                            "current time",
                                            "duration",
                                            "remaining time",
                                            "giong nu",
                                            "giong nam",
                                            "giong doc",
                                            "toc do doc",
                                            "your browser",
                                            "doc bai viet",
                                            "play video",
                                            "stream type",
                                            "playback rate",
                                            "audio",
                                            "trinh duyet cua ban khong",
                                            "this is a modal",
                                            "theo doi tren",
                                            "bam de nghe",
                                            "nhan de nghe",
                                            "dang phat",
                                            "nghe ban tin"};
  return opens_with_one_of(folded, kOpenings) || is_display_tool(folded) || asks_to_follow(folded);
}

bool is_tool_bar(const LineShape& shape) {
  std::size_t strong = 0;
  for (const std::string& word : shape.words) {
    const bool number = word.find_first_not_of("0123456789") == std::string::npos;
    if (!number && !is_tool_word(word)) {
      return false;
    }
    strong += !number && !is_one_of(word, kWeakToolWords) ? 1 : 0;
  }
  const bool sizes = shape.opens_with("a-") || shape.opens_with("a+") || shape.opens_with("a a");
  return strong > 0 || sizes || shape.words.size() == shape.numbers;
}

bool is_section_row(const LineShape& shape) {
  constexpr std::size_t kSections = 3;
  constexpr std::string_view kNames[] = {
      "thoi su",    "the gioi",  "kinh te",    "kinh doanh", "xa hoi",     "van hoa",
      "the thao",   "phap luat", "giao duc",   "suc khoe",   "giai tri",   "cong nghe",
      "so hoa",     "doi song",  "du lich",    "chinh tri",  "ban doc",    "goc nhin",
      "moi nhat",   "quoc te",   "quoc phong", "an ninh",    "gioi thieu", "tin tuc",
      "van ban",    "lien he",   "trang chu",  "thu vien",   "hoi dap",    "khoa hoc",
      "moi truong", "y te",      "phong su",   "nong nghiep"};
  if (shape.words.size() < 2 * kSections || shape.ends_sentence) {
    return false;
  }
  const auto names = [&](const std::string& one, const std::string& two) {
    return std::any_of(std::begin(kNames), std::end(kNames), [&](std::string_view name) {
      return name.size() == one.size() + 1 + two.size() && name.starts_with(one) &&
             name.ends_with(two);
    });
  };
  std::size_t sections = 0;
  for (std::size_t i = 0; i + 1 < shape.words.size(); ++i) {
    if (names(shape.words[i], shape.words[i + 1])) {
      ++sections;
      ++i;
    }
  }
  return sections >= kSections && sections * 4 >= shape.words.size();
}

}  // namespace tracuu
