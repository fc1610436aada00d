#pragma once

#include <atomic>
#include <chrono>

#include "server/http/message.h"
#include "server/pages.h"
#include "server/search/searcher.h"

namespace tracuu {

/// Answers every request of the server: the search page, the API under /api/v1, and the health
/// checks. Thread-safe; never throws: what the searcher throws becomes a 503 (deadline) or a logged
/// 500 without detail.
class Router {
 public:
  /// `searcher` must outlive the router.
  explicit Router(const Searcher& searcher) : searcher_(searcher), pages_(searcher) {}

  HttpResponse answer(const HttpRequest& request,
                      std::chrono::steady_clock::time_point deadline) const;

  /// From now on /readyz says no: the server is about to stop.
  void stop_being_ready() { ready_ = false; }

 private:
  HttpResponse route(const HttpRequest& request,
                     std::chrono::steady_clock::time_point deadline) const;
  HttpResponse search(const HttpRequest& request,
                      std::chrono::steady_clock::time_point deadline) const;
  HttpResponse article(const HttpRequest& request, std::string_view id) const;
  HttpResponse suggest(const HttpRequest& request) const;
  HttpResponse similar(const HttpRequest& request, std::string_view id,
                       std::chrono::steady_clock::time_point deadline) const;
  HttpResponse ready(const HttpRequest& request,
                     std::chrono::steady_clock::time_point deadline) const;

  const Searcher& searcher_;
  Pages pages_;
  std::atomic<bool> ready_{true};
};

}  // namespace tracuu
