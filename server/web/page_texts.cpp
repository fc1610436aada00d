#include "server/web/page_texts.h"

namespace tracuu {
namespace {

constexpr PageTexts kVietnameseTexts{
    .code = "vi",
    .skip = "Đến kết quả",
    .box = "Tìm từ khóa, số văn bản, tỉnh hoặc tên lãnh đạo",
    .example = "Ví dụ: nghị quyết 36 hải phòng",
    .find = "Tìm",
    .other = "English",
    .motto = "Tìm trong tin công nghệ thông tin của cổng và báo các tỉnh, thành phố",
    .facets = "Bộ lọc",
    .when = "Thời gian, nơi",
    .undated = "không rõ ngày đăng",
    .original = "bài gốc",
    .words = "hiểu như từ thường",
    .none = "Không có bài nào khớp",
    .previous = "Trang trước",
    .next = "Trang sau",
    .pages = "Các trang kết quả",
    .failed = "Không trả lời được",
    .papers = "Các văn bản mang số này",
    .paper_open = "Các bài không nói rõ là văn bản nào",
    .candidates = "Số này có thể là",
    .posts = "Chức vụ qua thời gian",
    .latest = "Bài mới nhất",
    .no_article = "Không có bài này",
    .nearest = "Gần nhất trong các bài",
    .everything = "Xem mọi bài",
    .look_for = "Tìm những chữ này trong các bài",
    .fact_kinds = {"Loại", "Cơ quan ban hành", "Ngày ban hành", "Về việc", "Số"},
    .narrow = "Thu hẹp",
    .province = "Tỉnh, thành phố",
    .from = "Từ ngày",
    .to = "Đến ngày",
    .sort = "Xếp theo",
    .relevance = "liên quan nhất",
    .newest = "mới nhất",
    .oldest = "cũ nhất",
    .apply = "Áp dụng",
    .about =
        "Số đếm luôn chính xác. Văn bản, ngày và tên người được máy nhận ra; hãy đối chiếu bài gốc "
        "trước khi trích dẫn.",
    .api = "Dữ liệu và API",
    .embed = "Ô tìm cho trang của bạn",
};

constexpr PageTexts kEnglishTexts{
    .code = "en",
    .skip = "To the results",
    .box = "Search words, document numbers, provinces or officials",
    .example = "For example: nghị quyết 36 hải phòng",
    .find = "Search",
    .other = "Tiếng Việt",
    .motto = "Search the ICT news of Vietnam's provincial portals and papers",
    .facets = "Filters",
    .when = "When, where",
    .undated = "no publication date",
    .original = "original",
    .words = "take as plain words",
    .none = "No article matches",
    .previous = "Previous page",
    .next = "Next page",
    .pages = "Pages of results",
    .failed = "This could not be answered",
    .papers = "Papers of this number",
    .paper_open = "Articles that leave open which paper they mean",
    .candidates = "This number may be",
    .posts = "Posts over time",
    .latest = "Newest articles",
    .no_article = "There is no such article",
    .nearest = "Nearest in the articles",
    .everything = "See all articles",
    .look_for = "Look for these words in the articles",
    .fact_kinds = {"Type", "Issuer", "Date of issue", "Subject", "Number"},
    .narrow = "Narrow down",
    .province = "Province",
    .from = "From",
    .to = "To",
    .sort = "Sort by",
    .relevance = "most relevant",
    .newest = "newest",
    .oldest = "oldest",
    .apply = "Apply",
    .about =
        "Counts are exact. Documents, dates and names were recognized by a program; check the "
        "original before you quote.",
    .api = "Data and API",
    .embed = "Search box for your site",
};

/// "1204" -> "1.204", with the language's own mark between thousands.
std::string grouped(Language language, std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t end = digits.size(); end > 3; end -= 3) {
    digits.insert(end - 3, 1, language == Language::kVietnamese ? '.' : ',');
  }
  return digits;
}

}  // namespace

const PageTexts& texts_in(Language language) {
  return language == Language::kVietnamese ? kVietnameseTexts : kEnglishTexts;
}

std::string count_in_words(Language language, std::uint64_t articles) {
  if (language == Language::kVietnamese) {
    return grouped(language, articles) + " bài";
  }
  return grouped(language, articles) + (articles == 1 ? " article" : " articles");
}

std::string merged_in_words(Language language, std::uint64_t texts) {
  const bool vietnamese = language == Language::kVietnamese;
  return '(' + grouped(language, texts) +
         (vietnamese ? " khi gộp bài đăng lại)" : " without reprints)");
}

std::string all_in_words(Language language, std::uint64_t articles) {
  const std::string count = count_in_words(language, articles);
  return (language == Language::kVietnamese ? "Xem cả "
          : articles == 1                   ? "See "
                                            : "See all ") +
         count;
}

std::string papers_in_words(Language language, std::size_t papers) {
  const std::string count = grouped(language, papers);
  if (language == Language::kVietnamese) {
    return count + " văn bản mang số này";
  }
  return count + (papers == 1 ? " paper has this number" : " papers have this number");
}

std::string coverage_in_words(Language language, const IndexInfo& index) {
  return count_in_words(language, index.articles) +
         (language == Language::kVietnamese ? ", chỉ mục dựng ngày " : ", index built on ") +
         day_in_words(index.built_at.substr(0, 10));
}

std::string day_in_words(const std::string& iso) {
  if (iso.size() != 10) {
    return iso;
  }
  return iso.substr(8, 2) + '/' + iso.substr(5, 2) + '/' + iso.substr(0, 4);
}

}  // namespace tracuu
