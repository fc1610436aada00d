#include "server/options.h"

#include <sysexits.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "server/access/tokens.h"
#include "server/http/address.h"
#include "server/options_file.h"
#include "server/options_table.h"

namespace tracuu {
namespace {

/// What is written of one setting in the place that counts.
struct Given {
  std::vector<std::string> values;
  std::string where = "default";  ///< "--port", "TRACUU_PORT", "server.conf, line 3"
  int code_when_wrong = EX_CONFIG;
};

/// By setting, in the order of settings().
using GivenSettings = std::vector<Given>;

/// Why the program cannot start.
struct Refused {
  std::string sentence;
  int code = EX_CONFIG;
};

/// Flags that are no settings, because they say where settings are, or what to do instead.
struct Instead {
  std::string config;
  bool print_config = false;
  std::string hash_token;  ///< for whom
};

std::size_t index_of(const Setting& setting) {
  return static_cast<std::size_t>(&setting - settings().data());
}

/// Joins values by blanks, as a variable of the environment holds them.
std::string text_of(const std::vector<std::string>& values) {
  std::string text;
  for (const std::string& value : values) {
    text.append(text.empty() ? "" : " ").append(value);
  }
  return text;
}

/// Reads flags. Lets CLI11 end the program for --help, --version and what it does not know.
void add_flags(CLI::App& app, GivenSettings& given, Instead& instead) {
  const ServerOptions defaults;
  for (const Setting& setting : settings()) {
    const std::string flag = "--" + std::string(setting.name);
    auto& values = given[index_of(setting)].values;
    if (setting.is_switch()) {
      app.add_flag(
          flag, [&values](std::int64_t count) { values = {count > 0 ? "true" : "false"}; },
          std::string(setting.help));
      continue;
    }
    CLI::Option* const option = app.add_option(flag, values, std::string(setting.help));
    option->type_name(std::string(setting.placeholder))->allow_extra_args(false);
    option->default_str(text_of(setting.values(defaults)));
    option->expected(setting.repeatable ? CLI::detail::expected_max_vector_size : 1);
    option->multi_option_policy(setting.repeatable ? CLI::MultiOptionPolicy::TakeAll
                                                   : CLI::MultiOptionPolicy::TakeLast);
  }
  app.add_option("--config", instead.config, "File of settings: port = 8080 ...")
      ->type_name("FILE");
  app.add_flag("--print-config", instead.print_config,
               "Print all settings and where each comes from, then stop");
  app.add_option("--hash-token", instead.hash_token,
                 "Read a token from standard input, print its line for token-file, then stop")
      ->type_name("NAME");
}

/// Returns a variable's value, or "".
std::string variable(std::string_view name) {
  const char* const value = std::getenv(variable_of(name).c_str());
  return value == nullptr ? "" : value;
}

/// Fills in what no flag gave from the environment, where an empty variable is none.
void add_environment(GivenSettings& given) {
  for (const Setting& setting : settings()) {
    const std::string value = variable(setting.name);
    Given& place = given[index_of(setting)];
    if (!place.values.empty() || value.empty()) {
      continue;
    }
    place.where = variable_of(setting.name);
    place.values = {value};
    if (setting.repeatable) {
      std::istringstream words(value);
      place.values.assign(std::istream_iterator<std::string>(words), {});
    }
  }
}

/// Fills in what neither gave from the file. What stands in it is checked even where it does not
/// count: a slip there would else show up long after it was made.
std::optional<Refused> add_file(const std::string& file, GivenSettings& given) {
  const auto entries = read_options_file(file);
  if (!entries) {
    return Refused{entries.error().message};
  }
  std::vector<int> seen(settings().size());
  for (const FileEntry& entry : *entries) {
    const std::string where = file + ", line " + std::to_string(entry.line);
    const Setting* const setting = setting_named(entry.name);
    if (setting == nullptr) {
      return Refused{where + ": no such setting: '" + entry.name + "'"};
    }
    const std::size_t index = index_of(*setting);
    if (std::exchange(seen[index], entry.line) != 0 ||
        (!setting->repeatable && entry.values.size() != 1)) {
      return Refused{where + ": has more or less than one value: '" + entry.name + "'"};
    }
    ServerOptions unused;
    for (const std::string& value : entry.values) {
      if (const auto fault = setting->read(*setting, value, unused)) {
        return Refused{where + ": " + fault->message};
      }
    }
    if (given[index].values.empty()) {
      given[index] = {entry.values, where, EX_CONFIG};
    }
  }
  return std::nullopt;
}

/// Puts into the options what is given.
std::optional<Refused> read_given(const GivenSettings& given, ServerOptions& options) {
  for (const Setting& setting : settings()) {
    const Given& place = given[index_of(setting)];
    for (const std::string& value : place.values) {
      if (const auto fault = setting.read(setting, value, options)) {
        const bool is_flag = place.where.starts_with("--");
        return Refused{(is_flag ? "" : place.where + ": ") + fault->message, place.code_when_wrong};
      }
    }
  }
  return std::nullopt;
}

/// Prints what counts, as a file that says the same.
void print_config(const GivenSettings& given, const ServerOptions& options) {
  std::printf("# tracuu-server %s: its settings, as --config reads them\n", TRACUU_VERSION);
  for (const Setting& setting : settings()) {
    std::printf("\n# from: %s\n%s\n", given[index_of(setting)].where.c_str(),
                file_line(setting, setting.values(options)).c_str());
  }
}

/// Reads a token and prints its line of a token file. The token itself is never a flag, which every
/// user of the machine could see.
std::optional<Refused> print_token_line(const std::string& name) {
  std::string token;
  std::getline(std::cin, token);
  if (!is_token(token)) {
    return Refused{
        "--hash-token: a token is 16 to 512 letters, digits and -._~+/, such as "
        "'openssl rand -hex 32' makes",
        EX_DATAERR};
  }
  const std::string line = name + ' ' + hash_of_token(token);
  if (const auto read = Tokens::parse(line, "--hash-token"); !read) {
    return Refused{"--hash-token: a name is 1 to 64 letters, digits and ._-: '" + name + "'",
                   EX_USAGE};
  }
  std::puts(line.c_str());
  return std::nullopt;
}

/// Does what was asked for instead of serving, `exit_now` says whether anything, or reads the
/// settings; returns why nothing can be done.
std::optional<Refused> settle(const Instead& instead, GivenSettings& given, ServerOptions& options,
                              bool& exit_now) {
  exit_now = instead.print_config || !instead.hash_token.empty();
  if (!instead.hash_token.empty()) {
    return print_token_line(instead.hash_token);
  }
  add_environment(given);
  const std::string file = instead.config.empty() ? variable("config") : instead.config;
  if (!file.empty()) {
    if (auto refused = add_file(file, given)) {
      return refused;
    }
  }
  if (auto refused = read_given(given, options)) {
    return refused;
  }
  if (instead.print_config) {
    print_config(given, options);
    return std::nullopt;
  }
  if (!is_loopback(options.address) && options.token_file.empty() && !options.insecure) {
    return Refused{"address: other machines reach it, so give a token-file, or say insecure: '" +
                   options.address + "'"};
  }
  return std::nullopt;
}

}  // namespace

ServerCommandLine parse_server_command_line(int argc, const char* const* argv) {
  ServerCommandLine line;
  GivenSettings given(settings().size());
  Instead instead;
  CLI::App app("Serves the search page and the API over an index.", "tracuu-server");
  app.set_version_flag("--version", TRACUU_VERSION);
  add_flags(app, given, instead);
  app.footer(
      "Each setting is also a variable (TRACUU_DEADLINE_MS) and a line of the file given by\n"
      "--config or TRACUU_CONFIG; a flag counts before a variable, that before the file.\n"
      "SIGTERM and SIGINT finish the running requests, then stop; SIGHUP reads the tokens again\n"
      "and opens the newest index. Exit codes: 0 stopped, 64 wrong flag, 66 no usable index, 69\n"
      "cannot listen, 78 wrong variable, file or token file, or an address open to all.");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    line.exit_now = true;
    line.exit_code = app.exit(error) == 0 ? 0 : EX_USAGE;
    return line;
  }
  for (const Setting& setting : settings()) {
    Given& place = given[index_of(setting)];
    if (!place.values.empty()) {
      place.where = "--" + std::string(setting.name);
      place.code_when_wrong = EX_USAGE;
    }
  }
  if (const auto refused = settle(instead, given, line.options, line.exit_now)) {
    std::fprintf(stderr, "tracuu-server: %s\n", refused->sentence.c_str());
    line.exit_now = true;
    line.exit_code = refused->code;
  }
  return line;
}

}  // namespace tracuu
