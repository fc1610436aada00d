#include "server/search/snippet.h"

#include <algorithm>
#include <string_view>

#include "common/index/schema.h"
#include "server/search/snippet_window.h"

namespace tracuu {
namespace {

constexpr std::string_view kCut = "…";

/// Returns how many characters are before each token.
std::vector<std::size_t> starts_of(std::string_view text, const std::vector<MarkedToken>& tokens) {
  std::vector<std::size_t> starts;
  starts.reserve(tokens.size());
  std::size_t characters = 0;
  std::uint32_t byte = 0;
  for (const MarkedToken& token : tokens) {
    for (; byte < token.span.begin; ++byte) {
      characters += (static_cast<unsigned char>(text[byte]) & 0xC0) != 0x80 ? 1 : 0;
    }
    starts.push_back(characters);
  }
  return starts;
}

bool is_blank(char byte) {
  return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

/// Returns where to cut before token `index`: its opening quotes and brackets stay with it.
std::uint32_t cut_before(std::string_view text, const std::vector<MarkedToken>& tokens,
                         std::size_t index) {
  const std::uint32_t floor = index == 0 ? 0 : tokens[index - 1].span.end;
  for (std::uint32_t at = tokens[index].span.begin; at > floor; --at) {
    if (is_blank(text[at - 1])) {
      return at;
    }
  }
  return index == 0 ? 0 : tokens[index].span.begin;
}

/// Returns where to cut behind the token before `index`: its closing marks stay with it.
std::uint32_t cut_behind(std::string_view text, const std::vector<MarkedToken>& tokens,
                         std::size_t index) {
  const auto size = static_cast<std::uint32_t>(text.size());
  const std::uint32_t ceiling = index == tokens.size() ? size : tokens[index].span.begin;
  for (std::uint32_t at = tokens[index - 1].span.end; at < ceiling; ++at) {
    if (is_blank(text[at])) {
      return at;
    }
  }
  return index == tokens.size() ? size : tokens[index - 1].span.end;
}

/// Returns the marks of the tokens in `window`, moved from the text to what is shown of it.
std::vector<Span> marks_in(const std::vector<MarkedToken>& tokens, SnippetWindow window,
                           std::uint32_t text_begin, std::uint32_t shown_begin) {
  std::vector<Span> marks;
  for (std::size_t i = window.begin; i < window.end; ++i) {
    if (!tokens[i].marked) {
      continue;
    }
    const Span mark{tokens[i].span.begin - text_begin + shown_begin,
                    tokens[i].span.end - text_begin + shown_begin};
    if (tokens[i].joined && i > window.begin && !marks.empty()) {
      marks.back().end = mark.end;
    } else {
      marks.push_back(mark);
    }
  }
  return marks;
}

/// Returns what is shown of a piece of a text, which `is_last` or is followed by more.
Snippet shown(std::string_view text, const std::vector<MarkedToken>& tokens, SnippetWindow window,
              bool is_last) {
  if (window.begin == window.end) {
    return {};
  }
  const Span part{cut_before(text, tokens, window.begin), cut_behind(text, tokens, window.end)};
  const bool begins_inside = !tokens[window.begin].starts_sentence;
  const bool ends_inside =
      window.end < tokens.size() ? !tokens[window.end].starts_sentence : !is_last;
  Snippet snippet;
  snippet.text.append(begins_inside ? kCut : "").append(slice(text, part));
  snippet.text.append(ends_inside ? kCut : "");
  const auto shown_begin = static_cast<std::uint32_t>(begins_inside ? kCut.size() : 0);
  snippet.marks = marks_in(tokens, window, part.begin, shown_begin);
  return snippet;
}

}  // namespace

Highlighter::Highlighter(const Query& query, const std::vector<Filter>& filters,
                         const std::vector<const TokenStreams*>& segments)
    : marks_(query) {
  std::for_each(segments.rbegin(), segments.rend(),
                [this](const TokenStreams* streams) { places_.emplace_back(*streams, marks_); });
  for (const QueryGroup& group : query.groups) {
    for (const QueryClause& clause : group.alternatives) {
      entity_terms_.insert(clause.terms.begin(), clause.terms.end());
    }
  }
  for (const Filter& filter : filters) {
    if (filter.field == FieldId::kDocument || filter.field == FieldId::kOfficial) {
      for (const std::string& value : filter.values) {
        entity_terms_.insert(filter_term(filter.field, value));
      }
    }
  }
}

Snippet Highlighter::title(const Article& article) const {
  const std::string_view text = article.title();
  const auto tokens = marks_.find(text, mentions(article, {0, article.title_size}));
  return {std::string(text), marks_in(tokens, {0, tokens.size()}, 0, 0)};
}

Snippet Highlighter::snippet(const Article& article, std::uint32_t docid) const {
  const std::string_view body = article.body();
  const auto size = static_cast<std::uint32_t>(article.text.size());
  const auto begin = size - static_cast<std::uint32_t>(body.size());
  const SnippetPlace place = place_of(docid, size - begin, mentions(article, {begin, size}));
  const std::string_view text = slice(body, place.part);
  const Span part{begin + place.part.begin, begin + place.part.end};
  auto tokens = marks_.find(text, mentions(article, part), place.typed);
  if (place.part.begin > 0 && !tokens.empty()) {
    tokens.front().starts_sentence = false;
  }
  const SnippetWindow window = best_window(tokens, starts_of(text, tokens));
  return shown(text, tokens, window, part.end == size);
}

SnippetPlace Highlighter::place_of(std::uint32_t docid, std::uint32_t body_size,
                                   const std::vector<Span>& mentions) const {
  for (const SnippetPlaces& segment : places_) {
    if (const auto place = segment.find(docid, body_size, mentions)) {
      return *place;
    }
  }
  return {{0, body_size}, 0};
}

std::vector<Span> Highlighter::mentions(const Article& article, Span part) const {
  std::vector<Span> spans;
  if (entity_terms_.empty()) {
    return spans;
  }
  const auto add_wanted = [&](Span span, const std::string& term) {
    if (part.contains(span) && entity_terms_.contains(term)) {
      spans.push_back({span.begin - part.begin, span.end - part.begin});
    }
  };
  for (const DocumentMention& mention : article.entities.documents) {
    DocumentNumber type_and_number = mention.number;
    type_and_number.issuer.clear();
    type_and_number.year = 0;
    add_wanted(mention.span, filter_term(FieldId::kDocument, to_canonical(mention.number)));
    add_wanted(mention.span, term_of(kDocumentClassPrefix, to_canonical(type_and_number)));
  }
  for (const DocumentIdentity& identity : article.documents) {
    for (const std::uint32_t index : identity.mentions) {
      if (index < article.entities.documents.size()) {
        const Span span = article.entities.documents[index].span;
        add_wanted(span, filter_term(FieldId::kDocument, identity.number));
        add_wanted(span, filter_term(FieldId::kIdentity, identity.key()));
      }
    }
  }
  for (const ProvinceMention& mention : article.entities.provinces) {
    add_wanted(mention.span, filter_term(FieldId::kProvince, mention.province));
    add_wanted(mention.span, filter_term(FieldId::kMentioned, mention.province));
  }
  for (const OfficialMention& mention : article.entities.officials) {
    add_wanted(mention.span, filter_term(FieldId::kOfficial, mention.name));
  }
  std::sort(spans.begin(), spans.end());
  spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
  return spans;
}

}  // namespace tracuu
