#include "server/web/article_page.h"

#include "server/api/html_text.h"
#include "server/web/article_facts.h"
#include "server/web/page_frame.h"
#include "server/web/page_texts.h"

namespace tracuu {
namespace {

PageFrame frame_of(Language language, const std::string& other_language) {
  PageFrame frame;
  frame.language = language;
  frame.page = "article";
  frame.other_language = other_language;
  if (language == Language::kEnglish) {
    frame.kept.emplace_back("lang", "en");
  }
  return frame;
}

std::string paragraphs_of(std::string_view text) {
  std::string html;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    if (!line.empty()) {
      html += "<p>" + html_escaped(line) + "</p>\n";
    }
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
  }
  return html;
}

}  // namespace

std::string article_page(const Article& article, Language language,
                         const std::string& other_language) {
  const PageTexts& texts = texts_in(language);
  PageFrame frame = frame_of(language, other_language);
  frame.title = article.title().empty() ? article.id : std::string(article.title());
  frame.main =
      "<article id=\"results\" class=\"sheet\" tabindex=\"-1\"><h1 id=\"title\" lang=\"vi\">" +
      html_escaped(frame.title) + "</h1>" + facts_html(article, texts) +
      "<div id=\"text\" class=\"text\" lang=\"vi\">" +
      paragraphs_of(std::string_view(article.text).substr(article.title_size)) + "</div></article>";
  return render_page(frame);
}

std::string missing_article_page(std::string_view id, Language language,
                                 const std::string& other_language) {
  const PageTexts& texts = texts_in(language);
  PageFrame frame = frame_of(language, other_language);
  frame.title = texts.no_article;
  frame.main = "<div id=\"results\" class=\"sheet\" tabindex=\"-1\"><h1>" +
               html_escaped(texts.no_article) + "</h1><p class=\"note\" role=\"alert\">" +
               html_escaped(id) + "</p><ul class=\"ways\"><li><a href=\"" +
               (language == Language::kEnglish ? "/?lang=en" : "/") + "\">" +
               html_escaped(texts.everything) + "</a></li></ul></div>";
  return render_page(frame);
}

}  // namespace tracuu
