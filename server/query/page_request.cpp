#include "server/query/page_request.h"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "common/entity/gazetteer/province_units.h"
#include "common/text/normalize.h"
#include "common/text/syllable.h"
#include "server/query/parameter_checks.h"
#include "server/query/parameter_values.h"
#include "server/query/typed_document.h"

namespace tracuu {
namespace {

/// The parameters of a page, parted into its own and those of the search.
class PageParameters {
 public:
  static Result<PageParameters> read(const UrlParameters& given, std::span<const Parameter> table) {
    const Result<ParameterValues> values = values_by_parameter(given, table);
    if (!values) {
      return values.error();
    }
    PageParameters parameters;
    for (std::size_t i = 0; i < table.size(); ++i) {
      if ((*values)[i].empty()) {
        continue;
      }
      if (const auto problem = check_values(table[i], (*values)[i])) {
        return *problem;
      }
      // A row of its own means another thing than the search's of the same name.
      const Parameter* const row = parameter_named(table[i].name);
      const bool is_of_search = row != nullptr && row->description_en == table[i].description_en;
      for (const std::string_view value : (*values)[i]) {
        if (is_of_search) {
          parameters.of_search_.emplace_back(table[i].name, value);
        } else {
          parameters.own_.emplace_back(&table[i], value);
        }
      }
    }
    return parameters;
  }

  Result<SearchRequest> search() const { return parse_search_request(of_search_); }

  /// Returns the row and the value of a parameter of the page's own, or nothing.
  std::optional<std::pair<const Parameter*, std::string_view>> own(std::string_view name) const {
    const auto found = std::find_if(own_.begin(), own_.end(),
                                    [&](const auto& entry) { return entry.first->name == name; });
    return found == own_.end() ? std::nullopt : std::optional(*found);
  }

  /// Sets `limit` when it is given.
  std::optional<Error> read_limit(std::size_t& limit) const {
    const auto given = own("limit");
    if (!given) {
      return std::nullopt;
    }
    const auto number = read_number(*given->first, given->second);
    if (!number) {
      return number.error();
    }
    limit = *number;
    return std::nullopt;
  }

 private:
  UrlParameters of_search_;
  std::vector<std::pair<const Parameter*, std::string_view>> own_;
};

/// Reads the parameters of a page about one thing: filters, and how many articles of them.
template <std::size_t size>
Result<std::pair<PageParameters, SearchRequest>> read_page(
    const UrlParameters& given, const std::array<Parameter, size>& table) {
  Result<PageParameters> parameters = PageParameters::read(given, table);
  if (!parameters) {
    return parameters.error();
  }
  Result<SearchRequest> search = parameters->search();
  if (!search) {
    return search.error();
  }
  if (auto problem = parameters->read_limit(search->limit)) {
    return *std::move(problem);
  }
  return std::pair(std::move(*parameters), std::move(*search));
}

std::string in_capitals(std::string_view term) {
  std::string out(term);
  std::transform(out.begin(), out.end(), out.begin(), [](char letter) {
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
  });
  return out;
}

std::string canonical_number(const std::string& asked) {
  const auto number = read_document_number(asked);
  return number ? to_canonical(*number) : asked;
}

std::optional<Error> choose_paper(const PageParameters& parameters, DocumentRequest& request) {
  if (const auto term = parameters.own("term")) {
    request.number = canonical_number(request.number + " khóa " + in_capitals(term->second));
  }
  if (const auto date = parameters.own("date")) {
    const auto days = read_period(*date->first, date->second);
    if (!days) {
      return days.error();
    }
    request.issued = parse_iso(date->second);
  }
  const auto identity = parameters.own("identity");
  if (!identity) {
    return std::nullopt;
  }
  const auto key = read_field_value(FieldId::kIdentity, identity->second);
  if (!key) {
    return key.error();
  }
  request.identity = *key;
  const std::string number = request.identity.substr(0, request.identity.find('@'));
  if (number != request.number) {
    return parameter_error("identity", "not a paper of " + request.number, identity->second);
  }
  return std::nullopt;
}

}  // namespace

Result<DocumentRequest> parse_document_request(std::string_view number,
                                               const UrlParameters& parameters) {
  auto read = read_page(parameters, kDocumentParameters);
  if (!read) {
    return read.error();
  }
  DocumentRequest request;
  request.asked = trimmed(number);
  request.number = canonical_number(request.asked);
  request.search = std::move(read->second);
  if (auto problem = choose_paper(read->first, request)) {
    return *std::move(problem);
  }
  return request;
}

Result<OfficialRequest> parse_official_request(std::string_view name,
                                               const UrlParameters& parameters) {
  auto read = read_page(parameters, kOfficialParameters);
  if (!read) {
    return read.error();
  }
  return OfficialRequest{trimmed(name), std::move(read->second)};
}

Result<ProvincesRequest> parse_provinces_request(const UrlParameters& parameters) {
  auto read = read_page(parameters, kProvinceParameters);
  if (!read) {
    return read.error();
  }
  ProvincesRequest request{std::nullopt, std::move(read->second)};
  if (const auto on = read->first.own("on")) {
    const auto date = parse_iso(on->second);
    request.on = date ? date->as_day() : std::nullopt;
    if (!request.on) {
      return parameter_error("on", "not a day, use YYYY-MM-DD", on->second);
    }
    if (*request.on < kFirstProvinceDay) {
      return parameter_error(
          "on", "the table begins on " + to_iso(PartialDate::of(kFirstProvinceDay)), on->second);
    }
  }
  return request;
}

Result<StatsRequest> parse_stats_request(const UrlParameters& parameters) {
  auto read = read_page(parameters, kStatsParameters);
  if (!read) {
    return read.error();
  }
  StatsRequest request{100, read->second.language};
  if (auto problem = read->first.read_limit(request.limit)) {
    return *std::move(problem);
  }
  return request;
}

}  // namespace tracuu
