#include "common/index/manifest.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <sstream>
#include <string_view>
#include <system_error>

#include "common/index/checksum.h"
#include "common/index/file_descriptor.h"
#include "common/index/schema.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFirstLine = "tracuu generation";
constexpr std::size_t kChunkBytes = 1 << 20;
constexpr std::size_t kMostManifestBytes = 1 << 20;  // a damaged one is not read to the end of days

/// What was read of a file.
struct Contents {
  std::uint64_t bytes = 0;
  std::string checksum;
};

/// Reads a file to its end and hands its pieces on. Returns nothing, errno set, when it cannot.
std::optional<Contents> read_through(const fs::path& file,
                                     const std::function<void(std::string_view)>& take) {
  const FileDescriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  if (!in) {
    return std::nullopt;
  }
  ::posix_fadvise(in.number(), 0, 0, POSIX_FADV_SEQUENTIAL);
  Contents contents;
  Checksum checksum;
  std::string chunk(kChunkBytes, '\0');
  while (true) {
    const ssize_t size = ::read(in.number(), chunk.data(), chunk.size());
    if (size == 0) {
      contents.checksum = checksum.text();
      return contents;
    }
    if (size < 0 && errno != EINTR) {
      return std::nullopt;
    }
    if (size > 0) {
      const std::string_view piece(chunk.data(), static_cast<std::size_t>(size));
      contents.bytes += piece.size();
      checksum.add(piece);
      take(piece);
    }
  }
}

Error unusable(const std::string& what, const fs::path& file) {
  return {"index: " + what + ", rebuild it with 'tracuu-indexer build' or restore a snapshot: '" +
          file.string() + "'"};
}

/// Whether a name leads nowhere but into the directory or a folder in it.
bool leads_inside(std::string_view name) {
  const auto is_plain = [](std::string_view part) {
    return !part.empty() && part.find('/') == std::string_view::npos && part != ".." && part != ".";
  };
  const std::size_t slash = name.find('/');
  return slash == std::string_view::npos
             ? is_plain(name)
             : is_plain(name.substr(0, slash)) && is_plain(name.substr(slash + 1));
}

/// Reads "<checksum> <bytes> <name>".
std::optional<ManifestEntry> read_entry(std::string_view line) {
  const std::size_t first = line.find(' ');
  const std::size_t second = first == std::string_view::npos ? first : line.find(' ', first + 1);
  if (second == std::string_view::npos) {
    return std::nullopt;
  }
  ManifestEntry entry{std::string(line.substr(second + 1)), 0, std::string(line.substr(0, first))};
  const auto [end, error] =
      std::from_chars(line.data() + first + 1, line.data() + second, entry.bytes);
  return error == std::errc() && end == line.data() + second && leads_inside(entry.name)
             ? std::optional(entry)
             : std::nullopt;
}

/// Returns the manifest that the text is, or nothing when it is not as it was written.
std::optional<Manifest> parse(const std::string& text) {
  const std::size_t end = text.rfind("end ");
  if (end == std::string::npos ||
      text.substr(end) != "end " + checksum_of(text.substr(0, end)) + "\n") {
    return std::nullopt;
  }
  std::istringstream lines(text.substr(0, end));
  std::string line;
  if (!std::getline(lines, line) || line != kFirstLine) {
    return std::nullopt;
  }
  Manifest manifest;
  while (std::getline(lines, line)) {
    if (line.starts_with("schema ")) {
      manifest.schema = line.substr(7);
    } else if (line.starts_with("file ")) {
      const auto entry = read_entry(std::string_view(line).substr(5));
      if (!entry) {
        return std::nullopt;
      }
      manifest.files.push_back(*entry);
    }
  }
  return manifest;
}

/// Returns whether `contents`, if the file could be read, is what the manifest says.
std::optional<Error> difference(const ManifestEntry& entry, const std::optional<Contents>& contents,
                                const fs::path& file) {
  if (!contents) {
    return unusable("a file cannot be read (" + std::generic_category().message(errno) + ")", file);
  }
  if (contents->bytes != entry.bytes) {
    return unusable("a file has " + std::to_string(contents->bytes) + " of " +
                        std::to_string(entry.bytes) + " bytes",
                    file);
  }
  return contents->checksum == entry.checksum
             ? std::nullopt
             : std::optional(unusable("a file is damaged (its checksum differs)", file));
}

void write_all(int descriptor, std::string_view bytes, const fs::path& file) {
  while (!bytes.empty()) {
    const ssize_t size = ::write(descriptor, bytes.data(), bytes.size());
    if (size < 0 && errno != EINTR) {
      throw std::system_error(errno, std::generic_category(), "cannot write " + file.string());
    }
    bytes.remove_prefix(size > 0 ? static_cast<std::size_t>(size) : 0);
  }
}

FileDescriptor created(const fs::path& file) {
  FileDescriptor out(::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC,
                            S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH));
  if (!out) {
    throw std::system_error(errno, std::generic_category(), "cannot write " + file.string());
  }
  return out;
}

/// Returns the names of all files in `directory` and its folders, ascending, but the manifest's.
std::vector<std::string> names_in(const fs::path& directory) {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(directory)) {
    std::string name = entry.path().lexically_relative(directory).string();
    if (!entry.is_directory() && name != kManifestFile) {
      names.push_back(std::move(name));
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

ManifestEntry entry_of(const fs::path& directory, const std::string& name) {
  const auto contents = read_through(directory / name, [](std::string_view) {});
  if (!contents) {
    throw std::system_error(errno, std::generic_category(),
                            "cannot read " + (directory / name).string());
  }
  return {name, contents->bytes, contents->checksum};
}

/// Returns the entry of the file of `directory` that `file` is a link to, or null.
const ManifestEntry* linked_entry(const Manifest& manifest, const fs::path& directory,
                                  const fs::path& file) {
  const auto entry =
      std::find_if(manifest.files.begin(), manifest.files.end(), [&](const ManifestEntry& known) {
        return known.name == file.filename() && is_one_file(directory / known.name, file);
      });
  return entry == manifest.files.end() ? nullptr : &*entry;
}

}  // namespace

std::uint64_t Manifest::bytes() const {
  std::uint64_t sum = 0;
  for (const ManifestEntry& file : files) {
    sum += file.bytes;
  }
  return sum;
}

Manifest write_manifest(const fs::path& directory, const fs::path& before) {
  const Result<Manifest> known = before.empty() ? Manifest() : read_manifest(before);
  Manifest manifest{std::to_string(kSchemaVersion), {}};
  for (const std::string& name : names_in(directory)) {
    const ManifestEntry* linked = known ? linked_entry(*known, before, directory / name) : nullptr;
    manifest.files.push_back(linked != nullptr ? *linked : entry_of(directory, name));
  }
  std::string text = std::string(kFirstLine) + "\nschema " + manifest.schema + "\n";
  for (const ManifestEntry& file : manifest.files) {
    text += "file " + file.checksum + ' ' + std::to_string(file.bytes) + ' ' + file.name + '\n';
  }
  text += "end " + checksum_of(text) + "\n";
  const fs::path file = directory / kManifestFile;
  fs::remove(file);  // one that shares its bytes with another generation's is not written over
  write_all(created(file).number(), text, file);
  return manifest;
}

Result<Manifest> read_manifest(const fs::path& directory) {
  const fs::path file = directory / kManifestFile;
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    return unusable("no manifest in it, so it is of an older program, or foreign", file);
  }
  std::string text(kMostManifestBytes, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  std::optional<Manifest> manifest = parse(text);
  if (!manifest) {
    return unusable("the manifest is damaged", file);
  }
  if (manifest->schema != std::to_string(kSchemaVersion)) {
    return Error{"index: of another schema version than this program's " +
                 std::to_string(kSchemaVersion) + ", rebuild it with 'tracuu-indexer build': '" +
                 manifest->schema + "'"};
  }
  return std::move(*manifest);
}

bool is_one_file(const fs::path& a, const fs::path& b) {
  std::error_code missing;
  return fs::equivalent(a, b, missing) && !missing;
}

std::optional<Error> verify_files(const fs::path& directory,
                                  const std::function<bool(const std::string&)>& skip) {
  const Result<Manifest> manifest = read_manifest(directory);
  if (!manifest) {
    return manifest.error();
  }
  for (const ManifestEntry& entry : manifest->files) {
    std::error_code error;
    const std::uintmax_t bytes = fs::file_size(directory / entry.name, error);
    if (!error && bytes != entry.bytes) {
      return difference(entry, Contents{bytes, ""}, directory / entry.name);
    }
  }
  for (const ManifestEntry& entry : manifest->files) {
    const fs::path file = directory / entry.name;
    if (skip && skip(entry.name)) {
      continue;
    }
    if (auto found = difference(entry, read_through(file, [](std::string_view) {}), file)) {
      return found;
    }
  }
  return std::nullopt;
}

void copy_one_file(const fs::path& from, const fs::path& to) {
  const FileDescriptor out = created(to);
  if (!read_through(from, [&](std::string_view piece) { write_all(out.number(), piece, to); })) {
    throw std::system_error(errno, std::generic_category(), "cannot read " + from.string());
  }
}

std::optional<Error> copy_files(const fs::path& from, const fs::path& to) {
  const Result<Manifest> manifest = read_manifest(from);
  if (!manifest) {
    return manifest.error();
  }
  std::vector<ManifestEntry> files = manifest->files;
  for (const ManifestEntry& entry : files) {
    const fs::path copy = to / entry.name;
    fs::create_directories(copy.parent_path());
    const FileDescriptor out = created(copy);
    const auto contents = read_through(
        from / entry.name, [&](std::string_view piece) { write_all(out.number(), piece, copy); });
    if (auto found = difference(entry, contents, from / entry.name)) {
      return found;
    }
  }
  copy_one_file(from / kManifestFile, to / kManifestFile);
  return std::nullopt;
}

}  // namespace tracuu
