#include "tests/benchmark/scale/news_names.h"

#include <algorithm>
#include <array>

#include "common/entity/gazetteer/gazetteer.h"

namespace tracuu {
namespace {

struct PaperForm {
  std::string_view type;
  std::string_view code;    ///< behind the number and, where `with_year`, the year
  std::string_view issuer;  ///< "" for that of a province
  bool with_year;
};

constexpr std::array<PaperForm, 10> kPaperForms = {
    {{"Quyết định", "QĐ-UBND", "", false},
     {"Kế hoạch", "KH-UBND", "", false},
     {"Công văn", "UBND-VX", "", false},
     {"Nghị quyết", "NQ-HĐND", "", false},
     {"Nghị quyết", "NQ/TU", "", false},
     {"Quyết định", "QĐ-TTg", "Thủ tướng Chính phủ", false},
     {"Nghị định", "NĐ-CP", "Chính phủ", true},
     {"Nghị quyết", "NQ-CP", "Chính phủ", false},
     {"Thông tư", "TT-BTTTT", "Bộ Thông tin và Truyền thông", true},
     {"Chỉ thị", "CT-TTg", "Thủ tướng Chính phủ", false}}};
constexpr std::array<std::string_view, 9> kPosts = {"Chủ tịch UBND",
                                                    "Phó Chủ tịch UBND",
                                                    "Bí thư Tỉnh ủy",
                                                    "Phó Chủ tịch HĐND",
                                                    "Giám đốc Sở Thông tin và Truyền thông",
                                                    "Phó Giám đốc Sở Thông tin và Truyền thông",
                                                    "Giám đốc Sở Nội vụ",
                                                    "Giám đốc Sở Khoa học và Công nghệ",
                                                    "Chánh Văn phòng UBND"};
constexpr std::array<std::string_view, 12> kMiddleNames = {
    "Văn", "Hữu", "Đức", "Minh", "Quang", "Xuân", "Ngọc", "Thanh", "Công", "Đình", "Quốc", "Thị"};
constexpr std::array<std::string_view, 30> kGivenNames = {
    "Bình",  "Cường", "Dũng",  "Đạt",  "Giang", "Hải",   "Hiếu",  "Hòa",  "Hùng", "Hưng",
    "Khánh", "Lâm",   "Long",  "Mạnh", "Nam",   "Nghĩa", "Phong", "Phúc", "Quân", "Sơn",
    "Tâm",   "Thắng", "Thành", "Thủy", "Toàn",  "Trung", "Tuấn",  "Tùng", "Việt", "Yến"};
constexpr std::array<std::string_view, 16> kNationalSources = {"Báo Nhân Dân",
                                                               "VietnamPlus",
                                                               "Báo Tuổi Trẻ",
                                                               "Báo Thanh Niên",
                                                               "VnExpress",
                                                               "VietNamNet",
                                                               "Báo Dân Trí",
                                                               "ICTnews",
                                                               "chinhphu.vn",
                                                               "mic.gov.vn",
                                                               "Báo Bưu điện Việt Nam",
                                                               "VOV",
                                                               "Báo Lao Động",
                                                               "Báo Tiền Phong",
                                                               "Tạp chí Tin học và Đời sống",
                                                               "VTV"};

void append_day(int day, int month, int year, std::string& text) {
  text.append(" ngày ").append(std::to_string(day)).append("/").append(std::to_string(month));
  text.append("/").append(std::to_string(year));
}

void append_landmark(const LandmarkDocument& paper, std::string& text) {
  text.append(paper.type).append(" số ").append(paper.number);
  if (paper.date.day > 0) {
    append_day(paper.date.day, paper.date.month, paper.date.year, text);
  }
  text.append(" của ").append(paper.issuer, 0, paper.issuer.find(" ("));
}

}  // namespace

void append_paper(std::uint64_t seed, std::uint64_t rank, std::string& text) {
  const auto landmarks = landmark_documents();
  // Every third rank at first, so that papers of provinces are among the frequent ones too.
  if (rank % 3 == 0 && rank / 3 < landmarks.size()) {
    append_landmark(landmarks[rank / 3], text);
    return;
  }
  Random random(mixed(seed, rank));
  const PaperForm& form = kPaperForms[random.below(kPaperForms.size())];
  constexpr int kFirstYear = 2004;
  constexpr int kYears = 22;
  const int year = kFirstYear + static_cast<int>(random.below(kYears));
  const int month = 1 + static_cast<int>(random.below(12));
  const int day = 1 + static_cast<int>(random.below(28));
  text.append(form.type).append(" số ").append(std::to_string(1 + random.below(2800)));
  if (form.with_year) {
    text.append("/").append(std::to_string(year));
  }
  const bool of_party = form.code.find('/') != std::string_view::npos;
  text.append(of_party ? "-" : "/").append(form.code);
  append_day(day, month, year, text);
  text.append(" của ");
  if (!form.issuer.empty()) {
    text.append(form.issuer);
  } else {
    const bool of_council = form.code == "NQ-HĐND";
    text.append(of_party ? "Tỉnh ủy " : of_council ? "HĐND tỉnh " : "UBND tỉnh ");
    text.append(province_name(draw_province(seed, random)));
  }
}

void append_official(std::uint64_t seed, std::uint64_t rank, std::string& text) {
  Random random(mixed(seed, ~rank));
  const auto families = family_names();
  const std::string_view middle = kMiddleNames[random.below(kMiddleNames.size())];
  text.append(middle == "Thị" ? "bà " : "ông ");
  text.append(families[std::min<std::uint64_t>(random.zipf(0.9), families.size() - 1)].name);
  text.append(" ").append(middle).append(" ");
  text.append(kGivenNames[random.below(kGivenNames.size())]).append(", ");
  const std::string_view post = kPosts[random.below(kPosts.size())];
  const std::size_t province = draw_province(seed, random);
  text.append(post).append(" ");
  text.append(post.find("UBND") != std::string_view::npos ||
                      post.find("HĐND") != std::string_view::npos
                  ? province_title(province)
                  : std::string(province_name(province)));
}

std::size_t draw_province(std::uint64_t seed, Random& random) {
  const auto all = provinces();
  const std::uint64_t rank = random.below(3) == 0 ? random.zipf(1.0) : random.below(all.size());
  return mixed(seed, rank % all.size()) % all.size();
}

std::string province_title(std::size_t province) {
  const Province& found = provinces()[province];
  return found.kind + " " + found.name;
}

std::string_view province_name(std::size_t province) {
  return provinces()[province].name;
}

std::string_view draw_source(std::size_t province, Random& random) {
  const auto& own = provinces()[province].domains;
  if (!own.empty() && random.chance(0.6)) {
    return own[random.below(own.size())];
  }
  return kNationalSources[random.zipf(1.0) % kNationalSources.size()];
}

}  // namespace tracuu
