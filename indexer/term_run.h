#pragma once

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
#include "indexer/phrase_terms.h"

namespace tracuu {

/// Articles whose terms are collected in memory at a time, at most.
inline constexpr std::size_t kRunArticles = 4'096;

/// Collects who has which term of the text, article by article. For one thread. Every word said is
/// a number of 8 bytes, and all are sorted at the end: that reads memory in its order, where a
/// table of terms misses the cache at each word.
class TermInverter {
 public:
  /// `parts`, of the generation's streams, and `phrases` must outlive this.
  TermInverter(const std::vector<TokenStreams::WordParts>& parts, const PhraseTerms& phrases);

  /// Articles that it takes: kRunArticles, fewer when the streams have over 16 million words.
  static std::size_t capacity(std::size_t words);

  /// Adds the terms of an article (see schema.h): each word folded and, when it is no number, as
  /// written, each pair of neighbours, and the same once more for the title. Returns how many there
  /// are, repeats included. Its phrases are added once each, and not counted. REQUIRES: ordinals
  /// ascend, not more than capacity().
  std::uint32_t add(std::uint32_t ordinal, std::span<const StreamUnit> units);
  std::size_t articles() const { return ordinals_.size(); }

  /// Writes what was added to `file`, terms ascending. Nothing after it. Throws std::system_error.
  void write(const std::filesystem::path& file);

 private:
  void say(TermFamily family, std::uint32_t first, std::uint32_t second = 0);
  void say_word(TermFamily folded, WordId word);
  void say_phrases(std::span<const StreamUnit> units);
  TermKey key_of(std::uint64_t said) const;
  PostingPacker postings_of(std::span<const std::uint64_t> said) const;

  const std::vector<TokenStreams::WordParts>& parts_;
  const PhraseTerms& phrases_;
  std::vector<std::uint32_t> found_;  ///< phrases of one article
  unsigned word_bits_;
  unsigned article_bits_;
  std::vector<std::uint32_t> ordinals_;  ///< of the articles, in their order
  std::vector<std::uint64_t> said_;      ///< family, two numbers, place in ordinals_
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
