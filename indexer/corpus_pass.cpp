#include "indexer/corpus_pass.h"

#include <array>
#include <functional>
#include <utility>

#include "common/index/bytes.h"
#include "indexer/index_faults.h"
#include "indexer/parallel.h"

namespace tracuu {

void CorpusPass::see(std::uint32_t docid, const Article& article, ReprintSketch sketch) {
  linker_.see(article);
  officials_.see(article);
  lexicon_.see(docid, article);
  reprints_.see(article, std::move(sketch));
}

void CorpusPass::settle(std::vector<PlannedArticle>& planned, std::size_t threads) {
  ReprintFinder::Result found;
  const std::array<std::function<void()>, 4> parts{
      [&] { found = reprints_.settle(); }, [&] { lexicon_.find_phrases(); },
      [&] { linker_.settle(); }, [&] { officials_.settle(); }};
  run_jobs(parts.size(), threads, [&](std::size_t part) { parts[part](); });
  for (std::size_t i = 0; i < planned.size(); ++i) {
    planned[i].reprint = std::move(found.marks[i]);
  }
  common_shingles_ = pack_ascending(found.common);
}

Article CorpusPass::completed(Article article) const {
  linker_.complete(article);
  officials_.complete(article);
  return article;
}

void CorpusPass::write_lexicon(const std::filesystem::path& directory, std::size_t threads) {
  lexicon_.count(or_throw(TokenStreams::open(directory)), threads);
  lexicon_.write(directory);
}

}  // namespace tracuu
