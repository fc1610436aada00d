#include "server/search/bearing.h"

#include <algorithm>

namespace tracuu {

bool bears_all(const Xapian::Database& database, Xapian::docid docid,
               std::span<const std::string> terms) {
  return std::all_of(terms.begin(), terms.end(), [&](const std::string& term) {
    auto posting = database.postlist_begin(term);
    const auto end = database.postlist_end(term);
    if (posting != end) {
      posting.skip_to(docid);
    }
    return posting != end && *posting == docid;
  });
}

}  // namespace tracuu
