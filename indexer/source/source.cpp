#include "indexer/source/source.h"

#include <optional>
#include <system_error>
#include <unordered_set>
#include <utility>

#include "indexer/source/content_hash.h"
#include "indexer/source/input_file.h"
#include "indexer/source/input_walk.h"
#include "indexer/source/line_reader.h"

namespace tracuu {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Hands the units of the files on, with ids unique within the walk.
class Handing {
 public:
  Handing(const std::function<bool(RawInput)>& sink, const std::function<void(Rejection)>& rejected)
      : sink_(sink), rejected_(rejected) {}

  /// Returns false when the sink wants no more.
  bool hand_on(const FoundFile& file) {
    const std::string id = free_id(file);
    if (file.kind == FileKind::kJsonLines) {
      return hand_on_lines(file, id);
    }
    Result<std::string> bytes = read_input(file.canonical);
    if (!bytes) {
      rejected_({file.name, bytes.error().message});
      return true;
    }
    const auto format =
        file.kind == FileKind::kHtml ? RawInput::Format::kHtml : RawInput::Format::kText;
    return sink_({format, id, file.name, std::move(*bytes)});
  }

 private:
  std::string free_id(const FoundFile& file) {
    std::string id = id_of_name(file.name);
    for (std::string hashed = file.name; !ids_.insert(id).second; hashed += file.path.string()) {
      id = id_of_name(file.name);
      id.append("-").append(content_hash(hashed), 0, 8);
    }
    return id;
  }

  bool hand_on_lines(const FoundFile& file, const std::string& id) {
    Result<LineReader> reader = LineReader::open(file.canonical);
    if (!reader) {
      rejected_({file.name, reader.error().message});
      return true;
    }
    while (true) {
      Result<std::optional<std::string>> line = reader->next();
      if (!line) {
        rejected_({file.name, line.error().message});
        return true;
      }
      if (!*line) {
        return true;
      }
      std::string& text = **line;
      if (reader->line_number() == 1 && text.starts_with(kByteOrderMark)) {
        text.erase(0, kByteOrderMark.size());
      }
      if (text.find_first_not_of(" \t\r") == std::string::npos) {
        continue;
      }
      const std::string number = std::to_string(reader->line_number());
      std::string line_id = id;
      std::string line_name = file.name;
      line_id.append("-").append(number);
      line_name.append(":").append(number);
      if (!sink_({RawInput::Format::kJsonLine, std::move(line_id), std::move(line_name),
                  std::move(text)})) {
        return false;
      }
    }
  }

  const std::function<bool(RawInput)>& sink_;
  const std::function<void(Rejection)>& rejected_;
  std::unordered_set<std::string> ids_;
};

}  // namespace

void walk_inputs(const std::vector<std::filesystem::path>& inputs,
                 const std::function<bool(RawInput)>& sink,
                 const std::function<void(Rejection)>& rejected) {
  Handing handing(sink, rejected);
  for (const FoundFile& file : find_files(inputs, rejected)) {
    if (!handing.hand_on(file)) {
      return;
    }
  }
}

InputSize size_of_inputs(const std::vector<std::filesystem::path>& inputs) {
  constexpr std::uint64_t kUnpacked = 4;     // times the bytes of a packed file
  constexpr std::uint64_t kMarkupShare = 4;  // an HTML page has at most about a fourth of text
  InputSize size;
  for (const FoundFile& file : find_files(inputs, [](const Rejection&) {})) {
    std::error_code error;
    const std::uintmax_t bytes = std::filesystem::file_size(file.path, error);
    if (error || (file.kind != FileKind::kJsonLines && bytes > kMaxInputBytes)) {
      continue;  // it will be rejected unread
    }
    const bool is_packed = file.path.extension() == ".gz";
    size.bytes += bytes;
    size.text_bytes += file.kind == FileKind::kHtml ? bytes / kMarkupShare
                       : is_packed                  ? bytes * kUnpacked
                                                    : bytes;
  }
  return size;
}

Result<RawPage> read_page(const RawInput& input) {
  switch (input.format) {
    case RawInput::Format::kHtml:
      return read_html_page(input);
    case RawInput::Format::kJsonLine:
      return read_json_line(input);
    case RawInput::Format::kText:
      break;
  }
  return read_text_page(input);
}

}  // namespace tracuu
