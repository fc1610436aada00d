#include "common/entity/document_code.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "common/entity/gazetteer/gazetteer.h"
#include "common/text/syllable.h"
#include "common/text/utf8.h"

namespace tracuu {
namespace {

/// Types met in numbers that the annexes of the decrees do not list.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kFurtherTypes = {{
    {"QĐNS", "Quyết định"},
    {"GP", "Giấy phép"},
    {"GCN", "Giấy chứng nhận"},
    {"CTPH", "Chương trình phối hợp"},
    {"QCPH", "Quy chế phối hợp"},
    {"KHPH", "Kế hoạch phối hợp"},
    {"TTLB", "Thông tư liên bộ"},
    {"HDLN", "Hướng dẫn liên ngành"},
    {"PTr", "Phiếu trình"},
}};

/// Codes found by their letters, with and without marks.
class CodeTable {
 public:
  void add(std::string_view code) {
    const SyllableForms forms = syllable_forms(code);
    by_key_.emplace(forms.key, code);
    by_folded_.emplace(forms.folded, code);
  }

  void add_spelling(std::string_view spelling, std::string_view code) {
    by_key_.emplace(syllable_forms(spelling).key, code);
  }

  const std::string* find(std::string_view written) const {
    const SyllableForms forms = syllable_forms(written);
    if (const auto found = by_key_.find(forms.key); found != by_key_.end()) {
      return &found->second;
    }
    // What is written with marks means what it says.
    const auto found = forms.marked ? by_folded_.end() : by_folded_.find(forms.folded);
    return found == by_folded_.end() ? nullptr : &found->second;
  }

 private:
  std::unordered_map<std::string, std::string> by_key_;
  std::unordered_map<std::string, std::string> by_folded_;
};

const CodeTable& type_table() {
  static const CodeTable table = [] {
    CodeTable result;
    for (const DocumentType& type : document_types()) {
      if (!type.code.empty() && type.code.find('-') == std::string::npos) {
        result.add(type.code);
      }
    }
    for (const auto& [code, name] : kFurtherTypes) {
      result.add(code);
    }
    return result;
  }();
  return table;
}

const CodeTable& issuer_table() {
  static const CodeTable table = [] {
    CodeTable result;
    for (const Issuer& issuer : issuers()) {
      result.add(issuer.code);
    }
    result.add_spelling("TƯ", "TW");
    // Written for UBND until 2003; what is printed is kept.
    result.add("UB");
    return result;
  }();
  return table;
}

const std::unordered_set<std::string>& party_issuers() {
  static const std::unordered_set<std::string> table = [] {
    std::unordered_set<std::string> result;
    for (const Issuer& issuer : issuers()) {
      if (issuer.kind == "party") {
        result.insert(issuer.code);
      }
    }
    return result;
  }();
  return table;
}

/// Names by code, for state and for party papers.
const std::unordered_map<std::string, std::string>& type_names(bool party) {
  static const auto read = [](bool of_party) {
    std::unordered_map<std::string, std::string> result;
    for (const auto& [code, name] : kFurtherTypes) {
      result.emplace(code, name);
    }
    for (const DocumentType& type : document_types()) {
      if (type.code.empty()) {
        continue;
      }
      if (type.family == "party" && of_party) {
        result.insert_or_assign(type.code, type.name);
      } else {
        result.emplace(type.code, type.name);
      }
    }
    return result;
  };
  static const auto of_state = read(false);
  static const auto of_party = read(true);
  return party ? of_party : of_state;
}

}  // namespace

std::optional<std::string_view> type_code_of(std::string_view written) {
  const std::string* found = type_table().find(written);
  return found == nullptr ? std::nullopt : std::optional<std::string_view>(*found);
}

std::optional<std::string> known_issuer(std::string_view written) {
  const std::size_t digits = written.find_first_of("0123456789");
  if (digits != std::string_view::npos) {
    const std::string letters = syllable_forms(written.substr(0, digits)).folded;
    const bool term = written.find_first_not_of("0123456789", digits) == std::string_view::npos &&
                      written.size() - digits <= 2;
    if (term && (letters == "qh" || letters == "ubtvqh")) {
      return (letters == "qh" ? "QH" : "UBTVQH") + std::string(written.substr(digits));
    }
    return std::nullopt;
  }
  const std::string* found = issuer_table().find(written);
  return found == nullptr ? std::nullopt : std::optional(*found);
}

bool is_drafting_unit(std::string_view written) {
  const auto units = drafting_units();
  return std::ranges::find(units, written) != units.end();
}

bool is_party_issuer(std::string_view issuer) {
  const std::string first(issuer.substr(0, issuer.find('-')));
  if (party_issuers().contains(first)) {
    return true;
  }
  if (first == "ĐH") {
    return true;  // a party congress
  }
  // The Fatherland Front numbers as the state does, although its code ends in TW.
  return !first.starts_with("MT") && (first.ends_with("TW") || first.starts_with("TWĐ") ||
                                      first.ends_with("TU") || first.ends_with("ĐU"));
}

std::string_view type_name_of(std::string_view type, std::string_view issuer) {
  if (type == "L" && issuer == "CTN") {
    return "Lệnh";
  }
  const auto& names = type_names(is_party_issuer(issuer));
  const auto found = names.find(std::string(type));
  return found == names.end() ? std::string_view() : std::string_view(found->second);
}

bool looks_like_code(const Token& token, std::string_view written) {
  constexpr std::size_t kMostLetters = 14;
  if (token.kind != Token::Kind::kWord || !token.capitalized) {
    return false;
  }
  std::size_t letters = 0;
  std::size_t capitals = 0;
  for (std::size_t offset = 0; offset < written.size();) {
    const char32_t letter = next_code_point(written, offset);
    ++letters;
    capitals += (letter >= U'A' && letter <= U'Z') || letter == U'Đ' || letter == U'Ư' ? 1 : 0;
  }
  return letters >= 2 && letters <= kMostLetters && capitals * 2 > letters;
}

}  // namespace tracuu
