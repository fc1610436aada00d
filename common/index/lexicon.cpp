#include "common/index/lexicon.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <cstddef>
#include <cstring>
#include <optional>
#include <utility>

namespace tracuu {
namespace {

namespace fs = std::filesystem;

Error unusable(const char* why, const fs::path& file) {
  return {std::string("index: the lexicon ") + why + ", rebuild it with 'tracuu-indexer build': '" +
          file.string() + "'"};
}

/// Returns why the bytes are no lexicon as it was written, or null.
const char* problem_of(std::string_view bytes, LexiconHead& head) {
  if (bytes.size() < sizeof head) {
    return "is cut off";
  }
  std::memcpy(&head, bytes.data(), sizeof head);
  const LexiconHead expected;
  if (std::memcmp(head.name, expected.name, sizeof head.name) != 0) {
    return "is damaged";
  }
  if (head.version != kLexiconVersion) {
    return "is of another version than this program's";
  }
  if (XXH3_64bits(&head, offsetof(LexiconHead, head_checksum)) != head.head_checksum) {
    return "is damaged";
  }
  const std::uint64_t numbers =
      std::uint64_t{head.titles} + head.articles + std::uint64_t{head.phrases};
  if (bytes.size() != sizeof head + head.title_table_bytes + head.phrase_table_bytes +
                          numbers * sizeof(std::uint32_t)) {
    return "is cut off";
  }
  const std::string_view rest = bytes.substr(sizeof head);
  return XXH3_64bits(rest.data(), rest.size()) == head.rest_checksum ? nullptr : "is damaged";
}

/// Takes the parts of the file one by one.
class Parts {
 public:
  explicit Parts(std::string_view rest) : rest_(rest) {}

  std::string_view bytes(std::uint64_t size) {
    const std::string_view part = rest_.substr(0, size);
    rest_.remove_prefix(part.size());
    return part;
  }
  std::span<const std::uint32_t> numbers(std::size_t count) {
    const std::string_view part = bytes(count * sizeof(std::uint32_t));
    return {reinterpret_cast<const std::uint32_t*>(part.data()), count};  // NOLINT: aligned
  }

 private:
  std::string_view rest_;
};

}  // namespace

Lexicon::MappedFile::~MappedFile() {
  ::munmap(const_cast<char*>(bytes.data()), bytes.size());  // NOLINT: as mmap gave it
}

std::unique_ptr<Lexicon::MappedFile> Lexicon::map(const fs::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    return nullptr;
  }
  struct stat status {};
  std::unique_ptr<MappedFile> mapped;
  if (::fstat(descriptor, &status) == 0 && status.st_size > 0) {
    const auto size = static_cast<std::size_t>(status.st_size);
    void* const begin = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, descriptor, 0);
    if (begin != MAP_FAILED) {  // NOLINT: the macro casts
      mapped = std::make_unique<MappedFile>(std::string_view(static_cast<char*>(begin), size));
    }
  }
  ::close(descriptor);
  return mapped;
}

Result<Lexicon> Lexicon::open(const fs::path& directory) {
  const fs::path file = directory / kLexiconFile;
  Lexicon lexicon;
  lexicon.file_ = map(file);
  if (lexicon.file_ == nullptr) {
    return unusable("is missing", file);
  }
  const std::string_view bytes = lexicon.file_->bytes;
  LexiconHead head;
  if (const char* const problem = problem_of(bytes, head)) {
    return unusable(problem, file);
  }
  // The check has read every page; only those that are asked for are to stay in memory.
  ::madvise(const_cast<char*>(bytes.data()), bytes.size(), MADV_DONTNEED);  // NOLINT
  ::madvise(const_cast<char*>(bytes.data()), bytes.size(), MADV_RANDOM);    // NOLINT
  Parts parts(bytes.substr(sizeof head));
  const auto titles = CompletionTable::open(parts.bytes(head.title_table_bytes));
  lexicon.title_ends_ = parts.numbers(head.titles);
  lexicon.docids_ = parts.numbers(head.articles);
  const auto phrases = CompletionTable::open(parts.bytes(head.phrase_table_bytes));
  lexicon.phrase_counts_ = parts.numbers(head.phrases);
  if (!titles || !phrases || titles->size() != head.titles || phrases->size() != head.phrases) {
    return unusable("is damaged", file);
  }
  lexicon.titles_ = *titles;
  lexicon.phrases_ = *phrases;
  return Result<Lexicon>(std::move(lexicon));
}

std::span<const std::uint32_t> Lexicon::docids_of(std::uint32_t title) const {
  const std::uint32_t begin = title == 0 ? 0 : title_ends_[title - 1];
  return docids_.subspan(begin, title_ends_[title] - begin);
}

}  // namespace tracuu
