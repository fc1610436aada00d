#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "common/text/charset.h"
#include "common/text/utf8.h"
#include "indexer/source/content_hash.h"
#include "indexer/source/source.h"

namespace tracuu {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxQuotedBytes = 80;

std::string quoted(const Json& value) {
  const std::string printed = value.dump(-1, ' ', false, Json::error_handler_t::replace);
  const std::string_view clipped = clip_utf8(printed, kMaxQuotedBytes);
  return std::string(clipped) + (clipped.size() < printed.size() ? "..." : "");
}

/// Reads one key: absent, null and blank values are nothing; numbers count as text where `numbers`.
Result<std::optional<std::string>> field(const Json& object, const char* key, bool numbers) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) {
    return std::optional<std::string>();
  }
  if (numbers && found->is_number()) {
    return std::optional(found->dump());
  }
  if (!found->is_string()) {
    return Error{std::string(key) +
                 (numbers ? ": must be a text or a number, not " : ": must be a text, not ") +
                 quoted(*found)};
  }
  std::string text = found->get<std::string>();
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
    return std::optional<std::string>();
  }
  return std::optional(std::move(text));
}

/// Puts the text into `page`, and title and text anew where they were in a legacy encoding.
std::optional<Error> decode(RawPage& page, std::string_view text) {
  Result<DecodedText> decoded = decode_text(text);
  if (!decoded) {
    return Error{"text: " + decoded.error().message};
  }
  page.text = std::move(decoded->text);
  page.charset = decoded->charset;
  if (page.title && page.charset != Charset::kUtf8) {
    // A title is too short to tell its encoding by; together with its text it is not.
    std::string both = *page.title;
    std::replace(both.begin(), both.end(), '\n', ' ');
    both += '\n';
    if (const Result<DecodedText> whole = decode_text(both.append(text))) {
      page.title = whole->text.substr(0, whole->text.find('\n'));
    }
  }
  return std::nullopt;
}

/// Fills `page` from `object`; returns the first problem.
std::optional<Error> fill(RawPage& page, const Json& object) {
  std::optional<std::string> id;
  std::optional<std::string> text;
  const struct {
    const char* key;
    std::optional<std::string>* value;
    bool numbers;
  } fields[] = {{"id", &id, true},
                {"title", &page.title, false},
                {"text", &text, false},
                {"date", &page.date, true},
                {"source", &page.source, false},
                {"url", &page.url, false},
                {"province", &page.province, true}};
  for (const auto& each : fields) {
    Result<std::optional<std::string>> value = field(object, each.key, each.numbers);
    if (!value) {
      return value.error();
    }
    *each.value = std::move(*value);
  }
  if (!text) {
    return Error{object.contains("text") ? "text: is empty" : "text: the field is missing"};
  }
  page.text_only = object.contains("title");
  page.id = id.value_or(std::move(page.id));
  return decode(page, *text);
}

}  // namespace

Result<RawPage> read_json_line(const RawInput& input) {
  if (const auto bad = find_invalid_utf8(input.bytes)) {
    return Error{input.file + ": not UTF-8 at byte " + std::to_string(*bad)};
  }
  const Json object = Json::parse(input.bytes, nullptr, false);
  if (object.is_discarded()) {
    return Error{input.file + ": not valid JSON"};
  }
  if (!object.is_object()) {
    return Error{input.file + ": must be a JSON object, not " + quoted(object)};
  }
  RawPage page;
  page.id = input.id;
  page.file = input.file;
  page.content_hash = content_hash(input.bytes);
  if (const auto problem = fill(page, object)) {
    return *problem;
  }
  return page;
}

}  // namespace tracuu
