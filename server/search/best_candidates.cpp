#include "server/search/best_candidates.h"

#include <algorithm>
#include <cmath>
#include <memory>

#include "server/search/block_sums.h"

namespace tracuu {
namespace {

constexpr std::size_t kBlocksAPiece = kPieceArticles / kBlockArticles;
static_assert(kPieceArticles % kBlockArticles == 0 && kBlockArticles % kRankEvery == 0 &&
              kSegmentStep % kBlockArticles == 0);

/// Of the largest possible sum, by which rounding may move a sum.
constexpr float kRounding = 1e-5F;

struct Candidate {
  float score = 0;
  Ordinal article = 0;
};

/// Of one segment, whose ordinals are in the order of docids.
bool is_better(const Candidate& a, const Candidate& b) {
  return a.score != b.score ? a.score > b.score : a.article < b.article;
}

/// Keeps the best of what is offered in the order of ordinals.
class Best {
 public:
  explicit Best(std::size_t count) : count_(count) {}

  /// What a sum must be over to be among the best.
  float least() const { return least_; }

  void offer(Candidate candidate) {
    kept_.push_back(candidate);
    if (kept_.size() >= 2 * count_ + kBlockArticles) {
      cut();
    }
  }
  /// Forgets all but the best so far, so that least() says what is worth offering, unless there is
  /// too little new.
  void cut() {
    if (kept_.size() < count_ + count_ / 4) {
      return;
    }
    const auto last = kept_.begin() + static_cast<std::ptrdiff_t>(count_) - 1;
    std::nth_element(kept_.begin(), last, kept_.end(), is_better);
    kept_.resize(count_);
    least_ = kept_.back().score;
  }
  std::vector<Candidate> take() {
    std::sort(kept_.begin(), kept_.end(), is_better);
    kept_.resize(std::min(kept_.size(), count_));
    return std::move(kept_);
  }

 private:
  std::size_t count_;
  std::vector<Candidate> kept_;
  float least_ = -1;
};

/// A term with what it adds to a sum.
struct WeightedTerm {
  const TermPostings* postings;
  bool counted;
  float weight;
  float most = 0;        ///< it adds at most
  std::size_t next = 0;  ///< the first of its other postings that is not added yet
};

/// Adds up the scores of all articles, block by block.
class Scorer {
 public:
  Scorer(const TermReader& terms, const RankingTerms& ranking)
      : norms_(terms.index().norms()), articles_(terms.articles()) {
    for (const RankingTerm& term : ranking.terms) {
      add(terms.postings(term.term), term, terms.index().least_norm());
    }
    std::stable_sort(terms_.begin(), terms_.end(),
                     [](const WeightedTerm& a, const WeightedTerm& b) { return a.most > b.most; });
    float behind = 0;
    most_behind_.resize(terms_.size());
    for (std::size_t i = terms_.size(); i > 0; --i) {
      most_behind_[i - 1] = behind;
      behind += terms_[i - 1].most;
    }
    rounding_ = behind * kRounding;
  }

  const float* norms() const { return norms_.data(); }

  /// Offers the live articles of a block. Terms come in the order of what they can add: as soon as
  /// those behind cannot lift an article among the best, it is left out.
  void score(std::size_t number, BlockSums& block, Best& best) {
    for (std::size_t i = 0; i < terms_.size(); ++i) {
      add(terms_[i], number, block);
      const float least = best.least() - most_behind_[i] - rounding_;
      // Articles without any of the terms so far have a sum of 0.
      if (least > 0) {
        block.keep_over(least);
        if (block.size() == 0) {
          return;
        }
      }
    }
    block.keep_over(best.least());
    block.for_each([&](std::size_t place, float sum) {
      best.offer({sum, static_cast<Ordinal>(number * kBlockArticles + place)});
    });
  }

 private:
  void add(const TermPostings& postings, const RankingTerm& term, float least_norm) {
    WeightedTerm weighted{&postings, !term.boolean, static_cast<float>(term.weight * term.idf)};
    weighted.most = weighted.weight;
    if (!term.boolean) {
      // The shortest article is the one in which a term could add most.
      const double idf = bm25_idf(articles_, postings.size());
      const auto times = static_cast<float>(postings.most_times());
      weighted.weight = static_cast<float>(term.weight * idf * (kBm25K1 + 1));
      if (times == 0) {
        return;
      }
      weighted.most = weighted.weight * times / (times + least_norm);
    }
    terms_.push_back(weighted);
  }

  /// Adds a term to a block. Where blocks are left out, lists and other postings catch up by
  /// themselves.
  static void add(WeightedTerm& term, std::size_t number, BlockSums& block) {
    add_others(term, number, block);
    const auto& frequent = term.postings->frequent();
    if (frequent && number * kBlockArticles < frequent->articles()) {
      add_frequent(term, *frequent, number, block);
    }
  }

  static void add_frequent(const WeightedTerm& term, const FrequentPostings& postings,
                           std::size_t number, BlockSums& block) {
    const PostingPiece piece = postings.piece(number / kBlocksAPiece);
    const std::size_t first = number % kBlocksAPiece * kBlockArticles;
    if (piece.words == nullptr) {
      add_list(term, piece, first, block);
      return;
    }
    const std::size_t begin = number * kBlockArticles;
    const std::span words(piece.words + first / 64,
                          std::min(kBlockWords, (postings.articles() - begin + 63) / 64));
    if (!term.counted) {
      block.add_uncounted(words, term.weight);
      return;
    }
    block.add_counted(words, postings.times() + piece.first + piece.ranks[first / kRankEvery],
                      term.weight);
  }

  static void add_list(const WeightedTerm& term, const PostingPiece& piece, std::size_t first,
                       BlockSums& block) {
    const std::uint16_t* const end = piece.lows + piece.count;
    const std::uint8_t* const times =
        !term.counted ? nullptr : term.postings->frequent()->times() + piece.first;
    for (const std::uint16_t* low =
             std::lower_bound(piece.lows, end, static_cast<std::uint16_t>(first));
         low != end && *low - first < kBlockArticles; ++low) {
      add_one(term, *low - first, times == nullptr ? 0 : times[low - piece.lows], block);
    }
  }

  static void add_others(WeightedTerm& term, std::size_t number, BlockSums& block) {
    const auto postings = term.postings->others();
    const std::size_t begin = number * kBlockArticles;
    while (term.next < postings.size() && postings[term.next].ordinal < begin) {
      ++term.next;
    }
    for (; term.next < postings.size() && postings[term.next].ordinal - begin < kBlockArticles;
         ++term.next) {
      add_one(term, postings[term.next].ordinal - begin, postings[term.next].times, block);
    }
  }

  static void add_one(const WeightedTerm& term, std::size_t place, std::uint32_t times,
                      BlockSums& block) {
    if (term.counted) {
      block.add_counted_to(place, times, term.weight);
    } else {
      block.add_uncounted_to(place, term.weight);
    }
  }

  std::span<const float> norms_;
  std::size_t articles_;
  std::vector<WeightedTerm> terms_;  ///< those that can add most first
  std::vector<float> most_behind_;   ///< by term, what those behind it can add
  float rounding_ = 0;
};

/// Blocks [begin, end).
struct Blocks {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::vector<Candidate> best_in(Blocks blocks, Scorer& scorer, const ArticleSet& articles,
                               std::size_t count, const Deadline& deadline) {
  Best best(count);
  const auto words = articles.words();
  const auto block = std::make_unique<BlockSums>();
  for (std::size_t number = blocks.begin; number < blocks.end && count > 0; ++number) {
    const std::size_t begin = number * kBlockWords;
    block->begin(words.subspan(begin, std::min(kBlockWords, words.size() - begin)),
                 scorer.norms() + number * kBlockArticles);
    if (block->size() > 0) {
      deadline.check();
      scorer.score(number, *block, best);
      best.cut();
    }
  }
  return best.take();
}

}  // namespace

std::vector<RankingCandidate> best_candidates(const TermReader& terms, const RankingTerms& ranking,
                                              const ArticleSet& articles, std::size_t count,
                                              const Deadline& deadline) {
  Scorer scorer(terms, ranking);
  std::vector<RankingCandidate> candidates;
  const Columns& columns = terms.index().columns();
  // Among equals the newer ones are kept, which only within a segment are those that come first.
  for (std::size_t segment = 0; segment < terms.index().segments().size(); ++segment) {
    const std::size_t begin = columns.first_of(segment);
    const std::size_t end = begin + columns.docids_of(segment).size();
    for (const Candidate& candidate :
         best_in({begin / kBlockArticles, (end + kBlockArticles - 1) / kBlockArticles}, scorer,
                 articles, count, deadline)) {
      candidates.push_back({terms.docid_of(candidate.article), candidate.score, candidate.article});
    }
  }
  if (terms.index().segments().size() > 1) {
    std::sort(candidates.begin(), candidates.end(),
              [](const RankingCandidate& a, const RankingCandidate& b) {
                return a.score != b.score ? a.score > b.score : a.docid < b.docid;
              });
    candidates.resize(std::min(candidates.size(), count));
  }
  return candidates;
}

}  // namespace tracuu
