#include "server/access/doorkeeper.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "server/api/problem.h"
#include "server/http/address.h"
#include "server/query/parameter_checks.h"

namespace tracuu {
namespace {

/// Makes a problem document, in the language of the request.
HttpResponse refusal(const HttpRequest& request, std::string_view code, std::string_view vietnamese,
                     std::string_view english) {
  const Language language = language_of(request.parameters);
  const Problem problem = problem_of(
      code, language, std::string(language == Language::kVietnamese ? vietnamese : english));
  HttpResponse response;
  response.status = problem.status;
  response.content_type = "application/problem+json; charset=utf-8";
  response.headers = {{"Cache-Control", "no-store"}, {"X-Content-Type-Options", "nosniff"}};
  response.body = to_json(problem, request.request_id);
  response.note.problem = code;
  return response;
}

HttpResponse unauthorized(const HttpRequest& request, bool gave_one) {
  HttpResponse response =
      gave_one
          ? refusal(request, "unauthorized", "Mã truy cập này không có, hoặc đã bị thu hồi.",
                    "This token is unknown or was revoked.")
          : refusal(request, "unauthorized", "Cần mã truy cập: gửi 'Authorization: Bearer MÃ'.",
                    "A token is needed: send 'Authorization: Bearer TOKEN'.");
  // RFC 6750, 3: no error code for who did not try.
  response.headers.emplace_back(
      "WWW-Authenticate",
      gave_one ? R"(Bearer realm="tracuu", error="invalid_token")" : R"(Bearer realm="tracuu")");
  return response;
}

/// Makes the 429 of a client that has to wait; whole seconds are all that Retry-After knows.
HttpResponse too_often(const HttpRequest& request, std::chrono::duration<double> wait) {
  HttpResponse response =
      refusal(request, "rate_limited", "Hỏi quá nhiều trong một lúc; hãy chờ rồi thử lại.",
              "Too many requests in a short time; wait, then try again.");
  const auto seconds = static_cast<long>(std::ceil(wait.count()));
  response.headers.emplace_back("Retry-After", std::to_string(std::max(1L, seconds)));
  return response;
}

/// Returns what stands behind "Bearer ", whose case does not matter; "" for anything else, and for
/// two headers, of which a proxy might have checked the other.
std::string_view bearer_of(const HttpRequest& request) {
  constexpr std::string_view kScheme = "bearer ";
  std::string_view credentials;
  for (const auto& [name, value] : request.headers) {
    if (name == "authorization") {
      if (!credentials.empty()) {
        return {};
      }
      credentials = value;
    }
  }
  const bool fits =
      credentials.size() > kScheme.size() &&
      std::equal(kScheme.begin(), kScheme.end(), credentials.begin(), [](char lower, char given) {
        return (given >= 'A' && given <= 'Z' ? static_cast<char>(given + 32) : given) == lower;
      });
  return fits ? credentials.substr(kScheme.size()) : std::string_view();
}

}  // namespace

Result<std::unique_ptr<Doorkeeper>> Doorkeeper::open(DoorkeeperOptions options) {
  std::shared_ptr<const Tokens> tokens;
  if (!options.token_file.empty()) {
    Result<Tokens> read = Tokens::read(options.token_file);
    if (!read) {
      return read.error();
    }
    tokens = std::make_shared<const Tokens>(std::move(*read));
  }
  return std::unique_ptr<Doorkeeper>(new Doorkeeper(std::move(options), std::move(tokens)));
}

Doorkeeper::Doorkeeper(DoorkeeperOptions options, std::shared_ptr<const Tokens> tokens)
    : options_(std::move(options)), tokens_(std::move(tokens)) {
  if (options_.rate_limit) {
    limiter_.emplace(*options_.rate_limit);
  }
}

std::optional<HttpResponse> Doorkeeper::refuse(const HttpRequest& request) {
  if (request.path == "/healthz") {
    return std::nullopt;
  }
  const std::shared_ptr<const Tokens> known = tokens();
  const std::string_view token = bearer_of(request);
  const std::optional<std::string> owner =
      known != nullptr && is_token(token) ? known->owner_of(token) : std::nullopt;
  // Taken before the token is judged, so that a guess costs as much as an answer.
  if (limiter_) {
    const std::string client =
        owner ? "token " + *owner : "address " + network_of(request.remote_address);
    if (const auto wait = limiter_->take(client, request.received)) {
      return too_often(request, *wait);
    }
  }
  if (known != nullptr && !owner) {
    return unauthorized(request, !token.empty());
  }
  return std::nullopt;
}

Result<bool> Doorkeeper::reload() {
  if (options_.token_file.empty()) {
    return false;
  }
  Result<Tokens> read = Tokens::read(options_.token_file);
  if (!read) {
    return read.error();
  }
  auto fresh = std::make_shared<const Tokens>(std::move(*read));
  const std::lock_guard lock(mutex_);
  tokens_ = std::move(fresh);
  return true;
}

std::shared_ptr<const Tokens> Doorkeeper::tokens() const {
  const std::lock_guard lock(mutex_);
  return tokens_;
}

}  // namespace tracuu
