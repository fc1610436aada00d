#include "server/query/unfinished_word.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "common/text/normalize.h"
#include "server/query/understanding.h"

namespace tracuu {
namespace {

void open(QuerySyllable& syllable) {
  syllable.unfinished = true;
  syllable.stop = false;
}

/// Opens the word that ends at `end` in what of a group may stand for it. Returns whether any did.
bool open_in(QueryGroup& group, std::uint32_t end) {
  bool opened = false;
  for (QueryClause& clause : group.alternatives) {
    const bool is_typed = clause.kind != QueryClause::Kind::kExpansion;
    if (is_typed && !clause.syllables.empty() && clause.syllables.back().span.end == end) {
      open(clause.syllables.back());
      clause.or_syllables = clause.kind == QueryClause::Kind::kEntity;
      opened = true;
    }
  }
  return opened;
}

/// Opens the word that ends at `end` wherever it is asked for; where it is a little word, that need
/// not be there, what it may go on to be must. Returns whether it was found.
bool open_in(Query& query, std::uint32_t end) {
  bool opened = false;
  for (QueryGroup& group : query.groups) {
    opened = open_in(group, end) || opened;
  }
  const auto little = std::ranges::find_if(
      query.optional, [end](QueryGroup& group) { return open_in(group, end); });
  if (little == query.optional.end()) {
    return opened;
  }
  query.groups.push_back(std::move(*little));
  query.optional.erase(little);
  return true;
}

QueryChip chip_of(const Query& query, const QuerySyllable& word) {
  const std::string start(slice(query.text, word.span));
  // A blank behind it finishes a word.
  return {"start", start, start + "…", word.span, query.text + ' '};
}

}  // namespace

void leave_last_word_open(Query& query, std::string_view typed) {
  const std::string text = normalized(typed);
  if (query.syllables.empty() || text.empty() || text.back() == ' ' || text.back() == '\n') {
    return;
  }
  QuerySyllable& last = query.syllables.back();
  const auto end = static_cast<std::uint32_t>(query.text.size());
  if (last.span.end != end || last.folded.empty()) {
    return;
  }
  open(last);
  if (!open_in(query, end)) {
    // It was typed before, and is asked for there.
    QueryClause clause;
    clause.syllables = {last};
    query.groups.push_back({{std::move(clause)}});
  }
  query.chips.push_back(chip_of(query, last));
}

Result<Query> understand_request(const SearchRequest& request, const KnownNames* names) {
  Result<Query> query = understand(request.q, names);
  if (query && request.match == Match::kPrefix) {
    leave_last_word_open(*query, request.q);
  }
  return query;
}

}  // namespace tracuu
