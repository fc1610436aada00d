#include "common/entity/province.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <unordered_map>

#include "common/entity/gazetteer/gazetteer.h"
#include "common/entity/province_resolver.h"
#include "common/text/syllable.h"

namespace tracuu {
namespace {

/// Full stops stand in abbreviations only: "Việt Hà. Nam Định" does not hold Hà Nam; an apostrophe
/// stands only within a word: "Cư M'gar".
bool is_unbroken(const TokenizedText& text, std::size_t first, std::size_t end) {
  for (std::size_t i = first; i + 1 < end; ++i) {
    const std::string_view gap = text.gap_after(i);
    if (gap != "'" && gap.find_first_of("./&'") != std::string_view::npos) {
      return false;
    }
  }
  return true;
}

bool all_capitalized(const TokenizedText& text, std::size_t first, std::size_t end) {
  for (std::size_t i = first; i < end; ++i) {
    const bool within_word = i > first && text.gap_after(i - 1) == "'";
    if (!text.tokens[i].capitalized && !within_word) {
      return false;
    }
  }
  return true;
}

PlaceKind kind_of(std::uint32_t phrase_value) {
  return place_reading(phrase_value).kind;
}

/// "Bắc Hà" in "phía Bắc Hà Nội": a district cut out of the name of a province.
bool hides_province(const TokenizedText& text, const PlaceVocabulary& vocabulary, std::size_t first,
                    const PhraseTable::Match& match) {
  if (kind_of(match.values.front()) != PlaceKind::kDistrict || match.token_count < 2) {
    return false;
  }
  const std::size_t last = first + match.token_count - 1;
  const auto inner = vocabulary.places().longest_at(text, last);
  return inner && inner->token_count > 1 &&
         kind_of(inner->values.front()) == PlaceKind::kProvince && text.gap_after(last) == " " &&
         all_capitalized(text, last, last + inner->token_count);
}

/// "quận 1", "Q.12": digits are a district only behind the word for it. "Q1" is a quarter of a
/// year.
bool is_numbered_district(const PlaceCandidate& candidate, const TokenizedText& text) {
  return candidate.cue.cue == PlaceCue::kDistrict && candidate.cue.district_kind == "quận" &&
         !text.gap_after(candidate.first - 1).empty();
}

bool is_written_as_name(const TokenizedText& text, const PlaceCandidate& candidate,
                        PlaceKind kind) {
  if (text.tokens[candidate.first].kind == Token::Kind::kNumber) {
    return is_numbered_district(candidate, text);
  }
  if (kind == PlaceKind::kWeakAlias) {
    return true;
  }
  return all_capitalized(text, candidate.first, candidate.end) &&
         (kind == PlaceKind::kAlias || is_unbroken(text, candidate.first, candidate.end));
}

std::vector<PlaceCandidate> find_candidates(const TokenizedText& text,
                                            const PlaceVocabulary& vocabulary) {
  std::vector<PlaceCandidate> candidates;
  std::size_t i = 0;
  while (i < text.tokens.size()) {
    const Token& token = text.tokens[i];
    const bool number = token.kind == Token::Kind::kNumber && token.span.size() <= 2;
    const auto match =
        token.capitalized || number ? vocabulary.places().longest_at(text, i) : std::nullopt;
    if (!match || hides_province(text, vocabulary, i, *match)) {
      ++i;
      continue;
    }
    PlaceCandidate candidate{.first = i, .end = i + match->token_count, .values = match->values};
    const PlaceKind kind = kind_of(match->values.front());
    if (kind == PlaceKind::kNotPlace) {
      i = candidate.end;
      continue;
    }
    read_cue(text, vocabulary, candidate);
    if (!is_written_as_name(text, candidate, kind)) {
      ++i;
      continue;
    }
    candidates.push_back(candidate);
    i = candidate.end;
  }
  return candidates;
}

/// Letters and digits of the folded text, so that blanks and dashes do not matter.
std::string squeezed(std::string_view normalized) {
  std::string key = fold(normalized);
  std::erase_if(key, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; });
  return key;
}

std::unordered_map<std::string, std::string_view> index_spellings() {
  constexpr std::array<std::string_view, 5> kKinds{"", "tinh", "thanhpho", "tp", "thudo"};
  std::unordered_map<std::string, std::string_view> names;
  const auto add = [&](std::string_view spelling, const Province& province) {
    for (const std::string_view kind : kKinds) {
      names.emplace(std::string(kind) + squeezed(spelling), province.name);
    }
  };
  for (const Province& province : provinces()) {
    add(province.name, province);
  }
  for (const Province& province : provinces()) {
    for (const auto* spellings : {&province.aliases, &province.weak_aliases}) {
      for (const std::string& spelling : *spellings) {
        add(spelling, province);
      }
    }
  }
  return names;
}

std::unordered_map<std::string_view, std::string_view> index_domains() {
  std::unordered_map<std::string_view, std::string_view> sites;
  for (const Province& province : provinces()) {
    for (const std::string& domain : province.domains) {
      sites.emplace(domain, province.name);
    }
  }
  return sites;
}

}  // namespace

std::vector<ProvinceMention> find_provinces(const TokenizedText& text) {
  const PlaceVocabulary& vocabulary = PlaceVocabulary::for_text(text);
  return resolve_places(text, vocabulary, find_candidates(text, vocabulary));
}

std::string parse_province(std::string_view normalized) {
  static const auto names = index_spellings();
  const auto found = names.find(squeezed(normalized));
  return found == names.end() ? std::string() : std::string(found->second);
}

std::string_view province_today(std::string_view province) {
  const Province* found = province_named(province);
  return found == nullptr ? std::string_view() : std::string_view(found->today);
}

std::vector<std::string_view> former_provinces(std::string_view province) {
  std::vector<std::string_view> former;
  for (const Province& candidate : provinces()) {
    if (candidate.today == province) {
      former.emplace_back(candidate.name);
    }
  }
  return former;
}

std::string_view province_of_site(std::string_view host) {
  static const auto sites = index_domains();
  constexpr std::size_t kLongestHost = 253;  // RFC 1035; what is longer names no site
  std::string lower(host.substr(0, host.find(':')));
  if (lower.size() > kLongestHost) {
    return {};
  }
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  // From the whole host to its parents: "phuyen.baodaklak.vn" is a site of its own.
  for (std::string_view rest = lower; !rest.empty();) {
    const auto found = sites.find(rest);
    if (found != sites.end()) {
      return found->second;
    }
    const auto dot = rest.find('.');
    rest = dot == std::string_view::npos ? std::string_view() : rest.substr(dot + 1);
  }
  return {};
}

}  // namespace tracuu
