#include <pthread.h>
#include <sysexits.h>
#include <systemd/sd-daemon.h>

#include <csignal>
#include <cstdio>
#include <ctime>
#include <exception>
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

/// How often a newer index generation is looked for, and systemd told that all is well.
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

/// What runs beside the listener until the server is told to stop: signals, newer generations of
/// the index, and what systemd wants to know, which is nothing when it did not start the program.
class Watch {
 public:
  Watch(Searcher& searcher, Doorkeeper& doorkeeper, Router& router, Listener& listener)
      : searcher_(searcher), doorkeeper_(doorkeeper), router_(router), listener_(listener) {}

  void run(milliseconds stop_delay) {
    tell_ready();
    for (int signal = 0; !asks_to_stop(signal); signal = wait_for_signal(kRound)) {
      if (signal == SIGHUP) {
        reload();
      } else {
        refresh();
      }
      // Asked before told: what is stuck must not seem alive.
      if (sd_watchdog_enabled(0, nullptr) > 0 && listener_.responds(kRound)) {
        sd_notify(0, "WATCHDOG=1");
      }
    }
    sd_notify(0, "STOPPING=1");
    router_.stop_being_ready();
    if (stop_delay.count() > 0) {
      wait_for_signal(stop_delay);
    }
    listener_.stop();
  }

 private:
  void tell_ready() {
    const IndexInfo index = searcher_.info();
    sd_notifyf(0, "READY=1\nSTATUS=serving %s, %llu articles", index.generation.c_str(),
               static_cast<unsigned long long>(index.articles));
  }

  void reload() {
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    sd_notifyf(0, "RELOADING=1\nMONOTONIC_USEC=%lld%06ld", static_cast<long long>(now.tv_sec),
               now.tv_nsec / 1'000);
    const std::optional<Error> fault = doorkeeper_.reload();
    router_.metrics().count_reload(!fault);
    if (fault) {
      log_error(fault->message + "; the tokens read before stay");
    }
    trouble_.clear();
    refresh();
    tell_ready();
  }

  void refresh() {
    const Result<bool> newer = searcher_.refresh();
    if (newer && *newer) {
      trouble_.clear();
      router_.metrics().count_reload(true);
      log_message("now serving " + searcher_.info().generation);
      tell_ready();
    } else if (!newer && newer.error().message != trouble_) {
      // One line for a generation that cannot be opened, not one a second.
      trouble_ = newer.error().message;
      router_.metrics().count_reload(false);
      log_error(trouble_);
    }
  }

  Searcher& searcher_;
  Doorkeeper& doorkeeper_;
  Router& router_;
  Listener& listener_;
  std::string trouble_;
};

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
  Router router(*searcher, {options.cors_origins, options.public_url});
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
  Watch watch(*searcher, **doorkeeper, router, listener);
  const std::jthread watcher([&] { watch.run(options.stop_delay); });
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
