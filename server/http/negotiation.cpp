#include "server/http/negotiation.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "server/http/answer.h"
#include "server/http/gzip.h"

namespace tracuu {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return result;
}

std::string_view trim(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
  return text.substr(0, text.find_last_not_of(" \t") + 1);
}

std::string_view take_piece(std::string_view& rest, char separator) {
  const std::size_t cut = rest.find(separator);
  const std::string_view piece = rest.substr(0, cut);
  rest.remove_prefix(cut == std::string_view::npos ? rest.size() : cut + 1);
  return trim(piece);
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// "0.5" -> 500. RFC 9110, 12.4.2: 0 or 1 with at most three decimals.
std::optional<int> read_weight(std::string_view text) {
  if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1') ||
      (text.size() > 1 && text[1] != '.')) {
    return std::nullopt;
  }
  int weight = (text[0] - '0') * 1000;
  int unit = 100;
  for (std::size_t i = 2; i < text.size(); ++i, unit /= 10) {
    if (!is_digit(text[i])) {
      return std::nullopt;
    }
    weight += (text[i] - '0') * unit;
  }
  return weight <= 1000 ? std::optional<int>(weight) : std::nullopt;
}

// Weights in thousandths; nothing where the header does not name the coding.
struct CodingWeights {
  std::optional<int> gzip;
  std::optional<int> identity;
  std::optional<int> any;
};

CodingWeights read_accept_encoding(std::string_view text) {
  CodingWeights weights;
  while (!text.empty()) {
    std::string_view item = take_piece(text, ',');
    const std::string coding = lower(take_piece(item, ';'));
    int weight = 1000;
    while (!item.empty()) {
      const std::string parameter = lower(take_piece(item, ';'));
      if (parameter.rfind("q=", 0) == 0) {
        weight = read_weight(std::string_view(parameter).substr(2)).value_or(0);
      }
    }
    if (coding == "gzip" || coding == "x-gzip") {
      weights.gzip = weight;
    } else if (coding == "identity") {
      weights.identity = weight;
    } else if (coding == "*") {
      weights.any = weight;
    }
  }
  return weights;
}

// Cuts the first entity tag off a list: W/"x" or "x". A tag may hold commas.
std::optional<std::string_view> take_etag(std::string_view& list) {
  list.remove_prefix(std::min(list.find_first_not_of(" \t,"), list.size()));
  if (list.substr(0, 2) == "W/") {
    list.remove_prefix(2);
  }
  const std::size_t close = list.size() > 1 ? list.find('"', 1) : std::string_view::npos;
  if (list.empty() || list.front() != '"' || close == std::string_view::npos) {
    return std::nullopt;
  }
  const std::string_view tag = list.substr(0, close + 1);
  list.remove_prefix(close + 1);
  return tag;
}

std::string joined_header(const HttpRequest& request, std::string_view name) {
  std::string joined;
  for (const auto& [field, value] : request.headers) {
    if (field == name) {
      joined += joined.empty() ? value : ", " + value;
    }
  }
  return joined;
}

std::string* find_header(HttpResponse& response, std::string_view lower_name) {
  const auto found =
      std::find_if(response.headers.begin(), response.headers.end(),
                   [&](const auto& field) { return lower(field.first) == lower_name; });
  return found == response.headers.end() ? nullptr : &found->second;
}

bool is_unchanged_since(const HttpRequest& request, HttpResponse& response) {
  const std::string* modified = find_header(response, "last-modified");
  const auto known = parse_http_date(request.header("if-modified-since"));
  const auto ours = modified == nullptr ? std::nullopt : parse_http_date(*modified);
  return known && ours && *ours <= *known;
}

bool client_has_it(const HttpRequest& request, HttpResponse& response) {
  if (response.status != 200) {
    return false;
  }
  const std::string held = joined_header(request, "if-none-match");
  if (held.empty()) {
    return is_unchanged_since(request, response);
  }
  const std::string* etag = find_header(response, "etag");
  return etag != nullptr && matches_etag(held, *etag);
}

/// Says that another coding of the same body has the same tag.
void weaken_etag(HttpResponse& response) {
  std::string* etag = find_header(response, "etag");
  if (etag != nullptr && !etag->starts_with("W/")) {
    *etag = "W/" + *etag;
  }
}

void compress(HttpResponse& response) {
  if (response.pieces) {
    response.pieces = gzipped(std::move(response.pieces));
  } else {
    response.body = gzip(response.body);
  }
  response.headers.emplace_back("Content-Encoding", "gzip");
}

}  // namespace

bool accepts_gzip(std::string_view accept_encoding) {
  const CodingWeights weights = read_accept_encoding(accept_encoding);
  const int gzip_weight = weights.gzip.value_or(weights.any.value_or(0));
  return gzip_weight > 0 && gzip_weight >= weights.identity.value_or(0);
}

bool is_compressible(std::string_view content_type) {
  const std::string lowered = lower(content_type);
  const std::string_view type = trim(std::string_view(lowered).substr(0, lowered.find(';')));
  if (type.substr(0, 5) == "text/") {
    return true;
  }
  constexpr std::array<std::string_view, 4> kEndings = {"json", "xml", "javascript", "svg"};
  return std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) {
    return type.size() > ending.size() && type.substr(type.size() - ending.size()) == ending;
  });
}

bool matches_etag(std::string_view if_none_match, std::string_view etag) {
  if (trim(if_none_match) == "*") {
    return true;
  }
  const auto ours = take_etag(etag);
  while (ours) {
    const auto theirs = take_etag(if_none_match);
    if (!theirs) {
      return false;
    }
    if (*theirs == *ours) {
      return true;
    }
  }
  return false;
}

void add_vary(HttpResponse& response, std::string_view field) {
  std::string* vary = find_header(response, "vary");
  if (vary == nullptr) {
    response.headers.emplace_back("Vary", field);
  } else if (*vary != "*" && lower(*vary).find(lower(field)) == std::string::npos) {
    vary->append(", ").append(field);
  }
}

HttpResponse negotiate(const HttpRequest& request, HttpResponse response) {
  const bool is_long = response.pieces || response.body.size() > kMinCompressedBytes;
  const bool varies = is_long && is_compressible(response.content_type) &&
                      find_header(response, "content-encoding") == nullptr;
  if (varies) {
    add_vary(response, "Accept-Encoding");
  }
  const bool compressed = varies && accepts_gzip(joined_header(request, "accept-encoding"));
  if (compressed) {
    weaken_etag(response);
  }
  if (client_has_it(request, response)) {
    response.status = 304;
    response.body.clear();
    response.pieces = nullptr;
  } else if (compressed) {
    compress(response);
  }
  return response;
}

}  // namespace tracuu
