#include "server/search/suggestions.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

namespace tracuu {
namespace {

/// Entries looked at for those with the marks that were typed.
constexpr std::size_t kMostCandidates = 64;

/// Returns the best `limit` entries, those with the marks that were typed first.
std::vector<Completion> best(const CompletionTable& table, const TypedStart& typed,
                             std::size_t limit) {
  std::vector<Completion> found;
  for (std::size_t most = limit;; most = kMostCandidates) {
    found = table.complete(typed.key(table.gap()), most);
    if (!typed.any_marked()) {
      return found;
    }
    const auto others =
        std::stable_partition(found.begin(), found.end(), [&](const Completion& completion) {
          return typed.agrees_with(table.text_at(completion.place));
        });
    const bool enough = static_cast<std::size_t>(others - found.begin()) >= limit;
    if (enough || found.size() < most || most >= kMostCandidates) {
      found.resize(std::min(found.size(), limit));
      return found;
    }
  }
}

Suggestion suggestion(SuggestionKind kind, std::string value, std::string label,
                      const TypedStart& typed, WordGap gap, std::uint32_t count) {
  Suggestion made;
  made.match = typed.match_in(label, gap);
  made.query = suggestion_query(kind, value);
  made.value = std::move(value);
  made.label = std::move(label);
  made.count = count;
  return made;
}

}  // namespace

Suggestions::Suggestions(std::vector<Lexicon> lexicons, const Columns& columns)
    : columns_(&columns), lexicons_(std::move(lexicons)) {
  if (lexicons_.size() > 1) {
    const Lexicon& delta = lexicons_.back();
    for (std::uint32_t phrase = 0; phrase < delta.phrases().size(); ++phrase) {
      changed_phrases_.emplace(delta.phrases().text(phrase), delta.articles_with(phrase));
    }
  }
  documents_ = ValueCompletions(FieldId::kDocument, columns);
  officials_ = ValueCompletions(FieldId::kOfficial, columns);
  provinces_ = ValueCompletions(FieldId::kProvince, columns);
}

std::vector<SuggestionGroup> Suggestions::complete(const SuggestRequest& request) const {
  const TypedStart typed(request.q);
  const auto items = [&](SuggestionKind kind) -> std::vector<Suggestion> {
    if (typed.is_only_punctuation()) {
      return {};
    }
    switch (kind) {
      case SuggestionKind::kTitle:
        return titles(typed, request.limit);
      case SuggestionKind::kDocument:
        return values(kind, documents_, typed, request.limit);
      case SuggestionKind::kOfficial:
        return values(kind, officials_, typed, request.limit);
      case SuggestionKind::kProvince:
        return values(kind, provinces_, typed, request.limit);
      case SuggestionKind::kPhrase:
        return phrases(typed, request.limit);
    }
    return {};
  };
  std::vector<SuggestionGroup> groups;
  groups.reserve(request.kinds.size());
  for (const SuggestionKind kind : request.kinds) {
    groups.push_back({kind, items(kind)});
  }
  return groups;
}

TitleFound Suggestions::title_of(std::size_t segment, const Completion& completion,
                                 const TypedStart& typed) const {
  const Lexicon& lexicon = lexicons_[segment];
  const CompletionTable& table = lexicon.titles();
  const bool agrees = !typed.any_marked() || typed.agrees_with(table.text_at(completion.place));
  TitleFound title{table.text(completion.entry), agrees, completion.whole};
  for (const std::uint32_t docid : lexicon.docids_of(completion.entry)) {
    const auto article = static_cast<Ordinal>(columns_->ordinal_in(segment, docid));
    if (columns_->live().contains(article)) {
      title.docid = title.articles++ == 0 ? docid : title.docid;
    }
  }
  return title;
}

std::vector<TitleFound> Suggestions::titles_found(std::size_t segment, const TypedStart& typed,
                                                  std::size_t most) const {
  // More are asked for only where articles are gone.
  for (std::size_t asked = most;; asked *= 2) {
    const std::vector<Completion> completions = best(lexicons_[segment].titles(), typed, asked);
    std::vector<TitleFound> found;
    for (const Completion& completion : completions) {
      const TitleFound title = title_of(segment, completion, typed);
      if (title.articles > 0 && found.size() < most) {
        found.push_back(title);
      }
    }
    if (found.size() == most || completions.size() < asked) {
      return found;
    }
  }
}

std::vector<Suggestion> Suggestions::titles(const TypedStart& typed, std::size_t limit) const {
  // Reprints often bear the title in other capitals; half as many again make up for them.
  std::vector<TitleFound> candidates = titles_found(0, typed, 2 * limit);
  if (lexicons_.size() > 1) {
    for (const TitleFound& title : titles_found(1, typed, 2 * limit)) {
      const auto same = std::ranges::find(candidates, title.text, &TitleFound::text);
      if (same == candidates.end()) {
        candidates.push_back(title);
      } else {
        same->articles += title.articles;
        same->docid = std::min(same->docid, title.docid);
      }
    }
    std::ranges::stable_sort(candidates, [](const TitleFound& a, const TitleFound& b) {
      return std::tuple(!a.agrees, !a.whole, a.docid) < std::tuple(!b.agrees, !b.whole, b.docid);
    });
  }
  std::vector<Suggestion> found;
  std::vector<std::string> seen;
  for (const TitleFound& title : candidates) {
    std::string text(title.text);
    std::string folded = folded_words(text, WordGap::kBlank);
    if (found.size() == limit || std::find(seen.begin(), seen.end(), folded) != seen.end()) {
      continue;
    }
    seen.push_back(std::move(folded));
    found.push_back(suggestion(SuggestionKind::kTitle, text, text, typed,
                               lexicons_.front().titles().gap(), title.articles));
    found.back().docid = title.docid;
    found.back().published = day_of(title.docid);
  }
  return found;
}

std::uint32_t Suggestions::articles_with(std::uint32_t phrase) const {
  const Lexicon& base = lexicons_.front();
  const auto changed = changed_phrases_.find(base.phrases().text(phrase));
  return changed == changed_phrases_.end() ? base.articles_with(phrase) : changed->second;
}

std::vector<Suggestion> Suggestions::phrases(const TypedStart& typed, std::size_t limit) const {
  const CompletionTable& table = lexicons_.front().phrases();
  std::vector<Suggestion> found;
  for (const Completion& completion : best(table, typed, limit)) {
    if (const std::uint32_t articles = articles_with(completion.entry); articles > 0) {
      const std::string text(table.text(completion.entry));
      found.push_back(
          suggestion(SuggestionKind::kPhrase, text, text, typed, table.gap(), articles));
    }
  }
  return found;
}

std::vector<Suggestion> Suggestions::values(SuggestionKind kind,
                                            const ValueCompletions& completions,
                                            const TypedStart& typed, std::size_t limit) const {
  const CompletionTable& table = completions.table();
  std::vector<Suggestion> found;
  for (const Completion& completion : best(table, typed, limit)) {
    const ColumnValue& value = columns_->value(completions.value(completion.entry));
    found.push_back(suggestion(kind, value.value, value.label, typed, table.gap(),
                               completions.count(completion.entry)));
  }
  return found;
}

std::size_t Suggestions::bytes() const {
  return documents_.bytes() + officials_.bytes() + provinces_.bytes();
}

}  // namespace tracuu
