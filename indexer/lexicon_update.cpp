#include "indexer/lexicon_update.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "common/index/segments.h"
#include "common/text/normalize.h"
#include "common/text/tokens.h"
#include "indexer/lexicon_builder.h"

namespace tracuu {

namespace {

/// Appends the titles of a lexicon whose docids `is_gone` lets stand.
template <typename IsGone>
void append_titles(const Lexicon& lexicon, const IsGone& is_gone,
                   std::vector<LexiconTitle>& titles) {
  for (std::uint32_t title = 0; title < lexicon.titles().size(); ++title) {
    for (const std::uint32_t docid : lexicon.docids_of(title)) {
      if (!is_gone(docid)) {
        titles.push_back({std::string(lexicon.titles().text(title)), docid});
      }
    }
  }
}

}  // namespace

Result<LexiconUpdate> LexiconUpdate::open(const std::filesystem::path& current) {
  const std::vector<std::filesystem::path> segments = segments_of(current);
  Result<Lexicon> base = Lexicon::open(segments.front());
  if (!base || segments.size() == 1) {
    return base ? Result<LexiconUpdate>(LexiconUpdate(std::move(*base), std::nullopt))
                : base.error();
  }
  Result<Lexicon> delta = Lexicon::open(segments.back());
  if (!delta) {
    return delta.error();
  }
  return Result<LexiconUpdate>(LexiconUpdate(std::move(*base), std::move(*delta)));
}

LexiconUpdate::LexiconUpdate(Lexicon base, std::optional<Lexicon> delta)
    : base_(std::move(base)), delta_(std::move(delta)) {
  const CompletionTable& phrases = base_.phrases();
  for (std::uint32_t phrase = 0; phrase < phrases.size(); ++phrase) {
    spellings_.emplace_back(phrases.text(phrase));
  }
  counter_ = std::make_unique<PhraseCounter>(spellings_);
}

void LexiconUpdate::count(const Article& article, std::int32_t by) {
  const std::string text = normalized(article.text);
  counter_->count(tokenized(text), by);
}

void LexiconUpdate::remove(std::uint32_t docid, const Article& article) {
  if (added_.erase(docid) == 0) {
    removed_.insert(docid);
  }
  count(article, -1);
}

void LexiconUpdate::add(std::uint32_t docid, const Article& article) {
  added_.insert_or_assign(docid, lexicon_title(article));
  count(article, 1);
}

void LexiconUpdate::keep(std::uint32_t docid, const Article& article) {
  removed_.insert(docid);
  added_.insert_or_assign(docid, lexicon_title(article));
}

void LexiconUpdate::write(const std::filesystem::path& directory,
                          std::span<const std::uint32_t> removed) {
  const std::vector<std::filesystem::path> segments = segments_of(directory);
  const bool is_merged = segments.size() == 1;
  const auto went_now = [this](std::uint32_t docid) { return removed_.contains(docid); };
  std::vector<LexiconTitle> titles;
  if (is_merged) {
    append_titles(
        base_,
        [&](std::uint32_t docid) {
          return went_now(docid) || std::binary_search(removed.begin(), removed.end(), docid);
        },
        titles);
  }
  if (delta_) {
    append_titles(*delta_, went_now, titles);
  }
  for (auto& [docid, title] : added_) {
    titles.push_back({std::move(title), docid});
  }
  write_lexicon(segments.back(), std::move(titles), phrases(!is_merged));
}

/// All phrases that articles have, or, with 0 for those that none has, the ones whose counts differ
/// from the base's.
std::vector<LexiconPhrase> LexiconUpdate::phrases(bool changed_only) {
  std::unordered_map<std::string_view, std::uint32_t> in_delta;
  for (std::uint32_t phrase = 0; delta_ && phrase < delta_->phrases().size(); ++phrase) {
    in_delta.emplace(delta_->phrases().text(phrase), delta_->articles_with(phrase));
  }
  std::vector<LexiconPhrase> phrases;
  for (std::uint32_t phrase = 0; phrase < spellings_.size(); ++phrase) {
    const std::uint32_t in_base = base_.articles_with(phrase);
    const auto known = in_delta.find(spellings_[phrase]);
    const std::int64_t before = known == in_delta.end() ? in_base : known->second;
    const auto articles =
        static_cast<std::uint32_t>(std::max<std::int64_t>(before + counter_->count_of(phrase), 0));
    if (changed_only ? articles != in_base : articles > 0) {
      phrases.push_back({std::move(spellings_[phrase]), articles});
    }
  }
  return phrases;
}

}  // namespace tracuu
