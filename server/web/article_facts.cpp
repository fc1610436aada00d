#include "server/web/article_facts.h"

#include <algorithm>
#include <string_view>

#include "server/api/html_text.h"

namespace tracuu {
namespace {

bool starts_with_ignoring_case(std::string_view text, std::string_view start) {
  return text.size() >= start.size() &&
         std::ranges::equal(text.substr(0, start.size()), start, [](char left, char right) {
           return (left >= 'A' && left <= 'Z' ? left + 32 : left) == right;
         });
}

}  // namespace

bool is_web_address(std::string_view address) {
  return starts_with_ignoring_case(address, "https://") ||
         starts_with_ignoring_case(address, "http://");
}

std::string facts_html(const Article& article, const PageTexts& texts) {
  std::string html = "<p class=\"facts\">";
  const auto add = [&](std::string_view text) {
    html += text.empty() ? "" : "<span>" + html_escaped(text) + "</span>";
  };
  if (article.published) {
    const std::string day = to_iso(PartialDate::of(*article.published));
    html += "<time datetime=\"" + day + "\">" + day_in_words(day) + "</time>";
  } else {
    add(texts.undated);
  }
  add(article.source);
  add(article.author);
  std::ranges::for_each(article.about, add);
  if (is_web_address(article.url)) {
    html += "<a rel=\"noreferrer\" href=\"" + html_escaped(article.url) + "\">" +
            html_escaped(texts.original) + "</a>";
  }
  return html + "</p>";
}

}  // namespace tracuu
