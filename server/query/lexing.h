#pragma once

#include <string>
#include <vector>

#include "common/text/span.h"
#include "server/query/typed_entity.h"

namespace tracuu {

/// A piece of a query by its syntax alone.
struct LexedPiece {
  enum class Kind {
    kWords,   ///< bare words between two signs
    kPhrase,  ///< words in quotes
    kOr,      ///< OR, HOẶC
    kAnd,     ///< AND: says what is so anyway
  };
  Kind kind = Kind::kWords;
  bool excluded = false;  ///< a minus stands before it; of bare words it takes the first ones
  TokenRange tokens;      ///< never empty
  Span span;              ///< in the text, quotes and minus included

  bool operator==(const LexedPiece&) const = default;
};

/// Splits what was typed by quotes, minus signs, OR and AND. Never fails: a quote without its
/// partner is a blank, empty quotes are nothing; a minus counts only behind a blank (or at the
/// start) and before a word or quote, and not between number and code ("13 -NQ/TW"), two numbers,
/// or inside the name of a province; OR and AND count in upper case only, HOẶC not within a text in
/// capitals.
std::vector<LexedPiece> lex(const TypedText& typed);

/// Prints pieces: "[cntt] OR phrase[chinh phu dien tu] -[quang cao]".
std::string describe_pieces(const TypedText& typed, const std::vector<LexedPiece>& pieces);

}  // namespace tracuu
