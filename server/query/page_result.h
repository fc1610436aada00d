#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/query/search_result.h"

namespace tracuu {

// What the pages of documents, officials, provinces and of the index itself tell. Counts are exact
// under the filters asked for; what was read of stored articles says how many were read.

/// An article as a page shows it, with the sentence that says what it is shown for.
struct ArticleNote {
  std::string id;
  std::string title;
  std::string url;
  std::string source;
  std::optional<Day> published;
  std::vector<std::string> provinces;  ///< it is about
  std::string surface;                 ///< the words that name the thing, or ""
  std::string sentence;                ///< around them, or ""
};

/// How an article cites a paper.
struct PaperReading {
  ArticleNote note;
  std::string identity;  ///< key, "" where it stays open which paper is meant
  float confidence = 0;
  std::string reason;
  std::string relation;  ///< what the article's words do to it: "implements"
};

/// One thing that is known of a paper.
struct PaperFact {
  std::string kind;                     ///< "type", "issuer", "date", "subject"
  std::string value;                    ///< "Nghị quyết", "2014-07-01"
  std::string by;                       ///< "number", "article" or "table" (checked by hand)
  std::optional<ArticleNote> evidence;  ///< the article that says so
};

/// One of the papers of a number, or the articles that leave open which is meant.
struct PaperGroup {
  PaperCount paper;
  std::vector<PaperFact> facts;
  std::vector<PaperReading> readings;  ///< newest first, a few
  bool was_read = true;                ///< false beyond the first papers: ask for it alone
};

struct PlaceCount {
  std::string province;  ///< "" for articles about none
  std::string period;    ///< "2018-05" or "2018"; "" for undated articles
  std::uint64_t count = 0;

  bool operator==(const PlaceCount&) const = default;
};

/// The first article of a province on a paper, and how long after the paper it came.
struct ProvinceLag {
  std::string province;
  ArticleNote first;
  /// Days from issue to `first`. Below 0 the article is older than the paper: a draft, a misprint
  /// or the wrong paper. Nothing where the day of issue is not known.
  std::optional<std::int32_t> days;
  std::optional<ArticleNote> first_since;  ///< where `days` is below 0: the first not before issue
  std::optional<std::int32_t> days_since;
};

struct RelatedPaper {
  std::string paper;           ///< see paper_value()
  std::uint64_t articles = 0;  ///< of those read
  ArticleNote evidence;
};

/// Papers that do something to this one, or to which it does something.
struct RelatedPapers {
  DocumentRelation relation = DocumentRelation::kMentions;
  bool is_done_to_it = false;
  std::uint64_t articles = 0;  ///< that say so, exact
  std::uint64_t read = 0;      ///< of these, newest first
  std::vector<RelatedPaper> papers;
};

struct DocumentPage {
  std::string number;  ///< canonical
  std::string label;   ///< "Nghị quyết 36-NQ/TW"
  std::string identity;
  std::uint64_t total = 0;
  std::uint64_t undated = 0;
  std::vector<PaperGroup> papers;  ///< by count
  std::optional<PaperReading> first_mention;
  std::vector<PlaceCount> by_month;  ///< by province, then month
  std::vector<PlaceCount> by_year;
  std::vector<MonthCount> histogram;
  std::optional<PartialDate> issued;  ///< of the one paper that lags are told of
  std::vector<ProvinceLag> lags;      ///< the quickest first
  std::vector<RelatedPapers> relations;
  std::vector<Facet> beside;  ///< provinces, officials, other documents, sources
  std::vector<PaperReading> newest;
};

/// One reading of a number that says too little.
struct PaperCandidate {
  std::string number;
  std::string identity;  ///< "" for all papers of the number
  std::string label;
  std::uint64_t count = 0;
};

/// One page, several papers to choose from, or neither with the nearest known numbers.
struct DocumentAnswer {
  std::optional<DocumentPage> page;
  std::vector<PaperCandidate> candidates;
  std::vector<std::string> nearest;
  IndexInfo index;
};

/// A post that articles give to a name.
struct PostSpell {
  std::string position;
  std::string organisation;
  std::string province;  ///< "" for a national body, or where none is known
  std::optional<Day> first;
  std::optional<Day> last;
  std::uint64_t articles = 0;  ///< of those read
  ArticleNote earliest;
  ArticleNote latest;
};

/// Posts that may be one person's: of one province, one national body, or given in one article.
struct OfficialPerson {
  std::vector<PostSpell> posts;  ///< by time
};

struct OfficialPage {
  std::string name;
  std::vector<std::string> same_letters;  ///< other names that differ in marks alone
  std::uint64_t total = 0;
  std::uint64_t undated = 0;
  std::uint64_t read = 0;  ///< articles whose posts were read
  std::vector<OfficialPerson> people;
  std::vector<MonthCount> histogram;
  std::vector<Facet> beside;
  std::vector<ArticleNote> newest;
};

struct OfficialAnswer {
  std::optional<OfficialPage> page;
  std::vector<std::string> nearest;
  IndexInfo index;
};

/// How many articles one unit of province level has.
struct ProvinceArticles {
  std::uint64_t about = 0;
  std::uint64_t mentioned = 0;
};

/// Articles of every unit, in the order of province_units(): those of before by their own name,
/// those of today with the units that became them.
struct ProvincesAnswer {
  std::vector<ProvinceArticles> articles;
  std::uint64_t total = 0;     ///< articles counted
  std::uint64_t national = 0;  ///< of them about no province
  IndexInfo index;
};

/// How much of one field the index holds.
struct FieldStats {
  FieldId field = FieldId::kProvince;
  std::uint64_t distinct = 0;  ///< values
  std::uint64_t articles = 0;  ///< that have at least one
  std::uint64_t pairs = 0;     ///< values of all articles, each once an article
};

struct StatsAnswer {
  std::vector<FieldStats> fields;
  std::vector<Facet> facets;  ///< source, province, year
  std::vector<MonthCount> histogram;
  std::uint64_t undated = 0;
  std::uint64_t reprint_groups = 0;
  std::string report;  ///< JSON of the run that built the generation, "" when it has none
  std::string schema;
  IndexInfo index;
};

}  // namespace tracuu
