#include "server/search/paper_readings.h"

#include <algorithm>
#include <array>

#include "common/entity/gazetteer/gazetteer.h"

namespace tracuu {
namespace {

constexpr std::size_t kFarthestSubject = 100;  ///< bytes between a citation and its "về"
constexpr std::size_t kLongestSubject = 300;   ///< bytes
constexpr std::size_t kShortestSubject = 8;

/// Returns whether an article calls the paper by `name` instead of its number.
bool is_called(const DocumentIdentity& identity, const Article& article, const std::string& name) {
  return std::any_of(identity.mentions.begin(), identity.mentions.end(), [&](std::uint32_t index) {
    return article.entities.documents[index].number.name == name;
  });
}

/// The mention that says most: a full number before a short form.
const DocumentMention& best_mention(const Article& article, const DocumentIdentity& identity) {
  const auto& mentions = article.entities.documents;
  const auto full =
      std::find_if(identity.mentions.begin(), identity.mentions.end(),
                   [&](std::uint32_t index) { return !mentions[index].number.issuer.empty(); });
  return mentions[full == identity.mentions.end() ? identity.mentions.front() : *full];
}

/// The mention beside which the date of the paper is written, or null.
const DocumentMention* dated_mention(const Article& article, const DocumentIdentity& identity) {
  for (const std::uint32_t index : identity.mentions) {
    const DocumentMention& mention = article.entities.documents[index];
    if (mention.date && identity.date && *mention.date == *identity.date) {
      return &mention;
    }
  }
  return nullptr;
}

const LandmarkDocument* landmark_of(const DocumentIdentity& identity) {
  for (const LandmarkDocument& landmark : landmark_documents()) {
    const auto number = parse_document_number(landmark.number);
    if (number && identity.date && landmark.date == *identity.date &&
        to_canonical(*number) == identity.number) {
      return &landmark;
    }
  }
  return nullptr;
}

std::string issuer_named(std::string_view code) {
  for (const Issuer& issuer : issuers()) {
    if (issuer.code == code) {
      return issuer.name;
    }
  }
  return {};
}

/// Returns whether a clause ends at byte `at`; not at the dots of a number.
bool ends_clause(std::string_view text, std::size_t at) {
  const char byte = text[at];
  const bool at_end = at + 1 >= text.size() || text[at + 1] == ' ' || text[at + 1] == '\n';
  return byte == '\n' || byte == ';' || byte == ')' || byte == '"' ||
         text.substr(at).starts_with("”") || (byte == '.' && at_end);
}

/// Collects facts, each kind from the first article that has it.
class FactCollector {
 public:
  explicit FactCollector(ArticleNotes& notes) : notes_(notes) {}

  void read(Xapian::docid docid, const PaperScope& scope) {
    const Article& article = notes_.article(docid);
    const DocumentIdentity* const cited = citation_of(article, scope);
    if (cited == nullptr || cited->mentions.empty()) {
      return;
    }
    const DocumentMention& mention = best_mention(article, *cited);
    if (!cited->type_name.empty()) {
      add("type", cited->type_name, "article", docid, mention.span);
    }
    if (const std::string issuer = issuer_named(mention.number.issuer); !issuer.empty()) {
      add("issuer", issuer, "number", docid, mention.span);
    }
    if (const DocumentMention* const dated = dated_mention(article, *cited)) {
      add("date", to_iso(*dated->date), "article", docid,
          {std::min(dated->span.begin, dated->date_span.begin),
           std::max(dated->span.end, dated->date_span.end)});
    }
    // "số 36-NQ/TW ngày 01/7/2014 về ...": the date belongs to the citation.
    const std::size_t behind = mention.date_span.begin >= mention.span.end
                                   ? std::max(mention.span.end, mention.date_span.end)
                                   : mention.span.end;
    if (std::string subject = subject_behind(article.text, behind); !subject.empty()) {
      add("subject", std::move(subject), "article", docid, mention.span);
    }
    if (const LandmarkDocument* const landmark = landmark_of(*cited)) {
      add_known("type", landmark->type);
      add_known("issuer", landmark->issuer);
      add_known("date", to_iso(landmark->date));
      add_known("subject", landmark->title);
    }
  }

  std::vector<PaperFact> take() {
    constexpr std::array<std::string_view, 4> kOrder{"type", "issuer", "date", "subject"};
    std::stable_sort(facts_.begin(), facts_.end(), [&](const PaperFact& a, const PaperFact& b) {
      return std::find(kOrder.begin(), kOrder.end(), a.kind) <
             std::find(kOrder.begin(), kOrder.end(), b.kind);
    });
    return std::move(facts_);
  }

 private:
  bool has(std::string_view kind, std::string_view by) const {
    return std::any_of(facts_.begin(), facts_.end(),
                       [&](const PaperFact& fact) { return fact.kind == kind && fact.by == by; });
  }

  void add(std::string_view kind, std::string value, std::string_view by, Xapian::docid docid,
           Span span) {
    if (!has(kind, by)) {
      facts_.push_back(
          {std::string(kind), std::move(value), std::string(by), notes_.note(docid, span)});
    }
  }

  void add_known(std::string_view kind, std::string value) {
    if (!value.empty() && !has(kind, "table")) {
      facts_.push_back({std::string(kind), std::move(value), "table", std::nullopt});
    }
  }

  ArticleNotes& notes_;
  std::vector<PaperFact> facts_;
};

}  // namespace

const DocumentIdentity* citation_of(const Article& article, const PaperScope& scope) {
  const auto cited = std::find_if(
      article.documents.begin(), article.documents.end(), [&](const DocumentIdentity& identity) {
        return scope.identity.empty()
                   ? identity.number == scope.number || is_called(identity, article, scope.number)
                   : identity.key() == scope.identity;
      });
  return cited == article.documents.end() ? nullptr : &*cited;
}

PaperReading reading_of(Xapian::docid docid, const PaperScope& scope, ArticleNotes& notes) {
  const Article& article = notes.article(docid);
  const DocumentIdentity* const cited = citation_of(article, scope);
  if (cited == nullptr || cited->mentions.empty()) {
    return {notes.note(docid), {}, 0, {}, {}};
  }
  const DocumentMention& mention = best_mention(article, *cited);
  return {notes.note(docid, mention.span), cited->key(), cited->confidence, cited->reason,
          std::string(name_of(mention.relation))};
}

std::vector<PaperFact> facts_of(const std::vector<Xapian::docid>& docids, const PaperScope& scope,
                                ArticleNotes& notes) {
  FactCollector facts(notes);
  for (const Xapian::docid docid : docids) {
    facts.read(docid, scope);
  }
  return facts.take();
}

std::string subject_behind(std::string_view text, std::size_t behind) {
  std::size_t begin = std::string_view::npos;
  for (std::size_t at = behind; at < std::min(text.size(), behind + kFarthestSubject); ++at) {
    if (ends_clause(text, at) && text[at] != ')' && text[at] != '"') {
      return {};
    }
    if (text.substr(at).starts_with(" về ")) {
      begin = at + std::string_view(" về ").size();
      break;
    }
  }
  if (begin == std::string_view::npos) {
    return {};
  }
  if (text.substr(begin).starts_with("việc ")) {
    begin += std::string_view("việc ").size();
  }
  const bool is_quoted = text.substr(begin).starts_with("“") || text.substr(begin).starts_with('"');
  begin += is_quoted ? (text[begin] == '"' ? 1 : std::string_view("“").size()) : 0;
  std::size_t end = begin;
  while (end < text.size() && end - begin < kLongestSubject && !ends_clause(text, end)) {
    ++end;
  }
  if (end - begin >= kLongestSubject) {
    end = text.substr(0, end).find_last_of(' ');
  }
  return end - begin < kShortestSubject ? "" : std::string(text.substr(begin, end - begin));
}

}  // namespace tracuu
