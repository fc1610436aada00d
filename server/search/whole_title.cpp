#include "server/search/whole_title.h"

#include <algorithm>

#include "common/index/schema.h"
#include "common/text/normalize.h"
#include "common/text/tokens.h"
#include "server/search/bearing.h"
#include "server/search/stored_article.h"

namespace tracuu {

WholeTitle::WholeTitle(const Xapian::Database& database, const RankingTerms& ranking)
    : database_(database), ranking_(ranking) {
  for (const RankingWord& word : ranking.words) {
    terms_.push_back(term_of(kTitleFoldedPrefix, word.syllable.folded));
  }
}

bool WholeTitle::is_of(Xapian::docid docid) const {
  if (terms_.size() < kFewestWords || !bears_all(database_, docid, terms_)) {
    return false;
  }
  const Article article = stored_article(database_, docid);
  const std::string title = normalized(article.title());
  const std::vector<Token> tokens = tokenize(title);
  return std::equal(tokens.begin(), tokens.end(), ranking_.words.begin(), ranking_.words.end(),
                    [](const Token& token, const RankingWord& word) {
                      return token.folded == word.syllable.folded;
                    });
}

}  // namespace tracuu
