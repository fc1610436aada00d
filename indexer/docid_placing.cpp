#include "indexer/docid_placing.h"

namespace tracuu {

std::optional<std::uint32_t> place(const Article& article, DocidAllocator& docids,
                                   IndexReport& report) {
  const auto docid = docids.next(article.published);
  if (!docid) {
    report.rejections.push_back(
        {article.file, "published: outside 1945 to 2060, or too many articles on one day: '" +
                           to_iso(PartialDate::of(*article.published)) + "'"});
  }
  return docid;
}

}  // namespace tracuu
