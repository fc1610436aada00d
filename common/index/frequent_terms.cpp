#include "common/index/frequent_terms.h"

#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <stdexcept>
#include <utility>

#include "common/index/file_head.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

constexpr char kWhat[] = "the file of frequent terms is";

template <typename Number>
const Number* numbers_at(const char* bytes) {
  return reinterpret_cast<const Number*>(bytes);  // NOLINT: aligned, stored as they lie
}

/// Returns what is wrong with the bytes of the file, or null.
const char* problem_of(std::string_view bytes, FrequentTermsHead& head, std::size_t entry_bytes) {
  if (const char* const problem = problem_of_head(bytes, head)) {
    return problem;
  }
  const std::uint64_t columns = 2 * padded(std::uint64_t{head.articles} * sizeof(std::uint32_t));
  const std::uint64_t tables =
      head.terms * (entry_bytes + sizeof(std::uint32_t)) + head.letter_bytes;
  if (bytes.size() != sizeof head + columns + head.posting_bytes + tables) {
    return "cut off";
  }
  std::string_view rest = bytes.substr(sizeof head);
  const std::uint64_t of_columns = hash_of(rest.substr(0, columns));
  rest.remove_prefix(columns + head.posting_bytes);
  return XXH3_64bits_withSeed(rest.data(), rest.size(), of_columns) == head.rest_checksum
             ? nullptr
             : "damaged";
}

}  // namespace

FrequentPostings::FrequentPostings(const char* bytes, std::uint32_t articles, std::uint32_t size,
                                   std::uint32_t most_times)
    : heads_(numbers_at<PieceHead>(bytes)),
      bytes_(bytes),
      times_(nullptr),
      articles_(articles),
      size_(size),
      most_times_(most_times) {
  if (most_times > 0) {
    times_ = numbers_at<std::uint8_t>(bytes + std::size_t{heads_[piece_count()].place} * 8);
  }
}

PostingPiece FrequentPostings::piece(std::size_t number) const {
  const PieceHead head = heads_[number];
  PostingPiece piece{head.first, heads_[number + 1].first - head.first, nullptr, nullptr, nullptr};
  const std::size_t articles = std::min(kPieceArticles, articles_ - number * kPieceArticles);
  const char* const bytes = bytes_ + std::size_t{head.place} * 8;
  if (piece.count * kListShare >= articles) {
    piece.words = numbers_at<std::uint64_t>(bytes);
    piece.ranks = numbers_at<std::uint16_t>(bytes + (articles + 63) / 64 * 8);
  } else {
    piece.lows = numbers_at<std::uint16_t>(bytes);
  }
  return piece;
}

std::vector<TermPosting> FrequentPostings::all() const {
  std::vector<TermPosting> postings;
  postings.reserve(size_);
  const auto add = [&](std::uint32_t ordinal) {
    postings.push_back({ordinal, times_ == nullptr ? 0U : times_[postings.size()]});
  };
  for (std::size_t number = 0; number < piece_count(); ++number) {
    const PostingPiece here = piece(number);
    const auto begin = static_cast<std::uint32_t>(number * kPieceArticles);
    for (std::uint32_t i = 0; here.words == nullptr && i < here.count; ++i) {
      add(begin + here.lows[i]);
    }
    for (std::uint32_t word = 0;
         here.words != nullptr && word * 64 < articles_ - begin && word < kPieceArticles / 64;
         ++word) {
      for (std::uint64_t bits = here.words[word]; bits != 0; bits &= bits - 1) {
        add(begin + word * 64 + static_cast<std::uint32_t>(std::countr_zero(bits)));
      }
    }
  }
  return postings;
}

std::optional<std::uint32_t> FrequentPostings::posting_of(std::uint32_t ordinal) const {
  const PostingPiece here = piece(ordinal / kPieceArticles);
  const std::uint32_t low = ordinal % kPieceArticles;
  if (here.words == nullptr) {
    const auto low_bits = static_cast<std::uint16_t>(low);
    const std::uint16_t* const end = here.lows + here.count;
    const std::uint16_t* const found = std::lower_bound(here.lows, end, low_bits);
    return found == end || *found != low_bits
               ? std::nullopt
               : std::optional(here.first + static_cast<std::uint32_t>(found - here.lows));
  }
  const std::uint64_t bit = std::uint64_t{1} << (low % 64);
  if ((here.words[low / 64] & bit) == 0) {
    return std::nullopt;
  }
  std::uint32_t posting = here.first + here.ranks[low / kRankEvery];
  for (std::size_t word = low / kRankEvery * (kRankEvery / 64); word < low / 64; ++word) {
    posting += static_cast<std::uint32_t>(std::popcount(here.words[word]));
  }
  return posting + static_cast<std::uint32_t>(std::popcount(here.words[low / 64] & (bit - 1)));
}

Result<FrequentTerms> FrequentTerms::open(const fs::path& directory) {
  const fs::path file = directory / kFrequentTermsFile;
  FrequentTerms terms;
  terms.file_ = MappedFile::open(file);
  if (terms.file_ == nullptr) {
    return unusable_file(kWhat, "missing", file);
  }
  const std::string_view bytes = terms.file_->bytes();
  FrequentTermsHead head;
  if (const char* const problem = problem_of(bytes, head, sizeof(Entry))) {
    return unusable_file(kWhat, problem, file);
  }
  FileParts parts(bytes.substr(sizeof head));
  const std::uint64_t column_bytes = padded(std::uint64_t{head.articles} * sizeof(std::uint32_t));
  const std::string_view docids = parts.bytes(column_bytes);
  const std::string_view lengths = parts.bytes(column_bytes);
  parts.bytes(head.posting_bytes);
  terms.docids_ = {numbers_at<std::uint32_t>(docids.data()), head.articles};
  terms.lengths_ = {numbers_at<std::uint32_t>(lengths.data()), head.articles};
  terms.entries_ = parts.numbers<Entry>(head.terms);
  terms.term_ends_ = parts.numbers<std::uint32_t>(head.terms);
  terms.letters_ = parts.bytes(head.letter_bytes);
  terms.hash_terms();
  terms.checked_ = std::make_unique<std::atomic<bool>[]>(head.terms);  // NOLINT: as declared
  return Result<FrequentTerms>(std::move(terms));
}

std::string_view FrequentTerms::term(std::size_t number) const {
  const std::uint32_t begin = number == 0 ? 0 : term_ends_[number - 1];
  return letters_.substr(begin, term_ends_[number] - begin);
}

void FrequentTerms::hash_terms() {
  // A query looks up a hundred terms, most of them not here: halving a sorted table would read a
  // dozen places of the file for each.
  slots_.assign(std::bit_ceil(2 * entries_.size() + 1), 0);
  for (std::uint32_t number = 0; number < entries_.size(); ++number) {
    std::size_t slot = hash_of(term(number)) % slots_.size();
    while (slots_[slot] != 0) {
      slot = (slot + 1) % slots_.size();
    }
    slots_[slot] = number + 1;
  }
}

std::optional<std::size_t> FrequentTerms::number_of(std::string_view wanted) const {
  if (slots_.empty()) {
    return std::nullopt;
  }
  std::size_t slot = hash_of(wanted) % slots_.size();
  while (slots_[slot] != 0 && term(slots_[slot] - 1) != wanted) {
    slot = (slot + 1) % slots_.size();
  }
  return slots_[slot] == 0 ? std::nullopt : std::optional<std::size_t>(slots_[slot] - 1);
}

bool FrequentTerms::is_sound(std::size_t number) const {
  const Entry& entry = entries_[number];
  return hash_of(file_->bytes().substr(entry.begin, entry.bytes)) == entry.checksum;
}

std::optional<FrequentPostings> FrequentTerms::find(std::string_view wanted) const {
  const auto number = number_of(wanted);
  if (!number) {
    return std::nullopt;
  }
  if (!checked_[*number]) {
    if (!is_sound(*number)) {
      throw std::runtime_error(
          "index: the file of frequent terms is damaged, rebuild it with 'tracuu-indexer build'");
    }
    checked_[*number] = true;
  }
  const Entry& entry = entries_[*number];
  return FrequentPostings(file_->bytes().data() + entry.begin,
                          static_cast<std::uint32_t>(docids_.size()), entry.size, entry.most_times);
}

std::uint32_t FrequentTerms::frequency(std::string_view wanted) const {
  const auto number = number_of(wanted);
  return number ? entries_[*number].size : 0;
}

bool FrequentTerms::is_sound() const {
  for (std::size_t number = 0; number < entries_.size(); ++number) {
    if (!is_sound(number)) {
      return false;
    }
  }
  return true;
}

}  // namespace tracuu
