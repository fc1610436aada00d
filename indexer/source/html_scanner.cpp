#include "indexer/source/html_scanner.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace tracuu {
namespace {

constexpr std::string_view kAttributes[] = {
    "id",  "class", "role",     "style",    "hidden",  "aria-hidden", "href",
    "rel", "name",  "property", "itemprop", "content", "datetime",    "align"};
constexpr std::size_t kLongestAttribute = 11;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

/// Appends an attribute worth keeping; `seen` has a bit for each that is there already.
void keep_attribute(std::string& kept, const std::string& name, std::string_view value,
                    std::uint32_t& seen) {
  const auto* found = std::find(std::begin(kAttributes), std::end(kAttributes), name);
  if (found == std::end(kAttributes)) {
    return;
  }
  const std::uint32_t bit = 1U << static_cast<unsigned>(found - std::begin(kAttributes));
  if ((seen & bit) != 0) {
    return;
  }
  seen |= bit;
  const char quote = value.find('"') == std::string_view::npos ? '"' : '\'';
  kept += ' ';
  kept += name;
  kept += '=';
  kept += quote;
  kept += value;
  kept += quote;
}

}  // namespace

HtmlScanner::Piece HtmlScanner::next() {
  if (at_ >= html_.size()) {
    return Piece::kEnd;
  }
  if (html_[at_] != '<') {
    return Piece::kText;
  }
  if (at(at_ + 1) == '!' || at(at_ + 1) == '?') {
    return Piece::kOther;
  }
  if (at(at_ + 1) == '/' && is_letter(at(at_ + 2))) {
    at_ += 2;
    return Piece::kEndTag;
  }
  if (is_letter(at(at_ + 1))) {
    ++at_;
    return Piece::kStartTag;
  }
  return Piece::kText;
}

std::string_view HtmlScanner::read_text() {
  const std::size_t begin = at_;
  at_ = html_[begin] == '<' ? begin + 1 : std::min(html_.find('<', begin), html_.size());
  return html_.substr(begin, at_ - begin);
}

std::string HtmlScanner::read_name() {
  const std::size_t begin = at_;
  while (at_ < html_.size() && !is_blank(html_[at_]) && html_[at_] != '>' && html_[at_] != '/') {
    ++at_;
  }
  return lower(html_.substr(begin, at_ - begin));
}

std::string HtmlScanner::read_attributes() {
  std::string kept;
  std::uint32_t seen = 0;
  while (at_ < html_.size() && html_[at_] != '>') {
    if (is_blank(html_[at_]) || html_[at_] == '/') {
      ++at_;
      continue;
    }
    const std::size_t begin = at_++;
    while (at_ < html_.size() && !is_blank(html_[at_]) && html_[at_] != '>' && html_[at_] != '/' &&
           html_[at_] != '=') {
      ++at_;
    }
    const std::string_view name = html_.substr(begin, at_ - begin);
    const std::string_view value = read_value();
    if (name.size() <= kLongestAttribute) {
      keep_attribute(kept, lower(name), value, seen);
    }
  }
  at_ = std::min(at_ + 1, html_.size());
  return kept;
}

std::string_view HtmlScanner::read_value() {
  std::size_t next = at_;
  while (next < html_.size() && is_blank(html_[next])) {
    ++next;
  }
  if (at(next) != '=') {
    return {};
  }
  do {
    ++next;
  } while (next < html_.size() && is_blank(html_[next]));
  const char quote = at(next);
  std::size_t end = next;
  if (quote == '"' || quote == '\'') {
    end = std::min(html_.find(quote, ++next), html_.size());
    at_ = std::min(end + 1, html_.size());
  } else {
    while (end < html_.size() && !is_blank(html_[end]) && html_[end] != '>') {
      ++end;
    }
    at_ = end;
  }
  return html_.substr(next, end - next);
}

void HtmlScanner::skip_other() {
  const bool comment = html_.substr(at_, 4) == "<!--";
  skip_past(comment ? "-->" : ">", at_ + (comment ? 4 : 1));
}

void HtmlScanner::skip_past(std::string_view end, std::size_t from) {
  const std::size_t found = html_.find(end, from);
  at_ = found == std::string_view::npos ? html_.size() : found + end.size();
}

std::size_t HtmlScanner::find_end_tag(std::string_view name) const {
  for (std::size_t i = html_.find("</", at_); i != std::string_view::npos;
       i = html_.find("</", i + 2)) {
    if (lower(html_.substr(i + 2, name.size())) == name && !is_letter(at(i + 2 + name.size()))) {
      return i;
    }
  }
  return std::string_view::npos;
}

std::string_view HtmlScanner::read_to_tag(std::size_t offset) {
  const std::string_view text = html_.substr(at_, offset - at_);
  skip_past(">", offset);
  return text;
}

}  // namespace tracuu
