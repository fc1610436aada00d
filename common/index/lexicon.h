#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "common/index/completion_table.h"
#include "common/index/mapped_file.h"
#include "common/result.h"

namespace tracuu {

/// Name of the lexicon in the directory of a generation.
inline constexpr char kLexiconFile[] = "lexicon";
/// Version of the file's format, apart from kSchemaVersion.
inline constexpr std::uint32_t kLexiconVersion = 1;

// The file, numbers in the byte order of the machine:
//
//     head            LexiconHead: sizes, checksums of the rest and of itself
//     title table     CompletionTable, newest title first
//     title ends      u32 for each title: where its docids end
//     docids          u32 for each article, those of one title together, ascending
//     phrase table    CompletionTable, commonest phrase first
//     phrase counts   u32 for each phrase
//
// Every part starts at a multiple of 4 bytes.

/// The title of one article.
struct LexiconTitle {
  std::string text;  ///< normalized, on one line
  std::uint32_t docid = 0;
};

/// A phrase that titles often use.
struct LexiconPhrase {
  std::string text;            ///< in its commonest spelling, marks included
  std::uint32_t articles = 0;  ///< how many articles have it

  bool operator==(const LexiconPhrase&) const = default;
};

/// What a reader can be offered before any search: the titles and the frequent phrases of one
/// generation, mapped read-only from one immutable file. Thread-safe.
class Lexicon {
 public:
  /// Maps the lexicon of the generation in `directory`. Fails, with what to do, when there is none,
  /// it is of another version, or any byte of it is not as it was written.
  static Result<Lexicon> open(const std::filesystem::path& directory);

  /// Distinct titles, the newest first.
  const CompletionTable& titles() const { return titles_; }
  /// Returns the docids of the articles with a title, ascending, so the newest first; never empty.
  std::span<const std::uint32_t> docids_of(std::uint32_t title) const;
  /// The phrases, the commonest first.
  const CompletionTable& phrases() const { return phrases_; }
  /// Returns how many articles have a phrase.
  std::uint32_t articles_with(std::uint32_t phrase) const { return phrase_counts_[phrase]; }

  /// Bytes of the file.
  std::size_t bytes() const { return file_ == nullptr ? 0 : file_->bytes().size(); }

 private:
  std::unique_ptr<MappedFile> file_;
  CompletionTable titles_;
  std::span<const std::uint32_t> title_ends_;
  std::span<const std::uint32_t> docids_;
  CompletionTable phrases_;
  std::span<const std::uint32_t> phrase_counts_;
};

/// The first bytes of the file.
struct LexiconHead {
  char name[16] = "tracuu lexicon\n";
  std::uint32_t version = kLexiconVersion;
  std::uint32_t titles = 0;
  std::uint32_t articles = 0;
  std::uint32_t phrases = 0;
  std::uint64_t title_table_bytes = 0;
  std::uint64_t phrase_table_bytes = 0;
  std::uint64_t rest_checksum = 0;  ///< XXH3 of all behind the head
  std::uint64_t head_checksum = 0;  ///< XXH3 of the head up to here
};

/// Writes the lexicon of the generation that is built in `directory`, replacing one that is there.
/// Titles may come in any order, phrases with the same count too: equal contents give equal bytes.
/// Throws std::system_error when the disk does not obey. REQUIRES: docids are distinct.
void write_lexicon(const std::filesystem::path& directory, std::vector<LexiconTitle> titles,
                   std::vector<LexiconPhrase> phrases);

}  // namespace tracuu
