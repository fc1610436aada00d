#include "indexer/source/input_walk.h"

#include <algorithm>
#include <array>
#include <set>
#include <system_error>
#include <tuple>
#include <utility>

#include "common/text/utf8.h"
#include "indexer/source/line_reader.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

struct Extension {
  std::string_view ending;
  FileKind kind;
};

constexpr std::array<Extension, 5> kExtensions = {{{".txt", FileKind::kText},
                                                   {".html", FileKind::kHtml},
                                                   {".htm", FileKind::kHtml},
                                                   {".jsonl", FileKind::kJsonLines},
                                                   {".jsonl.gz", FileKind::kJsonLines}}};

std::optional<Extension> extension_of(std::string_view name) {
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  for (const Extension& extension : kExtensions) {
    if (lower.size() > extension.ending.size() && lower.ends_with(extension.ending)) {
      return extension;
    }
  }
  return std::nullopt;
}

bool lies_below(const fs::path& path, const fs::path& folder) {
  const auto [in_folder, in_path] =
      std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return in_folder == folder.end();
}

/// Gathers the files of one run.
class Gatherer {
 public:
  explicit Gatherer(const std::function<void(Rejection)>& rejected) : rejected_(rejected) {}

  void add_input(const fs::path& input) {
    if (input == kStandardInput) {
      if (seen_.insert(kStandardInput).second) {
        files_.push_back({input, "stdin", FileKind::kJsonLines, input});
      }
      return;
    }
    std::error_code error;
    root_.clear();
    const fs::file_status status = fs::status(input, error);
    if (status.type() == fs::file_type::not_found) {
      rejected_({input.string(), "there is no such file or folder"});
    } else if (error) {
      rejected_({input.string(), "cannot be looked at: " + error.message()});
    } else if (fs::is_directory(status)) {
      root_ = fs::canonical(input, error);
      walk(input);
    } else if (!fs::is_regular_file(status)) {
      rejected_({input.string(), "is neither a file nor a folder"});
    } else if (const auto kind = kind_of_file(input)) {
      keep({input, input.filename().string(), *kind});
    } else {
      rejected_(
          {input.string(), "has none of the extensions .txt, .html, .htm, .jsonl, .jsonl.gz"});
    }
  }

  std::vector<FoundFile> take() {
    std::sort(files_.begin(), files_.end(), [](const FoundFile& a, const FoundFile& b) {
      return std::tie(a.name, a.path) < std::tie(b.name, b.path);
    });
    return std::move(files_);
  }

 private:
  void walk(const fs::path& folder) {
    // A stack of folders, not recursion: trees are as deep as somebody cares to make them.
    std::vector<fs::path> waiting = {folder};
    while (!waiting.empty()) {
      const fs::path current = std::move(waiting.back());
      waiting.pop_back();
      std::error_code error;
      fs::directory_iterator entries(current, error);
      for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
        look_at(*entries, folder, waiting);
      }
      if (error) {
        rejected_({current.string(), "the folder cannot be read: " + error.message()});
      }
    }
  }

  void look_at(const fs::directory_entry& entry, const fs::path& folder,
               std::vector<fs::path>& waiting) {
    std::error_code error;
    const fs::file_type type = entry.symlink_status(error).type();
    const auto kind = kind_of_file(entry.path());
    if (type == fs::file_type::directory) {
      waiting.push_back(entry.path());
    } else if (type == fs::file_type::symlink) {
      check_link(entry.path(), kind.has_value());
    } else if (!kind) {
      return;
    } else if (type != fs::file_type::regular) {
      rejected_({entry.path().string(), "is a device, socket or pipe, not a file"});
    } else {
      keep({entry.path(), entry.path().lexically_relative(folder).generic_string(), *kind});
    }
  }

  // A link that stays inside is passed over without a word: what it leads to is walked itself.
  void check_link(const fs::path& link, bool known_extension) {
    std::error_code error;
    const fs::path target = fs::canonical(link, error);
    if (error) {
      if (known_extension) {
        rejected_({link.string(), "is a symbolic link that leads nowhere"});
      }
    } else if (!lies_below(target, root_) && (known_extension || fs::is_directory(target, error))) {
      rejected_({link.string(), "is a symbolic link that leads out of the named folder"});
    }
  }

  void keep(FoundFile file) {
    std::error_code error;
    file.canonical = fs::canonical(file.path, error);
    if (error) {
      rejected_({file.path.string(), "cannot be looked at: " + error.message()});
    } else if (!lies_below(file.canonical, root_)) {  // a folder became a link meanwhile
      rejected_({file.path.string(), "lies out of the named folder"});
    } else if (seen_.insert(file.canonical.string()).second) {
      files_.push_back(std::move(file));
    }
  }

  const std::function<void(Rejection)>& rejected_;
  fs::path root_;
  std::set<std::string> seen_;
  std::vector<FoundFile> files_;
};

}  // namespace

std::optional<FileKind> kind_of_file(const fs::path& file) {
  const auto extension = extension_of(file.filename().string());
  return extension ? std::optional(extension->kind) : std::nullopt;
}

std::vector<FoundFile> find_files(const std::vector<fs::path>& inputs,
                                  const std::function<void(Rejection)>& rejected) {
  Gatherer gatherer(rejected);
  for (const fs::path& input : inputs) {
    gatherer.add_input(input);
  }
  return gatherer.take();
}

std::string id_of_name(std::string_view name) {
  if (const auto extension = extension_of(name)) {
    name.remove_suffix(extension->ending.size());
  }
  std::string id;
  const std::string valid = replace_invalid_utf8(name);
  for (std::size_t offset = 0; offset < valid.size();) {
    const char32_t c = next_code_point(valid, offset);
    if (c == U'/') {
      id += '-';
    } else if (c < 0x20 || c == 0x7F || c == 0xFFFD) {
      id += '_';
    } else {
      append_utf8(id, c);
    }
  }
  return id;
}

}  // namespace tracuu
