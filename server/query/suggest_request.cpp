#include "server/query/suggest_request.h"

#include <algorithm>

#include "common/text/normalize.h"
#include "common/text/tokens.h"
#include "server/query/parameter_checks.h"
#include "server/query/parameter_values.h"

namespace tracuu {
namespace {

using Values = std::vector<std::string_view>;

std::array<std::string_view, kSuggestionKinds.size()> kind_names() {
  std::array<std::string_view, kSuggestionKinds.size()> names;
  std::transform(kSuggestionKinds.begin(), kSuggestionKinds.end(), names.begin(),
                 [](const SuggestionKindRow& row) { return row.name; });
  return names;
}

std::optional<Error> apply_kinds(const Parameter& parameter, std::string_view value,
                                 SuggestRequest& request) {
  const auto names = kind_names();
  for (std::string_view rest = value; !rest.empty();) {
    const std::string_view name = rest.substr(0, rest.find(','));
    rest.remove_prefix(std::min(rest.size(), name.size() + 1));
    const auto index = read_name(parameter.name, name, names);
    if (!index) {
      return index.error();
    }
    request.kinds.push_back(kSuggestionKinds[*index].kind);
  }
  return std::nullopt;
}

std::optional<Error> apply(const Parameter& parameter, const Values& values,
                           SuggestRequest& request) {
  if (auto problem = check_values(parameter, values)) {
    return problem;
  }
  if (parameter.name == "q") {
    request.q = values.front();
  } else if (parameter.name == "limit") {
    const auto number = read_number(parameter, values.front());
    if (!number) {
      return number.error();
    }
    request.limit = *number;
  } else if (parameter.kind == ParameterKind::kChoice) {
    const auto choice = read_choice(parameter, values.front());
    if (!choice) {
      return choice.error();
    }
    if (parameter.name == "lang") {
      request.language = static_cast<Language>(*choice);
    } else {
      request.format = static_cast<SuggestFormat>(*choice);
    }
  } else {
    for (const std::string_view value : values) {
      if (auto problem = apply_kinds(parameter, value, request)) {
        return problem;
      }
    }
  }
  return std::nullopt;
}

/// Writes a title as a question: its words, without what would be read as an operator.
std::string words_of(const std::string& title) {
  constexpr std::size_t kMostWords = kMostSyllables - 4;
  std::string words;
  const TokenizedText text = tokenized(title);
  for (std::size_t i = 0; i < std::min(text.tokens.size(), kMostWords); ++i) {
    const std::string_view word = text.text_of(i);
    if (is_longer(words, kLongestQuery - word.size() - 1)) {
      break;
    }
    words.append(words.empty() ? "" : " ").append(word == "OR" ? "or" : word);
  }
  return words;
}

std::string parameter(std::string_view name, const std::string& value) {
  return value.empty() ? "" : std::string(name) + '=' + percent_encoded(value);
}

}  // namespace

Result<SuggestRequest> parse_suggest_request(const UrlParameters& parameters) {
  const Result<ParameterValues> values = values_by_parameter(parameters, kSuggestParameters);
  if (!values) {
    return values.error();
  }
  SuggestRequest request;
  for (std::size_t i = 0; i < kSuggestParameters.size(); ++i) {
    if (!(*values)[i].empty()) {
      if (auto problem = apply(kSuggestParameters[i], (*values)[i], request)) {
        return *std::move(problem);
      }
    }
  }
  if (request.kinds.empty()) {
    for (const SuggestionKindRow& row : kSuggestionKinds) {
      request.kinds.push_back(row.kind);
    }
  }
  std::sort(request.kinds.begin(), request.kinds.end());
  request.kinds.erase(std::unique(request.kinds.begin(), request.kinds.end()), request.kinds.end());
  return request;
}

std::string suggestion_query(SuggestionKind kind, const std::string& value) {
  switch (kind) {
    case SuggestionKind::kTitle:
      return parameter("q", words_of(value));
    case SuggestionKind::kDocument:
      return parameter(field(FieldId::kDocument).name, value);
    case SuggestionKind::kOfficial:
      return parameter(field(FieldId::kOfficial).name, value);
    case SuggestionKind::kProvince:
      return parameter(field(FieldId::kProvince).name, value);
    case SuggestionKind::kPhrase:
      return parameter("q", '"' + value + '"');
  }
  return {};
}

}  // namespace tracuu
