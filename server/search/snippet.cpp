#include "server/search/snippet.h"

#include <algorithm>
#include <bit>
#include <string_view>

#include "common/index/schema.h"

namespace tracuu {
namespace {

constexpr std::string_view kCut = "…";
/// Characters that may stand before the first match for the sake of a whole sentence, and else.
constexpr std::size_t kLongestLeadIn = 110;
constexpr std::size_t kLeadIn = 50;
/// Matches tried as the first of a snippet: bounds the work on a text that repeats one word.
constexpr std::size_t kMostTried = 2'000;

constexpr int kSyllableScore = 10;
constexpr int kPairScore = 12;
constexpr int kMentionScore = 25;
constexpr int kSentenceScore = 4;
constexpr int kMostRepeats = 8;

/// Tokens [begin, end) of a text.
struct Window {
  std::size_t begin = 0;
  std::size_t end = 0;
  int score = -1;
  bool says_all = false;  ///< holds all syllables, pairs and, where there is one, a mention
};

/// All that a window can hold of a query.
struct Whole {
  std::size_t syllables = 0;
  std::size_t pairs = 0;
  bool mentioned = false;
};

/// Chooses the window of a text's tokens that says most about the query.
class WindowChoice {
 public:
  /// `whole` is what a window must hold to say all.
  WindowChoice(std::string_view text, const std::vector<MarkedToken>& tokens, const Whole& whole)
      : tokens_(tokens), whole_(whole) {
    starts_.reserve(tokens.size());
    std::size_t characters = 0;
    std::uint32_t byte = 0;
    for (const MarkedToken& token : tokens) {
      for (; byte < token.span.begin; ++byte) {
        characters += (static_cast<unsigned char>(text[byte]) & 0xC0) != 0x80 ? 1 : 0;
      }
      starts_.push_back(characters);
    }
  }

  Window best() const {
    Window best = from(0);
    std::size_t sentence = 0;
    std::size_t tried = 0;
    std::size_t last_begin = 0;
    for (std::size_t i = 0; i < tokens_.size() && tried < kMostTried; ++i) {
      if (tokens_[i].starts_sentence) {
        sentence = i;
      }
      if (!tokens_[i].marked) {
        continue;
      }
      ++tried;
      const std::size_t begin = begin_for(i, sentence);
      if (begin == last_begin) {
        continue;
      }
      last_begin = begin;
      const Window window = from(begin);
      if (window.score > best.score) {
        best = window;
      }
    }
    return best;
  }

 private:
  std::size_t begin_for(std::size_t match, std::size_t sentence) const {
    if (starts_[match] - starts_[sentence] <= kLongestLeadIn) {
      return sentence;
    }
    std::size_t begin = match;
    while (begin > sentence && starts_[match] - starts_[begin - 1] <= kLeadIn) {
      --begin;
    }
    return begin;
  }

  Window from(std::size_t begin) const {
    Window window{begin, begin, 0};
    std::uint64_t syllables = 0;
    std::uint64_t pairs = 0;
    int repeats = 0;
    bool mentioned = false;
    for (; window.end < tokens_.size() && starts_[window.end] - starts_[begin] < kSnippetLength;
         ++window.end) {
      const MarkedToken& token = tokens_[window.end];
      if (token.marked) {
        syllables |= token.syllables;
        pairs |= token.pairs;
        mentioned = mentioned || token.mentioned;
        ++repeats;
      }
    }
    window.score = kSyllableScore * std::popcount(syllables) + kPairScore * std::popcount(pairs) +
                   (mentioned ? kMentionScore : 0) + std::min(repeats, kMostRepeats) +
                   (begin < tokens_.size() && tokens_[begin].starts_sentence ? kSentenceScore : 0);
    window.says_all = whole_.syllables == static_cast<std::size_t>(std::popcount(syllables)) &&
                      whole_.pairs == static_cast<std::size_t>(std::popcount(pairs)) &&
                      mentioned == whole_.mentioned;
    return window;
  }

  const std::vector<MarkedToken>& tokens_;
  const Whole& whole_;
  std::vector<std::size_t> starts_;  ///< characters before each token
};

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
std::vector<Span> marks_in(const std::vector<MarkedToken>& tokens, Window window,
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

Snippet shown(std::string_view text, const std::vector<MarkedToken>& tokens, Window window) {
  if (window.begin == window.end) {
    return {};
  }
  const Span part{cut_before(text, tokens, window.begin), cut_behind(text, tokens, window.end)};
  const bool begins_inside = !tokens[window.begin].starts_sentence && window.begin > 0;
  const bool ends_inside = window.end < tokens.size() && !tokens[window.end].starts_sentence;
  Snippet snippet;
  snippet.text.append(begins_inside ? kCut : "").append(slice(text, part));
  snippet.text.append(ends_inside ? kCut : "");
  const auto shown_begin = static_cast<std::uint32_t>(begins_inside ? kCut.size() : 0);
  snippet.marks = marks_in(tokens, window, part.begin, shown_begin);
  return snippet;
}

}  // namespace

Highlighter::Highlighter(const Query& query, const std::vector<Filter>& filters) : marks_(query) {
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

Snippet Highlighter::snippet(const Article& article) const {
  const std::string_view text = article.body();
  const auto size = static_cast<std::uint32_t>(article.text.size());
  const auto begin = size - static_cast<std::uint32_t>(text.size());
  const std::vector<Span> mentioned = mentions(article, {begin, size});
  const Whole whole{marks_.syllables(), marks_.pairs(), !mentioned.empty()};
  MarkedText marked(marks_, text, mentioned);
  for (bool more = true; more;) {
    more = marked.read_on();
    const Window window = WindowChoice(text, marked.tokens(), whole).best();
    // The first piece that says all: what comes behind could only repeat it.
    if (!more || (window.says_all && window.end < marked.tokens().size())) {
      return shown(text, marked.tokens(), window);
    }
  }
  return {};
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
