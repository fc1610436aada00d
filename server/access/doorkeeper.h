#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>

#include "common/result.h"
#include "server/access/rate_limit.h"
#include "server/access/tokens.h"
#include "server/http/message.h"

namespace tracuu {

/// Whom the doorkeeper lets in.
struct DoorkeeperOptions {
  std::filesystem::path token_file{};     ///< "": everybody, without a token
  std::optional<RateLimit> rate_limit{};  ///< none: as often as one likes
};

/// Decides who may ask, and how often, before a request costs anything. With a token file every
/// address but /healthz wants "Authorization: Bearer TOKEN". The rate is counted by the owner of
/// the token, else by network_of() the client, and also over requests that are refused, so that
/// guessing is slow.
/// refuse() is for one thread, the listener's; reload() may be called on any other at the same
/// time.
class Doorkeeper {
 public:
  /// Reads the token file; fails as Tokens::read() does.
  static Result<std::unique_ptr<Doorkeeper>> open(DoorkeeperOptions options);

  /// Returns the 401 or 429 of a request, or nothing when it may go on.
  std::optional<HttpResponse> refuse(const HttpRequest& request);

  /// Reads the token file again: tokens that are no longer in it are refused from now on. Returns
  /// whether there is such a file; fails, and keeps the tokens it had, when it cannot be read.
  Result<bool> reload();

 private:
  Doorkeeper(DoorkeeperOptions options, std::shared_ptr<const Tokens> tokens);
  std::shared_ptr<const Tokens> tokens() const;

  DoorkeeperOptions options_;
  std::optional<RateLimiter> limiter_;
  mutable std::mutex mutex_;
  std::shared_ptr<const Tokens> tokens_;  ///< null without a token file
};

}  // namespace tracuu
