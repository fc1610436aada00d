#include "server/search/hit_reader.h"

#include "server/search/reprint_summary.h"
#include "server/search/stored_article.h"

namespace tracuu {

Hit read_hit(const Xapian::Database& database, const ReprintGroups& groups,
             const Highlighter& highlighter, const RankingCandidate& found,
             const ArticleSet* matches) {
  Hit hit;
  hit.article = stored_article(database, found.docid);
  hit.title = highlighter.title(hit.article);
  hit.snippet = highlighter.snippet(hit.article, found.docid);
  hit.score = found.score;
  hit.reprints = reprints_of(database, groups, found.docid, matches);
  return hit;
}

}  // namespace tracuu
