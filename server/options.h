#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace tracuu {

/// How `tracuu-server` runs. Each comes from a flag, else the environment (TRACUU_INDEX ...), else
/// a configuration file (--config), else the default here.
struct ServerOptions {
  std::filesystem::path index = "index";
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;                 ///< 0: any free port, told on standard output
  std::size_t threads = 1;                   ///< that search; default: as many as cores
  std::chrono::milliseconds deadline{1000};  ///< of a request, waiting included
  std::vector<std::string> cors_origins;     ///< whose pages may read answers; none by default
  std::string public_url;                    ///< "https://tracuu.example", without a last slash
  std::uint64_t cache_bytes = 64ULL << 20U;  ///< for answers that were given before; 0: none
};

/// Outcome of reading a command line: options, or the code to exit with.
struct ServerCommandLine {
  ServerOptions options;
  bool exit_now = false;
  int exit_code = 0;
};

/// Reads the command line, environment and configuration file; prints help, version or what is
/// wrong itself.
ServerCommandLine parse_server_command_line(int argc, const char* const* argv);

}  // namespace tracuu
