#pragma once

#include <cstdint>
#include <optional>

#include "common/index/article.h"
#include "indexer/index_writer.h"
#include "indexer/pipeline.h"

namespace tracuu {

/// Gives an article its docid, or rejects it in `report` when its day cannot hold it.
std::optional<std::uint32_t> place(const Article& article, DocidAllocator& docids,
                                   IndexReport& report);

}  // namespace tracuu
