#include "server/search/search.h"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "server/search/explanation.h"
#include "server/search/facet_counter.h"
#include "server/search/hit_reader.h"
#include "server/search/match_set.h"
#include "server/search/named_papers.h"
#include "server/search/ranking.h"
#include "server/search/relaxation.h"
#include "server/search/removal.h"
#include "server/search/second_reading.h"
#include "server/search/selection.h"
#include "server/search/snippet.h"
#include "server/search/stopwatch.h"

namespace tracuu {
namespace {

/// The fewest words that may be meant as one piece, with one of them a slip.
constexpr std::size_t kWordsInOnePiece = 4;
/// Share of the query's neighbours under which its words stand scattered in an article, and by
/// which another must have more of them to be taken for what was meant.
constexpr double kScattered = 0.5;
constexpr double kInOnePiece = 0.15;
/// One search from its start to its end.
class Search {
 public:
  Search(const Snapshot& snapshot, const SearchRequest& request, const Deadline& deadline)
      : columns_(snapshot.columns()),
        reprints_(snapshot.reprints()),
        lease_(snapshot),
        terms_(snapshot.terms(), lease_.databases()),
        request_(request),
        deadline_(deadline),
        selection_(request, columns_) {
    result_.index = snapshot.info();
  }

  SearchResult run(Query query) {
    const SearchListing listing = list(std::move(query));
    add_hits(listing);
    if (request_.explain) {
      result_.explanation = explain(request_, result_, requirement_, ranking_, listing.page);
    }
    return std::move(result_);
  }

  /// Does all but read the articles; the result stays here.
  SearchListing list(Query query) {
    result_.query = std::move(query);
    FilteredMatches found = matches();
    result_.facets = std::move(found.facets);
    result_.histogram = std::move(found.histogram);
    result_.undated = found.undated;
    result_.total = found.total;
    result_.total_groups = reprints_.count_distinct(found.articles);
    result_.papers = named_papers(result_.query, found.articles, columns_);
    if (found.total == 0 && is_filtered()) {
      result_.removed_by =
          removed_by(everywhere(found, requirement_), request_, selection_, columns_);
    }
    // Of a word that is not finished most corrections would be other ends.
    if (found.total == 0 || request_.match != Match::kPrefix) {
      offer_second_reading();
    }
    std::vector<RankedArticle> page = page_of(found);
    return {{}, std::move(found.articles), std::move(page)};
  }

  SearchResult take_result() { return std::move(result_); }

 private:
  /// Matches what was asked for, or what comes nearest to it.
  FilteredMatches matches() {
    const bool automatic = request_.match == Match::kAuto;
    FilteredMatches found = asked_for();
    if (automatic && found.total == 0 && take_second_reading()) {
      found = asked_for();
    }
    ranking_ = ranking_terms(terms_, result_.query);
    if (!automatic || !may_relax()) {
      return found;
    }
    if (requirement_ == Requirement::kAny) {
      say(relaxed_as_long(request_.language));
    } else if (is_too_few(found.total, free_groups(result_.query))) {
      relax(found);
    } else if (free_groups(result_.query) >= kWordsInOnePiece) {
      prefer_one_piece(found);
    }
    if (has_quotes(result_.query) && found.total == 0 && everywhere(found, requirement_).empty()) {
      requirement_ = Requirement::kLoose;
      found = filtered();
      best_.reset();
      result_.relaxed = relaxed_as_not_quoted(request_.language);
    }
    return found;
  }

  FilteredMatches asked_for() {
    switch (request_.match) {
      case Match::kAll:
      case Match::kPrefix:
        requirement_ = Requirement::kEvery;
        break;
      case Match::kAny:
        requirement_ = Requirement::kEither;
        break;
      case Match::kAuto:
        requirement_ = result_.query.best_match ? Requirement::kAny : Requirement::kAll;
        break;
    }
    return filtered();
  }

  bool may_relax() const {
    const std::size_t groups = free_groups(result_.query);
    return has_quotes(result_.query) ? groups >= kWordsAroundQuotes : groups > 1;
  }

  void read_again() {
    if (!read_again_) {
      second_reading_ = SecondReader(terms_, columns_, deadline_).read(result_.query);
      read_again_ = true;
    }
  }

  /// Searches for what was certainly meant where nothing has what was typed. Returns whether so.
  bool take_second_reading() {
    read_again();
    if (!second_reading_ || !second_reading_->certain) {
      return false;
    }
    say(relaxed_as_corrected(result_.query.text, second_reading_->query.text, request_.language));
    result_.correction = {second_reading_->query.text, result_.relaxed, true};
    result_.query = std::move(second_reading_->query);
    return true;
  }

  void offer_second_reading() {
    read_again();
    if (!result_.correction && second_reading_) {
      const std::string& text = second_reading_->query.text;
      result_.correction = {text, offered_correction(text, request_.language), false};
    }
  }

  void say(std::string_view sentence) {
    result_.relaxed.append(result_.relaxed.empty() ? "" : " ").append(sentence);
  }

  /// Takes the nearest articles in place of too few that have all words.
  void relax(FilteredMatches& found) {
    const std::size_t with_all = everywhere(found, Requirement::kAll).size();
    if (!is_too_few(with_all, free_groups(result_.query))) {
      if (found.total == 0) {
        say(filtered_out(with_all, request_.language));
      }
      return;
    }
    requirement_ = Requirement::kAny;
    FilteredMatches nearest = filtered();
    if (everywhere(nearest, requirement_).size() == with_all) {
      requirement_ = Requirement::kAll;
      return;
    }
    found = std::move(nearest);
    say(relaxed_as_too_few(with_all, request_.language));
  }

  /// Takes the nearest articles where those with all words have them scattered and one that lacks
  /// a word has nearly all the others in one piece: the word is a slip.
  void prefer_one_piece(FilteredMatches& found) {
    best_ = best(found.articles);
    if (best_coverage(*best_) >= kScattered) {
      return;
    }
    const ArticleSet all = is_filtered() ? everywhere(found, Requirement::kAll) : ArticleSet();
    const std::size_t with_all = is_filtered() ? all.size() : found.total;
    const double scattered = best_coverage(is_filtered() ? best(all) : *best_);
    if (scattered >= kScattered) {
      return;
    }
    requirement_ = Requirement::kAny;
    FilteredMatches nearest = filtered();
    std::vector<RankedArticle> nearest_best = best(nearest.articles);
    const double in_one_piece =
        best_coverage(is_filtered() ? best(everywhere(nearest, requirement_)) : nearest_best);
    if (in_one_piece < scattered + kInOnePiece) {
      requirement_ = Requirement::kAll;
      return;
    }
    found = std::move(nearest);
    best_ = std::move(nearest_best);
    say(relaxed_as_scattered(with_all, request_.language));
  }

  static double best_coverage(const std::vector<RankedArticle>& ranked) {
    return ranked.empty() ? 0 : ranked.front().coverage;
  }

  std::vector<RankedArticle> best(const ArticleSet& articles) {
    const Stopwatch watch(result_.times.rank);
    return best_of(terms_, ranking_, articles, deadline_);
  }

  bool is_filtered() const { return !request_.filters.empty() || request_.from || request_.to; }

  /// Returns what `found`, which meets `requirement`, is without filters.
  ArticleSet everywhere(const FilteredMatches& found, Requirement requirement) {
    if (!is_filtered()) {
      return found.articles;
    }
    return matched(kAllDocids, requirement);
  }

  FilteredMatches filtered() {
    const ArticleSet all = matched(selection_.dates(), requirement_);
    const Stopwatch watch(result_.times.facets);
    return filter_and_count(all, request_, selection_, columns_, deadline_);
  }

  ArticleSet matched(DocidRange dates, Requirement requirement) {
    const Stopwatch watch(result_.times.match);
    return MatchSet(terms_, dates, deadline_).of(result_.query, requirement);
  }

  std::vector<RankedArticle> page_of(const FilteredMatches& found) {
    if (request_.limit == 0) {
      return {};
    }
    if (request_.sort == Sort::kRelevance && !best_) {
      best_ = best(found.articles);
    }
    const Stopwatch watch(result_.times.rank);
    Matches matches{found.articles, found.total, result_.total_groups, {}};
    if (best_) {
      matches.best = *best_;
    }
    return ranked_page(terms_, ranking_, matches, reprints_, request_, deadline_);
  }

  void add_hits(const SearchListing& listing) {
    const Stopwatch watch(result_.times.snippets);
    const Highlighter highlighter(result_.query, request_.filters, terms_.index().streams());
    result_.hits.reserve(listing.page.size());
    for (const RankedArticle& ranked : listing.page) {
      deadline_.check();
      result_.hits.push_back(read_hit(terms_.index().stored(), reprints_, highlighter,
                                      {ranked.docid, ranked.score, ranked.article},
                                      &listing.matches));
    }
  }

  const Columns& columns_;
  const ReprintGroups& reprints_;
  Snapshot::Lease lease_;
  TermReader terms_;
  const SearchRequest& request_;
  const Deadline& deadline_;
  Selection selection_;
  Requirement requirement_ = Requirement::kAll;
  RankingTerms ranking_;
  std::optional<std::vector<RankedArticle>> best_;  ///< of the articles that were found
  std::optional<SecondReading> second_reading_;
  bool read_again_ = false;
  SearchResult result_;
};

}  // namespace

SearchResult search_snapshot(const Snapshot& snapshot, const SearchRequest& request, Query query,
                             const Deadline& deadline) {
  return Search(snapshot, request, deadline).run(std::move(query));
}

SearchListing list_snapshot(const Snapshot& snapshot, const SearchRequest& request, Query query,
                            const Deadline& deadline) {
  Search search(snapshot, request, deadline);
  SearchListing listing = search.list(std::move(query));
  listing.result = search.take_result();
  return listing;
}

}  // namespace tracuu
