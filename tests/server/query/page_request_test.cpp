#include "server/query/page_request.h"

#include <gtest/gtest.h>

#include "server/query/facet_request.h"
#include "tests/server/query/url_parameters.h"
#include "tests/support/table.h"

namespace tracuu {
namespace {

/// Joins what was read of a request; the filters as an address has them.
std::string joined(std::string text, const SearchRequest& search) {
  const std::string filters = to_url_query(search);
  return filters.empty() ? text : text + ' ' + filters;
}

std::string read_document(std::string_view number, const UrlParameters& parameters) {
  const auto request = parse_document_request(number, parameters);
  if (!request) {
    return request.error().message;
  }
  std::string text = request->number;
  text += request->identity.empty() ? "" : " identity=" + request->identity;
  text += request->issued ? " date=" + to_iso(*request->issued) : "";
  return joined(text, request->search);
}

std::string read_official(std::string_view name, const UrlParameters& parameters) {
  const auto request = parse_official_request(name, parameters);
  return request ? joined(request->name, request->search) : request.error().message;
}

std::string read_provinces(const UrlParameters& parameters) {
  const auto request = parse_provinces_request(parameters);
  if (!request) {
    return request.error().message;
  }
  const std::string on = request->on ? to_iso(PartialDate::of(*request->on)) : "";
  return joined(on.empty() && !to_url_query(request->search).empty() ? "-" : on, request->search);
}

std::string read_stats(const UrlParameters& parameters) {
  const auto request = parse_stats_request(parameters);
  return request ? std::to_string(request->limit) : request.error().message;
}

TEST(PageRequest, ReadsPathAndParameters) {
  for (const TableRow& row : read_table("page_requests.tsv")) {
    const UrlParameters parameters = parameters_of(row[2]);
    const std::string read = row[0] == "documents"   ? read_document(row[1], parameters)
                             : row[0] == "officials" ? read_official(row[1], parameters)
                             : row[0] == "provinces" ? read_provinces(parameters)
                                                     : read_stats(parameters);
    EXPECT_EQ(read, row[3]) << row;
  }
}

TEST(PageRequest, TablesDescribeEveryParameterInBothLanguages) {
  const auto expect_described = [](std::span<const Parameter> table) {
    for (const Parameter& parameter : table) {
      EXPECT_FALSE(parameter.description_vi.empty()) << parameter.name;
      EXPECT_FALSE(parameter.description_en.empty()) << parameter.name;
      EXPECT_FALSE(parameter.example.empty()) << parameter.name;
    }
  };
  expect_described(kDocumentParameters);
  expect_described(kOfficialParameters);
  expect_described(kProvinceParameters);
  expect_described(kStatsParameters);
  expect_described(kFacetParameters);
}

TEST(FacetRequest, ReadsWhatIsTypedOfAValueAndTheSearchAroundIt) {
  for (const TableRow& row : read_table("facet_requests.tsv")) {
    const auto request = parse_facet_request(FieldId::kProvince, parameters_of(row[0]));
    const std::string read = !request ? request.error().message
                                      : request->typed + '|' + std::to_string(request->limit) +
                                            '|' + std::to_string(request->offset) + '|' +
                                            to_url_query(request->search);
    EXPECT_EQ(read, row[1]) << row;
  }
}

TEST(FacetRequest, NamesTheFacetsForAnUnknownOne) {
  EXPECT_EQ(unknown_facet("provinc", Language::kEnglish),
            "No facet has this name, did you mean 'province'; the facets are province, mentioned, "
            "document, official, type, issuer, source, year, month, identity: 'provinc'");
  EXPECT_EQ(unknown_facet("xyzzy", Language::kEnglish),
            "No facet has this name; the facets are province, mentioned, document, official, type, "
            "issuer, source, year, month, identity: 'xyzzy'");
}

}  // namespace
}  // namespace tracuu
