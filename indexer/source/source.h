#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "common/result.h"
#include "indexer/source/raw_page.h"

namespace tracuu {

/// A page that is not indexed, and why.
struct Rejection {
  std::string file;
  std::string reason;  ///< a full sentence

  bool operator==(const Rejection&) const = default;
};

/// One unit of input, not yet read or decoded: a file, or one line of a JSONL file.
struct RawInput {
  enum class Format { kText, kHtml, kJsonLine };
  Format format = Format::kText;
  std::string id;    ///< from the file name; a JSON line may replace it
  std::string file;  ///< name to report
  std::string bytes;
};

/// Walks the inputs in an order that depends on their names alone and hands each unit to `sink`.
/// Folders are walked recursively for .txt, .html, .htm and .jsonl (.jsonl.gz too); files may be
/// named directly. Symbolic links that lead out of a named folder, devices and fifos are rejected;
/// other extensions are skipped silently. "-" is the standard input, JSON lines, plain or gzip,
/// reported as "stdin". A file that cannot be read becomes a Rejection and the
/// walk goes on. Streams: holds one unit at a time. `sink` returns false to stop the walk.
/// The id of a file is its path below the named folder without the extension, '/' as '-'; two
/// inputs with the same id: the later one gets '-' and 8 hex digits of its path's hash appended.
void walk_inputs(const std::vector<std::filesystem::path>& inputs,
                 const std::function<bool(RawInput)>& sink,
                 const std::function<void(Rejection)>& rejected);

/// How much all inputs are; what cannot be seen counts nothing.
struct InputSize {
  std::uint64_t bytes = 0;  ///< on disk, for progress
  std::uint64_t text_bytes =
      0;  ///< an estimate of what they say: packed ones unpacked, mark-up off
};
InputSize size_of_inputs(const std::vector<std::filesystem::path>& inputs);

/// Decodes and takes apart one unit. Fails with the reason to report: not text in any known
/// encoding, no JSON object, a missing "text" field, nothing left of the page. Pure, thread-safe.
Result<RawPage> read_page(const RawInput& input);

// One reader a format, each pure; read_page() picks by format.
Result<RawPage> read_text_page(const RawInput& input);
Result<RawPage> read_html_page(const RawInput& input);
Result<RawPage> read_json_line(const RawInput& input);

}  // namespace tracuu
