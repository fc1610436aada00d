#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "common/entity/province_names.h"
#include "common/text/tokens.h"

namespace tracuu {

/// A run of tokens [first, end) that has a reading as a place, and what stands before it.
struct PlaceCandidate {
  std::size_t first = 0;
  std::size_t end = 0;
  std::span<const std::uint32_t> values = {};  ///< see place_reading; owned by the vocabulary
  CueWord cue = {};
  std::size_t cue_first = 0;  ///< first token of the cue, or `first`
};

/// Reads the cue word that ends right before `candidate.first` into `candidate`.
void read_cue(const TokenizedText& text, const PlaceVocabulary& vocabulary,
              PlaceCandidate& candidate);

/// Returns whether the candidate is the end of a longer name of a ward: "phường Hiệp Bình Chánh".
bool is_end_of_ward(const TokenizedText& text, const PlaceVocabulary& vocabulary,
                    const PlaceCandidate& candidate);

/// What is known of a place's name when it may be a person's.
struct NameKind {
  bool common_word = false;  ///< the name is also given to people
  bool district = false;     ///< less is needed to take the name of a district for a person's
};

/// Returns whether the candidate is (the end of) a person's name: a family name or an honorific
/// before it in the same run of capitals ("Trần Hà Nam", "ông Thái Bình", "Nguyễn Thị Hà Giang").
bool is_person(const TokenizedText& text, const PlaceVocabulary& vocabulary,
               const PlaceCandidate& candidate, NameKind kind);

/// Returns whether "Trung Quốc" follows in brackets or behind a comma: Hà Nam, Sơn Tây and others
/// are also provinces there.
bool is_in_china(const TokenizedText& text, const PlaceCandidate& candidate);

/// Returns whether the words around are all upper case, so that capitals tell nothing.
bool is_among_capitals(const TokenizedText& text, const PlaceCandidate& candidate);

/// Returns whether the text plays there by the words around: a cue of place or a kind word, the
/// name of a provincial body before it, or a dateline "Hải Phòng - ".
bool has_local_cue(const TokenizedText& text, const PlaceVocabulary& vocabulary,
                   const PlaceCandidate& candidate);

/// Returns whether `upper` follows `lower` as the unit it lies in: "huyện Gia Lộc, tỉnh Hải Dương",
/// "Vinh (Nghệ An)", "Thanh Xuân - Hà Nội".
bool lies_in(const TokenizedText& text, const PlaceCandidate& lower, const PlaceCandidate& upper);

/// Returns whether the word for its kind speaks of several: "các huyện", "3 thành phố".
bool is_plural(const TokenizedText& text, const PlaceCandidate& candidate);

/// Returns whether `next` goes on with a list that `candidate` is in: "Hà Nội, Đà Nẵng và Huế".
bool is_listed_after(const TokenizedText& text, const PlaceCandidate& candidate,
                     const PlaceCandidate& next);

}  // namespace tracuu
