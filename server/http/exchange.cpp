#include "server/http/exchange.h"

#include <utility>
#include <variant>

#include "server/http/policy.h"
#include "server/http/url.h"

namespace tracuu {

Exchange open_exchange(std::string_view head_bytes, std::string minted_id) {
  Exchange exchange;
  HttpRequest& request = exchange.request;
  request.request_id = std::move(minted_id);
  auto parsed = parse_head(head_bytes);
  if (auto* refusal = std::get_if<Refusal>(&parsed)) {
    exchange.refusal = std::move(*refusal);
    return exchange;
  }
  RequestHead& head = std::get<RequestHead>(parsed);
  request.method = head.method;
  request.path = head.target;
  exchange.takes_chunks = head.version == 11;
  exchange.refusal = check_head(head);
  exchange.keep_alive = keeps_alive(head) && !(exchange.refusal && exchange.refusal->close);
  request.headers = std::move(head.fields);
  if (const auto id = request.header("x-request-id"); is_request_id(id)) {
    request.request_id = id;
  }
  if (exchange.refusal) {
    return exchange;
  }
  auto target = parse_target(head.target);
  if (!target) {
    exchange.refusal = Refusal{400, "bad_target", target.error().message, false};
    return exchange;
  }
  request.path = std::move(target->path);
  request.segments = std::move(target->segments);
  request.query = std::move(target->query);
  request.parameters = std::move(target->parameters);
  return exchange;
}

}  // namespace tracuu
