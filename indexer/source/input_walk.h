#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/source/source.h"

namespace tracuu {

/// What a file holds, by its name.
enum class FileKind { kText, kHtml, kJsonLines };

/// Returns the kind by extension, case ignored (.txt; .html, .htm; .jsonl, .jsonl.gz), or nothing.
std::optional<FileKind> kind_of_file(const std::filesystem::path& file);

/// One file below an input.
struct FoundFile {
  std::filesystem::path path;
  std::string name;  ///< to report: the path below the named folder, or the file's own name
  FileKind kind = FileKind::kText;
  std::filesystem::path canonical = {};  ///< without links, to be opened
};

/// Returns the files of `inputs` in order of their names, each file once; what may not be read
/// (links that lead out, devices, what is not there) is handed to `rejected`.
std::vector<FoundFile> find_files(const std::vector<std::filesystem::path>& inputs,
                                  const std::function<void(Rejection)>& rejected);

/// Returns the id that a file's name gives: "2019/ha-noi.txt" is "2019-ha-noi". Bytes that are no
/// UTF-8 and control characters become '_'.
std::string id_of_name(std::string_view name);

}  // namespace tracuu
