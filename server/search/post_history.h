#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "server/query/page_result.h"
#include "server/search/article_notes.h"

namespace tracuu {

/// Tells the posts that `docids` give to the official called `name`, over time. Posts that may be
/// one person's stand together: those given in one article, those of one province, those of one
/// national body, and a national post said once in short. Two people of one name whose posts say so
/// stay apart; where nothing says whether they are one, they stay apart too.
std::vector<OfficialPerson> posts_over_time(const std::vector<Xapian::docid>& docids,
                                            const std::string& name, ArticleNotes& notes);

}  // namespace tracuu
