#include "server/query/nearest.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "common/text/normalize.h"
#include "common/text/syllable.h"

namespace tracuu {
namespace {

constexpr std::size_t kLongestCompared = 64;

std::string comparable(std::string_view text) {
  return fold(normalized(text));
}

}  // namespace

std::size_t edit_distance(std::string_view left, std::string_view right) {
  std::vector<std::size_t> before_last(right.size() + 1);
  std::vector<std::size_t> last(right.size() + 1);
  std::vector<std::size_t> current(right.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= left.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const std::size_t change = left[i - 1] == right[j - 1] ? 0 : 1;
      current[j] = std::min({last[j] + 1, current[j - 1] + 1, last[j - 1] + change});
      if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) {
        current[j] = std::min(current[j], before_last[j - 2] + 1);
      }
    }
    std::swap(before_last, last);
    std::swap(last, current);
  }
  return last[right.size()];
}

std::vector<std::string> nearest(std::string_view typed,
                                 std::span<const std::string_view> candidates, std::size_t most) {
  if (typed.empty() || typed.size() > kLongestCompared) {
    return {};
  }
  const std::string wanted = comparable(typed);
  std::vector<std::pair<std::size_t, std::string_view>> found;
  for (const std::string_view candidate : candidates) {
    const std::string name = comparable(candidate);
    const std::size_t distance = edit_distance(wanted, name);
    if (distance * 3 <= std::max(wanted.size(), name.size())) {
      found.emplace_back(distance, candidate);
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& left, const auto& right) { return left.first < right.first; });
  std::vector<std::string> names;
  names.reserve(std::min(found.size(), most));
  for (std::size_t i = 0; i < found.size() && i < most; ++i) {
    names.emplace_back(found[i].second);
  }
  return names;
}

}  // namespace tracuu
