#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "common/index/article.h"
#include "server/query/search_request.h"
#include "server/query/search_result.h"
#include "server/search/snippet_place.h"
#include "server/search/text_marks.h"

namespace tracuu {

/// Shows what of an article a search found, in the author's own characters. Marked are the words
/// of the query (see TextMarks) and all mentions of the documents and people that it or a filter
/// names, however they are written. Made once a search; thread-safe.
class Highlighter {
 public:
  /// `segments`, streams of the articles that will be shown, the base first, must outlive this.
  Highlighter(const Query& query, const std::vector<Filter>& filters,
              const std::vector<const TokenStreams*>& segments);

  Highlighter(const Highlighter&) = delete;
  Highlighter& operator=(const Highlighter&) = delete;

  /// Returns the whole title with its marks.
  Snippet title(const Article& article) const;

  /// Returns the piece of the body of the article under `docid`, of about kSnippetLength
  /// characters, that holds the most different words of the query, side by side as they were typed,
  /// an early one of several that hold all; the beginning of the body when it holds none. It starts
  /// at a sentence where one starts near; where a sentence is cut stands "…".
  Snippet snippet(const Article& article, std::uint32_t docid) const;

 private:
  /// Returns the piece of a body worth reading, all of it when no segment knows its words.
  SnippetPlace place_of(std::uint32_t docid, std::uint32_t body_size,
                        const std::vector<Span>& mentions) const;
  /// Returns the spans of `article.text` that mention a wanted entity and lie in `part`, relative
  /// to it, in order.
  std::vector<Span> mentions(const Article& article, Span part) const;

  TextMarks marks_;
  std::vector<SnippetPlaces> places_;  ///< by segment, the last first; they refer to marks_
  std::unordered_set<std::string> entity_terms_;
};

}  // namespace tracuu
