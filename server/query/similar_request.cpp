#include "server/query/similar_request.h"

#include "server/query/parameter_values.h"
#include "server/query/parameters.h"

namespace tracuu {

Result<std::size_t> parse_similar_limit(const UrlParameters& parameters) {
  constexpr Parameter kLimit{
      .name = "limit", .kind = ParameterKind::kNumber, .least = 1, .most = kMostSimilar};
  std::size_t limit = kSimilarByDefault;
  bool is_given = false;
  for (const auto& [name, value] : parameters) {
    if (name != kLimit.name) {
      return parameter_error(name, "unknown parameter, the only one here is 'limit'", value);
    }
    if (is_given) {
      return parameter_error(name, "given more than once, give it once", value);
    }
    is_given = true;
    if (value.empty()) {
      continue;
    }
    const Result<std::size_t> read = read_number(kLimit, value);
    if (!read) {
      return read.error();
    }
    limit = *read;
  }
  return limit;
}

}  // namespace tracuu
