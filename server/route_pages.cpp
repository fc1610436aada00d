#include <utility>

#include "server/api/document_json.h"
#include "server/api/page_json.h"
#include "server/query/facet_request.h"
#include "server/query/page_request.h"
#include "server/route.h"

namespace tracuu {
namespace {

HttpResponse unknown(const Call& call, std::string sentence) {
  return problem_response(call, problem_of("not_found", call.language, std::move(sentence)));
}

}  // namespace

HttpResponse answer_facet(const Call& call) {
  const auto id = field_named(call.values[0]);
  if (!id) {
    return unknown(call, unknown_facet(call.values[0], call.language));
  }
  const Result<FacetRequest> request = parse_facet_request(*id, call.request.parameters);
  if (!request) {
    return bad_parameter(call, request.error());
  }
  const Result<FacetMatches> matches = call.searcher.facet(*request, call.deadline);
  return matches ? json_response(facet_json(*request, *matches))
                 : bad_parameter(call, matches.error());
}

// 302 to the one paper that a short number can mean, 300 with the candidates where it can mean
// several, 404 for a number that nobody cites.
HttpResponse answer_document(const Call& call) {
  const Result<DocumentRequest> request =
      parse_document_request(call.values[0], call.request.parameters);
  if (!request) {
    return bad_parameter(call, request.error());
  }
  const DocumentAnswer found = call.searcher.document(*request, call.deadline);
  if (found.page) {
    return json_response(document_json(*request, found));
  }
  if (found.candidates.empty()) {
    return unknown(call, unknown_document(*request, found));
  }
  HttpResponse response = json_response(candidates_json(*request, found));
  response.status = 300;
  if (found.candidates.size() == 1) {
    response.status = 302;
    response.headers.emplace_back("Location", candidate_address(*request, found.candidates[0]));
  }
  return response;
}

HttpResponse answer_official(const Call& call) {
  const Result<OfficialRequest> request =
      parse_official_request(call.values[0], call.request.parameters);
  if (!request) {
    return bad_parameter(call, request.error());
  }
  const OfficialAnswer found = call.searcher.official(*request, call.deadline);
  return found.page ? json_response(official_json(*request, found))
                    : unknown(call, unknown_official(*request, found));
}

HttpResponse answer_provinces(const Call& call) {
  const Result<ProvincesRequest> request = parse_provinces_request(call.request.parameters);
  return request ? json_response(
                       provinces_json(*request, call.searcher.provinces(*request, call.deadline)))
                 : bad_parameter(call, request.error());
}

HttpResponse answer_stats(const Call& call) {
  const Result<StatsRequest> request = parse_stats_request(call.request.parameters);
  return request ? json_response(stats_json(*request, call.searcher.stats(*request, call.deadline)))
                 : bad_parameter(call, request.error());
}

}  // namespace tracuu
