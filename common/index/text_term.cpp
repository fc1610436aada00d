#include "common/index/text_term.h"

#include <array>

#include "common/index/schema.h"

namespace tracuu {
namespace {

/// By family.
constexpr std::array<std::string_view, 6> kPrefixes{"",
                                                    kAccentedPrefix,
                                                    kBigramPrefix,
                                                    kTitleFoldedPrefix,
                                                    kTitleAccentedPrefix,
                                                    kTitleBigramPrefix};

bool is_upper(char byte) {
  return byte >= 'A' && byte <= 'Z';
}

TermFamily family_of_term(std::string_view term) {
  for (std::size_t family = kPrefixes.size() - 1; family > 0; --family) {
    if (term.starts_with(kPrefixes[family])) {
      return static_cast<TermFamily>(family);
    }
  }
  return TermFamily::kFolded;
}

}  // namespace

bool is_text_term(std::string_view term) {
  return !term.empty() && (!is_upper(term[0]) || family_of_term(term) != TermFamily::kFolded);
}

std::optional<TermKey> key_of(std::string_view term, const TokenStreams& streams) {
  const TermFamily family = family_of_term(term);
  term.remove_prefix(kPrefixes[static_cast<std::size_t>(family)].size());
  if (is_accented(family)) {
    const auto key = streams.key_number(term);
    return key ? std::optional(term_key(family, *key)) : std::nullopt;
  }
  const std::size_t blank = is_bigram(family) ? term.find(' ') : term.npos;
  const auto first = streams.form_number(term.substr(0, blank));
  if (!first || !is_bigram(family)) {
    return first ? std::optional(term_key(family, *first)) : std::nullopt;
  }
  const auto second =
      blank == term.npos ? std::nullopt : streams.form_number(term.substr(blank + 1));
  return second ? std::optional(term_key(family, *first, *second)) : std::nullopt;
}

std::string text_of(TermKey key, const TokenStreams& streams) {
  const TermFamily family = family_of(key);
  std::string term(kPrefixes[static_cast<std::size_t>(family)]);
  if (is_accented(family)) {
    return term.append(streams.key_at(first_of(key)));
  }
  term.append(streams.form(first_of(key)));
  return is_bigram(family) ? term.append(1, ' ').append(streams.form(second_of(key))) : term;
}

}  // namespace tracuu
