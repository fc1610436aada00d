#pragma once

#include "common/index/article.h"
#include "common/result.h"
#include "indexer/article_parser.h"
#include "indexer/source/source.h"

namespace tracuu {

/// One page taken through every stage before the index, with what `explain` shows of the way.
struct ReadArticle {
  Article article;
  RawPage page;
  ParsedArticle parsed;
};

/// Takes a decoded page to an article: noise dropped, title, date, source and author found,
/// entities recognized, locality and document identities settled. Fails with the reason to report.
/// Pure, thread-safe, linear in the size of the page.
Result<ReadArticle> read_article(RawPage page);

}  // namespace tracuu
