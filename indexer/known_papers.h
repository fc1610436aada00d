#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/index/article.h"
#include "indexer/issuer_words.h"
#include "indexer/subject_words.h"

namespace tracuu {

/// A paper whose number and date are known: a landmark, or one that an article dates.
struct KnownPaper {
  DocumentNumber number;
  std::string type_name;
  PartialDate date;
  std::string province;       ///< of a local issuer, else ""
  std::string title;          ///< of a landmark, else ""
  bool called_short = false;  ///< a landmark commonly called by type and number: "Nghị quyết 57"
  std::uint32_t articles = 0;  ///< that cite it with this date
  std::uint32_t contexts = 0;  ///< articles (and titles) whose subject words are in `words`
  /// Subject words and in how many contexts each stands.
  std::map<std::string, std::uint32_t, std::less<>> words;
  /// After settle(): what becomes of `words`, by number of the word, and the length of the vector.
  std::vector<std::pair<std::uint32_t, float>> vector = {};
  double length = 0;
  /// After settle(): equal for papers of one number, issuer, place and year.
  std::uint32_t series = 0;

  /// Equal for equal papers: "36-NQ/TW@2014-07-01", "10-NQ/TU@2013-12-27@Hải Phòng".
  std::string key() const;
};

/// A reference to be resolved.
struct WantedPaper {
  DocumentNumber number;
  NamedIssuer issuer;               ///< by the words around it
  std::string province;             ///< of the article, for local issuers
  std::optional<Day> published;     ///< of the article
  std::optional<PartialDate> date;  ///< as far as it is written
};

/// The subject words around a reference as a vector, by KnownPapers::weighed().
struct WeighedWords {
  std::vector<std::pair<std::uint32_t, double>> words;  ///< number and weight, ascending
  double length = 0;
};

/// Returns the key of all papers that share type, number and letter, whoever issued them: "NQ 36"
/// is one for "36-NQ/TW" and "36/NQ-CP", "NQ 36a" another. Papers that are only named: the name,
/// folded.
std::string class_of(const DocumentNumber& number);

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
  std::vector<const KnownPaper*> meant_by(const WantedPaper& wanted) const;

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
  void put_in_order();
  /// Returns the one paper dated by the day that `vague`, dated by month or year, can be.
  KnownPaper* only_precise(const KnownPaper& vague);

  std::map<std::string, KnownPaper> papers_;  ///< by key()
  /// After settle(): by class_of(), the oldest first.
  std::map<std::string, std::vector<const KnownPaper*>> by_class_;
  std::unordered_map<std::string, Word> words_;  ///< after settle()
};

}  // namespace tracuu
