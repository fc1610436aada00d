#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "common/index/frequent_terms.h"
#include "common/index/rare_terms.h"
#include "common/index/token_streams.h"
#include "indexer/term_run.h"

namespace tracuu {

/// From the ordinals of one generation to those of the next; nothing for articles that went or
/// changed.
using OrdinalMap = std::vector<std::optional<std::uint32_t>>;

/// The terms of the text that a published generation counts among the frequent, with the keys and
/// ordinals of the next generation; those whose words are gone are left out.
class PublishedFrequentTerms : public TermSource {
 public:
  /// The arguments must outlive this.
  PublishedFrequentTerms(const FrequentTerms& terms, const TokenStreams& now,
                         const OrdinalMap& ordinals)
      : terms_(terms), now_(now), ordinals_(ordinals) {}

  bool next() override;
  TermKey key() const override { return key_; }
  void append_to(std::vector<TermPosting>& postings) const override;

 private:
  const FrequentTerms& terms_;
  const TokenStreams& now_;
  const OrdinalMap& ordinals_;
  std::size_t behind_ = 0;  ///< number of the term to come
  TermKey key_ = 0;
};

/// The same of those that it counts among the rare.
class PublishedRareTerms : public TermSource {
 public:
  /// `terms` and `ordinals` must outlive this; `before` are the streams of the generation of
  /// `terms`.
  PublishedRareTerms(const RareTerms& terms, const TokenStreams& before, const TokenStreams& now,
                     const OrdinalMap& ordinals);

  bool next() override;
  TermKey key() const override { return key_; }
  void append_to(std::vector<TermPosting>& postings) const override;

 private:
  using NumberMap = std::vector<std::optional<std::uint32_t>>;
  std::optional<TermKey> key_now(TermKey key) const;

  const RareTerms& terms_;
  const OrdinalMap& ordinals_;
  NumberMap forms_;
  NumberMap keys_;
  std::vector<PackedTerm> block_;
  std::size_t blocks_read_ = 0;
  std::size_t behind_ = 0;  ///< place in the block of the term to come
  TermKey key_ = 0;
};

}  // namespace tracuu
