#include "server/search/match_set.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <string>
#include <utility>

#include "server/search/phrase_match.h"

namespace tracuu {
namespace {

/// Postings between two looks at the clock.
constexpr std::size_t kDeadlineEvery = 4096;

bool is_stop(const QueryGroup& group) {
  return std::all_of(
      group.alternatives.begin(), group.alternatives.end(), [](const QueryClause& clause) {
        return clause.kind == QueryClause::Kind::kSyllable && clause.syllables.front().stop;
      });
}

bool is_quoted(const QueryGroup& group) {
  return std::all_of(
      group.alternatives.begin(), group.alternatives.end(),
      [](const QueryClause& clause) { return clause.kind == QueryClause::Kind::kPhrase; });
}

/// The groups that ask for something; stop syllables ask only when nothing else was typed.
std::vector<const QueryGroup*> asking(const Query& query) {
  std::vector<const QueryGroup*> all;
  std::vector<const QueryGroup*> content;
  for (const QueryGroup& group : query.groups) {
    if (group.alternatives.empty()) {
      continue;
    }
    all.push_back(&group);
    if (!is_stop(group)) {
      content.push_back(&group);
    }
  }
  return content.empty() ? all : content;
}

DocidSet united(const DocidSet& a, const DocidSet& b) {
  DocidSet both;
  both.reserve(a.size() + b.size());
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

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

}  // namespace

std::size_t free_groups(const Query& query) {
  const std::vector<const QueryGroup*> groups = asking(query);
  return static_cast<std::size_t>(std::count_if(
      groups.begin(), groups.end(), [](const QueryGroup* group) { return !is_quoted(*group); }));
}

bool has_quotes(const Query& query) {
  return std::any_of(query.groups.begin(), query.groups.end(), is_quoted);
}

MatchSet::MatchSet(const Xapian::Database& database, const TokenStreams& streams,
                   std::span<const Xapian::docid> all, DocidRange range, const Deadline& deadline)
    : database_(database), streams_(streams), all_(all), range_(range), deadline_(deadline) {}

DocidSet MatchSet::of(const Query& query, Requirement requirement) const {
  const std::vector<const QueryGroup*> groups = asking(query);
  DocidSet matches;
  if (groups.empty()) {
    const auto docids = everything();
    matches.assign(docids.begin(), docids.end());
  } else if (requirement == Requirement::kAll) {
    matches = all_groups(groups, nullptr);
  } else if (requirement == Requirement::kLoose) {
    matches = any_word(groups);
  } else {
    std::vector<const QueryGroup*> quoted;
    std::copy_if(groups.begin(), groups.end(), std::back_inserter(quoted),
                 [](const QueryGroup* group) { return is_quoted(*group); });
    matches = quoted.empty() ? any_group(groups) : all_groups(quoted, nullptr);
  }
  for (const QueryClause& clause : query.excluded) {
    const DocidSet out = excluded(clause, &matches);
    DocidSet rest;
    rest.reserve(matches.size() - out.size());
    std::set_difference(matches.begin(), matches.end(), out.begin(), out.end(),
                        std::back_inserter(rest));
    matches = std::move(rest);
  }
  return matches;
}

DocidSet MatchSet::all_groups(const std::vector<const QueryGroup*>& groups, Within within) const {
  std::vector<std::pair<Xapian::doccount, const QueryGroup*>> by_size;
  by_size.reserve(groups.size());
  for (const QueryGroup* group : groups) {
    by_size.emplace_back(estimate(*group), group);
  }
  std::stable_sort(by_size.begin(), by_size.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  DocidSet matches;
  for (const auto& [size, next] : by_size) {
    matches = group(*next, within);
    if (matches.empty()) {
      break;
    }
    within = &matches;
  }
  return matches;
}

DocidSet MatchSet::any_group(const std::vector<const QueryGroup*>& groups) const {
  DocidSet matches;
  for (const QueryGroup* next : groups) {
    matches = united(matches, group(*next, nullptr));
  }
  return matches;
}

DocidSet MatchSet::any_word(const std::vector<const QueryGroup*>& groups) const {
  DocidSet matches;
  for (const QueryGroup* next : groups) {
    if (!is_quoted(*next)) {
      matches = united(matches, group(*next, nullptr));
      continue;
    }
    for (const QueryClause& phrase : next->alternatives) {
      for (const std::string& term : folded_terms(phrase.syllables)) {
        matches = united(matches, bearing(term, nullptr));
      }
    }
  }
  return matches;
}

DocidSet MatchSet::group(const QueryGroup& group, Within within) const {
  DocidSet matches = clause(group.alternatives.front(), within);
  for (std::size_t i = 1; i < group.alternatives.size(); ++i) {
    matches = united(matches, clause(group.alternatives[i], within));
  }
  return matches;
}

DocidSet MatchSet::clause(const QueryClause& clause, Within within) const {
  switch (clause.kind) {
    case QueryClause::Kind::kSyllable:
      return bearing(clause.syllables.front().folded, within);
    case QueryClause::Kind::kPhrase:
      return phrase(clause.syllables, within);
    case QueryClause::Kind::kExpansion:
      // Its bigrams tell well enough, and are had without a look at positions.
      return bearing_all(terms_of_phrase(clause.syllables), within);
    case QueryClause::Kind::kEntity:
      break;
  }
  return entity(clause, within);
}

DocidSet MatchSet::entity(const QueryClause& clause, Within within) const {
  DocidSet matches;
  for (const std::string& term : clause.terms) {
    matches = united(matches, bearing(term, within));
  }
  if (clause.or_syllables && !clause.syllables.empty()) {
    matches = united(matches, bearing_all(folded_terms(clause.syllables), within));
  }
  if (!clause.code.empty()) {
    matches = united(matches, phrase(clause.code, within));
  }
  return matches;
}

DocidSet MatchSet::phrase(const std::vector<QuerySyllable>& syllables, Within within) const {
  DocidSet candidates = bearing_all(terms_of_phrase(syllables), within);
  const PhraseMatch match(streams_, syllables);
  if (match.told_by_terms()) {
    return candidates;
  }
  std::erase_if(candidates, [&](Xapian::docid docid) {
    deadline_.check();
    return !match.holds(docid);
  });
  return candidates;
}

DocidSet MatchSet::excluded(const QueryClause& clause, Within within) const {
  if (clause.kind == QueryClause::Kind::kEntity) {
    QueryClause bare = clause;
    bare.or_syllables = clause.terms.empty();
    return entity(bare, within);
  }
  return phrase(clause.syllables, within);
}

DocidSet MatchSet::bearing_all(std::vector<std::string> terms, Within within) const {
  std::vector<std::pair<Xapian::doccount, std::string>> by_size;
  for (std::string& term : terms) {
    const Xapian::doccount size = database_.get_termfreq(term);
    by_size.emplace_back(size, std::move(term));
  }
  std::sort(by_size.begin(), by_size.end());
  DocidSet matches;
  for (const auto& [size, term] : by_size) {
    matches = bearing(term, within);
    within = &matches;
  }
  return matches;
}

DocidSet MatchSet::bearing(const std::string& term, Within within) const {
  DocidSet matches;
  auto posting = database_.postlist_begin(term);
  const auto end = database_.postlist_end(term);
  if (posting == end) {
    return matches;
  }
  posting.skip_to(range_.first);
  auto candidate = within != nullptr ? within->begin() : DocidSet::const_iterator();
  for (std::size_t steps = 1; posting != end && *posting <= range_.last; ++steps) {
    if (steps % kDeadlineEvery == 0) {
      deadline_.check();
    }
    const Xapian::docid docid = *posting;
    if (within == nullptr) {
      matches.push_back(docid);
      ++posting;
      continue;
    }
    while (candidate != within->end() && *candidate < docid) {
      ++candidate;
    }
    if (candidate == within->end()) {
      break;
    }
    if (*candidate == docid) {
      matches.push_back(docid);
      ++candidate;
      ++posting;
    } else {
      posting.skip_to(*candidate);
    }
  }
  return matches;
}

Xapian::doccount MatchSet::estimate(const QueryGroup& group) const {
  return std::accumulate(
      group.alternatives.begin(), group.alternatives.end(), Xapian::doccount{0},
      [&](Xapian::doccount sum, const QueryClause& clause) { return sum + estimate(clause); });
}

Xapian::doccount MatchSet::estimate(const QueryClause& clause) const {
  const auto rarest = [&](const std::vector<std::string>& terms) {
    Xapian::doccount least = database_.get_doccount();
    for (const std::string& term : terms) {
      least = std::min(least, database_.get_termfreq(term));
    }
    return least;
  };
  if (clause.kind == QueryClause::Kind::kPhrase || clause.kind == QueryClause::Kind::kExpansion) {
    return rarest(terms_of_phrase(clause.syllables));
  }
  Xapian::doccount sum = 0;
  for (const std::string& term : clause.terms) {
    sum += database_.get_termfreq(term);
  }
  if (!clause.code.empty()) {
    sum += rarest(terms_of_phrase(clause.code));
  }
  const bool by_syllables = clause.kind == QueryClause::Kind::kSyllable || clause.or_syllables;
  return by_syllables ? sum + rarest(folded_terms(clause.syllables)) : sum;
}

std::span<const Xapian::docid> MatchSet::everything() const {
  const auto first = std::lower_bound(all_.begin(), all_.end(), range_.first);
  const auto last = std::upper_bound(first, all_.end(), range_.last);
  return {first, last};
}

}  // namespace tracuu
