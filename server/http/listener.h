#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>

#include "server/http/listener_options.h"

namespace tracuu {

/// What a listener has in hand at one moment.
struct ListenerLoad {
  std::size_t connections = 0;
  std::size_t waiting = 0;  ///< requests that wait for a worker
  std::size_t running = 0;  ///< requests that a worker answers
};

/// An HTTP/1.1 server for small, read-only requests. One io thread, the one that calls run(), reads
/// and writes; handlers run on worker threads. Refusals, 304, gzip, HEAD, limits and time-outs are
/// settled here; a handler only ever sees a sound GET, HEAD or OPTIONS.
/// The process must ignore SIGPIPE and has to call stop() from its own signal handling.
class Listener {
 public:
  /// Binds and listens at once, so that port() is known and clients can already queue up. Throws
  /// std::system_error when the address is none, taken or not permitted.
  Listener(const ListenerOptions& options, Handler handler, ListenerHooks hooks = {});
  /// REQUIRES: run() has returned or was never called.
  ~Listener();

  /// The port bound, also when the options left the choice to the system.
  std::uint16_t port() const;

  /// Serves until stop(), then until all is answered or drain_timeout is over, whatever comes
  /// first; a handler that is running even then is waited for, but its client is not. Call it once.
  void run();

  /// Begins the drain: accepts nobody, closes idle connections, ends the others with the answer
  /// they wait for. Thread-safe, returns at once; may be called before run() and more than once.
  void stop();

  /// Returns whether the thread of run() takes up a new task within `patience`: a listener that
  /// does not is stuck. Thread-safe; false also before and after run().
  bool responds(std::chrono::milliseconds patience);

  /// Thread-safe; the three figures need not be of the same instant.
  ListenerLoad load() const;

 private:
  class Body;
  std::unique_ptr<Body> body_;
};

}  // namespace tracuu
