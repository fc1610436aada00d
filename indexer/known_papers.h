#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "common/index/article.h"
#include "common/text/word_table.h"
#include "indexer/homonyms.h"
#include "indexer/known_paper.h"
#include "indexer/subject_words.h"

namespace tracuu {

/// The subject words around a reference as a vector, by KnownPapers::weighed().
struct WeighedWords {
  std::vector<std::pair<std::uint32_t, double>> words;  ///< number and weight, ascending
  double length = 0;
};

/// All papers that a corpus knows, and what is said around them. Filled by one thread; the same
/// articles in the same order give the same outcome. Const use is thread-safe after settle().
class KnownPapers {
 public:
  /// Knows the landmark documents.
  KnownPapers();

  /// Learns the papers that `article` dates itself.
  void see(const Article& article);
  /// Ends learning: joins a paper dated by year or month with the only one it can be, and weighs
  /// words.
  void settle();

  /// Returns the papers that may be meant, by date: same number (or class, where the issuer is not
  /// written), not younger than the article, of its province where the issuer is local. Of papers
  /// of one issuer, number and year, which can only be misprints of one, the most cited is taken.
  std::vector<const KnownPaper*> meant_by(const WantedPaper& wanted) const {
    return homonyms_.meant_by(wanted);
  }

  /// Weighs the subject words around a reference: words that many papers share weigh little.
  WeighedWords weighed(const SubjectWords& context) const;
  /// Returns how near `context` is to what is said around `paper`, 0 to 1: the cosine of the word
  /// vectors.
  static double likeness(const WeighedWords& context, const KnownPaper& paper);

 private:
  /// A word that is said around papers.
  struct Word {
    std::uint32_t number = 0;
    std::uint32_t papers = 0;  ///< around how many
  };

  void learn(const KnownPaper& paper, const SubjectWords& words, std::uint32_t contexts);
  double weight(std::uint32_t papers_with_word) const;
  void weigh_words();
  /// Returns the one paper dated by the day that `vague`, dated by month or year, can be.
  KnownPaper* only_precise(const KnownPaper& vague);

  std::map<std::string, KnownPaper> papers_;  ///< by key()
  Homonyms homonyms_;                         ///< after settle()
  WordTable<Word> words_;                     ///< after settle()
};

}  // namespace tracuu
