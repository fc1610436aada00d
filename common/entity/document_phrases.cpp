#include "common/entity/document_phrases.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "common/entity/gazetteer/gazetteer.h"
#include "common/entity/token_gap.h"
#include "common/text/phrase_table.h"

namespace tracuu {
namespace {

constexpr std::array<std::string_view, 7> kFirmCodes = {"NQ", "NĐ",   "CT",  "TT",
                                                        "PL", "TTLT", "NQLT"};
constexpr std::array<std::string_view, 13> kLooseCodes = {
    "QĐ", "KL", "QyĐ", "CV", "TB", "KH", "HD", "TTr", "BC", "CĐ", "L", "CTHĐ", "GP"};

template <std::size_t kSize>
bool contains(const std::array<std::string_view, kSize>& codes, std::string_view code) {
  for (const std::string_view one : codes) {
    if (one == code) {
      return true;
    }
  }
  return false;
}

TypeUse use_of(std::string_view code) {
  if (contains(kFirmCodes, code)) {
    return TypeUse::kFirm;
  }
  if (contains(kLooseCodes, code)) {
    return TypeUse::kLoose;
  }
  return code == "ĐA" ? TypeUse::kNamed : TypeUse::kCodeOnly;
}

const std::vector<TypePhrase>& types() {
  static const std::vector<TypePhrase> all = [] {
    std::vector<TypePhrase> result;
    std::unordered_set<std::string> seen;
    const auto add = [&](const std::string& name, const std::string& code) {
      // The first row of a name is the state's, whose code the later ones rarely change.
      if (seen.insert(name).second) {
        result.push_back({.name = name, .code = code, .use = use_of(code)});
      }
    };
    for (const DocumentType& type : document_types()) {
      add(type.name, type.code.empty() ? "CV" : type.code == "L-CTN" ? "L" : type.code);
    }
    add("Văn bản", "CV");
    add("Giấy phép", "GP");
    return result;
  }();
  return all;
}

struct Tables {
  PhraseTable types;
  PhraseTable names;
  std::vector<std::string> name_list;
};

/// "Luật Giao dịch điện tử 2005"; not "Đề án 1755".
bool ends_in_year(std::string_view name) {
  return name.starts_with("Luật ") && name[name.size() - 5] == ' ' &&
         name.substr(name.size() - 4).find_first_not_of("0123456789") == std::string_view::npos;
}

/// Names of laws, and names that carry a number. A programme or a strategy without one is as often
/// the thing itself as the paper that approved it.
bool is_name(std::string_view name) {
  constexpr std::array<std::string_view, 3> kNumbered = {"Đề án ", "Chương trình ", "Chiến lược "};
  const bool numbered = name.find_first_of("0123456789") != std::string_view::npos;
  const bool program = std::ranges::any_of(
      kNumbered, [name](std::string_view start) { return name.starts_with(start); });
  // "Đề án 06/CP" is "Đề án 06" with its issuer.
  return name.starts_with("Luật ") ||
         (program && numbered && name.find('/') == std::string_view::npos);
}

Tables make_tables(PhraseTable::Compare compare) {
  Tables tables{.types = PhraseTable(compare), .names = PhraseTable(compare), .name_list = {}};
  for (std::size_t i = 0; i < types().size(); ++i) {
    tables.types.add(types()[i].name, static_cast<std::uint32_t>(i));
  }
  const auto add = [&tables](std::string_view spelling, std::string_view name) {
    tables.names.add(spelling, static_cast<std::uint32_t>(tables.name_list.size()));
    tables.name_list.emplace_back(name);
  };
  for (const LandmarkDocument& document : landmark_documents()) {
    std::vector<std::string> names = document.popular_names;
    if (document.title.starts_with("Luật ")) {
      names.push_back(document.title);
    }
    for (const std::string& name : names) {
      if (!is_name(name)) {
        continue;
      }
      add(name, name);
      if (ends_in_year(name)) {
        const std::string plain = name.substr(0, name.size() - 5);
        add(plain + " năm " + name.substr(name.size() - 4), name);
        add(plain, plain);
      }
    }
  }
  return tables;
}

const Tables& tables(bool by_folded) {
  static const Tables by_key = make_tables(PhraseTable::Compare::kKey);
  static const Tables folded = make_tables(PhraseTable::Compare::kFolded);
  return by_folded ? folded : by_key;
}

}  // namespace

std::optional<TypePhraseMatch> type_phrase_at(const TokenizedText& text, std::size_t index,
                                              bool by_folded) {
  const auto match = tables(by_folded).types.longest_at(text, index);
  if (!match) {
    return std::nullopt;
  }
  return TypePhraseMatch{.type = &types()[match->values.front()],
                         .token_count = match->token_count};
}

std::optional<PopularNameMatch> popular_name_at(const TokenizedText& text, std::size_t index,
                                                bool by_folded) {
  const Tables& all = tables(by_folded);
  const auto match = all.names.longest_at(text, index);
  if (!match) {
    return std::nullopt;
  }
  return PopularNameMatch{.name = all.name_list[match->values.front()],
                          .token_count = match->token_count};
}

std::size_t skip_number_word(const TokenizedText& text, std::size_t index) {
  if (index + 1 >= text.tokens.size() || text.tokens[index].folded != "so") {
    return index;
  }
  const Gap gap = gap_behind(text, index);
  return gap.bare() || gap.is(':') || gap.is('.') ? index + 1 : index;
}

}  // namespace tracuu
