#include "server/search/suggestions.h"

#include <algorithm>
#include <string>
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

Suggestions::Suggestions(Lexicon lexicon, const Columns& columns)
    : columns_(&columns), lexicon_(std::move(lexicon)) {
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

std::vector<Suggestion> Suggestions::titles(const TypedStart& typed, std::size_t limit) const {
  const CompletionTable& table = lexicon_.titles();
  std::vector<Suggestion> found;
  std::vector<std::string> seen;
  // Reprints often bear the title in other capitals; half as many again make up for them.
  for (const Completion& completion : best(table, typed, 2 * limit)) {
    std::string text(table.text(completion.entry));
    std::string folded = folded_words(text, WordGap::kBlank);
    if (found.size() == limit || std::find(seen.begin(), seen.end(), folded) != seen.end()) {
      continue;
    }
    seen.push_back(std::move(folded));
    const auto docids = lexicon_.docids_of(completion.entry);
    found.push_back(suggestion(SuggestionKind::kTitle, text, text, typed, table.gap(),
                               static_cast<std::uint32_t>(docids.size())));
    found.back().docid = docids.front();
    found.back().published = day_of(docids.front());
  }
  return found;
}

std::vector<Suggestion> Suggestions::phrases(const TypedStart& typed, std::size_t limit) const {
  const CompletionTable& table = lexicon_.phrases();
  std::vector<Suggestion> found;
  for (const Completion& completion : best(table, typed, limit)) {
    const std::string text(table.text(completion.entry));
    found.push_back(suggestion(SuggestionKind::kPhrase, text, text, typed, table.gap(),
                               lexicon_.articles_with(completion.entry)));
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
