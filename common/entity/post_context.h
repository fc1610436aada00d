#pragma once

#include "common/entity/official_words.h"
#include "common/entity/post.h"

namespace tracuu {

/// Completes a post that names no body by the words around it, within one or two sentences:
/// - "Ban Chỉ đạo chuyển đổi số gồm ông Tám - Trưởng ban": the board named before is the body;
/// - "Sở Nội vụ đề nghị ... Giám đốc Lê Tám": of the state, for the last body named before is;
/// - "Thượng tá Lê Tám (Công an huyện)", "Công an tỉnh, Thượng tá Lê Tám": where a rank serves.
/// Reads a bounded number of tokens. REQUIRES: `post` was read from `words`.
void complete_post(const WordedText& words, PostReading& post);

/// Returns whether the post at token `index` is another's, for whom one acts: "Thừa lệnh Chủ tịch,
/// Chánh Văn phòng Lê Tám".
bool is_on_behalf(const WordedText& words, std::size_t index);

/// Gives `before`, when it is a seat in a committee without a body, the party committee of the post
/// that follows: "Ủy viên Ban Thường vụ, Trưởng Ban Tuyên giáo Tỉnh ủy".
void share_committee(const WordedText& words, const PostReading& post, PostReading& before);

/// Gives the post of a rank the body behind the name that ends at token `name_end`, if one stands
/// there in brackets or behind a comma. Leaves other posts alone.
void complete_rank(const WordedText& words, std::size_t name_end, PostReading& rank);

}  // namespace tracuu
