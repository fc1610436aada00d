#include "server/route_html.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "server/api/document_json.h"
#include "server/query/page_request.h"
#include "server/query/parameter_checks.h"
#include "server/query/parameter_values.h"
#include "server/query/parameters.h"
#include "server/query/search_request.h"
#include "server/web/article_page.h"
#include "server/web/assets.h"
#include "server/web/entity_page.h"
#include "server/web/result_list.h"

namespace tracuu {
namespace {

/// Nothing but the server's own files runs or is shown, and no text can become markup in a script.
constexpr const char* kPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'";

HttpResponse html_response(int status, std::string html) {
  HttpResponse response;
  response.status = status;
  response.content_type = "text/html; charset=utf-8";
  response.headers = {{"Cache-Control", "private, max-age=0, must-revalidate"},
                      {"Content-Security-Policy", kPolicy},
                      {"Referrer-Policy", "no-referrer"}};
  response.body = std::move(html);
  return response;
}

/// `path` is the address that was asked for: one with the hash of the files need never be asked
/// again.
HttpResponse asset_response(const Asset& asset, std::string_view path) {
  HttpResponse response;
  response.content_type = asset.content_type;
  response.headers = {
      {"ETag", std::string(asset.etag)},
      {"Cache-Control", is_lasting(path) ? "public, max-age=31536000, immutable" : "no-cache"},
      {"Content-Security-Policy", kPolicy},
      {"Referrer-Policy", "no-referrer"}};
  if (asset.path.starts_with("/embed/") && asset.path.ends_with(".js")) {
    // Portals of other origins load the search box.
    response.headers.emplace_back("Cross-Origin-Resource-Policy", "cross-origin");
  }
  response.body = asset.bytes;
  return response;
}

/// A page's address may carry what others have hung on it ("fbclid"): only the API refuses what no
/// row of `table` names.
UrlParameters known_parameters(const UrlParameters& given, std::span<const Parameter> table) {
  UrlParameters known;
  std::ranges::copy_if(given, std::back_inserter(known), [&](const auto& entry) {
    return std::ranges::find(table, entry.first, &Parameter::name) != table.end();
  });
  return known;
}

/// What can still be shown of a request that cannot be read: the words in the box.
SearchRequest words_only(const HttpRequest& request) {
  SearchRequest asked;
  asked.language = language_of(request.parameters);
  for (const auto& [name, value] : request.parameters) {
    if (name == "q" && !is_longer(value, kLongestQuery)) {
      asked.q = value;
    }
  }
  return asked;
}

std::string sentence_of(const HttpRequest& request, const Error& error) {
  const bool says_vietnamese =
      language_of(request.parameters) == Language::kVietnamese && !error.vietnamese.empty();
  return says_vietnamese ? error.vietnamese : error.message;
}

HttpResponse search_answer(const Searcher& searcher, const HttpRequest& request,
                           const Deadline& deadline) {
  const Result<SearchRequest> asked =
      parse_search_request(known_parameters(request.parameters, kParameters));
  if (!asked) {
    return html_response(
        400, failed_search_page(words_only(request), sentence_of(request, asked.error())));
  }
  // The list alone: counts come with the script's own request, which nobody has to wait for.
  SearchRequest list = *asked;
  list.facets.clear();
  const Result<SearchResult> found = searcher.search(list, deadline);
  if (!found) {
    return html_response(400, failed_search_page(*asked, sentence_of(request, found.error())));
  }
  HttpResponse response = html_response(200, search_page(*asked, *found));
  response.note.hits = found->total;
  return response;
}

std::string address_in_other_language(const HttpRequest& request, Language language) {
  std::string address;
  for (const std::string& segment : request.segments) {
    address += '/' + percent_encoded(segment);
  }
  std::string query;
  for (const auto& [name, value] : request.parameters) {
    if (name != "lang") {
      query += '&' + percent_encoded(name) + '=' + percent_encoded(value);
    }
  }
  if (language == Language::kVietnamese) {
    query += "&lang=en";
  }
  return query.empty() ? address : address + '?' + query.substr(1);
}

HttpResponse article_answer(const Searcher& searcher, const HttpRequest& request) {
  const Language language = language_of(request.parameters);
  const std::string other = address_in_other_language(request, language);
  const std::string& id = request.segments[1];
  const std::optional<Article> article = searcher.article(id);
  return article ? html_response(200, article_page(*article, language, other))
                 : html_response(404, missing_article_page(id, language, other));
}

/// The number in the path, where its slash may stand as it is: "/documents/36-NQ/TW".
std::string number_in(const HttpRequest& request) {
  std::string number = request.segments[1];
  for (std::size_t index = 2; index < request.segments.size(); ++index) {
    number += '/' + request.segments[index];
  }
  return number;
}

HttpResponse document_answer(const Searcher& searcher, const HttpRequest& request,
                             const Deadline& deadline) {
  const Language language = language_of(request.parameters);
  const std::string other = address_in_other_language(request, language);
  const std::string number = number_in(request);
  const Result<DocumentRequest> asked =
      parse_document_request(number, known_parameters(request.parameters, kDocumentParameters));
  if (!asked) {
    return html_response(400, failed_entity_page(language, "document", number,
                                                 sentence_of(request, asked.error()), other));
  }
  const DocumentAnswer found = searcher.document(*asked, deadline);
  const bool is_one = !found.page && found.candidates.size() == 1;
  const bool is_several = !found.page && found.candidates.size() > 1;
  HttpResponse response = html_response(found.page   ? 200
                                        : is_one     ? 302
                                        : is_several ? 300
                                                     : 404,
                                        document_page(*asked, found, other));
  if (is_one) {
    response.headers.emplace_back("Location",
                                  page_of(candidate_address(*asked, found.candidates[0])));
  }
  return response;
}

HttpResponse official_answer(const Searcher& searcher, const HttpRequest& request,
                             const Deadline& deadline) {
  const Language language = language_of(request.parameters);
  const std::string other = address_in_other_language(request, language);
  const std::string& name = request.segments[1];
  const Result<OfficialRequest> asked =
      parse_official_request(name, known_parameters(request.parameters, kOfficialParameters));
  if (!asked) {
    return html_response(400, failed_entity_page(language, "official", name,
                                                 sentence_of(request, asked.error()), other));
  }
  const OfficialAnswer found = searcher.official(*asked, deadline);
  return html_response(found.page ? 200 : 404, official_page(*asked, found, other));
}

}  // namespace

bool is_page(const HttpRequest& request) {
  const auto& segments = request.segments;
  const bool is_named = segments.size() == 2 && !segments[1].empty() &&
                        (segments[0] == "articles" || segments[0] == "officials");
  const bool is_document =
      segments.size() >= 2 && segments[0] == "documents" && !segments[1].empty();
  return request.path == "/" || is_named || is_document || asset_at(request.path) != nullptr;
}

std::string_view page_pattern(const HttpRequest& request) {
  if (request.path == "/") {
    return "/";
  }
  const std::string& first = request.segments.front();
  if (asset_at(request.path) != nullptr) {
    return first == "embed" ? "/embed/{file}" : "/page/{file}";
  }
  return first == "articles"    ? "/articles/{id}"
         : first == "documents" ? "/documents/{number}"
                                : "/officials/{name}";
}

HttpResponse page_answer(const Searcher& searcher, const HttpRequest& request,
                         const Deadline& deadline) {
  if (request.path == "/") {
    return search_answer(searcher, request, deadline);
  }
  if (const Asset* asset = asset_at(request.path)) {
    return asset_response(*asset, request.path);
  }
  if (request.segments[0] == "articles") {
    return article_answer(searcher, request);
  }
  return request.segments[0] == "documents" ? document_answer(searcher, request, deadline)
                                            : official_answer(searcher, request, deadline);
}

}  // namespace tracuu
