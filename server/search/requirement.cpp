#include "server/search/requirement.h"

#include <algorithm>
#include <iterator>

#include "server/query/optional_word.h"

namespace tracuu {
namespace {

void append(const std::vector<QueryGroup>& groups, AskingGroups& all) {
  for (const QueryGroup& group : groups) {
    if (!group.alternatives.empty()) {
      all.push_back(&group);
    }
  }
}

template <typename Test>
AskingGroups those(const AskingGroups& groups, const Test& test) {
  AskingGroups kept;
  std::copy_if(
      groups.begin(), groups.end(), std::back_inserter(kept), [&](const QueryGroup* group) {
        return std::any_of(
            group->alternatives.begin(), group->alternatives.end(), [&](const QueryClause& clause) {
              return clause.kind != QueryClause::Kind::kSyllable || test(clause.syllables.front());
            });
      });
  return kept;
}

/// The groups that say enough for an article to be among the nearest that has one alone. The last
/// resorts are taken in an order by which a question without marks never asks for less than the
/// same with them.
AskingGroups telling(const AskingGroups& groups) {
  const auto never_little = [](const QuerySyllable& syllable) {
    return !says_little_without_marks(syllable.folded);
  };
  AskingGroups kept = those(groups, [&](const QuerySyllable& syllable) {
    return !syllable.stop && never_little(syllable);
  });
  if (kept.empty()) {
    kept = those(groups, never_little);
  }
  return kept.empty() ? groups : kept;
}

}  // namespace

bool is_quoted(const QueryGroup& group) {
  return std::all_of(
      group.alternatives.begin(), group.alternatives.end(),
      [](const QueryClause& clause) { return clause.kind == QueryClause::Kind::kPhrase; });
}

AskingGroups asking(const Query& query, Requirement requirement) {
  AskingGroups groups;
  append(query.groups, groups);
  if (requirement == Requirement::kAll) {
    return groups;
  }
  if (requirement == Requirement::kEvery || requirement == Requirement::kEither) {
    append(query.optional, groups);
    return groups;
  }
  return telling(groups);
}

std::size_t free_groups(const Query& query) {
  const AskingGroups all = asking(query, Requirement::kAll);
  const AskingGroups content =
      those(all, [](const QuerySyllable& syllable) { return !syllable.stop; });
  const AskingGroups& groups = content.empty() ? all : content;
  return static_cast<std::size_t>(std::count_if(
      groups.begin(), groups.end(), [](const QueryGroup* group) { return !is_quoted(*group); }));
}

bool has_quotes(const Query& query) {
  return std::any_of(query.groups.begin(), query.groups.end(), is_quoted);
}

}  // namespace tracuu
