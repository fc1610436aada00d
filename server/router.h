#pragma once

#include <atomic>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "server/http/message.h"
#include "server/metrics.h"
#include "server/route.h"
#include "server/route_cache.h"
#include "server/search/searcher.h"

namespace tracuu {

/// What the router is told by whoever runs the server.
struct RouterOptions {
  std::vector<std::string> cors_origins;  ///< whose pages may read answers, see allow_origins()
  std::string public_url;  ///< "https://tracuu.example"; "": http:// and the Host of the request
  std::size_t cache_bytes = 0;  ///< for answers that were given before; 0: every one is made anew
};

/// Answers every request of the server: the search page, and the routes of routes(). Thread-safe;
/// never throws: what the searcher throws becomes a 503 (deadline) or a logged 500 without detail.
///
/// What a handler need not do is done here: OPTIONS, the 404 that names the nearest address, names
/// of parameters, ETag (generation and question) with Cache-Control and 304, Server-Timing, the
/// cache of answers, CORS.
class Router {
 public:
  /// `searcher` must outlive the router.
  explicit Router(const Searcher& searcher, RouterOptions options = {});

  HttpResponse answer(const HttpRequest& request,
                      std::chrono::steady_clock::time_point deadline) const;

  /// Answers what must not wait for a worker (Route::at_once), or nothing. Quick.
  std::optional<HttpResponse> answer_at_once(const HttpRequest& request) const;

  /// The figures that /metrics shows.
  Metrics& metrics() const { return metrics_; }

  /// From now on /readyz says no: the server is about to stop.
  void stop_being_ready() { ready_ = false; }

 private:
  HttpResponse guarded(const Call& call) const;
  HttpResponse route(Call call) const;
  HttpResponse call_route(const Call& call, const Route& route) const;

  const Searcher& searcher_;
  RouterOptions options_;
  mutable AnswerCache cache_;
  std::atomic<bool> ready_{true};
  mutable Metrics metrics_;
};

}  // namespace tracuu
