#include <pthread.h>
#include <sysexits.h>

#include <csignal>
#include <cstdio>
#include <exception>
#include <string>
#include <system_error>
#include <thread>

#include "server/http/listener.h"
#include "server/logging.h"
#include "server/options.h"
#include "server/router.h"
#include "server/search/searcher.h"

namespace tracuu {
namespace {

/// How often a newer index generation is looked for.
constexpr timespec kRefreshEvery{.tv_sec = 1, .tv_nsec = 0};

sigset_t handled_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
    sigaddset(&signals, signal);
  }
  return signals;
}

/// Opens a newer generation when there is one. Returns what is wrong with it, the old one goes on,
/// or "".
std::string refresh(Searcher& searcher, bool at_once) {
  try {
    const Result<bool> newer = searcher.refresh(at_once);
    if (!newer) {
      return newer.error().message;
    }
    if (*newer) {
      log_message("now serving " + searcher.info().generation);
    }
  } catch (const std::exception& error) {
    return std::string("index: cannot be opened: '") + error.what() + "'";
  }
  return "";
}

/// Waits for signals and newer generations until told to stop the server.
void watch(Searcher& searcher, Router& router, Listener& listener) {
  const sigset_t signals = handled_signals();
  std::string told;  // once, not every second
  while (true) {
    const int signal = sigtimedwait(&signals, nullptr, &kRefreshEvery);
    if (signal == SIGTERM || signal == SIGINT) {
      router.stop_being_ready();
      listener.stop();
      return;
    }
    const std::string trouble = refresh(searcher, signal == SIGHUP);
    if (!trouble.empty() && (trouble != told || signal == SIGHUP)) {
      log_error("still serving " + searcher.info().generation + ": " + trouble);
      told = trouble;
    }
  }
}

int serve(const ServerOptions& options) {
  Result<Searcher> searcher = Searcher::open(options.index);
  if (!searcher) {
    std::fprintf(stderr, "tracuu-server: %s\n", searcher.error().message.c_str());
    return EX_NOINPUT;
  }
  Router router(*searcher, {options.cors_origins, options.public_url});
  ListenerOptions listening;
  listening.address = options.address;
  listening.port = options.port;
  listening.worker_threads = options.threads;
  listening.request_deadline = options.deadline;
  Listener listener(
      listening,
      [&](const HttpRequest& request, std::chrono::steady_clock::time_point deadline) {
        return router.answer(request, deadline);
      },
      {.on_request = log_request,
       .on_trouble = [](const std::string& sentence) { log_error(sentence); }});
  std::printf("listening on http://%s:%u/\n", options.address.c_str(), listener.port());
  std::fflush(stdout);
  const std::jthread watcher([&] { watch(*searcher, router, listener); });
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
