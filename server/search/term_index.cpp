#include "server/search/term_index.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "server/search/ranking_terms.h"

namespace tracuu {
namespace {

constexpr std::size_t kPieceWords = kPieceArticles / 64;

void add_words(const std::uint64_t* piece, std::span<const std::uint64_t> within,
               std::span<std::uint64_t> set) {
  for (std::size_t i = 0; i < set.size(); ++i) {
    set[i] |= piece[i] & within[i];
  }
}

void add_lows(const PostingPiece& piece, std::span<const std::uint64_t> within,
              std::span<std::uint64_t> set) {
  for (std::uint32_t i = 0; i < piece.count; ++i) {
    const std::uint16_t low = piece.lows[i];
    set[low / 64] |= within[low / 64] & std::uint64_t{1} << (low % 64);
  }
}

}  // namespace

TermPostings::TermPostings(std::vector<TermPosting> rare) : rare_(std::move(rare)) {
  for (const TermPosting posting : rare_) {
    most_times_ = std::max(most_times_, posting.times);
  }
}

std::uint32_t TermPostings::size() const {
  return frequent_ ? frequent_->size() : static_cast<std::uint32_t>(rare_.size());
}

std::uint32_t TermPostings::most_times() const {
  return frequent_ ? frequent_->most_times() : most_times_;
}

std::optional<std::uint32_t> TermPostings::times_in(Ordinal article) const {
  if (frequent_) {
    const auto posting = frequent_->posting_of(article);
    return posting ? std::optional<std::uint32_t>(frequent_->times()[*posting]) : std::nullopt;
  }
  const auto found = std::lower_bound(
      rare_.begin(), rare_.end(), article,
      [](TermPosting posting, Ordinal wanted) { return posting.ordinal < wanted; });
  return found == rare_.end() || found->ordinal != article ? std::nullopt
                                                           : std::optional(found->times);
}

void TermPostings::add_to(ArticleSet& set, const ArticleSet& within) const {
  if (!frequent_) {
    for (const TermPosting posting : rare_) {
      if (within.contains(posting.ordinal)) {
        set.add(posting.ordinal);
      }
    }
    return;
  }
  for (std::size_t number = 0; number < frequent_->piece_count(); ++number) {
    const std::size_t begin = number * kPieceWords;
    const std::size_t size = std::min(kPieceWords, set.words().size() - begin);
    const PostingPiece piece = frequent_->piece(number);
    if (piece.words != nullptr) {
      add_words(piece.words, within.words().subspan(begin, size), set.words().subspan(begin, size));
    } else {
      add_lows(piece, within.words().subspan(begin, size), set.words().subspan(begin, size));
    }
  }
}

namespace {

/// Opens a file of the generation in `directory`; returns what is wrong with it.
template <typename File>
std::optional<Error> put_opened(const std::filesystem::path& directory, File& file) {
  Result<File> opened = File::open(directory);
  if (!opened) {
    return opened.error();
  }
  file = std::move(*opened);
  return std::nullopt;
}

}  // namespace

Result<TermIndex> TermIndex::open(const std::filesystem::path& directory, const Columns& columns) {
  TermIndex index;
  std::optional<Error> error = put_opened(directory, index.stored_);
  error = error ? error : put_opened(directory, index.frequent_);
  error = error ? error : put_opened(directory, index.streams_);
  error = error ? error : put_opened(directory, index.rare_);
  if (error) {
    return *error;
  }
  index.columns_ = &columns;
  const auto docids = index.frequent_.docids();
  if (!std::ranges::equal(docids, columns.docids()) ||
      !std::ranges::equal(docids, index.stored_.docids())) {
    return Error{
        "index: its files are of different articles, rebuild it with 'tracuu-indexer build': '" +
        directory.string() + "'"};
  }
  const auto lengths = index.frequent_.lengths();
  const double average = std::accumulate(lengths.begin(), lengths.end(), 0.0) /
                         static_cast<double>(std::max<std::size_t>(lengths.size(), 1));
  index.norms_.reserve(docids.size());
  for (const std::uint32_t length : lengths) {
    const double share = average > 0 ? length / average : 1;
    index.norms_.push_back(static_cast<float>(kBm25K1 * (1 - kBm25B + kBm25B * share)));
  }
  if (!index.norms_.empty()) {
    index.least_norm_ = *std::min_element(index.norms_.begin(), index.norms_.end());
  }
  return Result<TermIndex>(std::move(index));
}

Xapian::doccount TermReader::frequency(const std::string& term) const {
  if (const std::uint32_t articles = index_.frequent().frequency(term); articles > 0) {
    return articles;
  }
  if (const auto read = read_.find(term); read != read_.end()) {
    return read->second.size();
  }
  const auto [known, is_new] = frequencies_.emplace(term, 0);
  if (is_new) {
    known->second = rare_frequency(term);
  }
  return known->second;
}

const TermPostings& TermReader::postings(const std::string& term) const {
  if (const auto known = read_.find(term); known != read_.end()) {
    return known->second;
  }
  if (const auto frequent = index_.frequent().find(term)) {
    return read_.emplace(term, TermPostings(*frequent)).first->second;
  }
  return read_.emplace(term, TermPostings(rare_postings(term))).first->second;
}

Xapian::doccount TermReader::rare_frequency(const std::string& term) const {
  if (!is_text_term(term)) {
    return database_.get_termfreq(term);
  }
  const auto key = key_of(term, index_.streams());
  return key ? index_.rare().frequency(*key) : 0;
}

// Under one article in some hundreds has the term: to walk all of them is cheaper than to look for
// some.
std::vector<TermPosting> TermReader::rare_postings(const std::string& term) const {
  if (is_text_term(term)) {
    const auto key = key_of(term, index_.streams());
    return key ? index_.rare().find(*key) : std::vector<TermPosting>();
  }
  std::vector<TermPosting> postings;
  const Xapian::PostingIterator end = database_.postlist_end(term);
  for (auto posting = database_.postlist_begin(term); posting != end; ++posting) {
    postings.push_back(
        {static_cast<Ordinal>(index_.columns().ordinal_of(*posting)), posting.get_wdf()});
  }
  return postings;
}

}  // namespace tracuu
