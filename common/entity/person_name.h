#pragma once

#include <cstddef>
#include <cstdint>

#include "common/entity/official_words.h"

namespace tracuu {

/// How much around a name already says that a person is meant.
enum class NameCue : std::uint8_t {
  kNone,    ///< nothing: a known family name must begin it, and it must be no place
  kBody,    ///< a post and its body stand right before it
  kPerson,  ///< "ông", "đồng chí", a rank: any Vietnamese syllables in capitals will do
};

/// Reads the full name that begins at token `index` and returns the index behind it: 2 to 6
/// capitalised syllables ("Lê Khắc Nam", "Hầu A Lềnh", "Y Thanh Hà Niê Kđăm") or a highland name
/// with an apostrophe ("H'Yim Kđoh", "K'Mák"). A title or a body that follows without a comma ends
/// it. Returns `index` for no name: places ("Hà Nam"), words of bodies ("Đoàn Thanh niên"), foreign
/// names. Reads a bounded number of tokens.
std::size_t end_of_full_name(const WordedText& words, std::size_t index, NameCue cue);

/// Reads a given name, or a middle and a given name, that stand alone ("ông Hải", "ông Bắc Son")
/// and returns the index behind it, `index` for none. The caller knows that a person is meant.
std::size_t end_of_short_name(const WordedText& words, std::size_t index);

/// Returns the index behind the province or district named at token `index` ("TP. HCM", "Hà Nam");
/// `index` for none, or when the words are lower-case.
std::size_t end_of_place(const WordedText& words, std::size_t index);

/// Returns whether token `index` is capitalised and only a blank parts it from the one before.
bool continues_capitals(const WordedText& words, std::size_t index);

}  // namespace tracuu
