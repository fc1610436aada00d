#include "indexer/lexicon_builder.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "common/text/normalize.h"
#include "common/text/tokens.h"
#include "common/text/utf8.h"
#include "indexer/parallel.h"

namespace tracuu {
namespace {

constexpr std::size_t kLongestTitle = 600;  ///< bytes
constexpr std::uint32_t kFewestArticles = 2;
constexpr std::size_t kCountedAtATime = 256;  ///< articles
/// A phrase is part of a longer one when it stands in it in this share of its articles.
constexpr std::uint64_t kPartOf = 4;
constexpr std::uint64_t kPartOfAll = 5;

/// The canonical keys of a phrase, and where those of its syllables end.
struct PhraseKeys {
  std::string keys;
  std::vector<std::size_t> ends;

  explicit PhraseKeys(const std::string& phrase) {
    for (const Token& token : tokenize(phrase)) {
      keys.append(token.key).append(1, ' ');
      ends.push_back(keys.size());
    }
  }
  std::string without_last() const { return keys.substr(0, ends[ends.size() - 2]); }
  std::string without_first() const { return keys.substr(ends[0]); }
};

/// Calls `see` with each title once; of articles with one title only the first is heard.
template <typename See>
void for_distinct(const std::vector<LexiconTitle>& titles, const See& see) {
  std::vector<const std::string*> texts;
  texts.reserve(titles.size());
  for (const LexiconTitle& title : titles) {
    texts.push_back(&title.text);
  }
  const auto less = [](const std::string* a, const std::string* b) { return *a < *b; };
  std::sort(texts.begin(), texts.end(), less);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i == 0 || *texts[i] != *texts[i - 1]) {
      see(tokenized(*texts[i]));
    }
  }
}

}  // namespace

std::string lexicon_title(const Article& article) {
  std::string title = normalized(article.title());
  std::replace(title.begin(), title.end(), '\n', ' ');
  if (title.size() > kLongestTitle) {
    title = std::string(clip_utf8(title, kLongestTitle)) + "…";
  }
  return title;
}

std::vector<LexiconPhrase> worth_suggesting(const std::vector<LexiconPhrase>& counted) {
  std::unordered_map<std::string, std::size_t> number_by_keys;
  std::vector<PhraseKeys> keys;
  keys.reserve(counted.size());
  for (std::size_t i = 0; i < counted.size(); ++i) {
    keys.emplace_back(counted[i].text);
    number_by_keys.emplace(keys.back().keys, i);
  }
  std::vector<bool> worth(counted.size());
  for (std::size_t i = 0; i < counted.size(); ++i) {
    worth[i] = keys[i].ends.size() <= kLongestPhrase && counted[i].articles >= kFewestArticles;
  }
  for (std::size_t i = 0; i < counted.size(); ++i) {
    if (keys[i].ends.size() <= kShortestPhrase) {
      continue;
    }
    for (const std::string& part : {keys[i].without_last(), keys[i].without_first()}) {
      const auto found = number_by_keys.find(part);
      if (found != number_by_keys.end() &&
          counted[i].articles * kPartOfAll >= counted[found->second].articles * kPartOf) {
        worth[found->second] = false;
      }
    }
  }
  std::vector<LexiconPhrase> kept;
  for (std::size_t i = 0; i < counted.size(); ++i) {
    if (worth[i]) {
      kept.push_back(counted[i]);
    }
  }
  std::sort(kept.begin(), kept.end(), [](const LexiconPhrase& a, const LexiconPhrase& b) {
    return a.articles != b.articles ? a.articles > b.articles : a.text < b.text;
  });
  kept.resize(std::min(kept.size(), kMostPhrases));
  return kept;
}

void LexiconBuilder::see(std::uint32_t docid, const Article& article) {
  titles_.push_back({lexicon_title(article), docid});
}

void LexiconBuilder::find_phrases() {
  PhraseMiner miner;
  for_distinct(titles_, [&](const TokenizedText& title) { miner.see_title(title); });
  miner.find();
  for_distinct(titles_, [&](const TokenizedText& title) { miner.vote(title); });
  spellings_ = miner.spellings();
  counter_ = std::make_unique<PhraseCounter>(spellings_);
}

void LexiconBuilder::count(const TokenStreams& streams, std::size_t threads) {
  using Word = PhraseCounter::Word;
  std::vector<Word> known;
  for (const StreamWord& word : streams.words()) {
    known.push_back(counter_->word(word.folded, word.key));
  }
  const std::size_t articles = streams.docids().size();
  run_jobs((articles + kCountedAtATime - 1) / kCountedAtATime, threads, [&](std::size_t job) {
    const std::size_t end = std::min((job + 1) * kCountedAtATime, articles);
    std::vector<Word> words;
    for (std::size_t article = job * kCountedAtATime; article < end; ++article) {
      words.clear();
      bool apart = true;
      for (StreamReader reader(streams.at(article)); !reader.at_end();) {
        const WordId word = reader.next();
        if (word == kSentenceBreak || word == kTitleEnd) {
          apart = true;
          continue;
        }
        words.push_back(known[word]);
        words.back().apart = std::exchange(apart, false);
      }
      counter_->count(words);
    }
  });
}

void LexiconBuilder::write(const std::filesystem::path& directory) {
  std::vector<LexiconPhrase> counted;
  counted.reserve(spellings_.size());
  for (std::size_t i = 0; i < spellings_.size(); ++i) {
    counted.push_back(
        {std::move(spellings_[i]), static_cast<std::uint32_t>(counter_->count_of(i))});
  }
  counter_.reset();
  spellings_.clear();
  write_lexicon(directory, std::exchange(titles_, {}), worth_suggesting(counted));
}

}  // namespace tracuu
