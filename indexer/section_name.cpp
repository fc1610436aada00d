#include "indexer/section_name.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "common/text/normalize.h"
#include "common/text/syllable.h"
#include "indexer/line_text.h"
#include "indexer/word_list.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxSectionWords = 12;
constexpr std::size_t kMaxPartWords = 6;

// Lists of folded names, each between bars.

// What sections are about; several may stand together: "Văn hóa - Xã hội", "Bưu chính, Viễn thông".
constexpr std::string_view kTopics =
    "|thoi su|chinh tri|xa hoi|kinh te|van hoa|van nghe|the thao|giao duc|dao tao|y te|"
    "suc khoe|phap luat|quoc phong|an ninh|khoa hoc|cong nghe|cong nghe thong tin|cntt|"
    "vien thong|buu chinh|internet|bao chi|xuat ban|truyen thong|thong tin|chuyen doi so|"
    "cai cach hanh chinh|cai cach tu phap|chinh phu dien tu|chinh quyen dien tu|"
    "chinh quyen so|chinh phu so|kinh te so|xa hoi so|quan tri so|doi moi sang tao|"
    "an toan thong tin|doi song|moi truong|nong nghiep|nong thon|nong thon moi|"
    "cong nghiep|thuong mai|du lich|dich vu|doanh nghiep|dau tu|tai chinh|ngan hang|"
    "xay dung dang|xay dung chinh quyen|doan the|noi chinh|quoc te|doi ngoai|trong nuoc|"
    "trong tinh|the gioi|bien dao|ban doc|phong su|ky su|ghi chep|phong van|binh luan|"
    "dien dan|su kien|tu lieu|ho so|van ban|chinh sach|thong bao|thong cao bao chi|"
    "tin tuc|tin van|so hoa|goc nhin|tieu diem|";

// What sections are called as a whole.
constexpr std::string_view kSections =
    "|trang chu|trang nhat|home|chi tiet tin|chi tiet tin tuc|chi tiet bai viet|"
    "noi dung chi tiet|noi dung bai viet|noi dung tin|xem tin|xem chi tiet|"
    "thong tin chi tiet|ban tin|diem bao|diem tin|tin chinh|thong tin chi dao dieu hanh|"
    "thong tin chi dao, dieu hanh|chi dao dieu hanh|chi dao, dieu hanh|"
    "hoat dong cua lanh dao|hoat dong lanh dao|hoat dong cua lanh dao tinh|"
    "hoat dong cua so|hoat dong cua bo|hoat dong nganh|hoat dong cua nganh|"
    "hoat dong su kien|thong tin tuyen truyen|thong tin can biet|tin hoat dong|"
    "nhip song so|cuoc song so|the gioi so|van de hom nay|chuyen hom nay|cung ban luan|"
    "tu co so|chuyen o co so|tieng noi tu co so|guong sang|guong dien hinh|"
    "dien hinh tien tien|nguoi tot viec tot|nguoi tot, viec tot|nhin ra the gioi|"
    "phap luat va doi song|chinh sach moi|van ban moi|chinh sach va cuoc song|"
    "nghi quyet va cuoc song|hoi dap phap luat|tim hieu phap luat|"
    "dang trong cuoc song hom nay|dua nghi quyet vao cuoc song|"
    "dua nghi quyet cua dang vao cuoc song|dua nghi quyet dang vao cuoc song|"
    "dua chi thi, nghi quyet vao cuoc song|nghi quyet cua dang vao cuoc song|"
    "hoc va lam theo bac|hoc tap va lam theo bac|hoc tap va lam theo loi bac|"
    "xay dung nong thon moi|chung tay xay dung nong thon moi|"
    "chung tay cai cach hanh chinh|xay dung dang va he thong chinh tri|"
    "bao ve nen tang tu tuong cua dang|phong chong tham nhung|"
    "phong, chong tham nhung, lang phi|kinh te tap the|khoi nghiep|su kien va binh luan|"
    "bien, dao que huong|";

// "Tin" with where it is from: "Tin trong tỉnh", "Tin tức - Sự kiện".
constexpr std::string_view kTinTails =
    "|tuc|trong tinh|trong nuoc|trong huyen|trong xa|trong thanh pho|quoc te|dia phuong|"
    "tu co so|co so|hoat dong|hoat dong cua bo|hoat dong cua so|hoat dong nganh|"
    "hoat dong so nganh|hoat dong so, nganh|so nganh|cac so nganh|so, ban, nganh|"
    "tu cac so, nganh|nganh|trong nganh|noi bat|moi|tong hop|chuyen nganh|"
    "hoat dong chi dao dieu hanh|chi dao dieu hanh|chi dao, dieu hanh|"
    "hoat dong cua lanh dao|lanh dao|tuc hoat dong|tuc chung|tuc tong hop|tuc trong tinh|"
    "tuc trong nuoc|tuc moi|tuc cong nghe|";

constexpr std::string_view kMarks = " -|:*.[]()/\"'";

/// Returns whether a folded name stands in a list.
bool is_in(std::string_view name, std::string_view list) {
  for (std::size_t at = list.find(name); at != std::string_view::npos && !name.empty();
       at = list.find(name, at + 1)) {
    if (at > 0 && list[at - 1] == '|' && list[at + name.size()] == '|') {
      return true;
    }
  }
  return false;
}

/// Returns whether a folded text is one section's name.
bool is_known(std::string_view folded) {
  return is_in(folded, kTopics) || is_in(folded, kSections) ||
         (folded.starts_with("tin ") && is_in(folded.substr(4), kTinTails));
}

/// Returns whether all that dividers part in a folded text is what sections are about.
bool is_row_of_topics(std::string_view folded) {
  constexpr std::string_view kDividers[] = {" - ", ", ", " va ", " & ", " / ", "-"};
  while (!folded.empty()) {
    std::size_t end = folded.size();
    std::size_t next = folded.size();
    for (const std::string_view divider : kDividers) {
      if (const std::size_t at = folded.find(divider); at < end) {
        end = at;
        next = at + divider.size();
      }
    }
    if (!is_known(trim_marks(folded.substr(0, end), kMarks))) {
      return false;
    }
    folded.remove_prefix(next);
  }
  return true;
}

/// Returns whether a folded text is a section's name or several of them.
bool is_section(std::string_view folded) {
  folded = trim_marks(folded, kMarks);
  return !folded.empty() && (is_known(folded) || is_row_of_topics(folded));
}

/// Cuts a written line at `dividers`; the parts are folded.
std::vector<std::string> parts_at(std::string_view written, WordList dividers) {
  std::vector<std::string> parts;
  for (bool more = true; more;) {
    std::size_t end = written.size();
    std::size_t next = written.size();
    for (const std::string_view divider : dividers) {
      if (const std::size_t at = written.find(divider); at < end) {
        end = at;
        next = at + divider.size();
      }
    }
    more = end < written.size();
    std::string part = fold(normalized(written.substr(0, end)));
    parts.emplace_back(trim_marks(part, " "));
    written.remove_prefix(next);
  }
  return parts;
}

}  // namespace

bool is_section_name(const LineShape& shape) {
  return shape.is_short() && shape.words.size() <= kMaxSectionWords && is_section(shape.folded);
}

bool is_breadcrumb(std::string_view written, const LineShape& shape) {
  constexpr std::string_view kArrows[] = {"\u203A", "\u00BB", ">", "\u2192", "\u25B8", "\u276F"};
  constexpr std::string_view kSlashes[] = {" / "};
  if (!shape.is_short() || shape.ends_statement) {
    return false;
  }
  const bool arrows = std::any_of(std::begin(kArrows), std::end(kArrows), [&](auto arrow) {
    return written.find(arrow) != std::string_view::npos;
  });
  if (!arrows && written.find(" / ") == std::string_view::npos) {
    return false;
  }
  const auto parts = parts_at(written, arrows ? WordList(kArrows) : WordList(kSlashes));
  // An arrow in front makes a line a link to another article.
  if (parts.size() < 2 || parts.front().empty()) {
    return false;
  }
  if (is_section(parts.front())) {
    return true;
  }
  const bool brief = std::all_of(parts.begin(), parts.end(), [](const std::string& part) {
    const auto blanks = static_cast<std::size_t>(std::count(part.begin(), part.end(), ' '));
    return blanks < kMaxPartWords && part.find_first_of("0123456789") == std::string::npos;
  });
  return arrows && brief;
}

}  // namespace tracuu
