#pragma once

#include <atomic>
#include <filesystem>
#include <vector>

#include "indexer/index_writer.h"

namespace tracuu {

/// Writes an index of `planned` as a build does. Returns how many articles it says were written.
inline std::uint64_t write_planned(const std::filesystem::path& directory,
                                   const std::vector<PlannedArticle>& planned,
                                   const IndexMetadata& metadata, std::size_t threads) {
  TokenSpool streams(directory / "articles.tokens");
  for (const PlannedArticle& article : planned) {
    streams.add(article.docid, tokens_of(article.load()));
  }
  std::atomic<std::uint64_t> written{0};
  write_index(directory, planned, {streams, {}}, metadata, threads, written);
  return written;
}

}  // namespace tracuu
