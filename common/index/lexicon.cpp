#include "common/index/lexicon.h"

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

}  // namespace

Result<Lexicon> Lexicon::open(const fs::path& directory) {
  const fs::path file = directory / kLexiconFile;
  Lexicon lexicon;
  lexicon.file_ = MappedFile::open(file);
  if (lexicon.file_ == nullptr) {
    return unusable("is missing", file);
  }
  const std::string_view bytes = lexicon.file_->bytes();
  LexiconHead head;
  if (const char* const problem = problem_of(bytes, head)) {
    return unusable(problem, file);
  }
  lexicon.file_->read_on_demand();
  FileParts parts(bytes.substr(sizeof head));
  const auto titles = CompletionTable::open(parts.bytes(head.title_table_bytes));
  lexicon.title_ends_ = parts.numbers<std::uint32_t>(head.titles);
  lexicon.docids_ = parts.numbers<std::uint32_t>(head.articles);
  const auto phrases = CompletionTable::open(parts.bytes(head.phrase_table_bytes));
  lexicon.phrase_counts_ = parts.numbers<std::uint32_t>(head.phrases);
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
