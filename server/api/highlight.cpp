#include "server/api/highlight.h"

#include <string_view>

#include "server/api/html_text.h"

namespace tracuu {
namespace {

std::size_t characters_in(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text) {
    count += (static_cast<unsigned char>(byte) & 0xC0) != 0x80 ? 1 : 0;
  }
  return count;
}

}  // namespace

std::string to_html(const Snippet& snippet) {
  const std::string_view text = snippet.text;
  std::string html;
  std::size_t done = 0;
  for (const Span mark : snippet.marks) {
    html += html_escaped(text.substr(done, mark.begin - done));
    html += "<mark>";
    html += html_escaped(slice(text, mark));
    html += "</mark>";
    done = mark.end;
  }
  html += html_escaped(text.substr(done));
  return html;
}

std::vector<std::pair<std::size_t, std::size_t>> character_offsets(const Snippet& snippet) {
  const std::string_view text = snippet.text;
  std::vector<std::pair<std::size_t, std::size_t>> offsets;
  std::size_t bytes = 0;
  std::size_t characters = 0;
  for (const Span mark : snippet.marks) {
    const std::size_t begin = characters + characters_in(text.substr(bytes, mark.begin - bytes));
    const std::size_t end = begin + characters_in(slice(text, mark));
    offsets.emplace_back(begin, end);
    bytes = mark.end;
    characters = end;
  }
  return offsets;
}

}  // namespace tracuu
