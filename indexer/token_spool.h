#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/index/mapped_file.h"
#include "common/index/token_streams.h"
#include "common/text/word_table.h"
#include "indexer/article_tokens.h"

namespace tracuu {

/// The words of a generation that is built, numbered as they come; any thread may add.
class StreamDictionary {
 public:
  /// Adds words and returns their numbers, in the same order. Words that are known keep theirs.
  std::vector<WordId> add(const std::vector<StreamWord>& words);

  /// The words in the order of their final numbers.
  struct Numbering {
    std::vector<StreamWord> words;
    std::vector<WordId> final_of;  ///< by the number that add() gave
  };
  /// Numbers all words as TokenStreams has them; nothing after it.
  Numbering take();

 private:
  std::mutex mutex_;
  std::vector<StreamWord> words_;
  std::unordered_map<std::string, WordId> number_of_;  ///< key: folded, NUL, key
};

/// One article's stream in numbers of a StreamDictionary.
struct NumberedStream {
  std::vector<WordId> words;       ///< and marks
  std::vector<StreamUnit> places;  ///< see TokenStreams::places_at()
};

/// Streams of some articles, in numbers of a StreamDictionary.
class StreamSource {
 public:
  virtual ~StreamSource() = default;
  virtual const std::vector<std::uint32_t>& docids() const = 0;
  /// Replaces `stream` by that of the article at a place of docids().
  virtual void read(std::size_t place, NumberedStream& stream) const = 0;
};

/// Streams of new articles, on disk until all words of the generation are known. For one thread.
class TokenSpool : public StreamSource {
 public:
  /// Creates `file`, replacing an old one; the file goes with the spool.
  explicit TokenSpool(std::filesystem::path file);
  ~TokenSpool() override;
  TokenSpool(const TokenSpool&) = delete;
  TokenSpool& operator=(const TokenSpool&) = delete;

  /// Throws std::system_error when the disk does not obey.
  void add(std::uint32_t docid, const ArticleTokens& tokens);
  /// Puts the words into `dictionary`. No add() after it, no read() before it.
  void close(StreamDictionary& dictionary);

  const std::vector<std::uint32_t>& docids() const override { return docids_; }
  void read(std::size_t place, NumberedStream& stream) const override;

 private:
  WordId number_of(const Token& token);
  void append(const std::vector<Token>& tokens, std::string& bytes);

  std::filesystem::path file_;
  std::ofstream out_;
  std::unique_ptr<MappedFile> written_;
  std::vector<std::uint32_t> docids_;
  std::vector<std::uint64_t> ends_;
  std::vector<StreamWord> words_;  ///< until close()
  WordTable<WordId> local_;        ///< by key, a word of it + 1
  std::vector<WordId> same_key_;   ///< by word, another one of its key + 1; 0 for none
  std::vector<WordId> number_in_dictionary_;
};

/// Streams of articles of a published segment.
class PublishedStreams : public StreamSource {
 public:
  /// Puts the words of those articles of `streams` that are in `wanted`, ascending, into
  /// `dictionary`. `streams` must outlive this.
  PublishedStreams(const TokenStreams& streams, const std::vector<std::uint32_t>& wanted,
                   StreamDictionary& dictionary);

  const std::vector<std::uint32_t>& docids() const override { return docids_; }
  void read(std::size_t place, NumberedStream& stream) const override;

 private:
  const TokenStreams& streams_;
  std::vector<std::uint32_t> docids_;
  std::vector<std::size_t> ordinals_;         ///< of these in the segment
  std::vector<WordId> number_in_dictionary_;  ///< by word, of those that are said
};

/// Writes the streams of all `sources` for the generation that is built in `directory`; where two
/// have the same article the later one counts, and articles that are not in `docids` (ascending)
/// are left out. Throws std::system_error.
void write_token_streams(const std::filesystem::path& directory, StreamDictionary& dictionary,
                         const std::vector<const StreamSource*>& sources,
                         const std::vector<std::uint32_t>& docids);

}  // namespace tracuu
