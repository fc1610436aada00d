#include "server/search/ranking_terms.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "common/entity/document_number.h"
#include "common/index/schema.h"
#include "server/search/last_word.h"

namespace tracuu {
namespace {

constexpr double kAccentedWeight = 1.0;
constexpr double kFoldedWeight = 0.6;
constexpr double kBigramWeight = 1.0;
constexpr double kTitleWeight = 0.1;
constexpr double kEntityWeight = 1.0;
constexpr double kUntypedWeight = 0.5;
constexpr double kFullNumberWeight = 0.5;
// BM25 of one occurrence is 1, of any number at most k1 + 1, in articles of like length.
constexpr double kExpansionWeight = 1 / (kBm25K1 + 1);
constexpr double kMostShare = 4;
// A long question is found by its other words; an article with both forms must not overtake the one
// whose title was pasted.
constexpr double kLongQuestion = 0.25;

std::string bigram_of(const QuerySyllable& left, const QuerySyllable& right) {
  return term_of(kBigramPrefix, left.folded + ' ' + right.folded);
}

/// Collects terms, each once with the largest weight it was given.
class Collector {
 public:
  Collector(const TermReader& reader, const Query& query)
      : reader_(reader), last_(last_word(reader, query)) {}

  void add(std::string term, double weight, bool boolean = false) {
    const auto known = std::find_if(terms_.begin(), terms_.end(),
                                    [&](const RankingTerm& other) { return other.term == term; });
    if (known != terms_.end()) {
      known->weight = std::max(known->weight, weight);
      return;
    }
    const double rarity = idf(term);
    if (rarity > 0) {
      terms_.push_back({std::move(term), weight, rarity, boolean});
    }
  }

  /// Returns whether a word is ranked by.
  bool counts(const QuerySyllable& syllable) const { return !syllable.unfinished || last_.counts; }

  /// Adds what the last two words may become.
  void add_likely_pairs() {
    for (const LastWord::Pair& pair : last_.pairs) {
      add(term_of(kBigramPrefix, pair.words), kBigramWeight * pair.share);
      add(term_of(kTitleBigramPrefix, pair.words), kBigramWeight * kTitleWeight * pair.share);
    }
  }

  void add_syllable(const QuerySyllable& syllable, bool any_marked, double factor) {
    const bool doubled = any_marked && is_number(syllable);
    const double folded = doubled ? kFoldedWeight + kAccentedWeight : kFoldedWeight;
    add(syllable.folded, folded * factor);
    add(term_of(kTitleFoldedPrefix, syllable.folded), folded * kTitleWeight * factor);
    if (any_marked && !is_number(syllable)) {
      add(term_of(kAccentedPrefix, syllable.key), kAccentedWeight * factor);
      add(term_of(kTitleAccentedPrefix, syllable.key), kAccentedWeight * kTitleWeight * factor);
    }
  }

  void add_neighbours(const QuerySyllable& left, const QuerySyllable& right, double factor) {
    const std::string pair = left.folded + ' ' + right.folded;
    if (factor == 1) {
      typed_pairs_.insert(term_of(kBigramPrefix, pair));
    }
    add(term_of(kBigramPrefix, pair), kBigramWeight * factor);
    add(term_of(kTitleBigramPrefix, pair), kBigramWeight * kTitleWeight * factor);
  }

  /// Adds the full numbers of a type and number: an article that cites "36-NQ/TW" tells more than
  /// one that only says "Nghị quyết 36".
  std::vector<std::string> add_full_numbers(std::string_view type_and_number) {
    std::vector<std::string> numbers;
    const auto asked = parse_document_number(type_and_number);
    if (!asked) {
      return numbers;
    }
    const std::string_view prefix = field(FieldId::kDocument).term_prefix;
    for (const std::string_view separator : {"-", "/"}) {
      const std::string start = std::string(prefix) + std::to_string(asked->number) +
                                asked->suffix + std::string(separator);
      for (const std::string& term : reader_.terms_starting(start)) {
        const auto number = parse_document_number(std::string_view(term).substr(prefix.size()));
        if (number && number->type == asked->type && !number->issuer.empty()) {
          numbers.push_back(term);
          add(term, kFullNumberWeight, true);
        }
      }
    }
    return numbers;
  }

  /// Ties the pairs typed in the name of a paper to it. REQUIRES: a document clause.
  void add_paper(const QueryClause& clause, std::vector<std::string> numbers,
                 const std::vector<RankingWord>& words) {
    const Span name{clause.syllables.front().span.begin, clause.syllables.back().span.end};
    RankingPaper paper{std::move(numbers), 0};
    double all = 0;
    for (std::size_t i = 1; i < words.size(); ++i) {
      all += words[i].link;
      const Span span = words[i].syllable.span;
      if (words[i].link > 0 && name.begin <= words[i - 1].syllable.span.begin &&
          span.end <= name.end) {
        paper.share += words[i].link;
        paper_by_pair_[bigram_of(words[i - 1].syllable, words[i].syllable)] = papers_.size();
      }
    }
    paper.share = all > 0 ? paper.share / all : 1;
    papers_.push_back(std::move(paper));
  }

  /// Adds another form of what is worth `typed` in all, see worth().
  void add_expansion(const std::vector<QuerySyllable>& syllables, double typed) {
    std::vector<std::string> words{syllables.front().folded};
    std::string_view prefix;
    std::string_view title_prefix = kTitleFoldedPrefix;
    if (syllables.size() > 1) {
      prefix = kBigramPrefix;
      title_prefix = kTitleBigramPrefix;
      words.clear();
      for (std::size_t i = 1; i < syllables.size(); ++i) {
        words.push_back(syllables[i - 1].folded + ' ' + syllables[i].folded);
      }
    }
    double all = 0;
    for (const std::string& word : words) {
      all += idf(term_of(prefix, word));
    }
    // Of what no article has nothing can be taken over.
    const double share = typed > 0 && all > 0 ? typed / all : 1;
    const double weight = kExpansionWeight * std::min(share, kMostShare);
    for (const std::string& word : words) {
      add(term_of(prefix, word), weight);
      add(term_of(title_prefix, word), weight * kTitleWeight);
    }
  }

  /// Returns weight x idf of a term so far.
  double worth(const std::string& term) const {
    const auto known = std::find_if(terms_.begin(), terms_.end(),
                                    [&](const RankingTerm& other) { return other.term == term; });
    return known == terms_.end() ? 0 : known->weight * known->idf;
  }

  /// Returns 0 for a term that no article has.
  double idf(const std::string& term) const {
    const Xapian::doccount frequency = reader_.postings(term).size();
    return frequency == 0 ? 0 : idf_of(reader_.articles(), frequency);
  }

  RankingTerms take() {
    RankingTerms ranking;
    for (const RankingTerm& term : terms_) {
      ranking.reachable += term.weight * term.idf * (term.boolean ? 1 : kBm25K1 + 1);
      if (typed_pairs_.contains(term.term)) {
        ranking.bigrams.push_back(term);
        if (const auto paper = paper_by_pair_.find(term.term); paper != paper_by_pair_.end()) {
          ranking.bigrams.back().paper = paper->second;
        }
      }
    }
    ranking.terms = std::move(terms_);
    ranking.papers = std::move(papers_);
    return ranking;
  }

 private:
  const TermReader& reader_;
  LastWord last_;
  std::vector<RankingTerm> terms_;
  std::unordered_set<std::string> typed_pairs_;
  std::vector<RankingPaper> papers_;
  std::unordered_map<std::string, std::size_t> paper_by_pair_;
};

/// Adds up what was typed in the place of an expansion.
double typed_worth(const Query& query, const QueryExpansion& expansion,
                   const Collector& collector) {
  double worth = 0;
  for (std::size_t i = expansion.first; i < expansion.first + expansion.count; ++i) {
    const QuerySyllable& syllable = query.syllables[i];
    worth += collector.worth(syllable.folded);
    worth += collector.worth(term_of(kAccentedPrefix, syllable.key));
    if (i > expansion.first) {
      worth += collector.worth(bigram_of(query.syllables[i - 1], syllable));
    }
  }
  return worth;
}

void add_clause(const QueryClause& clause, bool any_marked, const std::vector<RankingWord>& words,
                Collector& collector) {
  if (clause.kind == QueryClause::Kind::kExpansion) {
    return;
  }
  for (const std::string& term : clause.terms) {
    collector.add(term, kEntityWeight, true);
    if (term.starts_with(kDocumentClassPrefix)) {
      const auto name = std::string_view(term).substr(kDocumentClassPrefix.size());
      collector.add_paper(clause, collector.add_full_numbers(name), words);
    } else if (clause.field == FieldId::kDocument && !clause.syllables.empty()) {
      collector.add_paper(clause, {term}, words);
    }
  }
  // What was typed is in already with its full weight; the rest is an expansion.
  for (std::size_t i = 0; i < clause.syllables.size(); ++i) {
    if (!collector.counts(clause.syllables[i])) {
      continue;
    }
    collector.add_syllable(clause.syllables[i], any_marked, kUntypedWeight);
    if (i > 0 && clause.kind == QueryClause::Kind::kPhrase) {
      collector.add_neighbours(clause.syllables[i - 1], clause.syllables[i], kUntypedWeight);
    }
  }
}

}  // namespace

double idf_of(std::size_t articles, Xapian::doccount frequency) {
  const double without = static_cast<double>(articles - frequency) + 0.5;
  return std::log(1 + without / (static_cast<double>(frequency) + 0.5));
}

double bm25_idf(std::size_t articles, std::size_t frequency) {
  const double with = static_cast<double>(frequency) + 0.5;
  const double odds = (static_cast<double>(articles - frequency) + 0.5) / with;
  return std::log(odds < 2 ? odds * 0.5 + 1 : odds);
}

RankingTerms ranking_terms(const TermReader& terms, const Query& query) {
  Collector collector(terms, query);
  std::vector<RankingWord> words;
  for (std::size_t i = 0; i < query.syllables.size(); ++i) {
    const QuerySyllable& syllable = query.syllables[i];
    if (!collector.counts(syllable)) {
      continue;
    }
    collector.add_syllable(syllable, query.any_marked, 1);
    words.push_back({syllable, 0});
    if (i > 0 && syllable.follows) {
      const QuerySyllable& before = query.syllables[i - 1];
      collector.add_neighbours(before, syllable, 1);
      words.back().link = collector.idf(bigram_of(before, syllable));
    }
  }
  collector.add_likely_pairs();
  for (const QueryGroup& group : query.groups) {
    for (const QueryClause& clause : group.alternatives) {
      add_clause(clause, query.any_marked, words, collector);
    }
  }
  std::vector<double> worths;
  worths.reserve(query.expansions.size());
  for (const QueryExpansion& expansion : query.expansions) {
    worths.push_back(typed_worth(query, expansion, collector) *
                     (query.best_match ? kLongQuestion : 1));
  }
  for (std::size_t i = 0; i < worths.size(); ++i) {
    collector.add_expansion(query.expansions[i].syllables, worths[i]);
  }
  RankingTerms ranking = collector.take();
  ranking.words = std::move(words);
  return ranking;
}

}  // namespace tracuu
