#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/index/article.h"
#include "common/index/schema.h"
#include "server/query/query.h"

namespace tracuu {

/// A piece of an article's own text with what matched in it.
struct Snippet {
  std::string text;         ///< the author's characters, unescaped; "…" where it was cut
  std::vector<Span> marks;  ///< in `text`, in order, not overlapping
};

/// One article of a reprint group.
struct ReprintMember {
  std::string id;
  std::string title;
  std::string source;
  std::string url;
  std::optional<Day> published;

  bool operator==(const ReprintMember&) const = default;
};

/// The articles that print one text, on several sites or twice on one.
struct Reprints {
  std::uint64_t count = 0;             ///< of them, in the result
  std::uint64_t total = 0;             ///< of them, in the index
  ReprintMember first;                 ///< who ran it first, as far as dates say
  std::vector<ReprintMember> members;  ///< newest first, at most 20
};

struct Hit {
  Article article;
  Snippet title;
  Snippet snippet;
  double score = 0;
  std::optional<Reprints> reprints = {};  ///< nothing for an article alone
};

struct FacetValue {
  std::string value;
  std::string label;
  std::uint64_t count = 0;
  bool selected = false;

  bool operator==(const FacetValue&) const = default;
};

/// Counts of one field over all matches, ignoring the field's own filter; by count, then value.
/// Selected values are always among them, with 0 where no article has them.
struct Facet {
  FieldId field = FieldId::kProvince;
  std::vector<FacetValue> values;  ///< at most facet_limit, plus selected ones
  std::uint64_t distinct = 0;      ///< how many values have a count over 0
};

struct MonthCount {
  std::string month;  ///< "2018-05"
  std::uint64_t count = 0;
};

/// One of the papers behind a document number.
struct PaperCount {
  std::string number;    ///< canonical
  std::string identity;  ///< see DocumentIdentity::key(); "" where it is open which paper is meant
  std::optional<PartialDate> date;
  std::string province;     ///< of a local issuer
  std::string title;        ///< subject, when a gazetteer knows it
  std::uint64_t count = 0;  ///< articles found that mean it

  bool operator==(const PaperCount&) const = default;
};

/// The papers that a number in the query may mean.
struct NamedPapers {
  std::string value;  ///< of the chip: "NQ 36"
  std::vector<PaperCount> papers;
};

/// A filter of a search that finds nothing, and what would be found without it alone.
struct RemovedBy {
  std::optional<FieldId> field;  ///< nothing for the range of dates, `from` and `to`
  std::uint64_t count = 0;       ///< articles that pass everything else
  std::uint64_t undated = 0;     ///< of these, when the filter is about dates

  bool operator==(const RemovedBy&) const = default;
};

/// What the index says about itself.
struct IndexInfo {
  std::string generation;  ///< "gen-000007"
  std::string built_at;    ///< "2026-11-22T05:36:00Z"
  std::uint64_t articles = 0;
};

/// The articles on the same matter as one.
struct SimilarArticles {
  std::string id;         ///< of that one
  std::vector<Hit> hits;  ///< best first; scores are 0 to 1, titles and snippets unmarked
  IndexInfo index;
};

/// Another text that the reader may have meant.
struct QueryCorrection {
  std::string text;  ///< to search for: "chuyển đổi số"
  std::string label;  ///< "Có phải bạn tìm “chuyển đổi số”?"; of an applied one, what was done
  bool applied = false;  ///< it was searched for, since no article has what was typed

  bool operator==(const QueryCorrection&) const = default;
};

/// How long the stages of a search took, in milliseconds.
struct StageTimes {
  double understand = 0;
  double match = 0;
  double facets = 0;  ///< filtering included: one pass does both
  double rank = 0;
  double snippets = 0;  ///< reading the articles included
};

struct SearchResult {
  Query query;  ///< what was searched for; not what was typed when a correction was applied
  /// Why the answer is not exactly what was asked: "" or a sentence, e.g. no article had all words
  /// and the best matches are shown instead.
  std::string relaxed;
  std::optional<QueryCorrection> correction;
  std::uint64_t total = 0;          ///< articles, exact
  std::uint64_t total_groups = 0;   ///< the same with reprints of one text counted once, exact
  std::vector<NamedPapers> papers;  ///< behind the document numbers of the query
  std::vector<Hit> hits;
  std::vector<Facet> facets;
  std::vector<MonthCount> histogram;  ///< oldest first, months without articles left out
  std::uint64_t undated = 0;          ///< matches without a publication date
  /// Where filters leave nothing, one entry each, the dates last.
  std::vector<RemovedBy> removed_by;
  std::string explanation;  ///< with SearchRequest::explain, else ""
  IndexInfo index;
  StageTimes times;
};

}  // namespace tracuu
