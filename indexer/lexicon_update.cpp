#include "indexer/lexicon_update.h"

#include <utility>

#include "common/text/normalize.h"
#include "common/text/tokens.h"
#include "indexer/lexicon_builder.h"

namespace tracuu {

Result<LexiconUpdate> LexiconUpdate::open(const std::filesystem::path& current) {
  Result<Lexicon> lexicon = Lexicon::open(current);
  if (!lexicon) {
    return lexicon.error();
  }
  return Result<LexiconUpdate>(LexiconUpdate(std::move(*lexicon)));
}

LexiconUpdate::LexiconUpdate(Lexicon lexicon) : lexicon_(std::move(lexicon)) {
  const CompletionTable& phrases = lexicon_.phrases();
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

void LexiconUpdate::write(const std::filesystem::path& directory) {
  std::vector<LexiconTitle> titles;
  for (std::uint32_t title = 0; title < lexicon_.titles().size(); ++title) {
    for (const std::uint32_t docid : lexicon_.docids_of(title)) {
      if (!removed_.contains(docid)) {
        titles.push_back({std::string(lexicon_.titles().text(title)), docid});
      }
    }
  }
  for (auto& [docid, title] : added_) {
    titles.push_back({std::move(title), docid});
  }
  std::vector<LexiconPhrase> phrases;
  for (std::uint32_t phrase = 0; phrase < spellings_.size(); ++phrase) {
    const std::int64_t articles =
        std::int64_t{lexicon_.articles_with(phrase)} + counter_->count_of(phrase);
    if (articles > 0) {
      phrases.push_back({std::move(spellings_[phrase]), static_cast<std::uint32_t>(articles)});
    }
  }
  write_lexicon(directory, std::move(titles), std::move(phrases));
}

}  // namespace tracuu
