#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "common/index/schema.h"
#include "common/text/span.h"

namespace tracuu {

/// One syllable, word or number that the reader typed.
struct QuerySyllable {
  std::string folded;
  std::string key;
  bool marked = false;   ///< typed with marks: its accented layer counts
  bool stop = false;     ///< says little alone: "về"
  bool follows = false;  ///< stands right behind the syllable before it, no sentence end between
  Span span;             ///< in Query::text
  /// Still being typed, see unfinished_word.h: stands for every word that begins so.
  bool unfinished = false;

  bool operator==(const QuerySyllable&) const = default;
};

/// Returns whether a syllable is a number, "36" or "36a": those have no accented layer.
inline bool is_number(const QuerySyllable& syllable) {
  return !syllable.folded.empty() && syllable.folded[0] >= '0' && syllable.folded[0] <= '9';
}

/// One thing an article can have: a syllable, an exact phrase or an entity.
struct QueryClause {
  enum class Kind {
    kSyllable,
    kPhrase,
    kEntity,
    kExpansion,  ///< another form of an abbreviation, which nobody typed: its words side by side
  };
  Kind kind = Kind::kSyllable;
  std::vector<QuerySyllable> syllables;  ///< one for kSyllable; what was typed for kEntity
  // For kEntity:
  FieldId field = FieldId::kDocument;
  std::vector<std::string> terms;  ///< boolean terms, any of which an article must bear
  /// For kEntity: an article that has all the syllables instead of a term matches too.
  bool or_syllables = false;
  /// For kEntity: the words of a number with its code, "36 nq tw": an article that has them side by
  /// side matches too, whatever was read there ("5472/QĐ-UBND-ĐTXD" for 5472/QĐ-UBND).
  std::vector<QuerySyllable> code;

  bool operator==(const QueryClause&) const = default;
};

/// Clauses of which an article must have at least one: "a OR b". One clause is the usual case.
/// Behind what was typed stand its expansions. Each word of a long form has the short form as an
/// alternative, (công OR cntt) AND (nghệ OR cntt) ..., which is (công AND nghệ ...) OR cntt.
struct QueryGroup {
  std::vector<QueryClause> alternatives;

  /// Returns how many alternatives were typed.
  std::size_t typed() const {
    return static_cast<std::size_t>(std::count_if(
        alternatives.begin(), alternatives.end(),
        [](const QueryClause& clause) { return clause.kind != QueryClause::Kind::kExpansion; }));
  }

  bool operator==(const QueryGroup&) const = default;
};

/// Another form of what was typed from syllable `first` on, `count` of Query::syllables: for
/// ranking.
struct QueryExpansion {
  std::size_t first = 0;
  std::size_t count = 0;
  std::vector<QuerySyllable> syllables;

  bool operator==(const QueryExpansion&) const = default;
};

/// Something that was understood in the query, shown to the reader with a way to undo it.
struct QueryChip {
  std::string kind;   ///< "document", "province", "official", "year", "abbreviation", "phrase",
                      ///< "excluded", "or", "start"
  std::string value;  ///< canonical: "NQ 36", "Hải Phòng"
  std::string label;  ///< "Nghị quyết 36"
  Span span;          ///< in Query::text
  std::string undo;   ///< the query text in which this is plain words: "\"36\" hải phòng"

  bool operator==(const QueryChip&) const = default;
};

/// A query as understood. An article matches when it has one alternative of every group and none of
/// `excluded`. No groups: every article matches.
struct Query {
  std::string text;  ///< normalized
  std::vector<QueryGroup> groups;
  std::vector<QueryGroup> optional;  ///< little words: asked for only where every word is
  std::vector<QueryClause> excluded;
  std::vector<QuerySyllable>
      syllables;  ///< all that was typed and not excluded, in order: for ranking
  std::vector<QueryExpansion> expansions;  ///< of abbreviations, in the order of `first`
  std::vector<QueryChip> chips;
  bool any_marked = false;  ///< whether any syllable is marked; else the accented layer is skipped
  /// Asks for more than all of which could be found (over 8 words), or in a sentence of over 3
  /// words: best match at once.
  bool best_match = false;

  bool operator==(const Query&) const = default;
};

}  // namespace tracuu
