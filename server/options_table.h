#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"
#include "server/options.h"

namespace tracuu {

/// One setting, wherever it is written: "--deadline-ms 500", TRACUU_DEADLINE_MS=500,
/// "deadline-ms = 500" in the file. None is a secret: tokens have a file of their own.
struct Setting {
  std::string_view name;         ///< "deadline-ms"
  std::string_view placeholder;  ///< of its value in --help; "" for a switch
  std::string_view help;
  /// Puts a value into the options; returns what is wrong with it, the name first.
  std::optional<Error> (*read)(const Setting& setting, std::string_view value,
                               ServerOptions& options);
  /// Returns the values that read() would make these options of; none: not set.
  std::vector<std::string> (*values)(const ServerOptions& options);
  bool repeatable = false;  ///< several flags, an array in the file, blanks in the environment
  std::int64_t least = 0;   ///< of a number
  std::int64_t most = 0;

  bool is_switch() const { return placeholder.empty(); }
};

/// All settings, in the order of --help, of the example file and of the README.
std::span<const Setting> settings();
/// Returns the setting `name`, or null.
const Setting* setting_named(std::string_view name);
/// Returns the variable of a setting: "deadline-ms" -> "TRACUU_DEADLINE_MS".
std::string variable_of(std::string_view name);

}  // namespace tracuu
