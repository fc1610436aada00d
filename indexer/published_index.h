#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/article.h"
#include "common/index/token_streams.h"
#include "indexer/reprints.h"

namespace tracuu {

/// What a published index knows of one article.
struct StoredArticle {
  std::uint32_t docid = 0;
  std::string content_hash;
};

/// The articles of a published generation, over its segments (see common/index/segments.h). Throws
/// std::runtime_error, and Xapian::Error, when the generation cannot be read. For one thread, but
/// for load().
class PublishedIndex {
 public:
  explicit PublishedIndex(const std::filesystem::path& generation);
  ~PublishedIndex();
  PublishedIndex(const PublishedIndex&) = delete;
  PublishedIndex& operator=(const PublishedIndex&) = delete;

  std::optional<StoredArticle> find(std::string_view id) const;
  bool has(std::uint32_t docid) const;
  /// Returns the docids of all articles, ascending.
  std::vector<std::uint32_t> docids() const;
  /// Returns the keys of all papers that articles cite, see DocumentIdentity::key().
  std::vector<std::string> identity_keys() const;
  /// Returns the newest articles, at most `most`, that have the term (see schema.h).
  std::vector<std::uint32_t> with_term(std::string_view term, std::size_t most) const;
  /// Returns the stored article. REQUIRES: has(docid).
  Article load(std::uint32_t docid) const;
  /// Returns what the index holds of it for its reprints. REQUIRES: has(docid).
  ReprintMarks reprint_marks(std::uint32_t docid) const;
  /// Returns what the index says of itself under `key`, "" when nothing.
  std::string metadata(const std::string& key) const;

  /// Returns the articles of the delta, ascending.
  std::vector<std::uint32_t> delta_docids() const;
  /// The articles of the base that are no more, ascending.
  std::span<const std::uint32_t> removed() const;
  /// Returns whether the base has, or had, an article under `docid`.
  bool base_has(std::uint32_t docid) const;
  /// The words of each segment, the base first.
  std::vector<const TokenStreams*> streams() const;
  /// Packs an article as the base does, and back.
  std::string pack(const Article& article) const;
  Article unpack(std::string_view packed) const;

 private:
  struct Segment;
  const Segment& segment_of(std::uint32_t docid) const;

  std::vector<Segment> segments_;
  std::vector<std::uint32_t> removed_;
};

}  // namespace tracuu
