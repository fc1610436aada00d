#pragma once

#include <cstddef>
#include <vector>

#include "server/query/query.h"

namespace tracuu {

/// Which of a query's groups an article must meet.
enum class Requirement {
  kEvery,   ///< all, and every little word
  kAll,     ///< all, optional words aside
  kEither,  ///< the quoted phrases; without any, at least one group or little word
  kAny,     ///< the quoted phrases; without any, at least one group that is no little word
  kLoose,   ///< at least one word that is no little one, be it quoted or not
};

/// Returns how many groups kAll asks for that kAny does not: those that are not quoted, and little
/// words only where nothing else is asked for. With fewer than two, and nothing quoted, kAny
/// matches little more.
std::size_t free_groups(const Query& query);
/// Returns whether the query has a quoted phrase.
bool has_quotes(const Query& query);

/// Some groups of a query, which owns them.
using AskingGroups = std::vector<const QueryGroup*>;

/// Returns the groups that ask for something under a requirement.
AskingGroups asking(const Query& query, Requirement requirement);
/// Returns whether a group is a quoted phrase.
bool is_quoted(const QueryGroup& group);

}  // namespace tracuu
