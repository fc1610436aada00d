#pragma once

#include <cstdint>
#include <filesystem>

#include "common/index/article.h"

namespace tracuu {

/// Articles on disk between extraction and indexing: the index is written in the order of docids,
/// which is known only when every date is. Appending is for one thread, loading for any number.
class ArticleSpool {
 public:
  /// Where an article lies in the spool.
  struct Place {
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
  };

  /// Creates `file`, replacing an old one; the file goes with the spool.
  explicit ArticleSpool(std::filesystem::path file);
  ~ArticleSpool();
  ArticleSpool(const ArticleSpool&) = delete;
  ArticleSpool& operator=(const ArticleSpool&) = delete;

  /// Throws std::system_error when the disk is full or broken.
  Place append(const Article& article);
  Article load(Place place) const;

 private:
  std::filesystem::path file_;
  int descriptor_ = -1;
  std::uint64_t size_ = 0;
};

}  // namespace tracuu
