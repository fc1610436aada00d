#include "common/index/article_store.h"

#include <algorithm>
#include <cerrno>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "common/index/file_head.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

constexpr char kWhat[] = "the stored articles are";

/// Returns what is wrong with the bytes of stored articles, or null.
const char* problem_of(std::string_view bytes, ArticlesHead& head) {
  if (const char* const problem = problem_of_head(bytes, head)) {
    return problem;
  }
  const std::uint64_t behind = sizeof head + padded(head.packed_bytes);
  const std::uint64_t tables = std::uint64_t{head.articles} * 12 + head.dictionary_bytes;
  if (bytes.size() != behind + tables) {
    return "cut off";
  }
  return hash_of(bytes.substr(behind)) == head.rest_checksum ? nullptr : "damaged";
}

}  // namespace

Result<ArticleStore> ArticleStore::open(const fs::path& directory) {
  const fs::path file = directory / kArticlesFile;
  ArticleStore store;
  store.file_ = MappedFile::open(file);
  if (store.file_ == nullptr) {
    return unusable_file(kWhat, "missing", file);
  }
  ArticlesHead head;
  if (const char* const problem = problem_of(store.file_->bytes(), head)) {
    return unusable_file(kWhat, problem, file);
  }
  FileParts parts(store.file_->bytes().substr(sizeof head));
  store.packed_ = parts.bytes(padded(head.packed_bytes));
  store.ends_ = parts.numbers<std::uint64_t>(head.articles);
  store.docids_ = parts.numbers<std::uint32_t>(head.articles);
  store.codec_ = std::make_unique<ArticleCodec>(std::string(parts.bytes(head.dictionary_bytes)));
  store.file_->read_on_demand();
  return Result<ArticleStore>(std::move(store));
}

std::string_view ArticleStore::packed_at(std::size_t place) const {
  const std::uint64_t begin = place == 0 ? 0 : ends_[place - 1];
  return packed_.substr(begin, ends_[place] - begin);
}

std::string ArticleStore::unpacked(std::uint32_t docid) const {
  const auto found = std::lower_bound(docids_.begin(), docids_.end(), docid);
  if (found == docids_.end() || *found != docid) {
    throw std::runtime_error("index: no article is stored under docid " + std::to_string(docid));
  }
  auto bytes = codec_->unpack(packed_at(static_cast<std::size_t>(found - docids_.begin())));
  if (!bytes) {
    throw std::runtime_error("index: the article stored under docid " + std::to_string(docid) +
                             " is damaged");
  }
  return std::move(*bytes);
}

Article ArticleStore::article(std::uint32_t docid) const {
  Result<Article> article = deserialize(unpacked(docid));
  if (!article) {
    throw std::runtime_error(article.error().message);
  }
  return std::move(*article);
}

std::string ArticleStore::id(std::uint32_t docid) const {
  Result<std::string> id = deserialize_id(unpacked(docid));
  if (!id) {
    throw std::runtime_error(id.error().message);
  }
  return std::move(*id);
}

void PackedArticles::add(std::uint32_t docid, std::string_view packed) {
  bytes += packed;
  ends.push_back(bytes.size());
  docids.push_back(docid);
}

ArticleStoreWriter::ArticleStoreWriter(const fs::path& directory)
    : file_(directory / kArticlesFile), out_(file_, std::ios::binary | std::ios::trunc) {
  put(bytes_of_head(ArticlesHead()));
}

void ArticleStoreWriter::put(std::string_view bytes) {
  out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out_) {
    throw std::system_error(errno, std::generic_category(), "cannot write " + file_.string());
  }
}

void ArticleStoreWriter::add(std::size_t part, PackedArticles articles) {
  const std::lock_guard lock(mutex_);
  waiting_.emplace(part, std::move(articles));
  for (auto first = waiting_.begin(); first != waiting_.end() && first->first == next_part_;
       first = waiting_.erase(first), ++next_part_) {
    put(first->second.bytes);
    for (const std::uint64_t end : first->second.ends) {
      ends_.push_back(written_ + end);
    }
    written_ += first->second.bytes.size();
    docids_.insert(docids_.end(), first->second.docids.begin(), first->second.docids.end());
  }
}

void ArticleStoreWriter::finish(std::string_view dictionary) {
  put(std::string_view("\0\0\0\0\0\0\0", padded(written_) - written_));
  std::string rest(bytes_of(ends_));
  rest.append(bytes_of(docids_)).append(dictionary);
  put(rest);
  ArticlesHead head;
  head.articles = static_cast<std::uint32_t>(docids_.size());
  head.packed_bytes = written_;
  head.dictionary_bytes = dictionary.size();
  head.rest_checksum = hash_of(rest);
  head.head_checksum = head_checksum_of(head);
  out_.seekp(0);
  put(bytes_of_head(head));
  out_.close();
  if (!out_) {
    throw std::system_error(errno, std::generic_category(), "cannot write " + file_.string());
  }
}

}  // namespace tracuu
