#include "server/query/query_unit.h"

#include <algorithm>

#include "common/entity/token_gap.h"
#include "common/text/syllable.h"
#include "server/query/optional_word.h"

namespace tracuu {
namespace {

class Splitter {
 public:
  explicit Splitter(const TypedText& typed) : typed_(typed) {}

  std::vector<QueryUnit> run(const std::vector<LexedPiece>& pieces) {
    const bool operators_only =
        std::all_of(pieces.begin(), pieces.end(),
                    [](const LexedPiece& piece) { return piece.kind >= LexedPiece::Kind::kOr; });
    for (const LexedPiece& piece : pieces) {
      if (piece.kind == LexedPiece::Kind::kWords || operators_only) {
        split_words(piece);
      } else if (piece.kind != LexedPiece::Kind::kAnd) {
        const auto kind =
            piece.kind == LexedPiece::Kind::kOr ? QueryUnit::Kind::kOr : QueryUnit::Kind::kPhrase;
        units_.push_back({kind, piece.excluded, piece.tokens, piece.span, {}});
      }
    }
    return std::move(units_);
  }

 private:
  void split_words(const LexedPiece& piece) {
    TokenRange rest = piece.tokens;
    if (piece.excluded) {
      rest.begin = exclude_first_word(piece);
    }
    std::size_t index = rest.begin;
    for (TypedEntity& entity : find_typed_entities(typed_, rest)) {
      add_syllables({index, entity.tokens.begin});
      index = entity.tokens.end;
      const TokenRange tokens = entity.tokens;
      units_.push_back(
          {QueryUnit::Kind::kEntity, false, tokens, typed_.span_of(tokens), std::move(entity)});
    }
    add_syllables({index, rest.end});
  }

  void add_syllables(TokenRange range) {
    for (std::size_t i = range.begin; i < range.end; ++i) {
      units_.push_back(
          {QueryUnit::Kind::kSyllable, false, {i, i + 1}, typed_.span_of({i, i + 1}), {}});
    }
  }

  /// Adds what the minus takes; returns the first token that it does not take.
  std::size_t exclude_first_word(const LexedPiece& piece) {
    QueryUnit unit{QueryUnit::Kind::kSyllable, true, {}, piece.span, {}};
    const auto entities = find_typed_entities(typed_, piece.tokens);
    if (!entities.empty() && entities.front().tokens.begin == piece.tokens.begin) {
      unit.kind = QueryUnit::Kind::kEntity;
      unit.entity = entities.front();
      unit.tokens = entities.front().tokens;
    } else {
      const std::size_t stop = entities.empty() ? piece.tokens.end : entities.front().tokens.begin;
      unit.tokens = first_word({piece.tokens.begin, stop});
      unit.kind = unit.tokens.size() == 1 ? QueryUnit::Kind::kSyllable : QueryUnit::Kind::kPhrase;
    }
    unit.span.end = typed_.span_of(unit.tokens).end;
    const std::size_t next = unit.tokens.end;
    units_.push_back(std::move(unit));
    return next;
  }

  TokenRange first_word(TokenRange range) const {
    std::size_t end = range.begin + 1;
    while (end < range.end &&
           typed_.text.gap_after(end - 1).find_first_of(" \n") == std::string_view::npos) {
      ++end;
    }
    const bool two_syllables =
        end == range.begin + 1 && end < range.end && gap_behind(typed_.text, range.begin).blank() &&
        is_syllable(range.begin) && is_syllable(end) && !says_little(typed_, end);
    return {range.begin, two_syllables ? end + 1 : end};
  }

  bool is_syllable(std::size_t index) const {
    return is_vietnamese_syllable(typed_.text.tokens[index].folded);
  }

  const TypedText& typed_;
  std::vector<QueryUnit> units_;
};

}  // namespace

std::vector<QueryUnit> split_into_units(const TypedText& typed,
                                        const std::vector<LexedPiece>& pieces) {
  return Splitter(typed).run(pieces);
}

std::string describe_units(const TypedText& typed, const std::vector<QueryUnit>& units) {
  std::string out;
  for (const QueryUnit& unit : units) {
    out.append(out.empty() ? "" : " ").append(unit.excluded ? "-" : "");
    if (unit.kind == QueryUnit::Kind::kOr) {
      out.append("OR");
      continue;
    }
    std::string words;
    for (std::size_t i = unit.tokens.begin; i < unit.tokens.end; ++i) {
      words.append(words.empty() ? "" : " ").append(typed.text.tokens[i].folded);
    }
    if (unit.entity) {
      out.append(unit.entity->kind).append(1, '(').append(words).append(1, ')');
    } else if (unit.kind == QueryUnit::Kind::kPhrase) {
      out.append(1, '"').append(words).append(1, '"');
    } else {
      out.append(words);
    }
  }
  return out;
}

}  // namespace tracuu
