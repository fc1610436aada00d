#include "indexer/source/line_reader.h"

#include <unistd.h>
#include <zlib.h>

#include <cerrno>
#include <cstring>
#include <string_view>
#include <utility>

#include "indexer/source/input_file.h"

namespace tracuu {
namespace {

constexpr std::size_t kChunkBytes = 1 << 18;

Result<FileDescriptor> standard_input() {
  // A copy of the descriptor: the reader closes what it read, the process keeps its own.
  FileDescriptor copy(::dup(STDIN_FILENO));
  if (copy.number() < 0) {
    return Error{std::string("cannot be opened: ") + std::strerror(errno)};
  }
  return Result<FileDescriptor>(std::move(copy));
}

}  // namespace

void LineReader::Closer::operator()(gzFile_s* file) const {
  gzclose(file);
}

Result<LineReader> LineReader::open(const std::filesystem::path& file) {
  Result<FileDescriptor> input = file == kStandardInput ? standard_input() : open_input(file);
  if (!input) {
    return input.error();
  }
  gzFile_s* opened = gzdopen(input->number(), "rb");
  if (opened == nullptr) {
    return Error{"cannot be opened: not enough memory"};
  }
  input->release();
  gzbuffer(opened, kChunkBytes);
  return LineReader(opened);
}

bool LineReader::fill() {
  buffer_.erase(0, position_);
  position_ = 0;
  const std::size_t had = buffer_.size();
  buffer_.resize(had + kChunkBytes);
  const int got = gzread(file_.get(), buffer_.data() + had, kChunkBytes);
  buffer_.resize(had + static_cast<std::size_t>(got > 0 ? got : 0));
  return got > 0;
}

Result<std::optional<std::string>> LineReader::next() {
  std::size_t searched = 0;
  while (file_ != nullptr) {
    const std::size_t end = buffer_.find('\n', position_ + searched);
    if (end != std::string::npos) {
      std::string line = buffer_.substr(position_, end - position_);
      position_ = end + 1;
      ++line_number_;
      return std::optional(std::move(line));
    }
    searched = buffer_.size() - position_;
    if (searched > kMaxInputBytes) {
      file_.reset();
      return Error{"line " + std::to_string(line_number_ + 1) + " is longer than 64 MiB"};
    }
    if (fill()) {
      continue;
    }
    int code = Z_OK;
    const std::string problem = gzerror(file_.get(), &code);
    file_.reset();
    if (code != Z_OK && code != Z_STREAM_END) {
      return Error{"the file breaks off or is damaged after line " + std::to_string(line_number_) +
                   (problem.empty() ? "" : ": " + problem)};
    }
  }
  if (position_ == buffer_.size()) {
    return std::optional<std::string>();
  }
  ++line_number_;
  std::string last = buffer_.substr(position_);
  position_ = buffer_.size();
  return std::optional(std::move(last));
}

}  // namespace tracuu
