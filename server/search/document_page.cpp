#include "server/search/document_page.h"

#include <algorithm>
#include <utility>

#include "server/search/date_order.h"
#include "server/search/document_values.h"
#include "server/search/named_papers.h"
#include "server/search/page_counts.h"
#include "server/search/paper_choice.h"
#include "server/search/paper_links.h"

namespace tracuu {
namespace {

constexpr std::size_t kPapersRead = 8;   ///< papers of one number whose articles are read
constexpr std::size_t kNewestRead = 3;   ///< articles of each, from either end
constexpr std::size_t kOldestRead = 4;   ///< the nearer to its day, the more they say of a paper
constexpr std::size_t kMostBeside = 10;  ///< values of each facet

/// Makes one page, part by part; each stored article is read once.
class DocumentPageMaker {
 public:
  DocumentPageMaker(const Snapshot& snapshot, const DocumentRequest& request, PaperScope scope,
                    const Databases& databases, const Deadline& deadline)
      : columns_(snapshot.columns()),
        request_(request.search),
        scope_(std::move(scope)),
        reader_(snapshot.terms(), databases),
        deadline_(deadline),
        notes_(snapshot.terms().stored(), deadline) {}

  DocumentPage make() {
    articles_ = citing(scope_, request_, columns_);
    page_.number = scope_.number;
    page_.label = document_label(scope_.number);
    page_.identity = scope_.identity;
    page_.total = articles_.size();
    add_papers();
    add_counts();
    add_lags();
    page_.relations = related_papers(reader_, articles_, values(), deadline_, notes_);
    if (const Xapian::docid oldest = oldest_of(articles_, columns_); oldest != 0) {
      page_.first_mention = reading_of(oldest, scope_, notes_);
    }
    for (const Xapian::docid docid :
         docids_of(articles_, columns_, request_.offset, request_.limit)) {
      page_.newest.push_back(reading_of(docid, scope_, notes_));
    }
    return std::move(page_);
  }

 private:
  /// Tells the papers of the number, the chosen one among them.
  void add_papers() {
    const ArticleSet all =
        scope_.identity.empty() ? articles_ : citing({scope_.number, {}}, request_, columns_);
    std::vector<PaperCount> papers;
    if (const auto number = parse_document_number(scope_.number); number && number->number != 0) {
      papers = papers_of(*number, all, columns_);
      // A number in short has other numbers beside it here, which are not its papers.
      std::erase_if(papers, [&](const PaperCount& one) { return one.number != scope_.number; });
    } else if (!all.empty()) {
      papers.emplace_back();
      papers.back().number = scope_.number;
      papers.back().count = all.size();
    }
    ArticleSet rest = all;
    std::size_t open = papers.size();
    for (PaperCount& paper : papers) {
      page_.papers.push_back({std::move(paper), {}, {}, true});
      PaperGroup& group = page_.papers.back();
      if (group.paper.identity.empty()) {
        open = page_.papers.size() - 1;
        continue;
      }
      const ArticleSet its = citing({scope_.number, group.paper.identity}, request_, columns_);
      rest -= its;
      read(its, group);
    }
    if (open < page_.papers.size()) {
      read(rest, page_.papers[open]);
    }
  }

  /// Reads some articles of one paper, unless enough papers have been read.
  void read(const ArticleSet& articles, PaperGroup& group) {
    const bool is_wanted = scope_.identity.empty() || group.paper.identity == scope_.identity;
    group.was_read = is_wanted && papers_read_ < kPapersRead;
    if (!group.was_read) {
      return;
    }
    ++papers_read_;
    const PaperScope scope{scope_.number, group.paper.identity};
    const auto newest = docids_of(articles, columns_, 0, kNewestRead);
    for (const Xapian::docid docid : newest) {
      group.readings.push_back(reading_of(docid, scope, notes_));
    }
    const bool is_known = !group.paper.identity.empty() || page_.papers.size() == 1;
    if (is_known) {
      group.facts = facts_of(telling(articles, newest), scope, notes_);
    }
  }

  /// The articles that are asked for facts: the oldest first, then the newest.
  std::vector<Xapian::docid> telling(const ArticleSet& articles,
                                     const std::vector<Xapian::docid>& newest) const {
    std::vector<Xapian::docid> chosen;
    DateOrder oldest(articles, columns_, dated_docids(), DateOrder::From::kOldest);
    for (auto next = oldest.next(); next && chosen.size() < kOldestRead; next = oldest.next()) {
      chosen.push_back(columns_.docids()[*next]);
    }
    for (const Xapian::docid docid : newest) {
      if (std::find(chosen.begin(), chosen.end(), docid) == chosen.end()) {
        chosen.push_back(docid);
      }
    }
    return chosen;
  }

  /// Counts all articles of the page, from columns alone.
  void add_counts() {
    page_.by_month = count_places(articles_, request_, columns_, deadline_);
    page_.by_year = by_year(page_.by_month);
    PageCounts counts = count_values(
        articles_, {FieldId::kProvince, FieldId::kOfficial, FieldId::kDocument, FieldId::kSource},
        kMostBeside + 2, request_, columns_, deadline_);
    page_.histogram = std::move(counts.histogram);
    page_.undated = counts.undated;
    page_.beside = std::move(counts.facets);
    // Every article of the page cites the paper itself, which tells nothing.
    const auto own = parse_document_number(scope_.number);
    for (Facet& facet : page_.beside) {
      std::erase_if(facet.values, [&](const FacetValue& value) {
        const auto in_short =
            facet.field == FieldId::kDocument ? short_number(value.value) : std::nullopt;
        return facet.field == FieldId::kDocument &&
               (value.value == scope_.number || (in_short && own && is_meant(*in_short, *own)));
      });
      facet.values.resize(std::min(facet.values.size(), kMostBeside));
    }
  }

  /// Lags are told of one paper: the chosen one, or the only one.
  void add_lags() {
    const auto is_told = [&](const PaperGroup& group) {
      return !group.paper.identity.empty() &&
             (scope_.identity.empty() || group.paper.identity == scope_.identity);
    };
    const auto count = std::count_if(page_.papers.begin(), page_.papers.end(), is_told);
    const auto paper = std::find_if(page_.papers.begin(), page_.papers.end(), is_told);
    if (count != 1 || !paper->paper.date) {
      return;
    }
    page_.issued = paper->paper.date;
    const auto issued = page_.issued->as_day();
    const ArticleSet its = citing({scope_.number, paper->paper.identity}, request_, columns_);
    for (const FirstArticles& first : first_articles(its, issued, request_, columns_, deadline_)) {
      ProvinceLag lag{first.province, notes_.note(first.first), std::nullopt, std::nullopt,
                      std::nullopt};
      if (issued) {
        lag.days = days_from(*issued, first.first);
        if (*lag.days < 0 && first.first_since != 0) {
          lag.first_since = notes_.note(first.first_since);
          lag.days_since = days_from(*issued, first.first_since);
        }
      }
      page_.lags.push_back(std::move(lag));
    }
    std::stable_sort(page_.lags.begin(), page_.lags.end(),
                     [](const ProvinceLag& a, const ProvinceLag& b) {
                       return *a.first.published < *b.first.published;
                     });
  }

  static std::int32_t days_from(Day issued, Xapian::docid docid) {
    return day_number(*day_of(docid)) - day_number(issued);
  }

  /// The forms of the paper in relations.
  std::vector<std::string> values() const {
    if (!scope_.identity.empty()) {
      return {scope_.identity};
    }
    std::vector<std::string> all{scope_.number};
    for (const PaperGroup& group : page_.papers) {
      if (!group.paper.identity.empty()) {
        all.push_back(group.paper.identity);
      }
    }
    return all;
  }

  const Columns& columns_;
  const SearchRequest& request_;
  PaperScope scope_;
  TermReader reader_;
  const Deadline& deadline_;
  ArticleNotes notes_;
  ArticleSet articles_;
  std::size_t papers_read_ = 0;
  DocumentPage page_;
};

}  // namespace

DocumentAnswer document_page(const Snapshot& snapshot, const DocumentRequest& request,
                             const Deadline& deadline) {
  const Snapshot::Lease lease(snapshot);
  PaperChoice choice = choose_paper(request, snapshot.columns(), deadline);
  DocumentAnswer answer{std::nullopt, std::move(choice.candidates), std::move(choice.nearest),
                        snapshot.info()};
  if (!choice.scope.number.empty()) {
    answer.page =
        DocumentPageMaker(snapshot, request, std::move(choice.scope), lease.databases(), deadline)
            .make();
  }
  return answer;
}

}  // namespace tracuu
