#pragma once

#include <vector>

#include "common/index/article.h"

namespace tracuu {

/// Finds what one paper does to another where the text says so:
/// - "Kế hoạch 12/KH-UBND của UBND tỉnh về việc thực hiện Nghị quyết 36-NQ/TW", lists included;
/// - "Quyết định 1819/QĐ-TTg phê duyệt ..., thay thế Quyết định 1605/QĐ-TTg";
/// - "Thực hiện Nghị quyết 36-NQ/TW, UBND tỉnh ban hành Kế hoạch 12/KH-UBND";
/// - "Nghị định 64/2007/NĐ-CP được thay thế bởi Nghị định 45/2020/NĐ-CP";
/// - "Nghị định này thay thế Nghị định 64/2007/NĐ-CP", of the last decree named before.
/// Papers in one sentence without such words are not related. In the order of the mentions, each
/// once. Linear. REQUIRES: entities and documents are set.
std::vector<PaperRelation> find_paper_relations(const Article& article);

}  // namespace tracuu
