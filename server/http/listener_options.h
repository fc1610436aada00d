#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "server/http/message.h"

namespace tracuu {

/// How the server listens. Times bound one step of one connection each.
struct ListenerOptions {
  std::string address = "127.0.0.1";  ///< an IPv4 or IPv6 address; "::" takes both kinds
  std::uint16_t port = 8080;          ///< 0: any free one, see Listener::port
  std::size_t worker_threads = 0;     ///< 0: as many as the machine runs at once
  std::size_t max_connections = 512;
  std::size_t max_connections_per_address = 64;  ///< the address of a proxy aside
  std::vector<std::string> proxies;  ///< whose X-Forwarded-For is believed, see client_address()
  std::size_t queue_limit = 64;      ///< requests waiting for a worker; the next gets a 503

  std::chrono::milliseconds header_timeout{10'000};  ///< first byte of a request to its blank line
  std::chrono::milliseconds idle_timeout{30'000};    ///< between two requests
  /// How long a client that closed its half is taken to wait for the answer; afterwards as gone.
  std::chrono::milliseconds half_closed_patience{100};
  std::chrono::milliseconds write_timeout{30'000};    ///< for each 64 KiB of an answer
  std::chrono::milliseconds linger_timeout{1'000};    ///< for a refused client to read why
  std::chrono::milliseconds request_deadline{1'000};  ///< wait and writing included
  std::chrono::milliseconds stream_timeout{600'000};  ///< for all pieces of an answer together
  std::chrono::milliseconds drain_timeout{10'000};    ///< from stop() to closing what still runs
  std::chrono::milliseconds accept_back_off{100};     ///< when no file descriptor is left
};

/// Answers a request, on a worker thread, several at once on different ones; request.worker tells
/// which. Should be done by `deadline`, or when request.client_left is asked to stop: nothing stops
/// it from outside. A std::exception becomes a
/// 500 that shows nothing of it.
using Handler = std::function<HttpResponse(const HttpRequest& request,
                                           std::chrono::steady_clock::time_point deadline)>;

/// One finished exchange, for logs and metrics.
struct RequestRecord {
  std::string method;                ///< "" when the head could not be read
  std::string path;                  ///< decoded, or the raw target when that could not be done
  int status = 0;                    ///< as sent; 499 when the client had gone before its answer
  std::size_t bytes = 0;             ///< of body, as sent
  std::chrono::nanoseconds took{0};  ///< from the complete head to the last byte written
  std::chrono::nanoseconds queue_wait{0};  ///< of it, waiting for a worker
  std::string request_id;
  std::string remote_address;
  std::vector<std::pair<std::string, std::string>> parameters;  ///< decoded
  AnswerNote note;
};

/// What the listener tells and asks. All are called on the thread of Listener::run, must be quick
/// and must not throw.
struct ListenerHooks {
  /// A connection for which there is no room counts as a request that was refused.
  std::function<void(const RequestRecord& record)> on_request;
  std::function<void(const std::string& sentence)> on_trouble;  ///< handler failed, no descriptors
  /// Answers what must not wait for a worker: who may not ask, whether the process lives. Nothing
  /// sends the request on to the handler.
  std::function<std::optional<HttpResponse>(const HttpRequest& request)> at_once;
};

}  // namespace tracuu
