#pragma once

#include <cstddef>
#include <optional>

#include "common/entity/document_number.h"
#include "common/text/tokens.h"

namespace tracuu {

/// Returns what the verb whose last syllable is token `index` does to a paper behind it: "thực
/// hiện", "triển khai", "quán triệt", "thi hành"; "sơ kết", "tổng kết"; "căn cứ", "theo" (not "theo
/// dõi"); "thay thế", "bãi bỏ"; "sửa đổi", "bổ sung". Nothing for any other token, and for the
/// passive ("được thay thế bởi", "bị bãi bỏ bằng", "được sửa đổi tại"), where the paper behind is
/// the one that acts.
std::optional<DocumentRelation> relation_word_at(const TokenizedText& text, std::size_t index);

/// Returns what "được thay thế bởi" says, with its last syllable at token `index`: what the paper
/// behind does to the one in front. Nothing for anything else.
std::optional<DocumentRelation> passive_relation_at(const TokenizedText& text, std::size_t index);

}  // namespace tracuu
