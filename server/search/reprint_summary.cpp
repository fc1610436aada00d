#include "server/search/reprint_summary.h"

#include <algorithm>
#include <span>

#include "common/index/schema.h"

namespace tracuu {
namespace {

ReprintMember member_at(const StoredArticles& stored, Xapian::docid docid) {
  const Article article = stored.article(docid);
  return {article.id, std::string(article.title()), article.source, article.url, article.published};
}

/// Members of one day are told apart by id, since docids of a day say nothing; more of a day than
/// this are not read for it.
constexpr std::size_t kMostOfFirstDay = 20;

/// Returns the earliest member; undated ones come last.
ReprintMember first_of(const StoredArticles& stored, std::span<const Xapian::docid> members) {
  const auto undated = std::lower_bound(members.begin(), members.end(), first_undated_docid());
  const auto dated = members.first(static_cast<std::size_t>(undated - members.begin()));
  std::span<const Xapian::docid> earliest = members;
  if (!dated.empty()) {
    const auto day = [](Xapian::docid docid) { return (docid - 1) / kSlotsPerDay; };
    const auto begin = std::partition_point(dated.begin(), dated.end(), [&](Xapian::docid docid) {
      return day(docid) < day(dated.back());
    });
    earliest = dated.subspan(static_cast<std::size_t>(begin - dated.begin()));
  }
  ReprintMember first = member_at(stored, earliest.front());
  for (const Xapian::docid docid :
       earliest.subspan(1, std::min(earliest.size(), kMostOfFirstDay) - 1)) {
    ReprintMember other = member_at(stored, docid);
    if (other.id < first.id) {
      first = std::move(other);
    }
  }
  return first;
}

}  // namespace

std::optional<Reprints> reprints_of(const StoredArticles& stored, const ReprintGroups& groups,
                                    Xapian::docid docid, const ArticleSet* matches) {
  const ReprintGroup group = groups.group_of(docid);
  if (group == 0) {
    return std::nullopt;
  }
  const std::span<const Xapian::docid> members = groups.members(group);
  Reprints reprints;
  reprints.total = reprints.count = members.size();
  if (matches != nullptr) {
    reprints.count = static_cast<std::uint64_t>(std::count_if(
        members.begin(), members.end(),
        [&](Xapian::docid member) { return matches->contains(groups.ordinal_of(member)); }));
  }
  reprints.first = first_of(stored, members);
  for (const Xapian::docid member : members.first(std::min(members.size(), kMostMembers))) {
    reprints.members.push_back(member_at(stored, member));
  }
  return reprints;
}

}  // namespace tracuu
