#include "server/search/date_order.h"

namespace tracuu {

DateOrder::DateOrder(const ArticleSet& articles, const Columns& columns, DocidRange range,
                     From from)
    : articles_(articles), columns_(columns), from_(from), rest_(columns.ordinals_in(range)) {
  for (std::size_t segment = 0; segment < kMostSegments; ++segment) {
    heads_[segment] = next_of(rest_[segment]);
  }
}

std::optional<Ordinal> DateOrder::next_of(OrdinalRange rest) const {
  if (rest.begin == rest.end) {
    return std::nullopt;
  }
  const auto found =
      from_ == From::kNewest ? articles_.first_from(rest.begin) : articles_.last_before(rest.end);
  return found && *found >= rest.begin && *found < rest.end ? found : std::nullopt;
}

std::optional<Ordinal> DateOrder::next() {
  std::optional<std::size_t> chosen;
  const auto docid_in = [&](std::size_t segment) { return columns_.docids()[*heads_[segment]]; };
  for (std::size_t segment = 0; segment < kMostSegments; ++segment) {
    if (heads_[segment] &&
        (!chosen || (docid_in(segment) < docid_in(*chosen)) == (from_ == From::kNewest))) {
      chosen = segment;
    }
  }
  if (!chosen) {
    return std::nullopt;
  }
  const Ordinal article = *heads_[*chosen];
  OrdinalRange& rest = rest_[*chosen];
  if (from_ == From::kNewest) {
    rest.begin = article + 1;
  } else {
    rest.end = article;
  }
  heads_[*chosen] = next_of(rest);
  return article;
}

}  // namespace tracuu
