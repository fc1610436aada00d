#include "server/http/url.h"

#include <algorithm>
#include <optional>

#include "server/http/utf8_sequence.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxQuotedBytes = 80;

int hex_value(char digit) {
  if (digit >= '0' && digit <= '9') {
    return digit - '0';
  }
  if (digit >= 'a' && digit <= 'f') {
    return digit - 'a' + 10;
  }
  if (digit >= 'A' && digit <= 'F') {
    return digit - 'A' + 10;
  }
  return -1;
}

std::string quoted(std::string_view text) {
  if (text.size() <= kMaxQuotedBytes) {
    return "'" + std::string(text) + "'";
  }
  return "'" + std::string(text.substr(0, kMaxQuotedBytes)) + "...'";
}

// Cuts "a/b/c" at each '/' and hands every piece to `visit`, which returns false to stop.
template <typename Visit>
void for_each_piece(std::string_view text, char separator, Visit visit) {
  while (true) {
    const std::size_t cut = text.find(separator);
    if (!visit(text.substr(0, cut)) || cut == std::string_view::npos) {
      return;
    }
    text.remove_prefix(cut + 1);
  }
}

// Judged on the decoded path, so that neither %2E%2E nor ..%2F slips through.
std::optional<Error> find_path_error(std::string_view path, std::string_view raw) {
  if (path.find('\\') != std::string_view::npos) {
    return Error{"path: a backslash is not allowed: " + quoted(raw)};
  }
  const auto is_control = [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) == 0x7F;
  };
  if (std::any_of(path.begin(), path.end(), is_control)) {
    return Error{"path: a control character is not allowed: " + quoted(raw)};
  }
  bool has_dots = false;
  for_each_piece(path, '/', [&](std::string_view piece) {
    has_dots = piece == "." || piece == "..";
    return !has_dots;
  });
  if (has_dots) {
    return Error{"path: \".\" and \"..\" are not allowed: " + quoted(raw)};
  }
  return std::nullopt;
}

std::optional<Error> read_path(std::string_view raw, Target& target) {
  auto path = percent_decode(raw, false);
  if (!path) {
    return Error{"path: " + path.error().message};
  }
  target.path = std::move(*path);
  if (auto error = find_path_error(target.path, raw)) {
    return error;
  }
  if (raw == "/") {
    return std::nullopt;
  }
  std::optional<Error> error;
  for_each_piece(raw.substr(1), '/', [&](std::string_view piece) {
    auto segment = percent_decode(piece, false);
    if (segment) {
      target.segments.push_back(std::move(*segment));
    } else {
      error = Error{"path: " + segment.error().message};
    }
    return !error;
  });
  return error;
}

std::optional<Error> read_parameter(std::string_view piece, Target& target) {
  const std::size_t equals = piece.find('=');
  const std::string_view raw_name = piece.substr(0, equals);
  if (raw_name.empty()) {
    return Error{"query: a parameter has no name: " + quoted(piece)};
  }
  auto name = percent_decode(raw_name, true);
  if (!name) {
    return Error{"query: " + name.error().message};
  }
  auto value = percent_decode(
      equals == std::string_view::npos ? std::string_view() : piece.substr(equals + 1), true);
  if (!value) {
    return Error{*name + ": " + value.error().message};
  }
  target.parameters.emplace_back(std::move(*name), std::move(*value));
  return std::nullopt;
}

std::optional<Error> read_parameters(Target& target) {
  std::optional<Error> error;
  for_each_piece(target.query, '&', [&](std::string_view piece) {
    if (piece.empty()) {
      return true;
    }
    if (target.parameters.size() == kMaxParameters) {
      error = Error{"query: more than " + std::to_string(kMaxParameters) + " parameters"};
    } else {
      error = read_parameter(piece, target);
    }
    return !error;
  });
  return error;
}

}  // namespace

Result<std::string> percent_decode(std::string_view text, bool plus_is_blank) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      const int high = i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
      const int low = i + 2 < text.size() ? hex_value(text[i + 2]) : -1;
      if (high < 0 || low < 0) {
        return Error{"'%' is not followed by two hexadecimal digits: " + quoted(text)};
      }
      decoded += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      decoded += plus_is_blank && text[i] == '+' ? ' ' : text[i];
    }
  }
  if (decoded.find('\0') != std::string::npos) {
    return Error{"a NUL character is not allowed: " + quoted(text)};
  }
  if (!is_utf8(decoded)) {
    return Error{"not valid UTF-8: " + quoted(text)};
  }
  return decoded;
}

Result<Target> parse_target(std::string_view text) {
  if (text.empty() || text.front() != '/') {
    return Error{"target: not an absolute path, start with \"/\": " + quoted(text)};
  }
  if (text.find('#') != std::string_view::npos) {
    return Error{"target: a fragment is not sent to a server: " + quoted(text)};
  }
  Target target;
  const std::size_t question = text.find('?');
  if (auto error = read_path(text.substr(0, question), target)) {
    return std::move(*error);
  }
  if (question != std::string_view::npos) {
    target.query = text.substr(question + 1);
    if (auto error = read_parameters(target)) {
      return std::move(*error);
    }
  }
  return target;
}

}  // namespace tracuu
