#include "server/query/typed_province.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/entity/gazetteer/gazetteer.h"
#include "common/entity/token_gap.h"
#include "common/text/phrase_table.h"

namespace tracuu {
namespace {

constexpr std::size_t kMostNameTokens = 6;

/// One way to write a province.
struct Spelling {
  const Province* province = nullptr;
  std::vector<std::string> keys;  ///< of its tokens
};

struct Names {
  std::vector<Spelling> spellings;
  PhraseTable by_folded{PhraseTable::Compare::kFolded};

  void add(const Province& province, std::string_view spelling) {
    Spelling entry{.province = &province, .keys = {}};
    for (const Token& token : tokenize(spelling)) {
      entry.keys.push_back(token.key);
    }
    by_folded.add(spelling, static_cast<std::uint32_t>(spellings.size()));
    spellings.push_back(std::move(entry));
  }
};

const Names& names() {
  static const Names table = [] {
    Names all;
    for (const Province& province : provinces()) {
      all.add(province, province.name);
      for (const std::string& alias : province.aliases) {
        all.add(province, alias);
      }
      // Shorter ones ("HP") are brands and units as often; longer ones ("Đất Tổ") are words.
      for (const std::string& alias : province.weak_aliases) {
        if (alias.size() == 3) {
          all.add(province, alias);
        }
      }
    }
    return all;
  }();
  return table;
}

bool has_marks_of(const Spelling& spelling, const TypedText& typed, std::size_t begin) {
  for (std::size_t i = 0; i < spelling.keys.size(); ++i) {
    const Token& token = typed.text.tokens[begin + i];
    if (token.marked && token.key != spelling.keys[i]) {
      return false;
    }
  }
  return true;
}

struct FoundName {
  const Province* province = nullptr;
  TokenRange tokens;
};

std::optional<FoundName> name_at(const TypedText& typed, TokenRange range) {
  if (range.begin >= range.end) {
    return std::nullopt;
  }
  const auto match = names().by_folded.longest_at(typed.text, range.begin);
  if (!match || match->token_count > range.size()) {
    return std::nullopt;
  }
  for (const std::uint32_t value : match->values) {
    const Spelling& spelling = names().spellings[value];
    if (has_marks_of(spelling, typed, range.begin)) {
      return FoundName{spelling.province, {range.begin, range.begin + match->token_count}};
    }
  }
  return std::nullopt;
}

/// Returns how many tokens say what kind of place follows: "tỉnh", "thành phố", "TP".
std::size_t kind_words_at(const TypedText& typed, TokenRange range) {
  const auto folded = [&](std::size_t offset) {
    return range.begin + offset < range.end
               ? std::string_view(typed.text.tokens[range.begin + offset].folded)
               : std::string_view();
  };
  if (folded(0) == "thanh" && folded(1) == "pho") {
    return 2;
  }
  return folded(0) == "tinh" || folded(0) == "tp" ? 1 : 0;
}

using Pair = std::array<std::string_view, 2>;

/// Word before a name, and the name's first syllable that belongs to it.
constexpr std::array<Pair, 7> kLeadsIn = {{{"viet", "nam"},
                                           {"thai", "binh"},
                                           {"mien", "nam"},
                                           {"dong", "nam"},
                                           {"an", "ninh"},
                                           {"cong", "an"},
                                           {"danh", "gia"}}};
/// Last syllable of a name, and the word behind that it belongs to.
constexpr std::array<Pair, 9> kRunsOn = {{{"an", "toan"},
                                          {"an", "ninh"},
                                          {"an", "sinh"},
                                          {"an", "khang"},
                                          {"binh", "duong"},
                                          {"dinh", "huong"},
                                          {"dinh", "vuong"},
                                          {"duong", "hoc"},
                                          {"bien", "hoa"}}};

bool are(std::span<const Pair> pairs, const TypedText& typed, std::size_t first) {
  const auto& tokens = typed.text.tokens;
  return gap_behind(typed.text, first).blank() &&
         std::any_of(pairs.begin(), pairs.end(), [&](const Pair& pair) {
           return tokens[first].folded == pair[0] && tokens[first + 1].folded == pair[1];
         });
}

bool belongs_to_words_around(const TypedText& typed, TokenRange name, TokenRange range,
                             bool after_entity) {
  if (name.begin > 0 && !after_entity && are(kLeadsIn, typed, name.begin - 1)) {
    // In "công an Ninh Bình" the "an" belongs to "công".
    const bool taken = name.begin > 1 && are(kLeadsIn, typed, name.begin - 2);
    if (!taken) {
      return true;
    }
  }
  return name.end < range.end && are(kRunsOn, typed, name.end - 1) &&
         !name_at(typed, {name.end, range.end});
}

/// Returns whether a dot joins tokens `index` and the next one without a blank: "haiphong.gov.vn".
bool is_dotted(const TypedText& typed, std::size_t index) {
  const Gap gap = gap_behind(typed.text, index);
  return gap.is('.') && gap.tight();
}

bool is_in_address(const TypedText& typed, TokenRange name, bool after_entity) {
  return is_dotted(typed, name.end - 1) ||
         (!after_entity && name.begin > 0 && is_dotted(typed, name.begin - 1));
}

}  // namespace

std::optional<TypedEntity> province_typed_at(const TypedText& typed, TokenRange range,
                                             bool after_entity) {
  const std::size_t kind_words = kind_words_at(typed, range);
  auto found = name_at(typed, {range.begin + kind_words, range.end});
  const bool bound_before = after_entity || (kind_words > 0 && found);
  if (!found) {
    found = name_at(typed, range);
  }
  if (!found || is_in_address(typed, found->tokens, bound_before) ||
      belongs_to_words_around(typed, found->tokens, range, bound_before)) {
    return std::nullopt;
  }
  const std::string& name = found->province->name;
  return TypedEntity{.tokens = {range.begin, found->tokens.end},
                     .name_span = typed.span_of(found->tokens),
                     .field = FieldId::kMentioned,
                     .terms = {filter_term(FieldId::kMentioned, name)},
                     .soft = true,
                     .code = {},
                     .kind = "province",
                     .value = name,
                     .label = name};
}

bool dash_is_in_province(const TypedText& typed, std::size_t index) {
  const std::size_t count = typed.text.tokens.size();
  for (std::size_t begin = index + 1 > kMostNameTokens ? index + 1 - kMostNameTokens : 0;
       begin <= index; ++begin) {
    const auto found = name_at(typed, {begin, count});
    if (found && found->tokens.end > index + 1) {
      return true;
    }
  }
  return false;
}

}  // namespace tracuu
