#include "common/index/lexicon.h"

#include <optional>
#include <utility>

#include "common/index/file_head.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

constexpr char kWhat[] = "the lexicon is";

/// Returns what is wrong with the bytes of a lexicon, or null.
const char* problem_of(std::string_view bytes, LexiconHead& head) {
  if (const char* const problem = problem_of_head(bytes, head)) {
    return problem;
  }
  const std::uint64_t numbers =
      std::uint64_t{head.titles} + head.articles + std::uint64_t{head.phrases};
  if (bytes.size() != sizeof head + head.title_table_bytes + head.phrase_table_bytes +
                          numbers * sizeof(std::uint32_t)) {
    return "cut off";
  }
  return hash_of(bytes.substr(sizeof head)) == head.rest_checksum ? nullptr : "damaged";
}

}  // namespace

Result<Lexicon> Lexicon::open(const fs::path& directory) {
  const fs::path file = directory / kLexiconFile;
  Lexicon lexicon;
  lexicon.file_ = MappedFile::open(file);
  if (lexicon.file_ == nullptr) {
    return unusable_file(kWhat, "missing", file);
  }
  const std::string_view bytes = lexicon.file_->bytes();
  LexiconHead head;
  if (const char* const problem = problem_of(bytes, head)) {
    return unusable_file(kWhat, problem, file);
  }
  lexicon.file_->read_on_demand();
  FileParts parts(bytes.substr(sizeof head));
  const auto titles = CompletionTable::open(parts.bytes(head.title_table_bytes));
  lexicon.title_ends_ = parts.numbers<std::uint32_t>(head.titles);
  lexicon.docids_ = parts.numbers<std::uint32_t>(head.articles);
  const auto phrases = CompletionTable::open(parts.bytes(head.phrase_table_bytes));
  lexicon.phrase_counts_ = parts.numbers<std::uint32_t>(head.phrases);
  if (!titles || !phrases || titles->size() != head.titles || phrases->size() != head.phrases) {
    return unusable_file(kWhat, "damaged", file);
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
