#include "server/search/reprint_groups.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "common/index/schema.h"

namespace tracuu {

ReprintGroups ReprintGroups::load(const Databases& databases, const Columns& columns) {
  std::unordered_map<std::string, std::vector<Xapian::docid>> docids_by_name;
  for (std::size_t segment = 0; segment < databases.segments().size(); ++segment) {
    const Xapian::Database& database = databases.segments()[segment];
    for (auto value = database.valuestream_begin(kReprintSlot);
         value != database.valuestream_end(kReprintSlot); ++value) {
      if (columns.live().contains(
              static_cast<Ordinal>(columns.ordinal_in(segment, value.get_docid())))) {
        docids_by_name[*value].push_back(value.get_docid());
      }
    }
  }
  for (auto& [name, docids] : docids_by_name) {
    std::sort(docids.begin(), docids.end());
  }
  std::erase_if(docids_by_name, [](const auto& entry) { return entry.second.size() < 2; });
  std::vector<const std::vector<Xapian::docid>*> in_order;
  in_order.reserve(docids_by_name.size());
  for (const auto& [name, docids] : docids_by_name) {
    in_order.push_back(&docids);
  }
  // By the latest member, so that the numbers do not depend on the order of a hash table.
  std::sort(in_order.begin(), in_order.end(),
            [](const auto* a, const auto* b) { return a->front() < b->front(); });
  ReprintGroups groups;
  groups.columns_ = &columns;
  groups.groups_.resize(in_order.empty() ? 0 : columns.ordinals());
  for (const std::vector<Xapian::docid>* docids : in_order) {
    groups.members_.insert(groups.members_.end(), docids->begin(), docids->end());
    groups.ends_.push_back(static_cast<std::uint32_t>(groups.members_.size()));
    for (const Xapian::docid docid : *docids) {
      groups.articles_.push_back(static_cast<Ordinal>(columns.ordinal_of(docid)));
      groups.groups_[columns.ordinal_of(docid)] = static_cast<ReprintGroup>(groups.ends_.size());
    }
  }
  return groups;
}

std::span<const Xapian::docid> ReprintGroups::members(ReprintGroup group) const {
  const std::uint32_t begin = group == 1 ? 0 : ends_[group - 2];
  return std::span(members_).subspan(begin, ends_[group - 1] - begin);
}

std::uint64_t ReprintGroups::count_distinct(const ArticleSet& articles) const {
  std::uint64_t distinct = articles.size();
  std::uint32_t begin = 0;
  for (const std::uint32_t end : ends_) {
    const auto in_set = std::count_if(articles_.begin() + begin, articles_.begin() + end,
                                      [&](Ordinal article) { return articles.contains(article); });
    distinct -= in_set > 1 ? static_cast<std::uint64_t>(in_set) - 1 : 0;
    begin = end;
  }
  return distinct;
}

}  // namespace tracuu
