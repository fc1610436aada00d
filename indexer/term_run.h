#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "common/index/mapped_file.h"
#include "common/index/rare_terms.h"
#include "common/index/term_postings.h"
#include "common/index/text_term.h"
#include "common/index/token_streams.h"

namespace tracuu {

/// Collects who has which term of the text, article by article. For one thread.
class TermInverter {
 public:
  /// `parts`, of the generation's streams, must outlive this.
  explicit TermInverter(const std::vector<TokenStreams::WordParts>& parts);

  /// Adds the terms of an article (see schema.h): each word folded and, when it is no number, as
  /// written, each pair of neighbours, and the same once more for the title. Returns how many there
  /// are, repeats included. REQUIRES: ordinals ascend.
  std::uint32_t add(std::uint32_t ordinal, std::span<const StreamUnit> units);

  /// Writes what was added to `file`, terms ascending. Nothing after it. Throws std::system_error.
  void write(const std::filesystem::path& file);

 private:
  /// Where a term was seen last; what came before is packed.
  struct LastSeen {
    std::uint32_t ordinal = 0;
    std::uint32_t times = 0;
    std::uint32_t place = 0;  ///< in packed_
  };

  void count(TermKey key, std::uint32_t ordinal);
  void count_word(TermFamily folded, WordId word, std::uint32_t ordinal);

  const std::vector<TokenStreams::WordParts>& parts_;
  boost::unordered_flat_map<TermKey, LastSeen> terms_;
  std::vector<PostingPacker> packed_;
  std::uint32_t length_ = 0;  ///< of the article that is added
};

/// Terms with their postings, one after the other, keys ascending.
class TermSource {
 public:
  virtual ~TermSource() = default;
  /// Goes to the next term; false behind the last one.
  virtual bool next() = 0;
  virtual TermKey key() const = 0;
  /// Appends the postings of this term, ascending.
  virtual void append_to(std::vector<TermPosting>& postings) const = 0;
};

/// Reads what a TermInverter wrote; the file goes with the run.
class TermRun : public TermSource {
 public:
  /// Throws std::system_error.
  explicit TermRun(std::filesystem::path file);
  ~TermRun() override;
  TermRun(const TermRun&) = delete;
  TermRun& operator=(const TermRun&) = delete;

  bool next() override;
  TermKey key() const override { return term_.key; }
  void append_to(std::vector<TermPosting>& postings) const override;

 private:
  std::filesystem::path file_;
  std::unique_ptr<MappedFile> bytes_;  ///< null when there are no terms
  ByteReader reader_{{}};
  PackedTerm term_;
};

}  // namespace tracuu
