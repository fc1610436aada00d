#include "indexer/page_tools.h"

#include <algorithm>
#include <string>

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
    "comments", "close", "icon",     "x",         "ai",      "nhan"};

// Words among the tools that also open sentences: a line needs more than these to be a tool bar.
constexpr std::string_view kWeakToolWords[] = {
    "cho",  "ban", "co",   "to",  "thu",  "so",    "cua",   "tin",  "bai",  "viet", "danh",
    "gia",  "dau", "ve",   "a",   "e",    "phan",  "cap",   "lan",  "nay",  "hoi",  "dong",
    "binh", "tai", "nhan", "mac", "dinh", "trang", "phong", "word", "text", "ai"};

}  // namespace

bool is_tool_word(std::string_view folded) {
  return is_one_of(folded, kToolWords);
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

}  // namespace tracuu
