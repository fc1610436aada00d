#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/mapped_file.h"
#include "common/index/term_postings.h"
#include "common/result.h"

namespace tracuu {

/// Name of the frequent terms in the directory of a generation.
inline constexpr char kFrequentTermsFile[] = "frequent";
/// Version of the file's format, apart from kSchemaVersion.
inline constexpr std::uint32_t kFrequentTermsVersion = 2;

/// Returns how many articles must have a term for its postings to lie in the file; those of the
/// others are short enough to be walked, see rare_terms.h and the database.
constexpr std::uint32_t least_frequency(std::uint32_t articles) {
  return articles / 256 + 2;
}

// An article's ordinal is its place among the docids of its generation, which ascend. Ordinals are
// cut into pieces of kPieceArticles; a term's postings in one piece are a bitmap where one article
// in kListShare or more has the term, else a list of the ordinals' low 16 bits:
//
//     piece heads   u32 first posting, u32 place in units of 8 bytes; and one behind the last
//     bitmap        u64 words, then for each 512 ordinals how many postings come before, u16
//     list          u16 for each posting
//     times         u8 for each posting: how often the article has the term, 255 for more; left out
//                   when the term is not counted
//
// Every part starts at a multiple of 8 bytes.
inline constexpr std::size_t kPieceArticles = 65'536;
inline constexpr std::size_t kListShare = 16;
inline constexpr std::size_t kRankEvery = 512;  ///< ordinals

/// The postings of one term in one piece; one of the pointers is null.
struct PostingPiece {
  std::uint32_t first = 0;  ///< number of the first posting among all of the term
  std::uint32_t count = 0;
  const std::uint64_t* words = nullptr;
  const std::uint16_t* ranks = nullptr;
  const std::uint16_t* lows = nullptr;
};

/// The postings of one frequent term, where they lie in the file.
class FrequentPostings {
 public:
  FrequentPostings(const char* bytes, std::uint32_t articles, std::uint32_t size,
                   std::uint32_t most_times);

  /// How many articles have the term.
  std::uint32_t size() const { return size_; }
  /// How many articles the generation has.
  std::uint32_t articles() const { return articles_; }
  /// The most times that one article has it, up to kMostTimes; 0 for a term that is not counted.
  std::uint32_t most_times() const { return most_times_; }
  std::size_t piece_count() const { return (articles_ + kPieceArticles - 1) / kPieceArticles; }
  PostingPiece piece(std::size_t number) const;
  /// Returns how often the article of each posting has the term, in order; null when most_times()
  /// is 0.
  const std::uint8_t* times() const { return times_; }
  /// Returns all postings, ascending.
  std::vector<TermPosting> all() const;
  /// Returns the number of the posting of an article, or nothing when it does not have the term.
  std::optional<std::uint32_t> posting_of(std::uint32_t ordinal) const;

 private:
  struct PieceHead {
    std::uint32_t first;
    std::uint32_t place;
  };
  friend class FrequentTermsWriter;

  const PieceHead* heads_;
  const char* bytes_;
  const std::uint8_t* times_;
  std::uint32_t articles_;
  std::uint32_t size_;
  std::uint32_t most_times_;
};

/// Who has the terms that many articles have, and how often: what ranking and matching read most,
/// in the order of ordinals, mapped from one immutable file. Thread-safe.
class FrequentTerms {
 public:
  /// Maps the file of the generation in `directory`. Fails, with what to do, when there is none, it
  /// is of another version, or it is damaged; postings are checked when a term is first found.
  static Result<FrequentTerms> open(const std::filesystem::path& directory);

  /// Returns the postings of a term, or nothing when it is in less than least_frequency() articles.
  /// Throws std::runtime_error when they are damaged.
  std::optional<FrequentPostings> find(std::string_view term) const;
  /// Returns how many articles have a term, or 0 when it is not frequent.
  std::uint32_t frequency(std::string_view term) const;

  /// Docids of all articles, ascending.
  std::span<const std::uint32_t> docids() const { return docids_; }
  /// How many terms, repeats included, each article has.
  std::span<const std::uint32_t> lengths() const { return lengths_; }
  std::size_t size() const { return entries_.size(); }
  /// Returns a term by its number: those of the text first, in the order of their keys (see
  /// text_term.h), then those of entities, ascending.
  std::string_view term(std::size_t number) const;
  /// Returns what the postings of a term take, by its number.
  std::uint64_t posting_bytes(std::size_t number) const { return entries_[number].bytes; }
  /// Reads the postings of all terms and returns whether they are as they were written.
  bool is_sound() const;
  /// Bytes of the file.
  std::size_t bytes() const { return file_ == nullptr ? 0 : file_->bytes().size(); }

 private:
  friend class FrequentTermsWriter;
  struct Entry {
    std::uint64_t begin;  ///< in the file
    std::uint64_t bytes;
    std::uint64_t checksum;
    std::uint32_t size;
    std::uint32_t most_times;
  };

  void hash_terms();
  std::optional<std::size_t> number_of(std::string_view term) const;
  bool is_sound(std::size_t number) const;

  std::unique_ptr<MappedFile> file_;
  std::span<const std::uint32_t> docids_;
  std::span<const std::uint32_t> lengths_;
  std::span<const Entry> entries_;
  std::span<const std::uint32_t> term_ends_;
  std::string_view letters_;
  std::vector<std::uint32_t> slots_;  ///< by hash, the number of a term + 1; 0 in an empty one
  std::unique_ptr<std::atomic<bool>[]> checked_;  // NOLINT: atomics cannot be moved
};

/// The first bytes of the file. Behind it lie the docids, the lengths, the postings of each term,
/// one FrequentTerms::Entry a term, where each term's letters end (u32), and the letters.
struct FrequentTermsHead {
  char name[16] = "tracuu frequent";
  std::uint32_t version = kFrequentTermsVersion;
  std::uint32_t articles = 0;
  std::uint64_t terms = 0;
  std::uint64_t posting_bytes = 0;
  std::uint64_t letter_bytes = 0;
  std::uint64_t rest_checksum = 0;  ///< XXH3 of all but the head and the postings
  std::uint64_t head_checksum = 0;  ///< XXH3 of the head up to here
};

/// Writes the frequent terms of the generation that is built in a directory, replacing those there.
/// For one thread. Throws std::system_error when the disk does not obey.
class FrequentTermsWriter {
 public:
  FrequentTermsWriter(const std::filesystem::path& directory, std::span<const std::uint32_t> docids,
                      std::span<const std::uint32_t> lengths);

  /// Returns the postings of a term as they are stored; thread-safe. REQUIRES: `postings` ascend.
  std::string stored(std::span<const TermPosting> postings) const;
  /// Adds a term with its stored() postings. REQUIRES: terms are distinct.
  void add(std::string_view term, std::span<const TermPosting> postings, const std::string& stored);
  /// Ends the file. Nothing after it.
  void finish();

 private:
  void put(std::string_view bytes);

  std::filesystem::path file_;
  std::ofstream out_;
  FrequentTermsHead head_;
  std::string columns_;  ///< docids and lengths, as written
  std::vector<FrequentTerms::Entry> entries_;
  std::vector<std::uint32_t> term_ends_;
  std::string letters_;
  std::uint64_t written_ = 0;
};

}  // namespace tracuu
