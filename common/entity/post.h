#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "common/entity/official.h"
#include "common/entity/official_words.h"

namespace tracuu {

/// What a post says about who holds it.
enum class PostKind : std::uint8_t {
  kState,    ///< of the state, the party or the front
  kBare,     ///< a title that could be private too, without a body: "Giám đốc"
  kRank,     ///< "Thiếu tướng"
  kPrivate,  ///< of a company, a school, the press
  kForeign,  ///< of another country
  kPlural,   ///< of several bodies: "Chủ tịch UBND các huyện"
};

/// A post as read from tokens [begin, end).
struct PostReading {
  Post post;  ///< spans and words of the text read
  PostKind kind = PostKind::kBare;
  bool chair_alone = false;  ///< "Chủ tịch", "Bí thư" without a body: of the state until told not
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Reads the post that begins at token `index`: a title with what stands before it ("nguyên",
/// "Quyền"), what goes on with it ("Thường trực") and its body. Nothing when none begins there.
/// Reads a bounded number of tokens.
std::optional<PostReading> read_post(const WordedText& words, std::size_t index);

/// Returns the text of tokens [begin, end) on one line, line ends and doubled blanks as one blank.
std::string line_of(const WordedText& words, std::size_t begin, std::size_t end);

}  // namespace tracuu
