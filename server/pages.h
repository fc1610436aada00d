#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/api/problem.h"
#include "server/query/search_request.h"
#include "server/search/searcher.h"

namespace tracuu {

/// What a page answers with: a body, another address, or a problem.
struct PageAnswer {
  int status = 200;
  std::string body;                ///< JSON
  std::string location;            ///< of a redirect, else ""
  std::optional<Problem> problem;  ///< in place of the body
};

/// The endpoints beside the search: facets, documents, officials, provinces and statistics.
/// Thread-safe; throws what Searcher throws.
class Pages {
 public:
  /// `searcher` must outlive this.
  explicit Pages(const Searcher& searcher) : searcher_(searcher) {}

  /// Answers the path if it is one of a page: {"api", "v1", "documents", "36-NQ/TW"}.
  std::optional<PageAnswer> answer(const std::vector<std::string>& segments,
                                   const UrlParameters& parameters, Deadline deadline) const;

  // One endpoint each; the last segment of the path is the argument in front.

  /// 404 for a name that is no facet.
  PageAnswer facet(std::string_view name, const UrlParameters& parameters, Deadline deadline) const;
  /// 302 to the one paper that a short number can mean, 300 with the candidates where it can mean
  /// several, 404 for a number that nobody cites.
  PageAnswer document(std::string_view number, const UrlParameters& parameters,
                      Deadline deadline) const;
  PageAnswer official(std::string_view name, const UrlParameters& parameters,
                      Deadline deadline) const;
  PageAnswer provinces(const UrlParameters& parameters, Deadline deadline) const;
  PageAnswer stats(const UrlParameters& parameters, Deadline deadline) const;

 private:
  const Searcher& searcher_;
};

}  // namespace tracuu
