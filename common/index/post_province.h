#pragma once

#include <string>

#include "common/index/article.h"

namespace tracuu {

/// Returns the province in which `post` of an official of `article` is held: the one that its own
/// words name ("Bí thư Tỉnh ủy Gia Lai"), else the article's own for a body of a province or below
/// ("UBND tỉnh", "Sở Nội vụ", "Công an huyện"). "" for bodies of the whole country and where
/// nothing tells. Pure.
std::string province_of_post(const Article& article, const Post& post);

}  // namespace tracuu
