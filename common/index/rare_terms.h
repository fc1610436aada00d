#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/mapped_file.h"
#include "common/index/term_postings.h"
#include "common/index/text_term.h"
#include "common/result.h"

namespace tracuu {

/// Name of the rare terms in the directory of a generation.
inline constexpr char kRareTermsFile[] = "rare";
/// Version of the file's format, apart from kSchemaVersion.
inline constexpr std::uint32_t kRareTermsVersion = 1;

/// A term of a block, its postings still packed.
struct PackedTerm {
  TermKey key = 0;
  std::uint32_t size = 0;  ///< postings
  std::string_view bytes;
};

/// Who has the terms of the text that too few articles have to be among the frequent ones (see
/// frequent_terms.h), mapped from one immutable file. Thread-safe.
///
/// The file, numbers in the byte order of the machine: RareTermsHead; blocks of ascending terms,
/// filled up to a multiple of 8 bytes; one Block each, and one more where the last ends. A term in
/// its block is the step from the key before, how many postings, how many bytes they take (LEB128
/// each), and the packed postings.
class RareTerms {
 public:
  /// Maps the file of the generation in `directory`. Fails, with what to do, when there is none, it
  /// is of another version, or it is damaged; a block is checked when it is read.
  static Result<RareTerms> open(const std::filesystem::path& directory);

  /// Returns how many articles have a term, 0 when it is not rare. Throws std::runtime_error when
  /// its block is damaged, as find() does.
  std::uint32_t frequency(TermKey key) const;
  /// Returns who has a term, ascending; empty when it is not rare.
  std::vector<TermPosting> find(TermKey key) const;

  /// Returns the terms of a block, which ascend over all blocks.
  std::size_t blocks() const { return blocks_.empty() ? 0 : blocks_.size() - 1; }
  std::vector<PackedTerm> terms_of(std::size_t block) const;
  /// How many terms.
  std::uint64_t size() const { return terms_; }
  /// Reads all blocks and returns whether they are as they were written.
  bool is_sound() const;
  /// Bytes of the file.
  std::size_t bytes() const { return file_ == nullptr ? 0 : file_->bytes().size(); }

 private:
  friend class RareTermsWriter;
  struct Block {
    TermKey first;
    std::uint64_t begin;  ///< in the file
    std::uint64_t checksum;
  };

  std::string_view bytes_of(std::size_t block) const;
  PackedTerm packed_term(TermKey key) const;

  std::unique_ptr<MappedFile> file_;
  std::span<const Block> blocks_;  ///< and one behind the last
  std::uint64_t terms_ = 0;
};

/// The first bytes of the file.
struct RareTermsHead {
  char name[16] = "tracuu rare\n";
  std::uint32_t version = kRareTermsVersion;
  std::uint32_t blocks = 0;
  std::uint64_t terms = 0;
  std::uint64_t block_bytes = 0;
  std::uint64_t table_checksum = 0;  ///< XXH3 of what lies behind the blocks
  std::uint64_t head_checksum = 0;   ///< XXH3 of the head up to here
};

/// Writes the rare terms of the generation that is built in a directory, replacing those there.
/// For one thread. Throws std::system_error when the disk does not obey.
class RareTermsWriter {
 public:
  explicit RareTermsWriter(const std::filesystem::path& directory);

  /// Adds a term. REQUIRES: keys ascend; `postings` ascend and are not empty.
  void add(TermKey key, std::span<const TermPosting> postings);
  /// Ends the file. Nothing after it.
  void finish();

 private:
  void put(std::string_view bytes);
  void end_block();

  std::filesystem::path file_;
  std::ofstream out_;
  RareTermsHead head_;
  std::vector<RareTerms::Block> blocks_;
  ByteWriter block_;
  TermKey block_first_ = 0;
  TermKey last_ = 0;
  std::size_t in_block_ = 0;
  std::uint64_t written_ = 0;
};

}  // namespace tracuu
