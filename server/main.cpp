#include <pthread.h>
#include <sysexits.h>
#include <systemd/sd-daemon.h>

#include <condition_variable>
#include <csignal>
#include <cstdio>
#include <ctime>
#include <exception>
#include <mutex>
#include <stop_token>
#include <string>
#include <system_error>
#include <thread>

#include "server/access/doorkeeper.h"
#include "server/http/listener.h"
#include "server/logging.h"
#include "server/options.h"
#include "server/router.h"
#include "server/search/searcher.h"

namespace tracuu {
namespace {

using std::chrono::milliseconds;

/// How often a newer index generation is looked for, and systemd told that the server lives.
constexpr milliseconds kRound{1'000};
/// From SIGTERM to the end, whatever clients do.
constexpr milliseconds kStopTime{10'000};

sigset_t handled_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
    sigaddset(&signals, signal);
  }
  return signals;
}

/// Returns the next signal, or -1 after `patience`.
int wait_for_signal(milliseconds patience) {
  const sigset_t signals = handled_signals();
  const timespec time{.tv_sec = patience.count() / 1'000,
                      .tv_nsec = patience.count() % 1'000 * 1'000'000};
  return sigtimedwait(&signals, nullptr, &time);
}

bool asks_to_stop(int signal) {
  return signal == SIGTERM || signal == SIGINT;
}

void tell_ready(const Searcher& searcher) {
  const IndexInfo index = searcher.info();
  sd_notifyf(0, "READY=1\nSTATUS=serving %s, %llu articles", index.generation.c_str(),
             static_cast<unsigned long long>(index.articles));
}

/// Opens newer generations of the index, on a thread of its own: a large one takes its time, and
/// neither signals nor systemd wait so long.
class Refresher {
 public:
  Refresher(Searcher& searcher, Metrics& metrics) : searcher_(searcher), metrics_(metrics) {}

  void run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      std::unique_lock lock(mutex_);
      const bool asked = woken_.wait_for(lock, stop, kRound, [&] { return asked_; });
      asked_ = false;
      lock.unlock();
      refresh(asked);
    }
  }

  /// Looks at once, tells what is wrong even if it was told before, and tells systemd when done.
  void ask() {
    const std::lock_guard lock(mutex_);
    asked_ = true;
    woken_.notify_all();
  }

 private:
  void refresh(bool asked) {
    const std::string trouble = open_newer_generation(asked);
    // One line for a generation that cannot be opened, not one a second.
    if (!trouble.empty() && (asked || trouble != told_)) {
      metrics_.count_reload(false);
      log_error("still serving " + searcher_.info().generation + ": " + trouble);
      told_ = trouble;
    }
    if (asked) {
      tell_ready(searcher_);
    }
  }

  /// Returns what is wrong with it, so that the old one goes on, or "".
  std::string open_newer_generation(bool asked) {
    try {
      const Result<bool> newer = searcher_.refresh(asked);
      if (!newer) {
        return newer.error().message;
      }
      if (*newer) {
        told_.clear();
        metrics_.count_reload(true);
        log_message("now serving " + searcher_.info().generation);
        tell_ready(searcher_);
      }
    } catch (const std::exception& error) {
      return std::string("index: cannot be opened: '") + error.what() + "'";
    }
    return "";
  }

  Searcher& searcher_;
  Metrics& metrics_;
  std::mutex mutex_;
  std::condition_variable_any woken_;
  bool asked_ = false;
  std::string told_;  ///< of what was wrong, last
};

void reload(Doorkeeper& doorkeeper, Metrics& metrics, Refresher& refresher) {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  sd_notifyf(0, "RELOADING=1\nMONOTONIC_USEC=%lld%06ld", static_cast<long long>(now.tv_sec),
             now.tv_nsec / 1'000);
  const Result<bool> read = doorkeeper.reload();
  if (!read) {
    metrics.count_reload(false);
    log_error("the tokens read before stay: " + read.error().message);
  } else if (*read) {
    metrics.count_reload(true);
  }
  refresher.ask();
}

/// Runs beside the listener until a signal ends both; tells systemd, when it started the program,
/// how it goes.
void watch(Doorkeeper& doorkeeper, Router& router, Listener& listener, Refresher& refresher,
           milliseconds stop_delay) {
  for (int signal = 0; !asks_to_stop(signal); signal = wait_for_signal(kRound)) {
    if (signal == SIGHUP) {
      reload(doorkeeper, router.metrics(), refresher);
    }
    // Asked before told: what is stuck must not seem alive.
    if (sd_watchdog_enabled(0, nullptr) > 0 && listener.responds(kRound)) {
      sd_notify(0, "WATCHDOG=1");
    }
  }
  sd_notify(0, "STOPPING=1");
  router.stop_being_ready();
  if (stop_delay.count() > 0) {
    wait_for_signal(stop_delay);
  }
  listener.stop();
}

/// Returns the part of the options that the listener knows.
ListenerOptions listening(const ServerOptions& options) {
  ListenerOptions listening;
  listening.address = options.address;
  listening.port = options.port;
  listening.worker_threads = options.threads;
  listening.max_connections = options.max_connections;
  listening.max_connections_per_address = options.max_connections_per_address;
  listening.proxies = options.proxies;
  listening.queue_limit = options.queue_limit;
  listening.request_deadline = options.deadline;
  listening.drain_timeout = kStopTime - options.stop_delay;
  return listening;
}

/// Says why the server does not start, and returns `code`.
int fail(const Error& error, int code) {
  std::fprintf(stderr, "tracuu-server: %s\n", error.message.c_str());
  return code;
}

int serve(const ServerOptions& options) {
  Result<std::unique_ptr<Doorkeeper>> doorkeeper =
      Doorkeeper::open({options.token_file, options.rate_limit});
  if (!doorkeeper) {
    return fail(doorkeeper.error(), EX_CONFIG);
  }
  Result<Searcher> searcher = Searcher::open(options.index);
  if (!searcher) {
    return fail(searcher.error(), EX_NOINPUT);
  }
  Router router(*searcher, {options.cors_origins, options.public_url, options.cache_bytes});
  const LogOptions logging{options.slow_request, options.log_queries};
  Listener listener(
      listening(options),
      [&](const HttpRequest& request, std::chrono::steady_clock::time_point deadline) {
        return router.answer(request, deadline);
      },
      {.on_request =
           [&](const RequestRecord& record) {
             router.metrics().count(record);
             log_request(record, logging);
           },
       .on_trouble = [](const std::string& sentence) { log_error(sentence); },
       .at_once =
           [&](const HttpRequest& request) {
             std::optional<HttpResponse> refusal = (*doorkeeper)->refuse(request);
             return refusal ? std::move(refusal) : router.answer_at_once(request);
           }});
  router.metrics().watch_load([&] { return listener.load(); });
  const bool is_v6 = options.address.find(':') != std::string::npos;
  std::printf(is_v6 ? "listening on http://[%s]:%u/\n" : "listening on http://%s:%u/\n",
              options.address.c_str(), listener.port());
  std::fflush(stdout);
  tell_ready(*searcher);
  Refresher refresher(*searcher, router.metrics());
  const std::jthread refreshing([&](const std::stop_token& stop) { refresher.run(stop); });
  const std::jthread watcher(
      [&] { watch(**doorkeeper, router, listener, refresher, options.stop_delay); });
  listener.run();
  return EX_OK;
}

}  // namespace
}  // namespace tracuu

int main(int argc, char** argv) {
  const tracuu::ServerCommandLine line = tracuu::parse_server_command_line(argc, argv);
  if (line.exit_now) {
    return line.exit_code;
  }
  // Every thread made from here on leaves these signals to the watcher.
  const sigset_t signals = tracuu::handled_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  tracuu::start_logging();
  try {
    return tracuu::serve(line.options);
  } catch (const std::system_error& error) {
    tracuu::log_error(error.what());
    return EX_UNAVAILABLE;
  } catch (const std::exception& error) {
    tracuu::log_error(error.what());
    return EX_SOFTWARE;
  }
}
