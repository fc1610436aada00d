#include "server/search/facet_search.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "common/entity/gazetteer/gazetteer.h"
#include "common/text/normalize.h"
#include "common/text/tokens.h"
#include "server/search/search.h"

namespace tracuu {
namespace {

/// Other names under which a value is looked for.
std::vector<std::string> names_of(const FacetValue& value, FieldId id) {
  std::vector<std::string> names{value.label};
  if (value.value != value.label) {
    names.push_back(value.value);
  }
  if (id != FieldId::kProvince && id != FieldId::kMentioned) {
    return names;
  }
  if (const Province* const province = province_named(value.value)) {
    names.insert(names.end(), province->aliases.begin(), province->aliases.end());
    names.insert(names.end(), province->weak_aliases.begin(), province->weak_aliases.end());
  }
  return names;
}

bool fits(const std::vector<std::string>& typed, const FacetValue& value, FieldId id) {
  const auto names = names_of(value, id);
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    return words_fit(typed, folded_words(normalized(name)));
  });
}

}  // namespace

std::vector<std::string> folded_words(std::string_view normalized) {
  std::vector<std::string> words;
  for (const Token& token : tokenize(normalized)) {
    words.push_back(token.folded);
  }
  return words;
}

bool words_fit(const std::vector<std::string>& typed, const std::vector<std::string>& label) {
  return std::all_of(typed.begin(), typed.end(), [&](const std::string& start) {
    return std::any_of(label.begin(), label.end(),
                       [&](const std::string& word) { return word.starts_with(start); });
  });
}

FacetMatches facet_search(const Snapshot& snapshot, const FacetRequest& request, Query query,
                          const Deadline& deadline) {
  SearchRequest search = request.search;
  search.limit = 0;
  search.offset = 0;
  search.explain = false;
  search.facets = {request.field};
  search.facet_limit = std::numeric_limits<std::size_t>::max();
  SearchResult found = search_snapshot(snapshot, search, std::move(query), deadline);
  Facet& facet = found.facets.front();
  FacetMatches matches{{}, 0, facet.distinct, found.total, found.index};
  const std::vector<std::string> typed = folded_words(request.typed);
  std::erase_if(facet.values, [&](const FacetValue& value) {
    deadline.check();
    return !typed.empty() && !fits(typed, value, request.field);
  });
  matches.matching = facet.values.size();
  const std::size_t begin = std::min(request.offset, facet.values.size());
  const std::size_t end = std::min(facet.values.size(), begin + request.limit);
  matches.values.assign(facet.values.begin() + static_cast<std::ptrdiff_t>(begin),
                        facet.values.begin() + static_cast<std::ptrdiff_t>(end));
  return matches;
}

}  // namespace tracuu
