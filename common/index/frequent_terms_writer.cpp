#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <system_error>

#include "common/index/file_head.h"
#include "common/index/frequent_terms.h"

namespace tracuu {
namespace {

std::uint32_t most_times_of(std::span<const TermPosting> postings) {
  std::uint32_t most = 0;
  for (const TermPosting posting : postings) {
    most = std::max(most, posting.times);
  }
  return std::min(most, kMostTimes);
}

void pad(std::string& bytes) {
  bytes.resize(padded(bytes.size()));
}

void append_bitmap(std::span<const TermPosting> postings, std::size_t begin, std::size_t articles,
                   std::string& out) {
  std::vector<std::uint64_t> words((articles + 63) / 64);
  for (const TermPosting posting : postings) {
    const std::size_t low = posting.ordinal - begin;
    words[low / 64] |= std::uint64_t{1} << (low % 64);
  }
  std::vector<std::uint16_t> ranks;
  std::uint32_t before = 0;
  for (std::size_t word = 0; word < words.size(); ++word) {
    if (word % (kRankEvery / 64) == 0) {
      ranks.push_back(static_cast<std::uint16_t>(before));
    }
    before += static_cast<std::uint32_t>(std::popcount(words[word]));
  }
  out += bytes_of(words);
  out += bytes_of(ranks);
  pad(out);
}

void append_list(std::span<const TermPosting> postings, std::size_t begin, std::string& out) {
  std::vector<std::uint16_t> lows;
  lows.reserve(postings.size());
  for (const TermPosting posting : postings) {
    lows.push_back(static_cast<std::uint16_t>(posting.ordinal - begin));
  }
  out += bytes_of(lows);
  pad(out);
}

}  // namespace

FrequentTermsWriter::FrequentTermsWriter(const std::filesystem::path& directory,
                                         std::span<const std::uint32_t> docids,
                                         std::span<const std::uint32_t> lengths)
    : file_(directory / kFrequentTermsFile), out_(file_, std::ios::binary | std::ios::trunc) {
  head_.articles = static_cast<std::uint32_t>(docids.size());
  columns_ += bytes_of(docids);
  pad(columns_);
  columns_ += bytes_of(lengths);
  pad(columns_);
  // The head is written again when the sizes are known.
  put(bytes_of_head(head_));
  put(columns_);
}

void FrequentTermsWriter::put(std::string_view bytes) {
  out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  written_ += bytes.size();
}

std::string FrequentTermsWriter::stored(std::span<const TermPosting> postings) const {
  std::vector<FrequentPostings::PieceHead> heads;
  const std::size_t pieces = (head_.articles + kPieceArticles - 1) / kPieceArticles;
  std::string out((pieces + 1) * sizeof heads[0], '\0');
  std::size_t done = 0;
  for (std::size_t piece = 0; piece < pieces; ++piece) {
    const std::size_t begin = piece * kPieceArticles;
    const std::size_t articles = std::min(kPieceArticles, head_.articles - begin);
    heads.push_back({static_cast<std::uint32_t>(done), static_cast<std::uint32_t>(out.size() / 8)});
    std::size_t end = done;
    while (end < postings.size() && postings[end].ordinal < begin + articles) {
      ++end;
    }
    const auto here = postings.subspan(done, end - done);
    if (here.size() * kListShare >= articles) {
      append_bitmap(here, begin, articles, out);
    } else {
      append_list(here, begin, out);
    }
    done = end;
  }
  heads.push_back({static_cast<std::uint32_t>(done), static_cast<std::uint32_t>(out.size() / 8)});
  if (most_times_of(postings) > 0) {
    for (const TermPosting posting : postings) {
      out += static_cast<char>(std::min(posting.times, kMostTimes));
    }
    pad(out);
  }
  // Where the pieces lie is known only now.
  const std::string_view head_bytes = bytes_of(heads);
  std::copy(head_bytes.begin(), head_bytes.end(), out.begin());
  return out;
}

void FrequentTermsWriter::add(std::string_view term, std::span<const TermPosting> postings,
                              const std::string& stored) {
  entries_.push_back({written_, stored.size(), hash_of(stored),
                      static_cast<std::uint32_t>(postings.size()), most_times_of(postings)});
  letters_ += term;
  term_ends_.push_back(static_cast<std::uint32_t>(letters_.size()));
  put(stored);
}

void FrequentTermsWriter::finish() {
  head_.terms = entries_.size();
  head_.posting_bytes = written_ - sizeof head_ - columns_.size();
  head_.letter_bytes = letters_.size();
  std::string tables(bytes_of(entries_));
  tables += bytes_of(term_ends_);
  tables += letters_;
  put(tables);
  head_.rest_checksum = XXH3_64bits_withSeed(tables.data(), tables.size(), hash_of(columns_));
  head_.head_checksum = head_checksum_of(head_);
  out_.seekp(0);
  put(bytes_of_head(head_));
  out_.close();
  if (!out_) {
    throw std::system_error(errno, std::generic_category(), "cannot write " + file_.string());
  }
}

}  // namespace tracuu
