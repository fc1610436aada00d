#pragma once

#include <xapian.h>

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tracuu {

/// The databases of the segments of one generation (see common/index/segments.h), the base first.
/// For one thread at a time.
class Databases {
 public:
  /// Opens them. Throws Xapian::Error.
  explicit Databases(const std::filesystem::path& generation);

  std::span<const Xapian::Database> segments() const { return segments_; }
  /// Returns what the index says of itself under `key`, "" when nothing.
  std::string metadata(const std::string& key) const;
  /// Returns the docids of the base that are no more, ascending, or nothing when they cannot be
  /// read.
  std::optional<std::vector<Xapian::docid>> removed() const;

 private:
  std::vector<Xapian::Database> segments_;
};

}  // namespace tracuu
