#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/query/page_result.h"
#include "server/search/article_notes.h"

namespace tracuu {

/// Which paper a page is about: a number, and one identity of it where one is chosen.
struct PaperScope {
  std::string number;    ///< canonical, or the name of a paper that is called by it
  std::string identity;  ///< key, or ""
};

/// Returns how a stored article cites the paper, or nothing when it does not.
const DocumentIdentity* citation_of(const Article& article, const PaperScope& scope);

/// Returns how the article with `docid` cites the paper; without identity and reason when it does
/// not cite it in the stored form.
PaperReading reading_of(Xapian::docid docid, const PaperScope& scope, ArticleNotes& notes);

/// Returns what `docids`, articles that cite one paper, say of its type, issuer, date and subject,
/// and what the tables know, each with the first article that says so. A subject is what stands
/// behind "về" in the sentence of the number.
std::vector<PaperFact> facts_of(const std::vector<Xapian::docid>& docids, const PaperScope& scope,
                                ArticleNotes& notes);

/// Returns the words behind "về" or "về việc" that say what a paper is about, up to the end of the
/// clause: "thực hiện Nghị quyết 36-NQ/TW ngày 1/7/2014 của Bộ Chính trị về đẩy mạnh ứng dụng
/// CNTT." gives "đẩy mạnh ứng dụng CNTT". `behind` is where the citation ends in `text`. "" for
/// none.
std::string subject_behind(std::string_view text, std::size_t behind);

}  // namespace tracuu
