#include "server/query/understanding.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <unordered_map>
#include <unordered_set>

#include "common/entity/token_gap.h"
#include "server/query/abbreviations.h"
#include "server/query/chips.h"
#include "server/query/expansions.h"
#include "server/query/optional_word.h"
#include "server/query/parameter_values.h"
#include "server/query/query_unit.h"
#include "server/query/question.h"
#include "server/query/search_request.h"

namespace tracuu {
namespace {

constexpr std::size_t kMostAskedFor = 8;    ///< beyond that, asking for all of them finds nothing
constexpr std::size_t kMostInQuestion = 3;  ///< the same of a question
constexpr std::size_t kLongestPhrase = 32;  ///< words
constexpr std::size_t kNoGroup = std::numeric_limits<std::size_t>::max();  ///< of little words

/// Puts units together to a query.
class Assembler {
 public:
  Assembler(const TypedText& typed, const std::vector<QueryUnit>& units)
      : typed_(typed), units_(units), abbreviations_(find_abbreviations(typed, units)) {}

  Query run() {
    query_.text = typed_.normalized;
    query_.any_marked = typed_.any_marked;
    for (std::size_t i = 0; i < units_.size();) {
      i = units_[i].excluded || units_[i].kind == QueryUnit::Kind::kOr ? pass(i) : read_group(i);
    }
    if (std::ranges::all_of(query_.groups, is_little_without_marks)) {
      require_optional_words();
    }
    settle_best_match();
    query_.expansions = ranked_expansions(typed_, abbreviations_, query_.syllables);
    query_.chips = chips_of(typed_, units_, or_groups_, abbreviations_);
    return std::move(query_);
  }

 private:
  /// Takes an excluded unit, or an OR that has nothing on one side and so means nothing.
  std::size_t pass(std::size_t index) {
    if (units_[index].excluded) {
      QueryClause clause = clause_of({index, index + 1});
      clause.or_syllables = false;
      query_.excluded.push_back(std::move(clause));
    }
    return index + 1;
  }

  /// Returns the end of the operand of OR that starts at unit `index`: an entity, a phrase, or all
  /// syllables up to the next sign.
  std::size_t operand_end(std::size_t index) const {
    std::size_t end = index + 1;
    if (units_[index].kind != QueryUnit::Kind::kSyllable) {
      return end;
    }
    while (end < units_.size() && units_[end].kind == QueryUnit::Kind::kSyllable &&
           !units_[end].excluded && units_[end].tokens.begin == units_[end - 1].tokens.end &&
           !gap_is_boundary(units_[end - 1].tokens.begin)) {
      ++end;
    }
    return end;
  }

  TokenRange tokens_of(TokenRange units) const {
    return {units_[units.begin].tokens.begin, units_[units.end - 1].tokens.end};
  }

  bool gap_is_boundary(std::size_t token) const {
    return typed_.text.gap_after(token).find_first_of(",;:()[]{}!?|") != std::string_view::npos ||
           typed_.text.tokens[token + 1].starts_sentence;
  }

  /// Returns the operand behind the OR (or ORs) at unit `index`; units_.size() when there is none.
  std::size_t next_operand(std::size_t index) const {
    if (index >= units_.size() || units_[index].kind != QueryUnit::Kind::kOr) {
      return units_.size();
    }
    while (index < units_.size() && units_[index].kind == QueryUnit::Kind::kOr) {
      ++index;
    }
    return index < units_.size() && units_[index].excluded ? units_.size() : index;
  }

  /// Reads the group that starts at unit `first`; returns the unit behind it.
  std::size_t read_group(std::size_t first) {
    std::size_t end = operand_end(first);
    std::size_t next = next_operand(end);
    if (next == units_.size()) {
      for (std::size_t i = first; i < end; ++i) {
        add_single(i);
      }
      return end;
    }
    QueryGroup group{{clause_of({first, end})}};
    std::vector<QueryClause> expansions = expansions_of(abbreviations_, tokens_of({first, end}));
    while (next < units_.size()) {
      end = operand_end(next);
      group.alternatives.push_back(clause_of({next, end}));
      std::ranges::move(expansions_of(abbreviations_, tokens_of({next, end})),
                        std::back_inserter(expansions));
      next = next_operand(end);
    }
    for (const QueryClause& clause : group.alternatives) {
      add_syllables(clause);
    }
    std::ranges::move(expansions, std::back_inserter(group.alternatives));
    (is_optional(group) ? query_.optional : query_.groups).push_back(std::move(group));
    or_groups_.push_back({first, end});
    return end;
  }

  /// "AI" is asked for, though "ai" is a little word.
  bool is_short_form(std::size_t token) const {
    return std::any_of(abbreviations_.begin(), abbreviations_.end(),
                       [&](const TypedAbbreviation& found) {
                         return found.is_short && found.tokens == TokenRange{token, token + 1};
                       });
  }

  void add_single(std::size_t index) {
    QueryClause clause = clause_of({index, index + 1});
    add_syllables(clause);
    if (clause.kind != QueryClause::Kind::kSyllable) {
      query_.groups.push_back({{std::move(clause)}});
      return;
    }
    std::vector<QueryClause> expansions = expansions_at(abbreviations_, units_[index].tokens.begin);
    const auto [asked, first] =
        group_by_key_.try_emplace(clause.syllables.front().key, query_.groups.size());
    if (!first) {
      if (expansions.empty() && asked->second < query_.groups.size()) {
        // "công nghệ thông tin thông minh": no short form stands for the second "thông".
        query_.groups[asked->second].alternatives.resize(1);
      }
      return;
    }
    QueryGroup group{{std::move(clause)}};
    if (is_optional(group)) {
      asked->second = kNoGroup;
      query_.optional.push_back(std::move(group));
      return;
    }
    std::ranges::move(expansions, std::back_inserter(group.alternatives));
    query_.groups.push_back(std::move(group));
  }

  void add_syllables(const QueryClause& clause) {
    query_.syllables.insert(query_.syllables.end(), clause.syllables.begin(),
                            clause.syllables.end());
  }

  QueryClause clause_of(TokenRange units) const {
    const QueryUnit& unit = units_[units.begin];
    QueryClause clause;
    const std::size_t end = units_[units.end - 1].tokens.end;
    const bool alone = unit.kind == QueryUnit::Kind::kSyllable && units.size() == 1;
    for (std::size_t i = unit.tokens.begin; i < end && clause.syllables.size() < kLongestPhrase;
         ++i) {
      const bool stop = alone && says_little(typed_, i) && !is_short_form(i);
      clause.syllables.push_back(syllable(i, stop));
    }
    if (unit.entity) {
      clause.kind = QueryClause::Kind::kEntity;
      clause.field = unit.entity->field;
      clause.terms = unit.entity->terms;
      clause.or_syllables = unit.entity->soft;
      clause.code = code_of(unit.entity->code);
    } else if (!alone) {
      clause.kind = QueryClause::Kind::kPhrase;
    }
    return clause;
  }

  static std::vector<QuerySyllable> code_of(const std::string& number) {
    std::vector<QuerySyllable> code;
    for (const Token& token : tokenize(number)) {
      code.push_back({.folded = token.folded,
                      .key = token.key,
                      .marked = false,
                      .stop = false,
                      .follows = !code.empty(),
                      .span = {}});
    }
    return code;
  }

  QuerySyllable syllable(std::size_t index, bool stop) const {
    const Token& token = typed_.text.tokens[index];
    const bool follows = index > 0 && !token.starts_sentence && is_asked_for(index - 1);
    return {.folded = token.folded,
            .key = token.key,
            .marked = token.marked,
            .stop = stop,
            .follows = follows,
            .span = token.span};
  }

  /// Returns whether token `index` is in a unit that is neither excluded nor an operator.
  bool is_asked_for(std::size_t index) const {
    const auto unit = std::partition_point(
        units_.begin(), units_.end(),
        [&](const QueryUnit& candidate) { return candidate.tokens.end <= index; });
    return unit != units_.end() && unit->tokens.begin <= index && !unit->excluded &&
           unit->kind != QueryUnit::Kind::kOr;
  }

  void require_optional_words() {
    std::ranges::move(query_.optional, std::back_inserter(query_.groups));
    query_.optional.clear();
    for (QueryGroup& group : query_.groups) {
      for (QueryClause& clause : group.alternatives) {
        clause.syllables.front().stop = false;
      }
    }
    for (QuerySyllable& word : query_.syllables) {
      word.stop = false;
    }
  }

  void settle_best_match() {
    const auto asked_for =
        std::count_if(query_.groups.begin(), query_.groups.end(), [](const QueryGroup& group) {
          const QueryClause& typed = group.alternatives.front();
          return group.typed() == 1 && typed.kind != QueryClause::Kind::kPhrase &&
                 !(typed.kind == QueryClause::Kind::kSyllable && typed.syllables.front().stop);
        });
    query_.best_match = static_cast<std::size_t>(asked_for) >
                        (is_question(typed_) ? kMostInQuestion : kMostAskedFor);
    if (!query_.best_match) {
      return;
    }
    // A pasted title is to find its article even where the index reads its number another way.
    for (QueryGroup& group : query_.groups) {
      for (QueryClause& clause : group.alternatives) {
        clause.or_syllables = clause.kind == QueryClause::Kind::kEntity;
      }
    }
  }

  const TypedText& typed_;
  const std::vector<QueryUnit>& units_;
  Query query_;
  std::vector<TokenRange> or_groups_;  ///< of units
  std::vector<TypedAbbreviation> abbreviations_;
  std::unordered_map<std::string, std::size_t> group_by_key_;  ///< of single words
};

/// Takes a minus before a capital in a long text for a dash: titles are pasted with "Bài 2 -Nhìn
/// lại", and nobody excludes a name from a question of over eight words.
std::vector<LexedPiece> pieces_of(const TypedText& typed) {
  std::vector<LexedPiece> pieces = lex(typed);
  if (typed.text.tokens.size() > kMostAskedFor) {
    for (LexedPiece& piece : pieces) {
      piece.excluded = piece.excluded && (piece.kind == LexedPiece::Kind::kPhrase ||
                                          !typed.text.tokens[piece.tokens.begin].capitalized);
    }
  }
  return pieces;
}

}  // namespace

Result<Query> understand(std::string_view q, const KnownNames* names) {
  if (is_longer(q, kLongestQuery)) {
    return parameter_error("q", longer_than(kLongestQuery), q);
  }
  const std::string text = trimmed(q);
  const TypedText typed = typed_text(text, names);
  std::unordered_set<std::string_view> distinct;
  for (const Token& token : typed.text.tokens) {
    distinct.insert(token.key);
  }
  if (distinct.size() > kMostSyllables) {
    const std::string count = std::to_string(distinct.size());
    const std::string most = std::to_string(kMostSyllables);
    return parameter_error("q",
                           {count + " different syllables are too many, use at most " + most,
                            count + " âm tiết khác nhau là quá nhiều, dùng nhiều nhất " + most},
                           q);
  }
  return Assembler(typed, split_into_units(typed, pieces_of(typed))).run();
}

}  // namespace tracuu
