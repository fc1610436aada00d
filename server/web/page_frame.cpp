#include "server/web/page_frame.h"

#include <algorithm>

#include "server/api/html_text.h"
#include "server/web/assets.h"
#include "server/web/page_texts.h"
#include "server/web/script_graph.h"

// NOLINTBEGIN(readability-identifier-naming): names of linker symbols, see tracuu_embed()
extern "C" {
extern const char tracuu_web_frame_begin[];
extern const char tracuu_web_frame_end[];
}
// NOLINTEND(readability-identifier-naming)

namespace tracuu {
namespace {

constexpr std::string_view kName = "Tra Cứu";

std::string hidden_fields(const PageFrame& frame) {
  std::string html;
  for (const auto& [name, value] : frame.kept) {
    html += "<input type=\"hidden\" name=\"" + html_escaped(name) + "\" value=\"" +
            html_escaped(value) + "\">";
  }
  return html;
}

std::string feed_link(const PageFrame& frame) {
  if (frame.feed.empty()) {
    return "";
  }
  return "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"" +
         html_escaped(frame.feed) + "\">";
}

/// The script of the page, and all that it imports named beforehand.
std::string script_links(const PageFrame& frame) {
  std::string html;
  const std::string first = "/page/" + std::string(frame.page) + "_page.js";
  for (const std::string_view address : scripts_of(first)) {
    html += "<link rel=\"modulepreload\" href=\"" + versioned(address) + "\">";
  }
  return html + "\n  <script type=\"module\" src=\"" + versioned(first) + "\"></script>";
}

}  // namespace

std::string filled(std::string_view text,
                   const std::vector<std::pair<std::string_view, std::string>>& values) {
  std::string out;
  while (true) {
    const std::size_t begin = text.find("{{");
    const std::size_t end = begin == text.npos ? text.npos : text.find("}}", begin);
    if (end == text.npos) {
      return out.append(text);
    }
    const std::string_view name = text.substr(begin + 2, end - begin - 2);
    out.append(text.substr(0, begin));
    const auto value =
        std::ranges::find_if(values, [&](const auto& entry) { return entry.first == name; });
    if (value != values.end()) {
      out.append(value->second);
    }
    text.remove_prefix(end + 2);
  }
}

std::string render_page(const PageFrame& frame) {
  const PageTexts& texts = texts_in(frame.language);
  const bool vietnamese = frame.language == Language::kVietnamese;
  const std::string name(kName);
  return filled({tracuu_web_frame_begin, tracuu_web_frame_end},
                {{"lang", std::string(texts.code)},
                 {"title", html_escaped(frame.title.empty() ? name : frame.title + " – " + name)},
                 {"motto", html_escaped(texts.motto)},
                 {"feed", feed_link(frame)},
                 {"home", vietnamese ? "/" : "/?lang=en"},
                 {"skip", html_escaped(texts.skip)},
                 {"box", html_escaped(texts.box)},
                 {"example", html_escaped(texts.example)},
                 {"q", html_escaped(frame.q)},
                 {"kept", hidden_fields(frame)},
                 {"find", html_escaped(texts.find)},
                 {"other_address", html_escaped(frame.other_language)},
                 {"other_code", vietnamese ? "en" : "vi"},
                 {"other", html_escaped(texts.other)},
                 {"style", versioned("/page/style.css")},
                 {"icon", versioned("/page/icon.svg")},
                 {"scripts", script_links(frame)},
                 {"main", frame.main},
                 {"about", html_escaped(texts.about)},
                 {"coverage",
                  frame.index ? html_escaped(coverage_in_words(frame.language, *frame.index)) : ""},
                 {"api", html_escaped(texts.api)},
                 {"embed", html_escaped(texts.embed)}});
}

}  // namespace tracuu
