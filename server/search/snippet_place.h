#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "common/index/token_streams.h"
#include "common/text/span.h"
#include "server/search/query_words.h"
#include "server/search/snippet_window.h"
#include "server/search/text_marks.h"

namespace tracuu {

/// The piece of a body that is worth reading for a snippet.
struct SnippetPlace {
  Span part;  ///< of the body, in bytes
  std::uint64_t typed =
      0;  ///< what all of the body has in the typed writing, see TextMarks::find()
};

/// Finds where in a stored body the best snippet lies by its token stream, so that of the text only
/// some hundreds of bytes are read: telling a word from its number takes a few instructions, from
/// its letters some hundreds. Constant after construction, thread-safe.
class SnippetPlaces {
 public:
  /// The arguments must outlive this.
  SnippetPlaces(const TokenStreams& streams, const TextMarks& marks);

  /// Returns the piece of an article's body of `body_size` bytes that holds best_window(), with
  /// room on both sides; nothing when there is no stream under `docid`. `mentions`, sorted, are
  /// spans of the body that count as found.
  std::optional<SnippetPlace> find(std::uint32_t docid, std::uint32_t body_size,
                                   const std::vector<Span>& mentions) const;

 private:
  class Body;

  const TokenStreams& streams_;
  const TextMarks& marks_;
  QueryWords words_;
  std::vector<TextMarks::Writings> writings_;  ///< by number in words_ - 1
};

}  // namespace tracuu
