#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"
#include "server/options_table.h"

namespace tracuu {

/// One line of a configuration file: 'cors-origin = ["https://a.example", "https://b.example"]'.
struct FileEntry {
  std::string name;
  std::vector<std::string> values;
  int line = 0;  ///< 1-based
};

/// Reads the text of a configuration file, the part of TOML that settings need: `name = value` a
/// line, a value being "text" (\" and \\ escaped), 'text', a bare word, or such in brackets parted
/// by commas; '#' begins a comment. Fails at the first wrong line: "line 3: ...".
Result<std::vector<FileEntry>> parse_options_file(std::string_view text);

/// Reads the file itself. Fails, with its name, also when it cannot be opened.
Result<std::vector<FileEntry>> read_options_file(const std::filesystem::path& file);

/// Prints a setting as a file has it: 'port = 8080', 'cors-origin = ["a", "b"]'. Without values it
/// is a comment that says so.
std::string file_line(const Setting& setting, const std::vector<std::string>& values);

}  // namespace tracuu
