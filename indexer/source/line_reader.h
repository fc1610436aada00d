#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "common/result.h"

struct gzFile_s;

namespace tracuu {

/// The largest unit of input that is read, in bytes: no article comes near it, and a gzip bomb or a
/// disk image with a wrong name ends here.
inline constexpr std::size_t kMaxInputBytes = 64 << 20;

/// How command lines name the standard input among files.
inline constexpr const char* kStandardInput = "-";

/// Reads a text file line by line, plain or gzip, holding one line at a time.
class LineReader {
 public:
  /// Opens `file`, or the standard input for kStandardInput; fails with what the system says.
  static Result<LineReader> open(const std::filesystem::path& file);

  /// Returns the next line without its end, or nothing at the end of the file. Fails on a damaged
  /// gzip stream and on a line over kMaxInputBytes; after a failure the reader is at its end.
  Result<std::optional<std::string>> next();

  /// Returns the 1-based number of the line last returned; 0 before the first.
  int line_number() const { return line_number_; }

 private:
  struct Closer {
    void operator()(gzFile_s* file) const;
  };
  explicit LineReader(gzFile_s* file) : file_(file) {}
  bool fill();

  std::unique_ptr<gzFile_s, Closer> file_;
  std::string buffer_;
  std::size_t position_ = 0;  ///< of the first byte of buffer_ not yet handed out
  int line_number_ = 0;
};

}  // namespace tracuu
