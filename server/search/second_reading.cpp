#include "server/search/second_reading.h"

#include <algorithm>
#include <utility>

#include "server/query/keystrokes.h"
#include "server/query/understanding.h"
#include "server/search/correction.h"
#include "server/search/match_set.h"
#include "server/search/proofreader.h"
#include "server/search/selection.h"

namespace tracuu {
namespace {

/// Letters; shorter pieces are what digits of VNI leave of a word.
constexpr std::size_t kShortestWord = 2;

}  // namespace

std::optional<SecondReading> SecondReader::read(const Query& typed) const {
  // Unmarked words that are keys throughout are keys; corrected one by one they would mean little.
  if (!typed.any_marked) {
    auto reading = keystrokes(typed);
    return reading ? std::move(reading) : correction(typed);
  }
  // Where marks were typed the input method was on, and a slip is likelier.
  auto reading = correction(typed);
  return reading ? std::move(reading) : keystrokes(typed);
}

std::optional<SecondReading> SecondReader::keystrokes(const Query& typed) const {
  const std::optional<std::string> text = decode_keystrokes(typed.text);
  if (!text || with_all(typed) > 0) {
    return std::nullopt;
  }
  Result<Query> query = understand(*text, &names_);
  if (!query) {
    return std::nullopt;
  }
  if (replaces_a_word(typed, *query)) {
    return std::nullopt;
  }
  const bool found = with_all(*query) > 0 || (query->best_match && with_any(typed) == 0);
  const bool known = std::all_of(
      query->syllables.begin(), query->syllables.end(),
      [&](const QuerySyllable& syllable) { return terms_.frequency(syllable.folded) > 0; });
  if (!found && !known) {
    return std::nullopt;
  }
  return SecondReading{std::move(*query), found};
}

/// Whether a word that articles have was taken for keys: "bar" is not "bả".
bool SecondReader::replaces_a_word(const Query& typed, const Query& decoded) const {
  return std::any_of(
      typed.syllables.begin(), typed.syllables.end(), [&](const QuerySyllable& syllable) {
        const bool kept = std::any_of(
            decoded.syllables.begin(), decoded.syllables.end(),
            [&](const QuerySyllable& other) { return other.folded == syllable.folded; });
        return !kept && !is_number(syllable) && syllable.folded.size() >= kShortestWord &&
               !is_rare(terms_.articles(), terms_.frequency(syllable.folded));
      });
}

std::optional<SecondReading> SecondReader::correction(const Query& typed) const {
  const std::vector<ProposedText> proposals = Corrector(terms_, deadline_).proposals(typed);
  if (proposals.empty()) {
    return std::nullopt;
  }
  const std::size_t with_typed = with_all(typed);
  for (const ProposedText& proposed : proposals) {
    Result<Query> query = understand(proposed.text, &names_);
    const std::size_t matches = query ? with_windows(*query, proposed.windows) : 0;
    if (matches > 0 && matches >= kMuchMore * with_typed) {
      const bool certain = with_typed == 0 && proposed.unseen && !proposed.quoted;
      return SecondReading{std::move(*query), certain};
    }
  }
  Result<Query> likeliest = understand(proposals.front().text, &names_);
  if (with_typed > 0 || !likeliest || with_windows({}, proposals.front().windows) < kMuchMore) {
    return std::nullopt;
  }
  return SecondReading{std::move(*likeliest), false};
}

/// Counts the articles that have all of a query and, as neighbours, the words of each window.
std::size_t SecondReader::with_windows(Query query,
                                       const std::vector<std::vector<std::string>>& windows) const {
  for (const std::vector<std::string>& window : windows) {
    QueryClause clause;
    clause.kind = QueryClause::Kind::kExpansion;
    for (const std::string& word : window) {
      clause.syllables.push_back({.folded = word,
                                  .key = word,
                                  .marked = false,
                                  .stop = false,
                                  .follows = true,
                                  .span = {}});
    }
    query.groups.push_back({{std::move(clause)}});
  }
  return with_all(query);
}

std::size_t SecondReader::with_all(const Query& query) const {
  return MatchSet(terms_, kAllDocids, deadline_).of(query, Requirement::kAll).size();
}

std::size_t SecondReader::with_any(const Query& query) const {
  return MatchSet(terms_, kAllDocids, deadline_).of(query, Requirement::kAny).size();
}

}  // namespace tracuu
