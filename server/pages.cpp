#include "server/pages.h"

#include <utility>

#include "server/api/document_json.h"
#include "server/api/page_json.h"
#include "server/query/facet_request.h"
#include "server/query/page_request.h"

namespace tracuu {
namespace {

PageAnswer refused(const Error& error) {
  PageAnswer answer;
  answer.problem = invalid_parameter(error.message);
  answer.status = answer.problem->status;
  return answer;
}

PageAnswer unknown(std::string sentence) {
  PageAnswer answer;
  answer.status = 404;
  answer.problem = Problem{.status = 404,
                           .code = "not_found",
                           .title = "There is nothing here",
                           .detail = std::move(sentence),
                           .parameter = {}};
  return answer;
}

PageAnswer told(std::string body) {
  PageAnswer answer;
  answer.body = std::move(body);
  return answer;
}

}  // namespace

std::optional<PageAnswer> Pages::answer(const std::vector<std::string>& segments,
                                        const UrlParameters& parameters, Deadline deadline) const {
  if (segments.size() < 3 || segments[0] != "api" || segments[1] != "v1") {
    return std::nullopt;
  }
  const std::string& endpoint = segments[2];
  if (segments.size() == 3) {
    if (endpoint == "provinces") {
      return provinces(parameters, deadline);
    }
    return endpoint == "stats" ? std::optional(stats(parameters, deadline)) : std::nullopt;
  }
  if (endpoint == "facets" && segments.size() == 4) {
    return facet(segments[3], parameters, deadline);
  }
  if (endpoint == "officials" && segments.size() == 4) {
    return official(segments[3], parameters, deadline);
  }
  if (endpoint != "documents") {
    return std::nullopt;
  }
  // A number typed with its slash as it is: /documents/36-NQ/TW.
  std::string number = segments[3];
  for (std::size_t i = 4; i < segments.size(); ++i) {
    number += '/' + segments[i];
  }
  return document(number, parameters, deadline);
}

PageAnswer Pages::facet(std::string_view name, const UrlParameters& parameters,
                        Deadline deadline) const {
  const auto id = field_named(name);
  if (!id) {
    return unknown(unknown_facet(name));
  }
  const Result<FacetRequest> request = parse_facet_request(*id, parameters);
  if (!request) {
    return refused(request.error());
  }
  const Result<FacetMatches> matches = searcher_.facet(*request, deadline);
  return matches ? told(facet_json(*request, *matches)) : refused(matches.error());
}

PageAnswer Pages::document(std::string_view number, const UrlParameters& parameters,
                           Deadline deadline) const {
  const Result<DocumentRequest> request = parse_document_request(number, parameters);
  if (!request) {
    return refused(request.error());
  }
  const DocumentAnswer found = searcher_.document(*request, deadline);
  if (found.page) {
    return told(document_json(*request, found));
  }
  if (found.candidates.empty()) {
    return unknown(unknown_document(*request, found));
  }
  PageAnswer answer = told(candidates_json(*request, found));
  answer.status = 300;
  if (found.candidates.size() == 1) {
    answer.status = 302;
    answer.location = candidate_address(*request, found.candidates.front());
  }
  return answer;
}

PageAnswer Pages::official(std::string_view name, const UrlParameters& parameters,
                           Deadline deadline) const {
  const Result<OfficialRequest> request = parse_official_request(name, parameters);
  if (!request) {
    return refused(request.error());
  }
  const OfficialAnswer found = searcher_.official(*request, deadline);
  return found.page ? told(official_json(*request, found))
                    : unknown(unknown_official(*request, found));
}

PageAnswer Pages::provinces(const UrlParameters& parameters, Deadline deadline) const {
  const Result<ProvincesRequest> request = parse_provinces_request(parameters);
  return request ? told(provinces_json(*request, searcher_.provinces(*request, deadline)))
                 : refused(request.error());
}

PageAnswer Pages::stats(const UrlParameters& parameters, Deadline deadline) const {
  const Result<StatsRequest> request = parse_stats_request(parameters);
  return request ? told(stats_json(*request, searcher_.stats(*request, deadline)))
                 : refused(request.error());
}

}  // namespace tracuu
