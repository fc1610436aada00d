#include "server/query/unfinished_word.h"

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

/// Opens the word that ends at `end` in everything that may stand for it. Returns whether any did.
bool open_in_groups(Query& query, std::uint32_t end) {
  bool opened = false;
  for (QueryGroup& group : query.groups) {
    for (QueryClause& clause : group.alternatives) {
      const bool is_typed = clause.kind != QueryClause::Kind::kExpansion;
      if (is_typed && !clause.syllables.empty() && clause.syllables.back().span.end == end) {
        open(clause.syllables.back());
        clause.or_syllables = clause.kind == QueryClause::Kind::kEntity;
        opened = true;
      }
    }
  }
  return opened;
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
  if (!open_in_groups(query, end)) {
    // A little word, which may go on to be another, or one that was typed before.
    std::erase_if(query.optional, [end](const QueryGroup& group) {
      return group.alternatives.front().syllables.back().span.end == end;
    });
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
