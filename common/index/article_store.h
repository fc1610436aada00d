#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/article.h"
#include "common/index/mapped_file.h"
#include "common/result.h"

namespace tracuu {

/// Name of the stored articles in the directory of a generation.
inline constexpr char kArticlesFile[] = "articles";
/// Version of the file's format, apart from kSchemaVersion.
inline constexpr std::uint32_t kArticlesVersion = 1;

/// Packs bytes by Zstandard with a dictionary of what articles have in common, which saves a
/// quarter of what is packed without one. Constant, thread-safe.
class ArticleCodec {
 public:
  /// `dictionary` is what train() returned, "" for none.
  explicit ArticleCodec(std::string dictionary);
  ArticleCodec(ArticleCodec&&) noexcept;
  ArticleCodec& operator=(ArticleCodec&&) noexcept;
  ~ArticleCodec();

  /// Returns a dictionary for articles like these; "" when they are too few to tell. Equal samples
  /// give equal dictionaries.
  static std::string train(const std::vector<std::string>& samples);

  const std::string& dictionary() const { return dictionary_; }
  std::string pack(std::string_view bytes) const;
  /// Returns what was packed, or nothing when `packed` is damaged.
  std::optional<std::string> unpack(std::string_view packed) const;

 private:
  struct Contexts;
  std::string dictionary_;
  std::unique_ptr<Contexts> contexts_;
};

/// The articles of one generation by docid, mapped from one immutable file. Thread-safe.
///
/// The file, numbers in the byte order of the machine: ArticlesHead; the packed articles, filled up
/// to a multiple of 8 bytes; for each where it ends (u64), its docid (u32); the dictionary.
class ArticleStore {
 public:
  /// Maps the articles of the generation in `directory`. Fails, with what to do, when there are
  /// none, they are of another version or are damaged; the articles themselves are not read.
  static Result<ArticleStore> open(const std::filesystem::path& directory);

  /// Docids of all articles, ascending.
  std::span<const std::uint32_t> docids() const { return docids_; }
  /// Returns an article. Throws std::runtime_error when there is none or its bytes are damaged.
  Article article(std::uint32_t docid) const;
  /// Returns its id without reading more of it. Throws as article() does.
  std::string id(std::uint32_t docid) const;

  /// Returns an article as it is packed, by its place among docids().
  std::string_view packed_at(std::size_t place) const;
  const ArticleCodec& codec() const { return *codec_; }
  /// Bytes of the file.
  std::size_t bytes() const { return file_ == nullptr ? 0 : file_->bytes().size(); }

 private:
  std::string unpacked(std::uint32_t docid) const;

  std::unique_ptr<MappedFile> file_;
  std::string_view packed_;
  std::span<const std::uint64_t> ends_;
  std::span<const std::uint32_t> docids_;
  std::unique_ptr<ArticleCodec> codec_;
};

/// The first bytes of the file.
struct ArticlesHead {
  char name[16] = "tracuu article\n";
  std::uint32_t version = kArticlesVersion;
  std::uint32_t articles = 0;
  std::uint64_t packed_bytes = 0;
  std::uint64_t dictionary_bytes = 0;
  std::uint64_t rest_checksum = 0;  ///< XXH3 of all behind the packed articles
  std::uint64_t head_checksum = 0;  ///< XXH3 of the head up to here
};

/// Some packed articles, docids ascending.
struct PackedArticles {
  void add(std::uint32_t docid, std::string_view packed);

  std::string bytes;
  std::vector<std::uint64_t> ends;
  std::vector<std::uint32_t> docids;
};

/// Writes the articles of the generation that is built in a directory, replacing those there.
/// Throws std::system_error when the disk does not obey.
class ArticleStoreWriter {
 public:
  explicit ArticleStoreWriter(const std::filesystem::path& directory);

  /// Adds the articles of a part; any thread may, in any order of parts. A part waits in memory for
  /// those before it. REQUIRES: docids ascend from part to part, parts are numbered from 0.
  void add(std::size_t part, PackedArticles articles);
  /// Writes the tables. Nothing after it. REQUIRES: all parts were added.
  void finish(std::string_view dictionary);

 private:
  void put(std::string_view bytes);

  std::filesystem::path file_;
  std::mutex mutex_;
  std::ofstream out_;
  std::map<std::size_t, PackedArticles> waiting_;
  std::size_t next_part_ = 0;
  std::uint64_t written_ = 0;
  std::vector<std::uint64_t> ends_;
  std::vector<std::uint32_t> docids_;
};

}  // namespace tracuu
