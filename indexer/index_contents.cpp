#include "indexer/index_contents.h"

#include <xapian.h>

#include <array>
#include <memory>
#include <numeric>
#include <stdexcept>

#include "common/index/article_store.h"
#include "common/index/checksum.h"
#include "common/index/file_head.h"
#include "common/index/frequent_terms.h"
#include "common/index/lexicon.h"
#include "common/index/mapped_file.h"
#include "common/index/rare_terms.h"
#include "common/index/schema.h"
#include "common/index/segments.h"
#include "common/index/text_term.h"
#include "common/index/token_streams.h"
#include "indexer/index_faults.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

constexpr std::array kFiles{kArticlesFile, kTokenStreamsFile, kFrequentTermsFile, kRareTermsFile,
                            kLexiconFile};

/// By family.
constexpr std::array<const char*, kTermFamilies> kFamilies{"words without marks",
                                                           "words as written",
                                                           "pairs of neighbours",
                                                           "words without marks in titles",
                                                           "words as written in titles",
                                                           "pairs in titles",
                                                           "frequent phrases"};
using BytesByFamily = std::array<std::uint64_t, kTermFamilies>;

std::uint64_t size_of(const fs::path& file) {
  std::error_code missing;
  const std::uintmax_t size = fs::file_size(file, missing);
  return missing ? 0 : size;
}

/// Adds up the postings of text terms by family; what else their files hold is returned.
std::uint64_t add_terms(const fs::path& directory, BytesByFamily& bytes) {
  const auto streams = or_throw(TokenStreams::open(directory));
  const auto frequent = or_throw(FrequentTerms::open(directory));
  const auto rare = or_throw(RareTerms::open(directory));
  std::uint64_t rest = frequent.bytes() + rare.bytes();
  const auto add = [&](TermFamily family, std::uint64_t taken) {
    bytes[static_cast<std::size_t>(family)] += taken;
    rest -= taken;
  };
  for (std::size_t number = 0; number < frequent.size(); ++number) {
    const std::string_view term = frequent.term(number);
    if (is_text_term(term)) {
      add(family_of(*key_of(term, streams)), frequent.posting_bytes(number));
    } else if (term.starts_with(kPhrasePrefix)) {
      add(TermFamily::kPhrase, frequent.posting_bytes(number));
    }
  }
  for (std::size_t block = 0; block < rare.blocks(); ++block) {
    for (const PackedTerm& term : rare.terms_of(block)) {
      add(family_of(term.key), term.bytes.size());
    }
  }
  return rest;
}

/// Takes the checksum of parts, each told apart from the next.
class Digest {
 public:
  void add(std::string_view part) {
    const std::array<std::uint64_t, 1> size{part.size()};
    checksum_.add(bytes_of(size));
    checksum_.add(part);
  }
  std::string text() const { return checksum_.text(); }

 private:
  Checksum checksum_;
};

void add_documents(const fs::path& directory, Digest& digest) {
  const Xapian::Database database(directory.string());
  for (auto posting = database.postlist_begin(""); posting != database.postlist_end("");
       ++posting) {
    const Xapian::Document document = database.get_document(*posting);
    digest.add(std::to_string(*posting));
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
      digest.add(*term);
    }
    for (auto value = document.values_begin(); value != document.values_end(); ++value) {
      digest.add(std::to_string(value.get_valueno()));
      digest.add(*value);
    }
  }
}

void add_file(const fs::path& path, Digest& digest) {
  const std::unique_ptr<MappedFile> file = MappedFile::open(path);
  if (file == nullptr) {
    throw std::runtime_error("index: a file is missing: '" + path.string() + "'");
  }
  digest.add(file->bytes());
}

/// Returns the bytes of a file in all segments together.
std::uint64_t size_of(const std::vector<fs::path>& segments, const char* name) {
  return std::accumulate(
      segments.begin(), segments.end(), std::uint64_t{0},
      [name](std::uint64_t sum, const fs::path& segment) { return sum + size_of(segment / name); });
}

}  // namespace

std::vector<PartSize> part_sizes(const fs::path& directory) {
  const std::vector<fs::path> segments = segments_of(directory);
  BytesByFamily families{};
  std::uint64_t rest = 0;
  for (const fs::path& segment : segments) {
    rest += add_terms(segment, families);
  }
  std::vector<PartSize> parts{
      {"articles", size_of(segments, kArticlesFile)},
      {"entities and values", size_of(segments, "postlist.glass")},
      {"entities by article", size_of(segments, "termlist.glass")},
      {"token streams", size_of(segments, kTokenStreamsFile)},
  };
  for (std::size_t family = 0; family < families.size(); ++family) {
    parts.push_back({std::string("terms: ") + kFamilies[family], families[family]});
  }
  parts.push_back({"terms: tables, frequent entities", rest});
  parts.push_back({"lexicon", size_of(segments, kLexiconFile)});
  return parts;
}

std::string content_digest(const fs::path& directory) {
  Digest digest;
  for (const fs::path& segment : segments_of(directory)) {
    try {
      add_documents(segment, digest);
    } catch (const Xapian::Error& error) {
      throw std::runtime_error("index: cannot be read: '" + error.get_description() + "'");
    }
    for (const char* name : kFiles) {
      add_file(segment / name, digest);
    }
  }
  return digest.text();
}

}  // namespace tracuu
