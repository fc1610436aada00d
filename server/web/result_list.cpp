#include "server/web/result_list.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "server/api/highlight.h"
#include "server/api/html_text.h"
#include "server/query/parameter_values.h"
#include "server/web/article_facts.h"
#include "server/web/page_frame.h"
#include "server/web/page_texts.h"

namespace tracuu {
namespace {

std::string address_of(const SearchRequest& request) {
  const std::string query = to_url_query(request);
  return query.empty() ? "/" : "/?" + query;
}

std::string link(const std::string& address, std::string_view text, std::string_view more = "") {
  std::string html = "<a href=\"" + html_escaped(address) + '"';
  return html.append(more) + '>' + html_escaped(text) + "</a>";
}

std::string article_address(const std::string& id, Language language) {
  return "/articles/" + percent_encoded(id) + (language == Language::kEnglish ? "?lang=en" : "");
}

std::string hits_of(const SearchRequest& request, const SearchResult& result) {
  std::string html =
      "<ol id=\"hits\" class=\"hits\" start=\"" + std::to_string(request.offset + 1) + "\">";
  for (const Hit& hit : result.hits) {
    const Article& article = hit.article;
    html += "<li><h2 lang=\"vi\"><a href=\"" +
            html_escaped(article_address(article.id, request.language)) + "\">" +
            (hit.title.text.empty() ? html_escaped(article.id) : to_html(hit.title)) + "</a></h2>" +
            facts_html(article, texts_in(request.language)) + "<p class=\"snippet\" lang=\"vi\">" +
            to_html(hit.snippet) + "</p></li>\n";
  }
  return html + "</ol>";
}

std::string chips_of(const SearchRequest& request, const SearchResult& result) {
  std::string html = "<ul id=\"chips\" class=\"chips\">";
  for (const QueryChip& chip : result.query.chips) {
    SearchRequest undone = request;
    undone.q = chip.undo;
    undone.offset = 0;
    html += "<li>" + html_escaped(chip.label) + ' ' +
            link(address_of(undone), texts_in(request.language).words) + "</li>";
  }
  return html + "</ul>";
}

std::string corrected_of(const SearchRequest& request, const SearchResult& result) {
  std::string html;
  if (!result.relaxed.empty()) {
    html += "<p class=\"note\">" + html_escaped(result.relaxed) + "</p>";
  }
  if (result.correction && result.correction->applied) {
    html += "<p class=\"note\">" + html_escaped(result.correction->label) + "</p>";
  } else if (result.correction) {
    SearchRequest meant = request;
    meant.q = result.correction->text;
    meant.offset = 0;
    html += "<p class=\"note\">" + link(address_of(meant), result.correction->label) + "</p>";
  }
  return html;
}

std::string pages_of(const SearchRequest& request, const SearchResult& result) {
  const PageTexts& texts = texts_in(request.language);
  std::string html =
      "<nav id=\"pages\" class=\"pages\" aria-label=\"" + html_escaped(texts.pages) + "\">";
  SearchRequest other = request;
  const std::size_t next = request.offset + result.hits.size();
  const std::uint64_t shown = request.collapse ? result.total_groups : result.total;
  if (request.offset > 0) {
    // An old address may lie behind the end: the way back is to the last page.
    const std::size_t page = std::max<std::size_t>(request.limit, 1);
    const std::size_t last = shown == 0 ? 0 : (shown - 1) / page * page;
    other.offset = std::min(request.offset - std::min(request.offset, request.limit), last);
    html += link(address_of(other), texts.previous, " rel=\"prev\"");
  }
  if (!result.hits.empty() && next < shown && next <= kLargestOffset) {
    other.offset = next;
    html += link(address_of(other), texts.next, " rel=\"next\"");
  }
  return html + "</nav>";
}

/// Says what is searched, where nothing was asked yet; the script hides and shows it again.
std::string intro_of(const SearchRequest& request) {
  const bool was_asked =
      !request.q.empty() || !request.filters.empty() || request.from || request.to;
  return std::string("<p id=\"intro\" class=\"intro\"") + (was_asked ? " hidden>" : ">") +
         html_escaped(texts_in(request.language).motto) + ".</p>";
}

/// One field of the form that stands in for facets, timeline and map; it belongs to the form in
/// the head of the page.
std::string field_of(std::string_view name, std::string_view type, std::string_view label,
                     const std::string& value) {
  return "<p><label for=\"plain-" + std::string(name) + "\">" + html_escaped(label) +
         "</label> <input form=\"search\" id=\"plain-" + std::string(name) + "\" type=\"" +
         std::string(type) + "\" name=\"" + std::string(name) + "\" value=\"" +
         html_escaped(value) + "\"></p>";
}

std::string iso_or_nothing(const std::optional<Day>& day) {
  return day ? to_iso(PartialDate::of(*day)) : "";
}

std::string sort_field(const SearchRequest& request) {
  const PageTexts& texts = texts_in(request.language);
  std::string html = "<p><label for=\"plain-sort\">" + html_escaped(texts.sort) +
                     "</label> <select form=\"search\" id=\"plain-sort\" name=\"sort\">";
  for (const auto& [sort, value, name] :
       {std::tuple{Sort::kRelevance, "relevance", texts.relevance},
        std::tuple{Sort::kNewest, "newest", texts.newest},
        std::tuple{Sort::kOldest, "oldest", texts.oldest}}) {
    html.append("<option value=\"").append(value).append("\"");
    html.append(request.sort == sort ? " selected>" : ">").append(html_escaped(name));
    html += "</option>";
  }
  return html + "</select></p>";
}

/// The fields for a reader without script. They hold at most one province: what the form keeps in
/// hidden fields must not come twice.
std::string plain_fields(const SearchRequest& request) {
  const PageTexts& texts = texts_in(request.language);
  return "<noscript><div class=\"plain\" role=\"group\" aria-label=\"" +
         html_escaped(texts.narrow) + "\">" + field_of("province", "text", texts.province, "") +
         field_of("from", "date", texts.from, iso_or_nothing(request.from)) +
         field_of("to", "date", texts.to, iso_or_nothing(request.to)) + sort_field(request) +
         "<p><button form=\"search\">" + html_escaped(texts.apply) +
         "</button></p></div></noscript>";
}

std::string panel(std::string_view id, std::string_view heading) {
  return "<details class=\"panel\" id=\"" + std::string(id) + "-panel\"><summary>" +
         html_escaped(heading) + "</summary><div id=\"" + std::string(id) + "\"></div></details>";
}

/// The layout of the search page; a script finds its places by their ids. `heading` and `inside`
/// are HTML.
std::string layout(const SearchRequest& request, const std::string& heading,
                   const std::string& inside) {
  const PageTexts& texts = texts_in(request.language);
  return "<div class=\"search-page\">" + panel("facets", texts.facets) + panel("when", texts.when) +
         "<section id=\"results\" class=\"results\" tabindex=\"-1\" aria-labelledby=\"count\">"
         "<h1 id=\"count\">" +
         heading + "</h1>" + intro_of(request) + plain_fields(request) + inside +
         "</section></div>";
}

/// What the form hands on with a new question: the filters and the language, but not the page.
UrlParameters kept_of(SearchRequest request) {
  request.q.clear();
  request.offset = 0;
  request.from.reset();
  request.to.reset();
  request.sort = Sort::kRelevance;
  return url_parameters_of(request);
}

PageFrame frame_of(const SearchRequest& request) {
  SearchRequest other = request;
  other.language =
      request.language == Language::kEnglish ? Language::kVietnamese : Language::kEnglish;
  PageFrame frame;
  frame.language = request.language;
  frame.page = "search";
  frame.title = request.q;
  frame.q = request.q;
  frame.other_language = address_of(other);
  frame.kept = kept_of(request);
  return frame;
}

}  // namespace

std::string search_page(const SearchRequest& request, const SearchResult& result) {
  const PageTexts& texts = texts_in(request.language);
  std::string heading =
      result.total == 0 ? std::string(texts.none) : count_in_words(request.language, result.total);
  if (request.collapse && result.total_groups < result.total) {
    heading += " <small>" + merged_in_words(request.language, result.total_groups) + "</small>";
  }
  PageFrame frame = frame_of(request);
  SearchRequest followed = request;
  followed.offset = 0;
  followed.sort = Sort::kNewest;
  frame.index = result.index;
  frame.feed = "/api/v1/feed.atom?" + to_url_query(followed);
  frame.main = layout(request, heading,
                      corrected_of(request, result) + chips_of(request, result) +
                          hits_of(request, result) + pages_of(request, result));
  return render_page(frame);
}

std::string failed_search_page(const SearchRequest& request, std::string_view sentence) {
  PageFrame frame = frame_of(request);
  frame.main = layout(request, std::string(texts_in(request.language).failed),
                      "<p class=\"note\">" + html_escaped(sentence) + "</p>");
  return render_page(frame);
}

}  // namespace tracuu
