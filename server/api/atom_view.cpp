#include "server/api/atom_view.h"

#include <algorithm>

#include "server/api/highlight.h"
#include "server/api/xml_text.h"
#include "server/query/list_parameters.h"
#include "server/query/parameter_values.h"

namespace tracuu {
namespace {

constexpr std::string_view kTag = "tag:tracuu,2026:";
constexpr std::string_view kPath = "/api/v1/feed.atom";
constexpr std::string_view kUndated = "1970-01-01T00:00:00Z";
constexpr std::string_view kAtomType = "application/atom+xml";

std::string element(std::string_view name, std::string_view text) {
  return "<" + std::string(name) + ">" + xml_text(text) + "</" + std::string(name) + ">\n";
}

std::string link(std::string_view relation, std::string_view type, const std::string& address) {
  return "<link rel=\"" + std::string(relation) + "\" type=\"" + std::string(type) + "\" href=\"" +
         xml_text(address) + "\"/>\n";
}

/// Returns an address with the parameters of the feed behind it.
std::string asking(std::string_view base, std::string_view path, const std::string& query) {
  return std::string(base).append(path).append(query.empty() ? "" : "?").append(query);
}

std::string midnight(Day day) {
  return to_iso(PartialDate::of(day)) + "T00:00:00+07:00";
}

std::string summary(const Hit& hit, Highlight highlight) {
  const bool plain = highlight == Highlight::kNone;
  return std::string("<summary type=\"") + (plain ? "text" : "html") + "\">" +
         xml_text(plain ? hit.snippet.text : to_html(hit.snippet)) + "</summary>\n";
}

std::string categories(const Article& article) {
  std::string xml;
  for (const std::string& province : article.about) {
    xml += "<category term=\"" + xml_text(province) + "\"/>\n";
  }
  for (const DocumentIdentity& document : article.documents) {
    xml += "<category term=\"" + xml_text(document.number) + "\"/>\n";
  }
  return xml;
}

std::string entry(const Hit& hit, Highlight highlight, std::string_view base) {
  const Article& article = hit.article;
  const std::string permalink =
      std::string(base) + "/api/v1/articles/" + percent_encoded(article.id);
  std::string xml = "<entry>\n" + element("id", entry_id(article.id)) +
                    element("title", article.title().empty() ? article.id : article.title());
  // An address that is no URL would make the whole feed invalid.
  const bool has_original =
      article.url.starts_with("http://") || article.url.starts_with("https://");
  if (has_original) {
    xml += link("alternate", "text/html", article.url);
    xml += link("related", "application/json", permalink);
  } else {
    xml += link("alternate", "application/json", permalink);
  }
  if (article.published) {
    xml += element("published", midnight(*article.published));
  }
  xml +=
      element("updated", article.published ? midnight(*article.published) : std::string(kUndated));
  const std::string& author = article.author.empty() ? article.source : article.author;
  if (!author.empty()) {
    xml += "<author>" + element("name", author) + "</author>\n";
  }
  return xml + categories(article) + summary(hit, highlight) + "</entry>\n";
}

std::string next_link(const SearchRequest& request, const SearchResult& result,
                      std::string_view base) {
  const std::uint64_t found = request.collapse ? result.total_groups : result.total;
  const std::size_t next = request.offset + result.hits.size();
  if (result.hits.empty() || next >= found || next > kLargestOffset) {
    return "";
  }
  SearchRequest following = request;
  following.offset = next;
  return link("next", kAtomType, asking(base, kPath, to_url_query(following, kFeedParameters)));
}

void append_part(std::string& words, const std::string& part) {
  words.append(words.empty() ? "" : " · ").append(part);
}

}  // namespace

std::string question_in_words(const SearchRequest& request) {
  const bool vietnamese = request.language == Language::kVietnamese;
  std::string words = request.q;
  for (const Filter& filter : request.filters) {
    const Field& row = field(filter.field);
    std::string part(vietnamese ? row.label_vi : row.label_en);
    for (const std::string& value : filter.values) {
      part.append(&value == filter.values.data() ? ": " : ", ").append(value);
    }
    append_part(words, part);
  }
  if (request.from) {
    append_part(words, (vietnamese ? "từ " : "from ") + to_iso(PartialDate::of(*request.from)));
  }
  if (request.to) {
    append_part(words, (vietnamese ? "đến " : "to ") + to_iso(PartialDate::of(*request.to)));
  }
  return words;
}

std::string entry_id(std::string_view article_id) {
  return std::string(kTag) + "article:" + percent_encoded(article_id);
}

std::string atom_feed(const SearchRequest& request, const SearchResult& result,
                      std::string_view base) {
  const bool vietnamese = request.language == Language::kVietnamese;
  const std::string query = to_url_query(request, kFeedParameters);
  const std::string question = question_in_words(request);
  const std::string all = vietnamese ? "mọi bài" : "all articles";
  // The page reads the parameters of a search, to which those of a feed are equal but for defaults.
  SearchRequest page = request;
  page.offset = 0;
  page.limit = SearchRequest().limit;
  const std::string page_query = to_url_query(page, kParameters);
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"vi\">\n";
  // All pages of a feed are one feed.
  SearchRequest first_page = request;
  first_page.offset = 0;
  const std::string id = to_url_query(first_page, kFeedParameters);
  xml += element("id", std::string(kTag) + "feed:" + (id.empty() ? "all" : id));
  xml += element("title", "Tra Cứu: " + (question.empty() ? all : question));
  xml += element("updated", result.index.built_at);
  xml += "<generator uri=\"" + xml_text(base) + "/\">Tra Cứu</generator>\n";
  xml += "<author>" + element("name", "Tra Cứu") + "</author>\n";
  xml += link("self", kAtomType, asking(base, kPath, query));
  xml += link("alternate", "text/html", asking(base, "/", page_query));
  xml += link("search", "application/opensearchdescription+xml",
              std::string(base) + "/opensearch.xml");
  xml += next_link(request, result, base);
  for (const Hit& hit : result.hits) {
    xml += entry(hit, request.highlight, base);
  }
  return xml + "</feed>\n";
}

}  // namespace tracuu
