#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "server/query/search_result.h"
#include "server/search/deadline.h"

namespace tracuu {

/// What a search found, to be read piece by piece from the generation in which it was found, even
/// when a newer one is published meanwhile. Holds about 20 bytes for each article, and no database
/// handle between two pieces. One thread at a time.
class FoundArticles {
 public:
  struct State;
  explicit FoundArticles(std::unique_ptr<State> state);
  FoundArticles(FoundArticles&&) noexcept;
  FoundArticles& operator=(FoundArticles&&) noexcept;
  ~FoundArticles();

  /// All that a search tells but its hits.
  const SearchResult& result() const;
  /// Returns how many articles there are to read, from the request's offset, at most its limit.
  std::size_t size() const;

  /// Reads at most `most` articles on from where the last call ended; none at the end. Throws
  /// DeadlineExceeded, and std::runtime_error when the index is broken.
  std::vector<Hit> next(std::size_t most, const Deadline& deadline);

 private:
  std::unique_ptr<State> state_;
};

}  // namespace tracuu
