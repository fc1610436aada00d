#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/article.h"
#include "indexer/index_writer.h"
#include "indexer/published_index.h"

namespace tracuu {

/// Changes are written as a delta beside the base until they are over one article in so many; then
/// all is written anew. A search reads both segments, so the delta stays small.
inline constexpr std::size_t kDeltaShare = 64;

/// Whether a file of a generation, by its name in the manifest, is one of those of the base that
/// are mapped, not read by Xapian.
bool is_mapped(const std::string& name);

/// The next generation while it is made of the current one and what changes. For one thread.
class IndexUpdate {
 public:
  /// Opens the generation in `current` to write the next one into the empty folder `directory`.
  /// The delta holds `most_changes`, when given, instead of a share of the articles. Throws
  /// std::runtime_error.
  IndexUpdate(const std::filesystem::path& current, const std::filesystem::path& directory,
              std::optional<std::size_t> most_changes = std::nullopt);
  ~IndexUpdate();
  IndexUpdate(const IndexUpdate&) = delete;
  IndexUpdate& operator=(const IndexUpdate&) = delete;

  /// The generation as it was before the changes.
  const PublishedIndex& published() const;

  std::optional<StoredArticle> find(std::string_view id) const;
  /// Returns the docids of all articles, ascending.
  std::vector<std::uint32_t> docids() const;
  /// Returns an article. REQUIRES: `docid` is one of docids().
  Article load(std::uint32_t docid) const;
  /// Returns the articles that bear a key of a sketch, at most `most`, from the newest on.
  std::vector<std::uint32_t> bearing(std::uint32_t reprint_key, std::size_t most) const;
  /// Returns the name of an article's reprint group, "" for an article alone.
  std::string reprint_group(std::uint32_t docid) const;

  void put(std::uint32_t docid, const Article& article, const ReprintMarks& reprint = {});
  /// Makes an article, which was alone, a member of a reprint group.
  void join(std::uint32_t docid, const std::string& reprint_group);
  /// Returns the articles that are written anew for a group's sake alone, all else as it was.
  const std::set<std::uint32_t>& joined() const;
  void remove(std::uint32_t docid);

  /// Writes everything but a lexicon (see LexiconUpdate) on `threads` threads; what `metadata` does
  /// not say stays. No changes after it. A delta takes time by the changes since the last build or
  /// merge. Throws std::runtime_error, std::system_error among them.
  void finish(const IndexMetadata& metadata, std::size_t threads = 1);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tracuu
