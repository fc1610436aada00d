#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/article_spool.h"
#include "indexer/corpus_linker.h"
#include "indexer/index_update.h"
#include "indexer/lexicon_update.h"
#include "indexer/official_names.h"
#include "indexer/pipeline.h"
#include "indexer/reprint_update.h"
#include "indexer/source/raw_page.h"

namespace tracuu {

/// The changes of one update, applied to a copy of the current generation. For one thread.
class IndexChanges {
 public:
  /// All arguments must outlive this.
  IndexChanges(IndexUpdate& index, LexiconUpdate& lexicon, ArticleSpool& spool,
               IndexReport& report);

  /// Returns whether the page is in the index with the same bytes.
  bool is_known(const RawPage& page);
  /// Finds an article, whose page then is not missing.
  std::optional<StoredArticle> keep(const std::string& id);
  /// Keeps a new or changed article until all are read.
  void take(const Article& article, ReprintSketch sketch);
  /// Completes the new articles by what they and the index say together, and puts them in.
  void put_all();
  /// Returns the published articles whose page was neither taken nor kept, ascending.
  std::vector<std::uint32_t> missing() const;
  void remove(const std::vector<std::uint32_t>& docids);

 private:
  void learn_papers();
  void learn_names();
  void put(const Article& article, ReprintSketch sketch);

  IndexUpdate& index_;
  LexiconUpdate& lexicon_;
  ArticleSpool& spool_;
  IndexReport& report_;
  CorpusLinker linker_;
  OfficialNames officials_;
  ReprintUpdate reprints_;
  std::vector<std::pair<ArticleSpool::Place, ReprintSketch>> new_;
  DocidAllocator docids_;
  std::vector<std::uint32_t> kept_;  ///< as they came
};

}  // namespace tracuu
