#include "server/query/similar_request.h"

#include "server/query/parameter_checks.h"
#include "server/query/parameter_values.h"

namespace tracuu {

Result<SimilarRequest> parse_similar_request(const UrlParameters& parameters) {
  const Result<ParameterValues> values = values_by_parameter(parameters, kSimilarParameters);
  if (!values) {
    return values.error();
  }
  SimilarRequest request;
  for (std::size_t i = 0; i < kSimilarParameters.size(); ++i) {
    const Parameter& row = kSimilarParameters[i];
    const auto& given = (*values)[i];
    if (given.empty()) {
      continue;
    }
    if (auto problem = check_values(row, given)) {
      return *std::move(problem);
    }
    const bool is_number = row.kind == ParameterKind::kNumber;
    const Result<std::size_t> read =
        is_number ? read_number(row, given.front()) : read_choice(row, given.front());
    if (!read) {
      return read.error();
    }
    if (is_number) {
      request.limit = *read;
    } else {
      request.language = static_cast<Language>(*read);
    }
  }
  return request;
}

}  // namespace tracuu
