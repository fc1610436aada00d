#include "server/search/nearest_values.h"

#include <algorithm>
#include <tuple>

#include "common/text/normalize.h"
#include "common/text/syllable.h"
#include "server/query/nearest.h"

namespace tracuu {
namespace {

constexpr std::size_t kLongestCompared = 64;
constexpr std::size_t kDeadlineEvery = 256;

struct Near {
  std::size_t distance = 0;
  std::uint32_t articles = 0;
  ValueNumber value = 0;

  bool operator<(const Near& other) const {
    return std::tuple(distance, other.articles, value) <
           std::tuple(other.distance, articles, other.value);
  }
};

}  // namespace

std::vector<std::string> nearest_values(std::string_view typed, FieldId id, std::size_t most,
                                        const Columns& columns, const Deadline& deadline) {
  const std::string wanted = fold(normalized(typed));
  if (wanted.empty() || wanted.size() > kLongestCompared) {
    return {};
  }
  std::vector<Near> found;
  const ValueRange range = columns.range_of(id);
  for (ValueNumber value = range.begin; value < range.end; ++value) {
    if ((value - range.begin) % kDeadlineEvery == 0) {
      deadline.check();
    }
    // Marks make a text up to three times as long as its letters.
    const std::string& text = columns.value(value).value;
    if (text.size() * 3 < wanted.size() || text.size() > wanted.size() * 4) {
      continue;
    }
    const std::string name = fold(text);
    const std::size_t longer = std::max(wanted.size(), name.size());
    if (longer - std::min(wanted.size(), name.size()) > longer / 3) {
      continue;
    }
    const std::size_t distance = edit_distance(wanted, name);
    if (distance * 3 <= longer) {
      found.push_back({distance, columns.articles_with(value), value});
    }
  }
  const auto end = found.begin() + static_cast<std::ptrdiff_t>(std::min(most, found.size()));
  std::partial_sort(found.begin(), end, found.end());
  std::vector<std::string> names;
  for (auto near = found.begin(); near != end; ++near) {
    names.push_back(columns.value(near->value).value);
  }
  return names;
}

}  // namespace tracuu
