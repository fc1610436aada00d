#pragma once

#include <xapian.h>

#include <filesystem>
#include <vector>

#include "tests/benchmark/scale/http_load.h"
#include "tests/benchmark/scale/workloads.h"

namespace tracuu {

/// What Xapian does by itself, in this process, with the same words: its own TermGenerator, words
/// with positions, date and province as values, a boolean term for each province and year.
/// Provinces are drawn from the id; there is one in 63 of each.
class RawXapianWriter {
 public:
  /// Writes a new database in place of what lies there.
  explicit RawXapianWriter(const std::filesystem::path& folder);

  void add(const GeneratedArticle& article);

  /// Commits. No more is added.
  void finish();

 private:
  Xapian::WritableDatabase database_;
  Xapian::TermGenerator generator_;
};

/// Asks a database that RawXapianWriter wrote all questions in turn, as ask() asks a server, with
/// one thread. Facets count every match.
Load ask_raw_xapian(const std::filesystem::path& folder, const std::vector<AskedWords>& questions,
                    const LoadBounds& bounds);

}  // namespace tracuu
