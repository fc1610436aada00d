#include "server/search/match_set.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <string>
#include <utility>

#include "server/search/phrase_match.h"
#include "server/search/phrase_search.h"
#include "server/search/prefix_terms.h"
#include "server/search/word_start.h"

namespace tracuu {
namespace {

std::vector<std::string> folded_terms(const std::vector<QuerySyllable>& syllables) {
  const bool only_stops = std::all_of(syllables.begin(), syllables.end(),
                                      [](const QuerySyllable& syllable) { return syllable.stop; });
  std::vector<std::string> terms;
  for (const QuerySyllable& syllable : syllables) {
    if (!syllable.stop || only_stops) {
      terms.push_back(syllable.folded);
    }
  }
  return terms;
}

std::vector<QuerySyllable> all_but_last(const std::vector<QuerySyllable>& words) {
  return {words.begin(), words.end() - 1};
}

bool is_unfinished(const QueryClause& clause) {
  return !clause.syllables.empty() && clause.syllables.back().unfinished;
}

}  // namespace

MatchSet::MatchSet(const TermReader& terms, DocidRange range, const Deadline& deadline)
    : terms_(terms), deadline_(deadline) {
  everything_ = terms.index().columns().published_in(range);
}

ArticleSet MatchSet::of(const Query& query, Requirement requirement) const {
  const AskingGroups groups = asking(query, requirement);
  ArticleSet matches;
  if (groups.empty()) {
    matches = everything_;
  } else if (requirement == Requirement::kEvery || requirement == Requirement::kAll) {
    matches = all_groups(groups);
  } else if (requirement == Requirement::kLoose) {
    matches = any_word(groups);
  } else {
    AskingGroups quoted;
    std::copy_if(groups.begin(), groups.end(), std::back_inserter(quoted),
                 [](const QueryGroup* group) { return is_quoted(*group); });
    matches = quoted.empty() ? any_group(groups) : all_groups(quoted);
  }
  for (const QueryClause& clause : query.excluded) {
    matches -= excluded(clause, matches);
  }
  return matches;
}

ArticleSet MatchSet::all_groups(const std::vector<const QueryGroup*>& groups) const {
  std::vector<std::pair<std::uint32_t, const QueryGroup*>> by_size;
  by_size.reserve(groups.size());
  for (const QueryGroup* group : groups) {
    by_size.emplace_back(estimate(*group), group);
  }
  std::stable_sort(by_size.begin(), by_size.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  ArticleSet matches = everything_;
  for (const auto& [size, next] : by_size) {
    ArticleSet found(terms_.ordinals());
    add_group(*next, matches, found);
    matches = std::move(found);
    if (matches.empty()) {
      break;
    }
  }
  return matches;
}

ArticleSet MatchSet::any_group(const std::vector<const QueryGroup*>& groups) const {
  ArticleSet matches(terms_.ordinals());
  for (const QueryGroup* next : groups) {
    add_group(*next, everything_, matches);
  }
  return matches;
}

ArticleSet MatchSet::any_word(const std::vector<const QueryGroup*>& groups) const {
  ArticleSet matches(terms_.ordinals());
  for (const QueryGroup* next : groups) {
    if (!is_quoted(*next)) {
      add_group(*next, everything_, matches);
      continue;
    }
    for (const QueryClause& phrase : next->alternatives) {
      for (const std::string& term : folded_terms(phrase.syllables)) {
        add_bearing(term, everything_, matches);
      }
    }
  }
  return matches;
}

void MatchSet::add_group(const QueryGroup& group, const ArticleSet& within,
                         ArticleSet& found) const {
  for (const QueryClause& clause : group.alternatives) {
    add_clause(clause, within, found);
  }
}

void MatchSet::add_clause(const QueryClause& clause, const ArticleSet& within,
                          ArticleSet& found) const {
  switch (clause.kind) {
    case QueryClause::Kind::kSyllable:
      if (clause.syllables.front().unfinished) {
        found |= starting(clause.syllables.front(), within);
      } else {
        add_bearing(clause.syllables.front().folded, within, found);
      }
      break;
    case QueryClause::Kind::kPhrase:
      found |= side_by_side(clause.syllables, within);
      break;
    case QueryClause::Kind::kExpansion:
      // Its bigrams tell well enough, and are had without a look at the order of words.
      found |= bearing_all(terms_of_phrase(clause.syllables), within);
      break;
    case QueryClause::Kind::kEntity:
      add_entity(clause, within, found);
      break;
  }
}

void MatchSet::add_entity(const QueryClause& clause, const ArticleSet& within,
                          ArticleSet& found) const {
  for (const std::string& term : clause.terms) {
    add_bearing(term, within, found);
  }
  if (clause.or_syllables && !clause.syllables.empty()) {
    found |= all_words(clause.syllables, within);
  }
  if (!clause.code.empty()) {
    found |= phrase(clause.code, within);
  }
}

void MatchSet::add_bearing(const std::string& term, const ArticleSet& within,
                           ArticleSet& found) const {
  deadline_.check();
  terms_.postings(term).add_to(found, within);
}

ArticleSet MatchSet::phrase(const std::vector<QuerySyllable>& syllables,
                            const ArticleSet& within) const {
  ArticleSet candidates = bearing_all(terms_of_phrase(syllables), within);
  if (told_by_terms(syllables)) {
    return candidates;
  }
  return with_phrase(syllables, candidates, terms_.index(), deadline_);
}

ArticleSet MatchSet::starting(const QuerySyllable& word, const ArticleSet& within) const {
  ArticleSet found(terms_.ordinals());
  add_starting(terms_, WordStart(word), within, found, deadline_);
  return found;
}

ArticleSet MatchSet::all_words(const std::vector<QuerySyllable>& words,
                               const ArticleSet& within) const {
  if (!words.back().unfinished) {
    return bearing_all(folded_terms(words), within);
  }
  return starting(words.back(), bearing_all(folded_terms(all_but_last(words)), within));
}

ArticleSet MatchSet::side_by_side(const std::vector<QuerySyllable>& words,
                                  const ArticleSet& within) const {
  if (!words.back().unfinished) {
    return phrase(words, within);
  }
  return starting(words.back(), words.size() == 1 ? within : phrase(all_but_last(words), within));
}

ArticleSet MatchSet::excluded(const QueryClause& clause, const ArticleSet& within) const {
  if (clause.kind == QueryClause::Kind::kEntity) {
    QueryClause bare = clause;
    bare.or_syllables = clause.terms.empty();
    ArticleSet found(terms_.ordinals());
    add_entity(bare, within, found);
    return found;
  }
  return phrase(clause.syllables, within);
}

ArticleSet MatchSet::bearing_all(const std::vector<std::string>& terms,
                                 const ArticleSet& within) const {
  ArticleSet matches = within;
  for (const std::string& term : terms) {
    ArticleSet found(terms_.ordinals());
    add_bearing(term, matches, found);
    matches = std::move(found);
  }
  return matches;
}

std::uint32_t MatchSet::estimate(const QueryGroup& group) const {
  return std::accumulate(
      group.alternatives.begin(), group.alternatives.end(), std::uint32_t{0},
      [&](std::uint32_t sum, const QueryClause& clause) { return sum + estimate(clause); });
}

std::uint32_t MatchSet::estimate(const QueryClause& clause) const {
  if (is_unfinished(clause)) {
    return static_cast<std::uint32_t>(terms_.articles());  // last: many words to look for
  }
  const auto rarest = [&](const std::vector<std::string>& terms) {
    auto least = static_cast<std::uint32_t>(terms_.articles());
    for (const std::string& term : terms) {
      least = std::min(least, terms_.postings(term).size());
    }
    return least;
  };
  if (clause.kind == QueryClause::Kind::kPhrase || clause.kind == QueryClause::Kind::kExpansion) {
    return rarest(terms_of_phrase(clause.syllables));
  }
  std::uint32_t sum = 0;
  for (const std::string& term : clause.terms) {
    sum += terms_.postings(term).size();
  }
  if (!clause.code.empty()) {
    sum += rarest(terms_of_phrase(clause.code));
  }
  const bool by_syllables = clause.kind == QueryClause::Kind::kSyllable || clause.or_syllables;
  return by_syllables ? sum + rarest(folded_terms(clause.syllables)) : sum;
}

}  // namespace tracuu
