#include "server/search/term_index.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <utility>

#include "common/index/segments.h"
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

void add_postings(const FrequentPostings& postings, Ordinal first, const ArticleSet& within,
                  ArticleSet& set) {
  const std::size_t words = (postings.articles() + 63) / 64;
  const std::size_t first_word = first / 64;
  for (std::size_t begin = 0; begin < words; begin += kPieceWords) {
    const std::size_t size = std::min(kPieceWords, words - begin);
    const PostingPiece piece = postings.piece(begin / kPieceWords);
    const auto asked = within.words().subspan(first_word + begin, size);
    const auto added = set.words().subspan(first_word + begin, size);
    if (piece.words != nullptr) {
      add_words(piece.words, asked, added);
    } else {
      add_lows(piece, asked, added);
    }
  }
}

TermPostings::TermPostings(std::optional<FrequentPostings> frequent,
                           std::vector<TermPosting> others)
    : frequent_(frequent), others_(std::move(others)) {
  most_times_ = frequent_ ? frequent_->most_times() : 0;
  for (const TermPosting posting : others_) {
    most_times_ = std::max(most_times_, posting.times);
  }
}

std::uint32_t TermPostings::size() const {
  return (frequent_ ? frequent_->size() : 0) + static_cast<std::uint32_t>(others_.size());
}

std::uint32_t TermPostings::most_times() const {
  return most_times_;
}

std::optional<std::uint32_t> TermPostings::times_in(Ordinal article) const {
  if (frequent_ && article < frequent_->articles()) {
    const auto posting = frequent_->posting_of(article);
    if (!posting) {
      return std::nullopt;
    }
    return frequent_->most_times() == 0 ? 0 : frequent_->times()[*posting];
  }
  const auto found = std::lower_bound(
      others_.begin(), others_.end(), article,
      [](TermPosting posting, Ordinal wanted) { return posting.ordinal < wanted; });
  return found == others_.end() || found->ordinal != article ? std::nullopt
                                                             : std::optional(found->times);
}

void TermPostings::add_to(ArticleSet& set, const ArticleSet& within) const {
  for (const TermPosting posting : others_) {
    if (within.contains(posting.ordinal)) {
      set.add(posting.ordinal);
    }
  }
  if (frequent_) {
    add_postings(*frequent_, 0, within, set);
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
  index.columns_ = &columns;
  std::vector<ArticleStore> stores;
  for (const std::filesystem::path& folder : segments_of(directory)) {
    TermSegment segment;
    ArticleStore store;
    std::optional<Error> error = put_opened(folder, store);
    error = error ? error : put_opened(folder, segment.frequent);
    error = error ? error : put_opened(folder, segment.streams);
    error = error ? error : put_opened(folder, segment.rare);
    if (error) {
      return *error;
    }
    const auto docids = columns.docids_of(stores.size());
    if (!std::ranges::equal(segment.frequent.docids(), docids) ||
        !std::ranges::equal(store.docids(), docids)) {
      return Error{
          "index: its files are of different articles, rebuild it with 'tracuu-indexer build': '" +
          folder.string() + "'"};
    }
    index.articles_ += docids.size();
    index.segments_.push_back(std::move(segment));
    stores.push_back(std::move(store));
  }
  index.stored_ = StoredArticles(std::move(stores));
  index.weigh_lengths();
  return Result<TermIndex>(std::move(index));
}

void TermIndex::weigh_lengths() {
  double all = 0;
  for (const TermSegment& segment : segments_) {
    const auto lengths = segment.frequent.lengths();
    all = std::accumulate(lengths.begin(), lengths.end(), all);
  }
  const double average = all / static_cast<double>(std::max<std::size_t>(articles_, 1));
  norms_.resize(columns_->ordinals(), static_cast<float>(kBm25K1));
  for (std::size_t number = 0; number < segments_.size(); ++number) {
    Ordinal article = columns_->first_of(number);
    for (const std::uint32_t length : segments_[number].frequent.lengths()) {
      const double share = average > 0 ? length / average : 1;
      norms_[article++] = static_cast<float>(kBm25K1 * (1 - kBm25B + kBm25B * share));
    }
  }
  if (!norms_.empty()) {
    least_norm_ = *std::min_element(norms_.begin(), norms_.end());
  }
}

std::vector<const TokenStreams*> TermIndex::streams() const {
  std::vector<const TokenStreams*> streams;
  streams.reserve(segments_.size());
  for (const TermSegment& segment : segments_) {
    streams.push_back(&segment.streams);
  }
  return streams;
}

Xapian::doccount TermReader::frequency(const std::string& term) const {
  if (const auto read = read_.find(term); read != read_.end()) {
    return read->second.size();
  }
  const auto [known, is_new] = frequencies_.emplace(term, 0);
  for (std::size_t segment = 0; is_new && segment < index_.segments().size(); ++segment) {
    known->second += frequency_in(segment, term);
  }
  return known->second;
}

const TermPostings& TermReader::postings(const std::string& term) const {
  if (const auto known = read_.find(term); known != read_.end()) {
    return known->second;
  }
  const std::optional<FrequentPostings> frequent = index_.segments()[0].frequent.find(term);
  std::vector<TermPosting> others;
  for (std::size_t segment = frequent ? 1 : 0; segment < index_.segments().size(); ++segment) {
    append_postings(segment, term, others);
  }
  return read_.emplace(term, TermPostings(frequent, std::move(others))).first->second;
}

std::vector<std::string> TermReader::terms_starting(const std::string& start) const {
  std::set<std::string> terms;
  for (const Xapian::Database& database : databases_.segments()) {
    terms.insert(database.allterms_begin(start), database.allterms_end(start));
  }
  return {terms.begin(), terms.end()};
}

Xapian::doccount TermReader::frequency_in(std::size_t segment, const std::string& term) const {
  const TermSegment& terms = index_.segments()[segment];
  if (const std::uint32_t articles = terms.frequent.frequency(term); articles > 0) {
    return articles;
  }
  if (!is_text_term(term)) {
    return databases_.segments()[segment].get_termfreq(term);
  }
  const auto key = key_of(term, terms.streams);
  return key ? terms.rare.frequency(*key) : 0;
}

// Of a delta, and of a rare term, all postings are read: to walk them is cheaper than to look for
// some.
void TermReader::append_postings(std::size_t segment, const std::string& term,
                                 std::vector<TermPosting>& postings) const {
  const TermSegment& terms = index_.segments()[segment];
  const Ordinal first = index_.columns().first_of(segment);
  const auto append = [&](const std::vector<TermPosting>& found) {
    for (const TermPosting posting : found) {
      postings.push_back({first + posting.ordinal, posting.times});
    }
  };
  if (const auto frequent = terms.frequent.find(term)) {
    append(frequent->all());
  } else if (is_text_term(term)) {
    const auto key = key_of(term, terms.streams);
    append(key ? terms.rare.find(*key) : std::vector<TermPosting>());
  } else {
    const Xapian::Database& database = databases_.segments()[segment];
    const Xapian::PostingIterator end = database.postlist_end(term);
    for (auto posting = database.postlist_begin(term); posting != end; ++posting) {
      postings.push_back({static_cast<Ordinal>(index_.columns().ordinal_in(segment, *posting)),
                          posting.get_wdf()});
    }
  }
}

}  // namespace tracuu
