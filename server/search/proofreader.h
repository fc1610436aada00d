#pragma once

#include <xapian.h>

#include <string>
#include <utility>
#include <vector>

#include "common/text/span.h"
#include "server/search/deadline.h"
#include "server/search/term_index.h"

namespace tracuu {

/// A word of a query whose spelling is looked at.
struct ProofWord {
  std::string folded;
  std::string key;
  std::string text;      ///< as typed, or what it was replaced by
  Span span;             ///< of what was typed, in Query::text
  bool follows = false;  ///< stands right behind the word before it
  bool fixed = false;    ///< must not be replaced
  bool quoted = false;
  bool replaced = false;
};

/// Puts `parts` in place of the `count` words from `first` on.
struct SpellingChange {
  std::size_t first = 0;
  std::size_t count = 1;
  std::vector<std::string> parts;    ///< folded
  std::vector<std::string> spelled;  ///< the parts as they are shown
  std::vector<std::string> window;   ///< folded: the parts between their neighbours
  Xapian::doccount before = 0;       ///< articles that have what was typed beside a neighbour
  Xapian::doccount support = 0;      ///< articles with any two neighbours of the window, the fewest
  bool known = false;  ///< what was typed is a word, which many articles have elsewhere
  double score = 0;
};

/// Returns whether so few articles may be misprints; the larger the index, the more are in it.
bool is_rare(std::size_t index_size, std::size_t articles);

/// Finds what may be mistyped in a row of words. For one search of one thread.
class Proofreader {
 public:
  /// How many times more articles a change must have behind it than what was typed.
  static constexpr Xapian::doccount kMuchMore = 100;
  /// How many articles at least when what was typed is a known word: "mía" is rarely "giá".
  static constexpr Xapian::doccount kMany = 20;

  /// `words` must outlive this. With `marked`, replacements are spelled as articles spell them, and
  /// those whose marks are not the typed ones are held unlikely.
  Proofreader(const TermReader& terms, const Deadline& deadline,
              const std::vector<ProofWord>& words, bool marked)
      : terms_(terms), deadline_(deadline), words_(words), marked_(marked) {}

  /// Returns up to `count` changes worth making, the best first: by how likely the slip is, times
  /// how often words and neighbours stand together, by two pairs of words to one of three. Throws
  /// DeadlineExceeded.
  std::vector<SpellingChange> run(std::size_t count);

 private:
  // Neighbours that judge word `index`, or null.
  const std::string* left_of(std::size_t index) const;
  const std::string* right_of(std::size_t index) const;
  /// Counts the articles in which the words stand side by side.
  Xapian::doccount pairs(const std::string& left, const std::string& right) const;
  Xapian::doccount beside_neighbours(std::size_t index) const;
  bool may_change(std::size_t index) const;
  bool is_known(std::size_t index) const;
  bool is_written(const std::string& word) const;
  std::vector<std::size_t> suspects() const;
  // Each adds the changes of one kind that it finds at word `index`.
  void replace(std::size_t index);
  void part(std::size_t index);
  void move_blank(std::size_t index);
  void add(SpellingChange change, double likelihood);
  void add_parts(SpellingChange change);
  void spell(SpellingChange& change) const;

  const TermReader& terms_;
  const Deadline& deadline_;
  const std::vector<ProofWord>& words_;
  bool marked_;
  std::vector<SpellingChange> changes_;
};

}  // namespace tracuu
