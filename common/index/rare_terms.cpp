#include "common/index/rare_terms.h"

#include <algorithm>
#include <cerrno>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "common/index/file_head.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

/// Terms a block: to look one up means to step over half of them.
constexpr std::size_t kBlockTerms = 48;
/// First key of what is behind the last block.
constexpr TermKey kNoKey = ~TermKey{0};
/// Bytes of a block, where postings are long.
constexpr std::size_t kBlockBytes = 4096;

constexpr char kWhat[] = "the file of rare terms is";

/// Returns what is wrong with the bytes of the file, or null.
const char* problem_of(std::string_view bytes, RareTermsHead& head, std::size_t block_size) {
  if (const char* const problem = problem_of_head(bytes, head)) {
    return problem;
  }
  const std::uint64_t table = head.blocks * block_size;
  if (bytes.size() != sizeof head + head.block_bytes + table) {
    return "cut off";
  }
  return hash_of(bytes.substr(bytes.size() - table)) == head.table_checksum ? nullptr : "damaged";
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
    return unusable_file(kWhat, "missing", file);
  }
  RareTermsHead head;
  if (const char* const problem = problem_of(terms.file_->bytes(), head, sizeof(Block))) {
    return unusable_file(kWhat, problem, file);
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
  put(bytes_of_head(head_));
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
  put(std::string(padded(written_) - written_, '\0'));
  head_.block_bytes = written_ - sizeof head_;
  head_.blocks = static_cast<std::uint32_t>(blocks_.size());
  const std::string_view table = tracuu::bytes_of(blocks_);
  head_.table_checksum = hash_of(table);
  put(table);
  head_.head_checksum = head_checksum_of(head_);
  out_.seekp(0);
  put(bytes_of_head(head_));
  out_.close();
  if (!out_) {
    throw std::system_error(errno, std::generic_category(), "cannot write " + file_.string());
  }
}

}  // namespace tracuu
