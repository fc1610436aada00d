#include "common/index/rare_terms.h"

#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace tracuu {
namespace {

namespace fs = std::filesystem;

/// Terms a block: to look one up means to step over half of them.
constexpr std::size_t kBlockTerms = 48;
/// First key of what is behind the last block.
constexpr TermKey kNoKey = ~TermKey{0};
/// Bytes of a block, where postings are long.
constexpr std::size_t kBlockBytes = 4096;

Error unusable(const char* why, const fs::path& file) {
  return {std::string("index: the file of rare terms ") + why +
          ", rebuild it with 'tracuu-indexer build': '" + file.string() + "'"};
}

std::uint64_t hash_of(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

/// Returns why the bytes are no file as it was written, or null.
const char* problem_of(std::string_view bytes, RareTermsHead& head, std::size_t block_size) {
  if (bytes.size() < sizeof head) {
    return "is cut off";
  }
  std::memcpy(&head, bytes.data(), sizeof head);
  if (std::memcmp(head.name, RareTermsHead().name, sizeof head.name) != 0) {
    return "is damaged";
  }
  if (head.version != kRareTermsVersion) {
    return "is of another version than this program's";
  }
  if (hash_of(bytes.substr(0, offsetof(RareTermsHead, head_checksum))) != head.head_checksum) {
    return "is damaged";
  }
  const std::uint64_t table = head.blocks * block_size;
  if (bytes.size() != sizeof head + head.block_bytes + table) {
    return "is cut off";
  }
  return hash_of(bytes.substr(bytes.size() - table)) == head.table_checksum ? nullptr
                                                                            : "is damaged";
}

[[noreturn]] void throw_damaged() {
  throw std::runtime_error(
      "index: the file of rare terms is damaged, rebuild it with 'tracuu-indexer build'");
}

/// Steps through the terms of a block.
class BlockWalk {
 public:
  BlockWalk(std::string_view bytes, TermKey first) : reader_(bytes), key_(first) {}

  /// Goes to the next term; false behind the last one.
  bool next(PackedTerm& term) {
    if (reader_.at_end()) {
      return false;
    }
    key_ += reader_.unsigned_integer();
    term.key = key_;
    term.size = static_cast<std::uint32_t>(reader_.unsigned_integer());
    term.bytes = reader_.text();
    if (reader_.failed()) {
      throw_damaged();
    }
    return true;
  }

 private:
  ByteReader reader_;
  TermKey key_;
};

}  // namespace

Result<RareTerms> RareTerms::open(const fs::path& directory) {
  const fs::path file = directory / kRareTermsFile;
  RareTerms terms;
  terms.file_ = MappedFile::open(file);
  if (terms.file_ == nullptr) {
    return unusable("is missing", file);
  }
  RareTermsHead head;
  if (const char* const problem = problem_of(terms.file_->bytes(), head, sizeof(Block))) {
    return unusable(problem, file);
  }
  FileParts parts(terms.file_->bytes().substr(sizeof head));
  parts.bytes(head.block_bytes);
  terms.blocks_ = parts.numbers<Block>(head.blocks);
  terms.terms_ = head.terms;
  return Result<RareTerms>(std::move(terms));
}

std::string_view RareTerms::bytes_of(std::size_t block) const {
  const std::uint64_t begin = blocks_[block].begin;
  const std::string_view bytes = file_->bytes().substr(begin, blocks_[block + 1].begin - begin);
  if (hash_of(bytes) != blocks_[block].checksum) {
    throw_damaged();
  }
  return bytes;
}

PackedTerm RareTerms::packed_term(TermKey key) const {
  const auto behind = std::ranges::upper_bound(blocks_, key, {}, &Block::first);
  if (behind == blocks_.begin()) {
    return {};
  }
  const auto block = static_cast<std::size_t>(behind - blocks_.begin()) - 1;
  BlockWalk walk(bytes_of(block), blocks_[block].first);
  for (PackedTerm term; walk.next(term) && term.key <= key;) {
    if (term.key == key) {
      return term;
    }
  }
  return {};
}

std::uint32_t RareTerms::frequency(TermKey key) const {
  return packed_term(key).size;
}

std::vector<TermPosting> RareTerms::find(TermKey key) const {
  const PackedTerm term = packed_term(key);
  std::vector<TermPosting> postings;
  if (!unpack(term.bytes, term.size, postings)) {
    throw_damaged();
  }
  return postings;
}

std::vector<PackedTerm> RareTerms::terms_of(std::size_t block) const {
  std::vector<PackedTerm> terms;
  BlockWalk walk(bytes_of(block), blocks_[block].first);
  for (PackedTerm term; walk.next(term);) {
    terms.push_back(term);
  }
  return terms;
}

bool RareTerms::is_sound() const {
  try {
    std::uint64_t seen = 0;
    for (std::size_t block = 0; block < blocks(); ++block) {
      seen += terms_of(block).size();
    }
    return seen == terms_;
  } catch (const std::runtime_error&) {
    return false;
  }
}

RareTermsWriter::RareTermsWriter(const fs::path& directory)
    : file_(directory / kRareTermsFile), out_(file_, std::ios::binary | std::ios::trunc) {
  // The head is written again when the sizes are known.
  put({reinterpret_cast<const char*>(&head_), sizeof head_});  // NOLINT: as it lies
}

void RareTermsWriter::put(std::string_view bytes) {
  out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  written_ += bytes.size();
}

void RareTermsWriter::add(TermKey key, std::span<const TermPosting> postings) {
  if (in_block_ == 0) {
    block_first_ = last_ = key;
  }
  block_.unsigned_integer(key - last_);
  block_.unsigned_integer(postings.size());
  block_.text(packed(postings));
  last_ = key;
  ++head_.terms;
  if (++in_block_ == kBlockTerms || block_.bytes().size() >= kBlockBytes) {
    end_block();
  }
}

void RareTermsWriter::end_block() {
  const std::string bytes = block_.take();
  blocks_.push_back({block_first_, written_, hash_of(bytes)});
  put(bytes);
  block_ = {};
  in_block_ = 0;
}

void RareTermsWriter::finish() {
  if (in_block_ > 0) {
    end_block();
  }
  blocks_.push_back({kNoKey, written_, 0});
  put(std::string((8 - written_ % 8) % 8, '\0'));
  head_.block_bytes = written_ - sizeof head_;
  head_.blocks = static_cast<std::uint32_t>(blocks_.size());
  const std::string_view table(
      reinterpret_cast<const char*>(blocks_.data()),  // NOLINT: as they lie
      blocks_.size() * sizeof(RareTerms::Block));
  head_.table_checksum = hash_of(table);
  put(table);
  const std::string_view head(reinterpret_cast<const char*>(&head_), sizeof head_);  // NOLINT
  head_.head_checksum = hash_of(head.substr(0, offsetof(RareTermsHead, head_checksum)));
  out_.seekp(0);
  put(head);
  out_.close();
  if (!out_) {
    throw std::system_error(errno, std::generic_category(), "cannot write " + file_.string());
  }
}

}  // namespace tracuu
