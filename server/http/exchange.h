#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/http/head.h"
#include "server/http/message.h"

namespace tracuu {

/// One request on its way to an answer.
struct Exchange {
  HttpRequest request;             ///< as far as it could be read
  std::optional<Refusal> refusal;  ///< why no handler will see it
  bool keep_alive = false;         ///< the connection can take another request afterwards
  bool takes_chunks = true;        ///< the client speaks HTTP/1.1
};

/// Reads a complete head the whole way: parse, policy, target. `minted_id` is used unless the
/// client sent a good one. A malformed target is a 400 with the sentence of parse_target.
Exchange open_exchange(std::string_view head, std::string minted_id);

}  // namespace tracuu
