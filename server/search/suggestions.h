#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/index/lexicon.h"
#include "server/query/suggest_request.h"
#include "server/search/columns.h"
#include "server/search/typed_start.h"
#include "server/search/value_completions.h"

namespace tracuu {

/// A title that goes on from what was typed, in one segment.
struct TitleFound {
  std::string_view text;
  bool agrees = false;         ///< its marks are as typed
  bool whole = false;          ///< it starts with what was typed
  std::uint32_t articles = 0;  ///< that bear it
  std::uint32_t docid = 0;     ///< of the newest of these
};

/// Everything of one generation that can be suggested. Titles and phrases lie in the lexicon on
/// disk, documents, officials and provinces in memory. Takes microseconds, and never asks the
/// database. Thread-safe.
class Suggestions {
 public:
  Suggestions() = default;
  /// `lexicons` are those of the segments, the base first. `columns` must outlive this and stay
  /// where they are.
  Suggestions(std::vector<Lexicon> lexicons, const Columns& columns);

  /// Returns one group for each kind asked for, in the order asked. Matched without marks; an entry
  /// whose marks are as typed comes first, then one that starts with what was typed, then the
  /// newest title or the commonest value. The article ids of titles are left "".
  std::vector<SuggestionGroup> complete(const SuggestRequest& request) const;

  /// Bytes in memory, the mapped lexicon not among them.
  std::size_t bytes() const;

 private:
  std::vector<Suggestion> titles(const TypedStart& typed, std::size_t limit) const;
  /// Returns a title with those of its articles that are not gone.
  TitleFound title_of(std::size_t segment, const Completion& completion,
                      const TypedStart& typed) const;
  std::vector<TitleFound> titles_found(std::size_t segment, const TypedStart& typed,
                                       std::size_t most) const;
  std::uint32_t articles_with(std::uint32_t phrase) const;
  std::vector<Suggestion> phrases(const TypedStart& typed, std::size_t limit) const;
  std::vector<Suggestion> values(SuggestionKind kind, const ValueCompletions& completions,
                                 const TypedStart& typed, std::size_t limit) const;

  const Columns* columns_ = nullptr;
  std::vector<Lexicon> lexicons_;
  /// Of phrases of the base whose counts the delta changes.
  std::unordered_map<std::string_view, std::uint32_t> changed_phrases_;
  ValueCompletions documents_;
  ValueCompletions officials_;
  ValueCompletions provinces_;
};

}  // namespace tracuu
