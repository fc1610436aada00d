#include "indexer/source/linked_article.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "common/text/utf8.h"

namespace tracuu {
namespace {

using Json = nlohmann::json;

// A page has a handful of scripts that describe it; what is larger describes a catalogue.
constexpr std::size_t kMaxScripts = 16;
constexpr std::size_t kMaxScriptBytes = 262144;
constexpr std::size_t kMaxNodes = 256;

/// Replaces the entities that writers of scripts leave in their texts.
std::string without_entities(std::string text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kEntities = {
      {{"&quot;", "\""},
       {"&#34;", "\""},
       {"&#39;", "'"},
       {"&#039;", "'"},
       {"&nbsp;", " "},
       {"&amp;", "&"}}};
  for (const auto& [entity, letter] : kEntities) {
    for (std::size_t at = text.find(entity); at != std::string::npos;
         at = text.find(entity, at + letter.size())) {
      text.replace(at, entity.size(), letter);
    }
  }
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  return begin == std::string::npos
             ? std::string()
             : text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

std::string text_at(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? without_entities(found->get<std::string>())
                                                     : std::string();
}

/// Returns whether an object's @type, or one of several, is `type` or ends in it.
bool has_type(const Json& object, std::string_view type) {
  const auto found = object.find("@type");
  if (found == object.end()) {
    return false;
  }
  const auto is = [&](const Json& each) {
    return each.is_string() && each.get_ref<const std::string&>().ends_with(type);
  };
  return found->is_array() ? std::any_of(found->begin(), found->end(), is) : is(*found);
}

bool is_article(const Json& object) {
  return has_type(object, "Article") || has_type(object, "BlogPosting");
}

/// Returns the name of a person or body that is given by itself, by its name, or in a list.
std::string name_at(const Json& object, const char* key, bool persons_only) {
  const auto found = object.find(key);
  if (found == object.end()) {
    return {};
  }
  const Json& one = found->is_array() && !found->empty() ? found->front() : *found;
  if (one.is_string()) {
    return without_entities(one.get<std::string>());
  }
  return one.is_object() && (!persons_only || !has_type(one, "Organization")) ? text_at(one, "name")
                                                                              : std::string();
}

/// Finds the first article among a description and what it lists.
std::optional<LinkedArticle> find_article(const Json& root) {
  std::vector<const Json*> nodes{&root};
  for (std::size_t i = 0; i < nodes.size() && i < kMaxNodes; ++i) {
    const Json& node = *nodes[i];
    if (node.is_array()) {
      for (const Json& each : node) {
        nodes.push_back(&each);
      }
    } else if (node.is_object()) {
      if (is_article(node)) {
        return LinkedArticle{text_at(node, "headline"), text_at(node, "datePublished"),
                             name_at(node, "author", true), name_at(node, "publisher", false)};
      }
      for (const char* key : {"@graph", "mainEntity"}) {
        if (const auto found = node.find(key); found != node.end()) {
          nodes.push_back(&*found);
        }
      }
    }
  }
  return std::nullopt;
}

/// Returns the text of the script whose tag holds `at`, "" when that is no script's tag or the
/// script does not end.
std::string_view script_around(std::string_view html, std::size_t at) {
  const std::size_t open = html.find('>', at);
  const std::size_t tag = html.rfind('<', at);
  constexpr std::size_t kScriptTag = 7;
  if (open == std::string_view::npos || tag == std::string_view::npos ||
      (html.substr(tag, kScriptTag) != "<script" && html.substr(tag, kScriptTag) != "<SCRIPT")) {
    return {};
  }
  const std::size_t end = html.find("</", open);
  return end == std::string_view::npos ? std::string_view() : html.substr(open + 1, end - open - 1);
}

}  // namespace

LinkedArticle read_linked_article(std::string_view html) {
  constexpr std::string_view kMark = "application/ld+json";
  std::size_t scripts = 0;
  for (std::size_t at = html.find(kMark); at != std::string_view::npos && scripts < kMaxScripts;
       at = html.find(kMark, at + kMark.size()), ++scripts) {
    const std::string_view script = script_around(html, at);
    if (script.empty() || script.size() > kMaxScriptBytes || find_invalid_utf8(script)) {
      continue;
    }
    const Json description = Json::parse(script, nullptr, false);
    if (auto article = description.is_discarded() ? std::nullopt : find_article(description)) {
      return *std::move(article);
    }
  }
  return {};
}

}  // namespace tracuu
