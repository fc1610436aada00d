#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "server/http/listener.h"

namespace tracuu {

/// A real listener on a free port of this machine, run on a thread of its own until the end of the
/// test. Keeps what its hooks told it.
class RunningListener {
 public:
  explicit RunningListener(
      Handler handler, ListenerOptions options = {},
      std::function<std::optional<HttpResponse>(const HttpRequest&)> at_once = {})
      : listener_(on_free_port(std::move(options)), std::move(handler), hooks(std::move(at_once))),
        thread_([this] { listener_.run(); }) {}
  RunningListener(const RunningListener&) = delete;
  RunningListener& operator=(const RunningListener&) = delete;
  ~RunningListener() {
    stop();
    wait();
  }

  std::uint16_t port() const { return listener_.port(); }
  ListenerLoad load() const { return listener_.load(); }
  bool responds(std::chrono::milliseconds patience) { return listener_.responds(patience); }
  void stop() { listener_.stop(); }
  /// Waits until run() has returned.
  void wait() {
    if (thread_.joinable()) {
      thread_.join();
    }
  }

  /// Waits until `count` requests are recorded and returns the records; fewer after ten seconds.
  std::vector<RequestRecord> wait_for_records(std::size_t count) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, std::chrono::seconds(10), [&] { return records_.size() >= count; });
    return records_;
  }

  std::vector<std::string> troubles() {
    const std::lock_guard lock(mutex_);
    return troubles_;
  }

 private:
  static ListenerOptions on_free_port(ListenerOptions options) {
    options.port = 0;
    return options;
  }

  ListenerHooks hooks(std::function<std::optional<HttpResponse>(const HttpRequest&)> at_once) {
    return {[this](const RequestRecord& record) {
              const std::lock_guard lock(mutex_);
              records_.push_back(record);
              changed_.notify_all();
            },
            [this](const std::string& sentence) {
              const std::lock_guard lock(mutex_);
              troubles_.push_back(sentence);
            },
            std::move(at_once)};
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<RequestRecord> records_;
  std::vector<std::string> troubles_;
  Listener listener_;
  std::thread thread_;
};

/// A gate that handlers wait at, so that a test decides how long a request runs.
class Gate {
 public:
  void pass() {
    std::unique_lock lock(mutex_);
    ++arrived_;
    changed_.notify_all();
    changed_.wait(lock, [&] { return open_; });
  }
  /// Waits until `count` handlers have come to the gate, at most ten seconds.
  bool wait_for_arrivals(int count) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, std::chrono::seconds(10), [&] { return arrived_ >= count; });
  }
  void open() {
    const std::lock_guard lock(mutex_);
    open_ = true;
    changed_.notify_all();
  }
  int arrived() {
    const std::lock_guard lock(mutex_);
    return arrived_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int arrived_ = 0;
  bool open_ = false;
};

/// Opens the gate when the test ends, also by a failed assertion, so that no listener hangs on it.
/// Declare it after the listener.
class OpensGate {
 public:
  explicit OpensGate(Gate& gate) : gate_(gate) {}
  OpensGate(const OpensGate&) = delete;
  OpensGate& operator=(const OpensGate&) = delete;
  ~OpensGate() { gate_.open(); }

 private:
  Gate& gate_;
};

/// Waits until `condition` holds, at most ten seconds; returns whether it does.
inline bool eventually(const std::function<bool()>& condition) {
  const auto last = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (!condition()) {
    if (std::chrono::steady_clock::now() > last) {
      return false;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return true;
}

/// Returns a plain-text 200.
inline HttpResponse text_response(std::string body) {
  HttpResponse response;
  response.content_type = "text/plain; charset=utf-8";
  response.body = std::move(body);
  return response;
}

/// Returns a handler that waits at the gate, then answers with the path.
inline Handler waits_at(Gate& gate) {
  return [&gate](const HttpRequest& request, auto) {
    gate.pass();
    return text_response(request.path);
  };
}

/// Answers with what the request said, one fact a line.
inline HttpResponse echo(const HttpRequest& request, std::chrono::steady_clock::time_point) {
  if (request.method == "OPTIONS") {
    HttpResponse response;
    response.status = 204;
    response.headers.emplace_back("Allow", "GET, HEAD, OPTIONS");
    return response;
  }
  std::string text = request.method + ' ' + request.path + '\n';
  for (const auto& [name, value] : request.parameters) {
    text += name + '=' + value + '\n';
  }
  return text_response(std::move(text));
}

}  // namespace tracuu
