#include "indexer/section_head.h"

#include <algorithm>
#include <string>

#include "indexer/word_list.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxHeadWords = 9;
constexpr std::size_t kMaxFooterWords = 60;

constexpr std::string_view kRelatedHeads[] = {"tin lien quan",
                                              "tin bai lien quan",
                                              "bai lien quan",
                                              "bai viet lien quan",
                                              "tin tuc lien quan",
                                              "van ban lien quan",
                                              "chu de lien quan",
                                              "thong tin lien quan",
                                              "cac tin lien quan",
                                              "cac bai lien quan",
                                              "cac tin khac",
                                              "cac bai khac",
                                              "cac tin bai khac",
                                              "cac bai viet khac",
                                              "tin khac",
                                              "bai khac",
                                              "tin bai khac",
                                              "bai viet khac",
                                              "tin tuc khac",
                                              "thong tin khac",
                                              "cac tin da dua",
                                              "cac tin da dang",
                                              "cac bai da dang",
                                              "cac bai viet da dang",
                                              "tin da dua",
                                              "tin da dang",
                                              "bai da dang",
                                              "tin moi hon",
                                              "tin cu hon",
                                              "cac tin moi hon",
                                              "cac tin cu hon",
                                              "nhung tin moi hon",
                                              "nhung tin cu hon",
                                              "nhung bai moi hon",
                                              "nhung bai cu hon",
                                              "tin moi nhat",
                                              "thong tin moi nhat",
                                              "tin cung chuyen muc",
                                              "cung chuyen muc",
                                              "bai cung chuyen muc",
                                              "cac tin cung",
                                              "tin cung muc",
                                              "doc nhieu",
                                              "tin doc nhieu",
                                              "bai doc nhieu",
                                              "xem nhieu",
                                              "tin xem nhieu",
                                              "nhieu nguoi doc",
                                              "doc them",
                                              "co the ban quan tam",
                                              "ban co the quan tam",
                                              "tin noi bat",
                                              "tin tieu diem",
                                              "other news",
                                              "related news",
                                              "cac tin tiep theo",
                                              "cac tin truoc",
                                              "bai viet tiep theo",
                                              "tin tiep theo",
                                              "lien ket website",
                                              "lien ket web",
                                              "cac bai viet cung",
                                              "bai viet cung",
                                              "su kien lien quan",
                                              "nhung tin khac"};
// Heads only when nothing follows: the same words open headlines.
constexpr std::string_view kBareRelatedHeads[] = {
    "tin moi",       "tin cu",          "tin truoc",   "tin sau",   "bai truoc",
    "bai sau",       "quang cao",       "van ban moi", "thong bao", "lien ket",
    "video",         "tin anh",         "xem tiep",    "lien quan", "tin hot",
    "thu vien anh",  "xem them",        "tin nong",    "moi nhat",  "tiep can thong tin",
    "lich cong tac", "hoi dap",         "tags",        "tag",       "tu khoa",
    "chu de",        "tu khoa tim kiem"};

constexpr std::string_view kCommentHeads[] = {"viet binh luan",
                                              "gui binh luan",
                                              "gui phan hoi",
                                              "gui y kien",
                                              "y kien ban doc",
                                              "y kien phan hoi",
                                              "y kien cua ban",
                                              "y kien doc gia",
                                              "ban doc binh luan",
                                              "binh luan cua ban",
                                              "cac binh luan",
                                              "ho ten",
                                              "ho va ten:",
                                              "ten ban",
                                              "ma xac nhan",
                                              "ma bao ve",
                                              "dang nhap de binh luan",
                                              "phan hoi cua ban",
                                              "binh luan moi",
                                              "email cua ban",
                                              "leave a comment",
                                              "them binh luan",
                                              "de lai binh luan",
                                              "post a comment"};
constexpr std::string_view kBareCommentHeads[] = {"binh luan", "thao luan", "phan hoi",
                                                  "y kien",    "comments",  "comment"};

constexpr std::string_view kFooterOpenings[] = {"ban quyen",
                                                "copyright",
                                                "(c)",
                                                "giay phep",
                                                "so giay phep",
                                                "chiu trach nhiem noi dung",
                                                "nguoi chiu trach nhiem",
                                                "chiu trach nhiem chinh",
                                                "chiu trach nhiem:",
                                                "dien thoai:",
                                                "dien thoai :",
                                                "dt:",
                                                "tel:",
                                                "dia chi:",
                                                "dia chi :",
                                                "tru so:",
                                                "tru so :",
                                                "toa soan",
                                                "tong bien tap",
                                                "truong ban bien tap",
                                                "co quan chu quan",
                                                "don vi chu quan",
                                                "fax",
                                                "thiet ke boi",
                                                "designed by",
                                                "phat trien boi",
                                                "ghi ro nguon",
                                                "best viewed",
                                                "duong day nong:",
                                                "hotline:"};
constexpr std::string_view kFooterPhrases[] = {"giay phep so",
                                               "gp-ttdt",
                                               "gp-btttt",
                                               "all rights reserved",
                                               "(c) 20",
                                               "designed by",
                                               "chiu trach nhiem noi dung:",
                                               "ghi ro nguon",
                                               "so giay phep",
                                               "gp-bvhtt",
                                               "powered by",
                                               "nguoi chiu trach nhiem:",
                                               "chiu trach nhiem:",
                                               "ban quyen thuoc",
                                               "tong bien tap:"};

/// Returns whether `text` is one of `heads` with nothing but marks and counts behind.
bool is_bare_head(std::string_view text, WordList heads) {
  return std::any_of(heads.begin(), heads.end(), [&](std::string_view head) {
    return text.starts_with(head) &&
           text.find_first_of("abcdefghijklmnopqrstuvwxyz", head.size()) == std::string_view::npos;
  });
}

/// Returns whether a line that opens as footers do is a sentence about who is named there: "Tổng
/// biên tập báo X cũng kiến nghị ...".
bool tells_story(const LineShape& shape) {
  constexpr std::size_t kStoryWords = 20;
  return shape.ends_sentence && shape.words.size() >= kStoryWords && shape.numbers < 2 &&
         shape.folded.find(':') == std::string::npos;
}

}  // namespace

std::optional<SectionHead> section_head(const LineShape& shape) {
  if (!shape.is_short()) {
    return std::nullopt;
  }
  const std::string_view text = without_marks(shape.folded);
  const bool brief = shape.words.size() <= kMaxHeadWords;
  const bool inline_head = text.starts_with("xem them:") || text.starts_with("doc them:");
  if (inline_head || (brief && !shape.ends_sentence && opens_with_one_of(text, kRelatedHeads)) ||
      (brief && text.find(':') != std::string_view::npos &&
       opens_with_one_of(text, kRelatedHeads)) ||
      is_bare_head(text, kBareRelatedHeads)) {
    return SectionHead::kRelated;
  }
  const bool count_first = !shape.words.empty() && shape.words.size() == 3 && shape.numbers == 1 &&
                           text.ends_with("binh luan");
  if ((brief && opens_with_one_of(text, kCommentHeads)) || is_bare_head(text, kBareCommentHeads) ||
      count_first) {
    return SectionHead::kComments;
  }
  if (shape.words.size() <= kMaxFooterWords &&
      ((opens_with_one_of(text, kFooterOpenings) && !tells_story(shape)) ||
       holds_one_of(text, kFooterPhrases) || shape.folded.starts_with("\u00A9"))) {
    return SectionHead::kFooter;
  }
  return std::nullopt;
}

}  // namespace tracuu
