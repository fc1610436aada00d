#include "server/search/hit_reader.h"

#include "server/search/reprint_summary.h"

namespace tracuu {

Hit read_hit(const StoredArticles& stored, const ReprintGroups& groups,
             const Highlighter& highlighter, const RankingCandidate& found,
             const ArticleSet* matches) {
  Hit hit;
  hit.article = stored.article(found.docid);
  hit.title = highlighter.title(hit.article);
  hit.snippet = highlighter.snippet(hit.article, found.docid);
  hit.score = found.score;
  hit.reprints = reprints_of(stored, groups, found.docid, matches);
  return hit;
}

}  // namespace tracuu
