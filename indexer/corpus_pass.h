#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "common/index/article.h"
#include "indexer/corpus_linker.h"
#include "indexer/index_writer.h"
#include "indexer/lexicon_builder.h"
#include "indexer/official_names.h"
#include "indexer/reprints.h"

namespace tracuu {

/// What only all articles of a build together say: which papers are meant, how names are spelled,
/// who reprints whom, which phrases are frequent. First see() all, then settle(), then each article
/// is completed() and written; then the lexicon is written. Only completed() is for any
/// thread.
class CorpusPass {
 public:
  void see(std::uint32_t docid, const Article& article, ReprintSketch sketch);
  /// Decides, and marks the reprints among `planned`, which were seen in this order.
  void settle(std::vector<PlannedArticle>& planned, std::size_t threads);
  /// Returns the article with its papers and names as the corpus has them.
  Article completed(Article article) const;
  /// Shingles that are boilerplate, packed for the index.
  const std::string& common_shingles() const { return common_shingles_; }
  /// Writes the lexicon beside the token streams in `directory`. Throws std::runtime_error,
  /// std::system_error among them.
  void write_lexicon(const std::filesystem::path& directory, std::size_t threads);

 private:
  CorpusLinker linker_;
  OfficialNames officials_;
  LexiconBuilder lexicon_;
  ReprintFinder reprints_;
  std::string common_shingles_;
};

}  // namespace tracuu
