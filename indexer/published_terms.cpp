#include "indexer/published_terms.h"

#include <stdexcept>
#include <string>

namespace tracuu {
namespace {

/// Appends those of `old` whose articles are as they were, under their ordinals of now.
void append_kept(const std::vector<TermPosting>& old, const OrdinalMap& ordinals,
                 std::vector<TermPosting>& postings) {
  for (const TermPosting posting : old) {
    if (const auto ordinal = ordinals[posting.ordinal]) {
      postings.push_back({*ordinal, posting.times});
    }
  }
}

}  // namespace

bool PublishedFrequentTerms::next() {
  for (; behind_ < terms_.size() && is_text_term(terms_.term(behind_)); ++behind_) {
    if (const auto key = key_of(terms_.term(behind_), now_)) {
      key_ = *key;
      ++behind_;
      return true;
    }
  }
  return false;
}

void PublishedFrequentTerms::append_to(std::vector<TermPosting>& postings) const {
  append_kept(terms_.find(terms_.term(behind_ - 1))->all(), ordinals_, postings);
}

PublishedRareTerms::PublishedRareTerms(const RareTerms& terms, const TokenStreams& before,
                                       const TokenStreams& now, const OrdinalMap& ordinals)
    : terms_(terms), ordinals_(ordinals) {
  for (std::size_t form = 0; form < before.forms(); ++form) {
    forms_.push_back(now.form_number(before.form(form)));
  }
  for (std::size_t key = 0; key < before.word_count(); ++key) {
    keys_.push_back(now.key_number(before.key_at(key)));
  }
}

std::optional<TermKey> PublishedRareTerms::key_now(TermKey key) const {
  const TermFamily family = family_of(key);
  const auto first = is_accented(family) ? keys_[first_of(key)] : forms_[first_of(key)];
  if (!first || !is_bigram(family)) {
    return first ? std::optional(term_key(family, *first)) : std::nullopt;
  }
  const auto second = forms_[second_of(key)];
  return second ? std::optional(term_key(family, *first, *second)) : std::nullopt;
}

bool PublishedRareTerms::next() {
  for (;;) {
    for (; behind_ < block_.size(); ++behind_) {
      if (const auto key = key_now(block_[behind_].key)) {
        key_ = *key;
        ++behind_;
        return true;
      }
    }
    if (blocks_read_ == terms_.blocks()) {
      return false;
    }
    block_ = terms_.terms_of(blocks_read_++);
    behind_ = 0;
  }
}

void PublishedRareTerms::append_to(std::vector<TermPosting>& postings) const {
  std::vector<TermPosting> old;
  const PackedTerm& term = block_[behind_ - 1];
  if (!unpack(term.bytes, term.size, old)) {
    throw std::runtime_error("index: the rare terms of the generation before are damaged");
  }
  append_kept(old, ordinals_, postings);
}

}  // namespace tracuu
