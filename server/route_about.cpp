#include <vector>

#include "server/api/json_view.h"
#include "server/api/openapi.h"
#include "server/api/opensearch_view.h"
#include "server/route.h"

namespace tracuu {

HttpResponse answer_openapi(const Call& call) {
  std::vector<Endpoint> endpoints;
  for (const Route& route : routes()) {
    endpoints.push_back(route.endpoint);
  }
  return json_response(openapi_json(endpoints, call.language, TRACUU_VERSION));
}

HttpResponse answer_opensearch(const Call& call) {
  HttpResponse response;
  response.content_type = "application/opensearchdescription+xml; charset=utf-8";
  response.body = opensearch_description(call.language, call.base);
  return response;
}

HttpResponse answer_problem_kinds(const Call&) {
  return json_response(problem_kinds_json());
}

HttpResponse answer_problem_kind(const Call& call) {
  const ProblemKind* const kind = problem_kind(call.values[0]);
  return kind != nullptr ? json_response(problem_kind_json(*kind))
                         : nothing_here(call, "Không có mã lỗi này, xem /problems",
                                        "No problem has this code, see /problems", call.values[0]);
}

HttpResponse answer_health(const Call&) {
  return json_response(R"({"ok":true})");
}

HttpResponse answer_metrics(const Call& call) {
  HttpResponse response;
  response.content_type = "text/plain; version=0.0.4; charset=utf-8";
  response.body = call.metrics.text(call.searcher.info());
  return response;
}

HttpResponse answer_ready(const Call& call) {
  if (!call.ready) {
    const bool vietnamese = call.language == Language::kVietnamese;
    return problem_response(
        call, problem_of("stopping", call.language,
                         vietnamese ? "Các yêu cầu đang chạy được làm nốt; yêu cầu mới nên đến "
                                      "máy khác."
                                    : "Requests in flight are finished, new ones should go "
                                      "elsewhere."));
  }
  SearchRequest probe;
  probe.q = "nghị quyết";
  probe.limit = 1;
  const Result<SearchResult> result = call.searcher.search(probe, call.deadline);
  return result ? json_response(index_json(result->index)) : bad_parameter(call, result.error());
}

}  // namespace tracuu
