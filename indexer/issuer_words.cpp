#include "indexer/issuer_words.h"

#include <algorithm>
#include <array>
#include <vector>

#include "common/entity/gazetteer/gazetteer.h"
#include "common/text/normalize.h"
#include "common/text/phrase_table.h"
#include "common/text/utf8.h"

namespace tracuu {
namespace {

constexpr std::size_t kMostBytesBehind = 240;
constexpr std::size_t kMostTokensBefore = 14;  ///< "(ngày 01 tháng 7 năm 2014) của"

struct IssuerName {
  std::string_view name;
  std::string_view code;
};

/// What bodies are called in running text beside their full names in the gazetteer.
constexpr std::array<IssuerName, 23> kSpokenNames = {{
    {"Trung ương Đảng", "TW"},
    {"BCH Trung ương", "TW"},
    {"BCH TƯ", "TW"},
    {"Ban Chấp hành Trung ương Đảng", "TW"},
    {"Hội nghị Trung ương", "TW"},
    {"Bộ Chính trị", "TW"},
    {"Ban Bí thư", "TW"},
    {"Thủ tướng", "TTg"},
    {"Tỉnh ủy", "TU"},
    {"Thành ủy", "TU"},
    {"Ban Thường vụ Tỉnh ủy", "TU"},
    {"Ban Thường vụ Thành ủy", "TU"},
    {"BTV Tỉnh ủy", "TU"},
    {"BTV Thành ủy", "TU"},
    {"BCH Đảng bộ tỉnh", "TU"},
    {"Ban Chấp hành Đảng bộ tỉnh", "TU"},
    {"Chủ tịch UBND", "UBND"},
    {"UBND", "UBND"},
    {"HĐND", "HĐND"},
    {"Bộ TT&TT", "BTTTT"},
    {"Bộ TTTT", "BTTTT"},
    {"Bộ KH&CN", "BKHCN"},
    {"Bộ KH&ĐT", "BKHĐT"},
}};

struct IssuerTable {
  PhraseTable phrases;
  std::vector<std::string> codes;

  void add(std::string_view name, std::string_view code) {
    phrases.add(name, static_cast<std::uint32_t>(codes.size()));
    codes.emplace_back(code);
  }
};

const IssuerTable& issuer_table() {
  static const IssuerTable names = [] {
    IssuerTable table;
    for (const Issuer& issuer : issuers()) {
      const std::string_view code = issuer.code;
      if (issuer.name.find('/') == std::string::npos) {
        table.add(issuer.name, code.substr(0, code.find('#')));
      }
    }
    for (const IssuerName& entry : kSpokenNames) {
      table.add(entry.name, entry.code);
    }
    return table;
  }();
  return names;
}

bool ends_clause(std::string_view gap) {
  return gap.find_first_of(";\n") != std::string_view::npos ||
         gap.find(". ") != std::string_view::npos;
}

/// Tokens that may stand between a number and "của": its date.
bool belongs_to_date(const Token& token) {
  constexpr std::array<std::string_view, 4> kWords{"ngay", "thang", "nam", "ky"};
  return token.kind == Token::Kind::kNumber ||
         std::find(kWords.begin(), kWords.end(), token.folded) != kWords.end();
}

bool only_kind_of_place(std::string_view between) {
  std::vector<Token> tokens = tokenize(normalized(between));
  return tokens.size() <= 2 && between.find_first_of(".;,\n") == std::string_view::npos &&
         std::all_of(tokens.begin(), tokens.end(), [](const Token& token) {
           constexpr std::array<std::string_view, 4> kKinds{"tinh", "thanh", "pho", "tp"};
           return std::find(kKinds.begin(), kKinds.end(), token.folded) != kKinds.end();
         });
}

/// Returns the province named right behind byte `end` of the text.
std::string province_behind(const Article& article, std::uint32_t end) {
  for (const ProvinceMention& place : article.entities.provinces) {
    if (place.span.begin < end) {
      continue;
    }
    return only_kind_of_place(slice(article.text, {end, place.span.begin})) ? place.province : "";
  }
  return {};
}

}  // namespace

NamedIssuer named_issuer(const Article& article, const DocumentMention& mention) {
  const std::string_view rest = std::string_view(article.text).substr(mention.span.begin);
  const std::uint32_t in_mention = mention.span.size();
  const NormalizedText spelling = normalize(clip_utf8(rest, in_mention + kMostBytesBehind));
  const TokenizedText text = tokenized(spelling.text);
  std::size_t behind = 0;  // tokens behind the number so far
  for (std::size_t i = 0; i + 1 < text.tokens.size() && behind < kMostTokensBefore; ++i) {
    const bool inside = spelling.to_original(text.tokens[i].span).end <= in_mention;
    behind += inside ? 0 : 1;
    if (text.tokens[i].key == "cua3") {
      const auto match = issuer_table().phrases.longest_at(text, i + 1);
      if (!match) {
        return {};
      }
      const Span last = spelling.to_original(text.tokens[i + match->token_count].span);
      NamedIssuer issuer{issuer_table().codes[match->values.front()], {}};
      if (is_local_issuer(issuer.code)) {
        issuer.province = province_behind(article, mention.span.begin + last.end);
      }
      return issuer;
    }
    if (!inside && (!belongs_to_date(text.tokens[i]) || ends_clause(text.gap_after(i)))) {
      return {};
    }
  }
  return {};
}

bool is_local_issuer(std::string_view issuer) {
  constexpr std::array<std::string_view, 8> kLocal{"TU", "UBND", "HĐND", "UB",
                                                   "HU", "QU",   "ThU",  "ĐU"};
  const std::string_view first = issuer.substr(0, issuer.find('-'));
  return std::find(kLocal.begin(), kLocal.end(), first) != kLocal.end();
}

bool is_issued_by(std::string_view issuer, std::string_view code) {
  const std::string_view first = issuer.substr(0, issuer.find('-'));
  return first == code || (code == "QH" && first.starts_with(code)) ||
         (code == "UBND" && first == "UB");
}

}  // namespace tracuu
