#include "server/options.h"

#include <sysexits.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "server/http/cors.h"

namespace tracuu {
namespace {

/// Returns the arguments as CLI11 takes them, last first: those of the environment, which CLI11 by
/// itself would rank below the file, and then the command line's, which so have the last word.
std::vector<std::string> arguments_of(const CLI::App& app, int argc, const char* const* argv) {
  std::vector<std::string> arguments;
  for (const CLI::Option* option : app.get_options()) {
    const std::string& variable = option->get_envname();
    const char* value = variable.empty() ? nullptr : std::getenv(variable.c_str());
    if (value != nullptr && *value != '\0') {
      arguments.push_back(option->get_name() + "=" + value);
    }
  }
  arguments.insert(arguments.end(), argv + 1, argv + argc);
  std::reverse(arguments.begin(), arguments.end());
  return arguments;
}

}  // namespace

ServerCommandLine parse_server_command_line(int argc, const char* const* argv) {
  ServerCommandLine line;
  ServerOptions& options = line.options;
  options.threads = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 256);
  std::int64_t deadline = options.deadline.count();

  CLI::App app("Serves the search page and the API over an index.", "tracuu-server");
  app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  app.set_version_flag("--version", TRACUU_VERSION);
  app.set_config("--config", "", "Configuration file (TOML: index = \"...\", port = 8080 ...)");
  app.add_option("--index", options.index, "Index directory")
      ->capture_default_str()
      ->envname("TRACUU_INDEX");
  app.add_option("--address", options.address, "Address to listen on")
      ->capture_default_str()
      ->envname("TRACUU_ADDRESS");
  app.add_option("--port", options.port, "Port to listen on, 0 for any free one")
      ->capture_default_str()
      ->envname("TRACUU_PORT");
  app.add_option("--threads", options.threads, "Threads that search")
      ->capture_default_str()
      ->envname("TRACUU_THREADS")
      ->check(CLI::Range(1, 256));
  app.add_option("--deadline-ms", deadline, "Time a request may take, waiting included")
      ->capture_default_str()
      ->envname("TRACUU_DEADLINE_MS")
      ->check(CLI::Range(1, 60'000));
  app.add_option("--cache-bytes", options.cache_bytes,
                 "Memory for answers given before, 0 to keep none")
      ->capture_default_str()
      ->envname("TRACUU_CACHE_BYTES")
      ->check(CLI::Range(std::uint64_t{0}, std::uint64_t{1} << 36U));
  app.add_option("--cors-origin", options.cors_origins,
                 "Origin whose pages may read answers (https://a.example, or *); repeatable")
      ->envname("TRACUU_CORS_ORIGIN")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->allow_extra_args(false)
      ->check(CLI::Validator(
          [](const std::string& origin) {
            return is_origin(origin) ? std::string() : "not an origin: '" + origin + "'";
          },
          "ORIGIN"));
  app.add_option("--public-url", options.public_url,
                 "Scheme and host under which readers know the server, for feeds and browsers")
      ->envname("TRACUU_PUBLIC_URL")
      ->check(CLI::Validator(
          [](const std::string& url) {
            return url != "*" && is_origin(url)
                       ? std::string()
                       : "use https://host or http://host:port: '" + url + "'";
          },
          "URL"));
  app.footer(
      "SIGTERM and SIGINT finish the running requests, then stop; SIGHUP opens the newest index\n"
      "generation. Exit codes: 0 stopped, 64 wrong command line, 66 no usable index, 69 cannot "
      "listen.");
  try {
    app.parse(arguments_of(app, argc, argv));
  } catch (const CLI::ParseError& error) {
    line.exit_now = true;
    line.exit_code = app.exit(error) == 0 ? 0 : EX_USAGE;
  }
  options.deadline = std::chrono::milliseconds(deadline);
  return line;
}

}  // namespace tracuu
