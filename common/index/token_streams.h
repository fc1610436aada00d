#pragma once

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
#include "common/result.h"

namespace tracuu {

/// Name of the token streams in the directory of a generation.
inline constexpr char kTokenStreamsFile[] = "tokens";
/// Version of the file's format, apart from kSchemaVersion.
inline constexpr std::uint32_t kTokenStreamsVersion = 3;

/// Number of a word in the dictionary of one generation. The words of one folded form have
/// consecutive numbers, and the commonest forms the lowest.
using WordId = std::uint32_t;
inline constexpr WordId kSentenceBreak = 0xFFFF'FFFF;  ///< no word: what is beside it is apart
inline constexpr WordId kTitleEnd = 0xFFFF'FFFE;  ///< no word: the title before, the body behind

/// Word numbers [begin, end).
struct WordIds {
  WordId begin = 0;
  WordId end = 0;

  bool contains(WordId word) const { return word - begin < end - begin; }
  bool empty() const { return begin == end; }
};

/// One word of the dictionary.
struct StreamWord {
  std::string folded;
  std::string key;
  std::uint64_t count = 0;  ///< tokens in all streams

  bool operator==(const StreamWord&) const = default;
};

// A stream is written in units of two bytes: 0 for a sentence break, 1 for the end of the title,
// one unit for each of the commonest words, two for any other. The ranges tell which, so that a
// scan can start at any unit:
//
//     0  1 | 2 ... 0xBFFF one word | 0xC000 ... 0xDFFF first of two | 0xE000 ... 0xFFFF second
using StreamUnit = std::uint16_t;
inline constexpr StreamUnit kFirstWordUnit = 2;
inline constexpr StreamUnit kFirstOfTwo = 0xC000;
inline constexpr StreamUnit kSecondOfTwo = 0xE000;
inline constexpr WordId kOneUnitWords = kFirstOfTwo - kFirstWordUnit;
/// Words that two units can tell apart, and so the most that a dictionary holds.
inline constexpr WordId kMostWords = kOneUnitWords + (1U << 26);

/// Words of a body from one place to the next, see TokenStreams::places_at().
inline constexpr std::size_t kWordsAPlace = 16;

/// Appends a word, or one of the two marks. REQUIRES: `word` is a mark or under kMostWords.
void append_units(WordId word, std::vector<StreamUnit>& units);

/// Returns the first unit of a word. REQUIRES: `word` is under kMostWords.
inline StreamUnit first_unit(WordId word) {
  return static_cast<StreamUnit>(
      word < kOneUnitWords ? word + kFirstWordUnit : kFirstOfTwo | (word - kOneUnitWords) >> 13U);
}

/// Reads one stream from its start to its end. Any units are safe to read.
class StreamReader {
 public:
  /// `units` must outlive the reader.
  explicit StreamReader(std::span<const StreamUnit> units)
      : at_(units.data()), end_(units.data() + units.size()) {}

  bool at_end() const { return at_ == end_; }
  /// Returns the next word or mark. REQUIRES: not at_end().
  WordId next() {
    const StreamUnit unit = *at_++;
    if (unit < kFirstWordUnit) {
      return unit == 0 ? kSentenceBreak : kTitleEnd;
    }
    if (unit < kFirstOfTwo) {
      return unit - kFirstWordUnit;
    }
    const WordId high = unit & 0x1FFFU;
    const WordId low = at_ == end_ ? 0 : *at_++ & 0x1FFFU;
    return kOneUnitWords + (high << 13U | low);
  }

 private:
  const StreamUnit* at_;
  const StreamUnit* end_;
};

/// The words of every article of one generation in their order, mapped from one immutable file:
/// what tells whether words stand side by side, and in which writing, without the text.
/// Thread-safe.
///
/// The file, numbers in the byte order of the machine: TokenStreamsHead; the units of all streams,
/// filled up to a multiple of 8 bytes; the places of all bodies, filled up likewise; for each
/// article where its units and where its places end (u64 each) and its docid (u32); for each folded
/// form where its letters end and its first word (u32 each); for each word
/// where its key ends (u32) and how often it is said (u64 behind the articles' ends); the letters
/// of the forms, those of the keys.
class TokenStreams {
 public:
  /// Maps the streams of the generation in `directory`. Fails, with what to do, when there are
  /// none, they are of another version or are damaged. Units are not checked here, see is_sound().
  static Result<TokenStreams> open(const std::filesystem::path& directory);

  /// Returns the words that fold to `folded`, none when no article has one.
  WordIds with_folded(std::string_view folded) const;
  /// Returns the word of this writing, as a range of one, or none.
  WordIds with_key(std::string_view folded, std::string_view key) const;

  /// Returns the number of a form, or nothing when no article has it. Forms are numbered in the
  /// order of their letters.
  std::optional<std::uint32_t> form_number(std::string_view folded) const;
  /// Returns the number of a key, or nothing: its place among all words in the order of their keys.
  std::optional<std::uint32_t> key_number(std::string_view key) const;
  std::size_t forms() const { return form_ends_.size(); }
  std::size_t word_count() const { return by_key_.size(); }
  /// Returns the form, or the key, of a number that these gave.
  std::string_view form(std::size_t number) const;
  std::string_view key_at(std::size_t number) const { return key(by_key_[number]); }
  /// Returns the key of a word by the word's own number.
  std::string_view key(WordId word) const;

  /// What each word is made of, by the word's number.
  struct WordParts {
    std::uint32_t form = 0;
    std::uint32_t key = 0;
    bool has_letters_only = false;  ///< no number: only those have an accented layer
  };
  std::vector<WordParts> word_parts() const;

  /// Returns the stream of an article; empty when there is none under `docid`.
  std::span<const StreamUnit> of(std::uint32_t docid) const;

  /// Returns the stream of an article by its place among docids().
  std::span<const StreamUnit> at(std::size_t ordinal) const;

  /// Returns the place of an article among docids(), or nothing.
  std::optional<std::size_t> ordinal_of(std::uint32_t docid) const;

  /// Returns where in the author's bytes of the body its words stand, to find a piece without
  /// reading what is before it: how many bytes the word kWordsAPlace begins behind the body's
  /// start, then each further place behind the one before. Ends early where places lie over 64 KiB
  /// apart.
  std::span<const StreamUnit> places_at(std::size_t ordinal) const;

  /// Docids of all articles, ascending.
  std::span<const std::uint32_t> docids() const { return docids_; }
  /// Returns every word, by its number.
  std::vector<StreamWord> words() const;
  /// Reads all units and returns whether they are as they were written.
  bool is_sound() const;
  /// Bytes of the file.
  std::size_t bytes() const { return file_ == nullptr ? 0 : file_->bytes().size(); }

 private:
  std::unique_ptr<MappedFile> file_;
  std::uint64_t units_checksum_ = 0;
  std::string_view unit_bytes_;  ///< of units and places
  std::span<const StreamUnit> units_;
  std::span<const StreamUnit> places_;
  std::span<const std::uint64_t> ends_;
  std::span<const std::uint64_t> place_ends_;
  std::span<const std::uint64_t> counts_;
  std::span<const std::uint32_t> docids_;
  std::span<const std::uint32_t> form_ends_;    ///< forms ascend
  std::span<const std::uint32_t> form_firsts_;  ///< by form, its first word
  std::span<const std::uint32_t> form_sizes_;   ///< by form, how many words
  std::span<const std::uint32_t> key_ends_;     ///< by word
  std::span<const WordId> by_key_;              ///< words in the order of their keys
  std::string_view form_letters_;
  std::string_view key_letters_;
};

/// The first bytes of the file.
struct TokenStreamsHead {
  char name[16] = "tracuu tokens\n";
  std::uint32_t version = kTokenStreamsVersion;
  std::uint32_t articles = 0;
  std::uint32_t forms = 0;
  std::uint32_t words = 0;
  std::uint64_t units = 0;
  std::uint64_t places = 0;
  std::uint64_t form_bytes = 0;
  std::uint64_t key_bytes = 0;
  std::uint64_t units_checksum = 0;  ///< XXH3 of units and places and what fills them up
  std::uint64_t rest_checksum = 0;   ///< XXH3 of all behind them
  std::uint64_t head_checksum = 0;   ///< XXH3 of the head up to here
};

/// Writes the streams of the generation that is built in a directory, replacing those there.
/// For one thread. Throws std::system_error when the disk does not obey.
class TokenStreamsWriter {
 public:
  explicit TokenStreamsWriter(const std::filesystem::path& directory);
  ~TokenStreamsWriter();
  TokenStreamsWriter(const TokenStreamsWriter&) = delete;
  TokenStreamsWriter& operator=(const TokenStreamsWriter&) = delete;

  /// Adds the stream of an article, with its places. REQUIRES: docids ascend.
  void add(std::uint32_t docid, std::span<const StreamUnit> units,
           std::span<const StreamUnit> places = {});
  /// Writes the dictionary: `words` by number, see in_stream_order(). Nothing after it.
  void finish(const std::vector<StreamWord>& words);

 private:
  struct Checksum;
  void put(std::string_view bytes);
  void fill_up(std::uint64_t units);

  std::filesystem::path file_;
  std::ofstream out_;
  std::unique_ptr<Checksum> checksum_;
  std::uint64_t units_ = 0;
  std::vector<StreamUnit> places_;  ///< of all articles, some 40 bytes each
  std::vector<std::uint64_t> ends_;
  std::vector<std::uint64_t> place_ends_;
  std::vector<std::uint32_t> docids_;
};

/// Returns the places of `words` in the order in which they are numbered: forms said most often
/// first, the words of a form together. Equal contents give the same order of words.
std::vector<std::uint32_t> in_stream_order(const std::vector<StreamWord>& words);

}  // namespace tracuu
