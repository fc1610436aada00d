#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "server/access/rate_limit.h"

namespace tracuu {

/// How `tracuu-server` runs; options_table.h says what each means, and in what bounds.
struct ServerOptions {
  std::filesystem::path index = "index";
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;  ///< 0: any free port, told on standard output
  std::size_t threads = 0;    ///< that search; 0: as many as cores
  std::chrono::milliseconds deadline{1000};
  std::size_t queue_limit = 64;
  std::size_t max_connections = 512;
  std::size_t max_connections_per_address = 64;
  std::chrono::milliseconds stop_delay{0};
  std::filesystem::path token_file;
  bool insecure = false;
  std::optional<RateLimit> rate_limit;
  std::vector<std::string> proxies;
  std::vector<std::string> cors_origins;
  std::string public_url;                       ///< without a last slash
  std::uint64_t cache_bytes = 64ULL << 20U;     ///< for answers that were given before; 0: none
  std::chrono::milliseconds slow_request{500};  ///< 0: none is slow
  bool log_queries = false;
};

/// Outcome of reading a command line: options, or the code to exit with.
struct ServerCommandLine {
  ServerOptions options;
  bool exit_now = false;
  int exit_code = 0;
};

/// Reads flags, environment and configuration file, in this order of precedence, and does itself
/// what ends at once: prints help, version, effective configuration, the hash of a token read from
/// standard input, or on standard error the one sentence that says what is wrong and where it was
/// written. Refuses to serve other machines without a token file or `insecure` (78).
ServerCommandLine parse_server_command_line(int argc, const char* const* argv);

}  // namespace tracuu
