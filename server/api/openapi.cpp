#include "server/api/openapi.h"

#include <array>
#include <charconv>

#include "server/api/csv_view.h"
#include "server/api/json_pieces.h"
#include "server/api/problem.h"

// NOLINTBEGIN(readability-identifier-naming): names of linker symbols, see tracuu_embed()
extern "C" {
extern const char tracuu_answer_schemas_begin[];
extern const char tracuu_answer_schemas_end[];
}
// NOLINTEND(readability-identifier-naming)

namespace tracuu {
namespace {

/// What a braced segment of a path stands for.
struct PathValue {
  std::string_view name;
  std::string_view description_vi;
  std::string_view description_en;
  std::string_view example;
};
constexpr std::array<PathValue, 5> kPathValues{{
    {"id", "Mã của bài", "Id of the article",
     "tuned-032-bo-tttt-chuong-trinh-chuyen-doi-so-quoc-gia"},
    {"code", "Mã lỗi", "Code of the problem", "invalid_parameter"},
    {"number", "Số hiệu văn bản, dấu / viết là %2F", "Number of the document, '/' as %2F",
     "36-NQ/TW"},
    {"name", "Tên của mặt", "Name of the facet", "province"},
    {"official", "Họ tên, có dấu hay không", "Name, with marks or without", "Bùi Trung Kiên"},
}};

std::string_view in(Language language, std::string_view vietnamese, std::string_view english) {
  return language == Language::kVietnamese ? vietnamese : english;
}

Json reference(std::string_view schema) {
  return {{"$ref", "#/components/schemas/" + std::string(schema)}};
}

/// The schema of one value of a parameter.
Json value_schema(const Parameter& parameter) {
  Json schema;
  switch (parameter.kind) {
    case ParameterKind::kNumber:
      schema = {{"type", "integer"}, {"minimum", parameter.least}, {"maximum", parameter.most}};
      break;
    case ParameterKind::kChoice: {
      Json choices = Json::array();
      for (const std::string_view choice : choices_of(parameter)) {
        choices.push_back(choice);
      }
      schema = {{"type", "string"}, {"enum", choices}};
      break;
    }
    case ParameterKind::kDate:
      schema = {{"type", "string"}, {"pattern", "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}};
      break;
    case ParameterKind::kText:
    case ParameterKind::kValue:
    case ParameterKind::kFieldList:
      schema = {{"type", "string"}};
      if (parameter.most > 0) {
        schema["maxLength"] = parameter.most;
      }
      break;
  }
  return schema;
}

/// A value as JSON has it: numbers as numbers.
Json typed(const Parameter& parameter, std::string_view value) {
  std::size_t number = 0;
  if (parameter.kind == ParameterKind::kNumber) {
    std::from_chars(value.data(), value.data() + value.size(), number);
    return number;
  }
  return value;
}

Json parameter_json(const Parameter& parameter, Language language) {
  Json schema = value_schema(parameter);
  Json example = typed(parameter, parameter.example);
  if (!parameter.default_value.empty()) {
    schema["default"] = typed(parameter, parameter.default_value);
  }
  if (parameter.repeatable) {
    Json list{{"type", "array"}, {"maxItems", kMostFilterValues}};
    if (schema.contains("default")) {
      list["default"] = Json::array({schema["default"]});
      schema.erase("default");
    }
    list["items"] = schema;
    schema = list;
    example = Json::array({example});
  }
  return {{"name", parameter.name},
          {"in", "query"},
          {"description", in(language, parameter.description_vi, parameter.description_en)},
          {"required", false},
          {"style", "form"},
          {"explode", true},
          {"schema", schema},
          {"example", example}};
}

Json path_parameters(std::string_view path, Language language) {
  Json parameters = Json::array();
  for (const PathValue& value : kPathValues) {
    if (path.find('{' + std::string(value.name) + '}') != std::string_view::npos) {
      parameters.push_back(
          {{"name", value.name},
           {"in", "path"},
           {"description", in(language, value.description_vi, value.description_en)},
           {"required", true},
           {"schema", {{"type", "string"}}},
           {"example", value.example}});
    }
  }
  return parameters;
}

/// What a body holds that no schema of JSON can say.
std::string body_description(const Endpoint& endpoint, Language language) {
  if (endpoint.content_type != "text/csv") {
    return std::string(in(language, "Câu trả lời", "The answer"));
  }
  std::string description(in(language, "Các cột: ", "The columns: "));
  for (const CsvColumn& column : csv_columns()) {
    description.append("\n- `").append(column.name).append("`: ");
    description += in(language, column.description_vi, column.description_en);
  }
  return description;
}

Json header_json(std::string_view type, std::string_view description) {
  return {{"description", description}, {"schema", {{"type", type}}}};
}

Json headers_json(const Endpoint& endpoint) {
  Json headers{{"X-Request-Id", header_json("string", "names this request in the log")},
               {"Server-Timing", header_json("string", "milliseconds by stage")}};
  if (endpoint.caching != Caching::kNone) {
    headers["ETag"] = header_json("string", "changes with the index and the question");
  }
  if (endpoint.path.find("/export.") != std::string_view::npos) {
    headers["X-Total-Count"] = header_json("integer", "rows that the question has");
    headers["X-Row-Count"] = header_json("integer", "rows of this file");
    headers["Link"] = header_json("string", "rel=\"next\": the file that goes on");
  }
  return headers;
}

Json operation_json(const Endpoint& endpoint, Language language) {
  Json parameters = path_parameters(endpoint.path, language);
  for (const Parameter& parameter : endpoint.parameters) {
    parameters.push_back(parameter_json(parameter, language));
  }
  Json body = Json::object();
  if (!endpoint.schema.empty()) {
    body["schema"] = reference(endpoint.schema);
  }
  Json responses{{"200",
                  {{"description", body_description(endpoint, language)},
                   {"headers", headers_json(endpoint)},
                   {"content", {{endpoint.content_type, body}}}}}};
  if (endpoint.caching != Caching::kNone) {
    responses["304"] = {{"description", in(language, "Không đổi", "Not modified")}};
  }
  responses["default"] = {{"$ref", "#/components/responses/Problem"}};
  return {{"operationId", endpoint.name},
          {"summary", in(language, endpoint.description_vi, endpoint.description_en)},
          {"parameters", parameters},
          {"responses", responses}};
}

Json components_json(Language language) {
  Json schemas = Json::parse(tracuu_answer_schemas_begin, tracuu_answer_schemas_end);
  Json codes = Json::array();
  for (const ProblemKind& kind : kProblemKinds) {
    codes.push_back(kind.code);
  }
  schemas["Problem"]["properties"]["code"]["enum"] = codes;
  return {{"schemas", schemas},
          {"responses",
           {{"Problem",
             {{"description", in(language, "Lỗi (RFC 9457)", "A problem (RFC 9457)")},
              {"content", {{"application/problem+json", {{"schema", reference("Problem")}}}}}}}}}};
}

}  // namespace

std::string openapi_json(std::span<const Endpoint> endpoints, Language language,
                         std::string_view version) {
  Json paths = Json::object();
  for (const Endpoint& endpoint : endpoints) {
    paths[std::string(endpoint.path)] = {{"get", operation_json(endpoint, language)}};
  }
  return dump({{"openapi", "3.1.0"},
               {"info",
                {{"title", "Tra Cứu"},
                 {"version", version},
                 {"description",
                  in(language,
                     "Tìm kiếm toàn văn tin về công nghệ thông tin của các cơ quan nhà nước Việt "
                     "Nam. Chỉ dùng GET, HEAD và OPTIONS.",
                     "Full-text search of Vietnamese government news on information technology. "
                     "GET, HEAD and OPTIONS only.")}}},
               {"servers", Json::array({{{"url", "/"}}})},
               {"security", Json::array()},
               {"paths", paths},
               {"components", components_json(language)}});
}

}  // namespace tracuu
