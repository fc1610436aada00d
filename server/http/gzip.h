#pragma once

#include <string>
#include <string_view>

#include "server/http/message.h"

namespace tracuu {

/// Compresses in the gzip format. Throws std::bad_alloc.
std::string gzip(std::string_view bytes);

/// Returns the pieces of what gzip() would make of the pieces joined: as each comes, a piece is
/// compressed and sent on as soon as there are bytes of it, so that a reader sees progress. Holds
/// 256 KiB until it is destroyed.
BodyPieces gzipped(BodyPieces plain);

}  // namespace tracuu
