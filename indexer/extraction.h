#pragma once

#include <functional>
#include <string>

#include "common/index/article.h"
#include "indexer/article_tokens.h"
#include "indexer/pipeline.h"
#include "indexer/reprint_sketch.h"
#include "indexer/source/raw_page.h"

namespace tracuu {

/// Who hears what of the pages of a run.
struct ExtractionSinks {
  /// Says whether a page needs no reading because the index has it as it is; from any thread.
  std::function<bool(const RawPage&)> is_known;
  /// Takes the articles in the order of the inputs, one at a time, while further pages are read;
  /// not always from the same thread.
  std::function<void(const Article&, ReprintSketch, const ArticleTokens&)> take;
  /// Hears the id of each page that was rejected, in turn with `take`.
  std::function<void(const std::string&)> take_unread_id;
};

/// Reads all inputs of `options` on all cores and hands the articles on in the order of the inputs.
/// Counts into `progress` and `report`, rejections included. One bad page never stops a run.
void extract_articles(const PipelineOptions& options, Progress& progress, IndexReport& report,
                      const ExtractionSinks& sinks);

}  // namespace tracuu
