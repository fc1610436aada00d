#include "server/options_file.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>

namespace tracuu {
namespace {

constexpr std::string_view kBlanks = " \t\r";

bool is_bare(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '.' || c == ':' || c == '/';
}

/// Reads one line from its front.
class LineReader {
 public:
  explicit LineReader(std::string_view line) : rest_(line) {}

  /// Skips blanks; returns whether nothing, or only a comment, is left.
  bool at_end() {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(kBlanks), rest_.size()));
    return rest_.empty() || rest_.front() == '#';
  }

  bool take(char wanted) {
    if (at_end() || rest_.front() != wanted) {
      return false;
    }
    rest_.remove_prefix(1);
    return true;
  }

  /// Returns a bare word, or "".
  std::string bare_word() {
    at_end();
    const auto end = std::find_if_not(rest_.begin(), rest_.end(), is_bare);
    std::string word(rest_.begin(), end);
    rest_.remove_prefix(word.size());
    return word;
  }

  /// Returns a value, or nothing when it is none.
  std::optional<std::string> value() {
    if (take('\'')) {
      return quoted('\'');
    }
    if (take('"')) {
      return quoted('"');
    }
    std::string word = bare_word();
    return word.empty() ? std::nullopt : std::optional(std::move(word));
  }

 private:
  std::optional<std::string> quoted(char quote) {
    std::string text;
    while (!rest_.empty()) {
      char c = rest_.front();
      rest_.remove_prefix(1);
      if (c == quote) {
        return text;
      }
      if (c == '\\' && quote == '"') {
        if (rest_.empty() || (rest_.front() != '"' && rest_.front() != '\\')) {
          return std::nullopt;
        }
        c = rest_.front();
        rest_.remove_prefix(1);
      }
      text += c;
    }
    return std::nullopt;
  }

  std::string_view rest_;
};

/// Reads what stands behind '='; nothing when it is no value or list of values.
std::optional<std::vector<std::string>> read_values(LineReader& line) {
  std::vector<std::string> values;
  const bool is_list = line.take('[');
  while (!is_list || !line.take(']')) {
    auto value = line.value();
    if (!value) {
      return std::nullopt;
    }
    values.push_back(std::move(*value));
    if (!is_list) {
      break;
    }
    if (!line.take(',')) {
      if (!line.take(']')) {
        return std::nullopt;
      }
      break;
    }
  }
  return line.at_end() ? std::optional(std::move(values)) : std::nullopt;
}

bool is_plain_word(std::string_view text) {
  return text == "true" || text == "false" ||
         (!text.empty() &&
          std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

std::string written(std::string_view value) {
  if (is_plain_word(value)) {
    return std::string(value);
  }
  std::string text = "\"";
  for (const char c : value) {
    text.append(c == '"' || c == '\\' ? "\\" : "").append(1, c);
  }
  return text + '"';
}

}  // namespace

Result<std::vector<FileEntry>> parse_options_file(std::string_view text) {
  std::vector<FileEntry> entries;
  for (int number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    LineReader line(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.at_end()) {
      continue;
    }
    FileEntry entry{line.bare_word(), {}, number};
    auto values = line.take('=') ? read_values(line) : std::nullopt;
    if (entry.name.empty() || !values) {
      return Error{"line " + std::to_string(number) +
                   ": not 'name = value', with \"text\" in quotes"};
    }
    entry.values = std::move(*values);
    entries.push_back(std::move(entry));
  }
  return entries;
}

Result<std::vector<FileEntry>> read_options_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(in)), {});
  if (!in || in.bad()) {
    return Error{"config: cannot be read: '" + file.string() + "'"};
  }
  auto entries = parse_options_file(text);
  return entries ? entries : Error{file.string() + ", " + entries.error().message};
}

std::string file_line(const Setting& setting, const std::vector<std::string>& values) {
  const std::string name(setting.name);
  if (values.empty()) {
    return "# " + name + " is not set";
  }
  if (!setting.repeatable) {
    return name + " = " + written(values.front());
  }
  std::string line;
  for (const std::string& value : values) {
    line.append(line.empty() ? name + " = [" : ", ").append(written(value));
  }
  return line + ']';
}

}  // namespace tracuu
