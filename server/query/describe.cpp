#include <string>

#include "server/query/lexing.h"
#include "server/query/query_unit.h"
#include "server/query/understanding.h"

namespace tracuu {
namespace {

/// Canonical key where marks were typed, folded form where none were: what is compared.
std::string form(const QuerySyllable& syllable) {
  return (syllable.marked ? syllable.key : syllable.folded) + (syllable.unfinished ? "*" : "");
}

std::string joined(const std::vector<QuerySyllable>& syllables) {
  std::string out;
  for (const QuerySyllable& syllable : syllables) {
    out.append(out.empty() ? "" : " ").append(form(syllable));
  }
  return out;
}

std::string described(const QueryClause& clause) {
  if (clause.kind == QueryClause::Kind::kSyllable) {
    return joined(clause.syllables);
  }
  if (clause.kind == QueryClause::Kind::kPhrase) {
    return '"' + joined(clause.syllables) + '"';
  }
  std::string out(field(clause.field).name);
  for (const std::string& term : clause.terms) {
    out.append(1, ':').append(term);
  }
  return clause.or_syllables ? out + '|' + joined(clause.syllables) : out;
}

std::string described(const QueryGroup& group) {
  const bool single = group.typed() == 1;
  std::string out;
  for (const QueryClause& clause : group.alternatives) {
    if (clause.kind == QueryClause::Kind::kExpansion) {
      out.append(1, '|').append(joined(clause.syllables));
    } else if (single) {
      const bool plain = clause.kind == QueryClause::Kind::kSyllable;
      const bool little = plain && clause.syllables.front().stop;
      out.append(plain ? "+" : "").append(little ? "~" : "").append(described(clause));
    } else {
      out.append(out.empty() ? "(" : " OR ").append(described(clause));
    }
  }
  return single ? out : out + ')';
}

void append_word(std::string& out, std::string_view word) {
  out.append(out.empty() ? "" : " ").append(word);
}

}  // namespace

std::string describe(const Query& query) {
  std::string out;
  for (const QueryGroup& group : query.groups) {
    append_word(out, described(group));
  }
  for (const QueryClause& clause : query.excluded) {
    append_word(out, '-' + described(clause));
  }
  for (const QueryGroup& group : query.optional) {
    append_word(out, group.typed() == 1 ? described(group).substr(1) : '~' + described(group));
  }
  if (query.best_match) {
    append_word(out, "best-match");
  }
  return out;
}

std::string describe_stages(std::string_view normalized) {
  const TypedText typed = typed_text(normalized);
  const std::vector<LexedPiece> pieces = lex(typed);
  std::string out = "tokens:";
  for (const Token& token : typed.text.tokens) {
    out.append(1, ' ').append(token.marked ? token.key : token.folded);
  }
  out.append("\npieces: ").append(describe_pieces(typed, pieces));
  out.append("\nunits: ").append(describe_units(typed, split_into_units(typed, pieces)));
  return out.append(1, '\n');
}

}  // namespace tracuu
