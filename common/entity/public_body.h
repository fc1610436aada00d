#pragma once

#include <cstddef>
#include <cstdint>

#include "common/entity/official_words.h"

namespace tracuu {

/// Whose body stands behind a title.
enum class BodyKind : std::uint8_t {
  kNone,   ///< no body is written
  kState,  ///< of the state, the party or the front: "Sở Nội vụ", "UBND tỉnh", "Hà Nội"
  kField,  ///< only its field is written: "Thông tin và Truyền thông"
  kUnknown,  ///< capitals that say nothing
  kPrivate,  ///< a company, school, paper or association
  kForeign,  ///< of another country
  kPlural,   ///< "UBND các huyện": several bodies, so no one person
};

/// A body as it is written behind a title.
struct Body {
  std::size_t begin = 0;  ///< token
  std::size_t end = 0;    ///< token behind the last
  BodyKind kind = BodyKind::kNone;
};

/// Reads the body that begins at token `index`: "UBND tỉnh Hà Nam", "Sở Lao động, Thương binh và Xã
/// hội", "Ban Chỉ đạo chuyển đổi số". It ends before a name, a title, a form of address, a verb,
/// and at punctuation; but a comma inside the name of a ministry, and one before the body above
/// ("phòng CNTT, Sở Nội vụ") belong to it. Reads a bounded number of tokens.
Body read_body(const WordedText& words, std::size_t index);

}  // namespace tracuu
