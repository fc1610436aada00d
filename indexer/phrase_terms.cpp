#include "indexer/phrase_terms.h"

#include <algorithm>
#include <utility>

#include "common/index/schema.h"

namespace tracuu {
namespace {

using Symbol = PhraseTree::Symbol;

/// Articles of a sample; so many tell a share of one in 64 to an eighth of it.
constexpr std::size_t kSample = 4'096;
/// The share of articles that a phrase has at least, and how many it has however few there are.
constexpr std::size_t kLeastShare = 64;
constexpr std::size_t kLeastArticles = 8;
/// Runs of one tree: more than common words of news make, so that hostile ones take no more memory.
constexpr std::size_t kMostRuns = 32'768;

/// Symbols of an article: its words by number, or by the number of their forms.
void append_words(std::span<const StreamUnit> units, std::vector<Symbol>& symbols) {
  for (StreamReader reader(units); !reader.at_end();) {
    const WordId word = reader.next();
    symbols.push_back(word == kSentenceBreak || word == kTitleEnd ? PhraseTree::kBreak : word);
  }
  symbols.push_back(PhraseTree::kBreak);
}

void fold(const std::vector<TokenStreams::WordParts>& parts, std::vector<Symbol>& symbols) {
  for (Symbol& symbol : symbols) {
    symbol = symbol == PhraseTree::kBreak ? symbol : parts[symbol].form;
  }
}

std::vector<std::vector<Symbol>> sample_of(const TokenStreams& streams) {
  const std::size_t step = streams.docids().size() / kSample + 1;
  std::vector<std::vector<Symbol>> sample;
  for (std::size_t ordinal = 0; ordinal < streams.docids().size(); ordinal += step) {
    append_words(streams.at(ordinal), sample.emplace_back());
  }
  return sample;
}

std::vector<std::vector<Symbol>> folded_sample_of(
    const TokenStreams& streams, const std::vector<TokenStreams::WordParts>& parts) {
  std::vector<std::vector<Symbol>> sample = sample_of(streams);
  std::for_each(sample.begin(), sample.end(), [&](auto& symbols) { fold(parts, symbols); });
  return sample;
}

PhraseTree tree_of(const std::vector<std::vector<Symbol>>& sample, std::size_t symbols) {
  return PhraseTree(sample, symbols, sample.size() / kLeastShare + kLeastArticles);
}

}  // namespace

/// Text in which runs are counted.
struct PhraseTree::Sample {
  std::vector<Symbol> symbols;
  std::vector<std::uint32_t> article_of;  ///< by place
  std::vector<Node> nodes;                ///< by place: the run looked at that starts there

  /// Counts the articles that have something, told of them in their order.
  struct Count {
    std::uint32_t articles = 0;
    std::uint32_t last = std::numeric_limits<std::uint32_t>::max();

    void see(std::uint32_t article) {
      articles += article == last ? 0 : 1;
      last = article;
    }
  };
};

PhraseTree::PhraseTree(const std::vector<std::vector<Symbol>>& articles, std::size_t symbols,
                       std::size_t least)
    : first_(symbols, kNone) {
  Sample sample;
  for (std::uint32_t article = 0; article < articles.size(); ++article) {
    const auto& text = articles[article];
    sample.symbols.insert(sample.symbols.end(), text.begin(), text.end());
    sample.article_of.resize(sample.symbols.size(), article);
  }
  sample.nodes.assign(sample.symbols.size(), kNone);
  add_symbols(sample, least);
  for (std::size_t length = 2; length <= kLongestPhraseTerm && add_longer(sample, least);
       ++length) {
  }
}

void PhraseTree::add_symbols(Sample& sample, std::size_t least) {
  std::vector<Sample::Count> counts(first_.size());
  for (std::size_t i = 0; i < sample.symbols.size(); ++i) {
    if (sample.symbols[i] != kBreak) {
      counts[sample.symbols[i]].see(sample.article_of[i]);
    }
  }
  for (Symbol symbol = 0; symbol < counts.size() && nodes_.size() < kMostRuns; ++symbol) {
    if (counts[symbol].articles >= least) {
      first_[symbol] = static_cast<Node>(nodes_.size());
      nodes_.push_back({kNone, symbol, 1});
    }
  }
  for (std::size_t i = 0; i < sample.symbols.size(); ++i) {
    sample.nodes[i] = sample.symbols[i] == kBreak ? kNone : first_[sample.symbols[i]];
  }
}

bool PhraseTree::add_longer(Sample& sample, std::size_t least) {
  boost::unordered_flat_map<std::uint64_t, Node> numbers;
  std::vector<std::pair<std::uint64_t, Sample::Count>> runs;
  const auto places = sample.symbols.size();
  for (std::size_t i = 0; i < places; ++i) {
    const Node node = sample.nodes[i];
    // The place behind still has the run of one symbol less.
    if (node == kNone || i + 1 == places || sample.nodes[i + 1] == kNone) {
      sample.nodes[i] = kNone;
      continue;
    }
    const std::uint64_t run = key(node, sample.symbols[i + nodes_[node].length]);
    const auto [number, is_new] = numbers.try_emplace(run, static_cast<Node>(runs.size()));
    if (is_new) {
      runs.push_back({run, {}});
    }
    runs[number->second].second.see(sample.article_of[i]);
    sample.nodes[i] = number->second;
  }
  std::vector<Node> kept(runs.size(), kNone);
  for (std::size_t run = 0; run < runs.size() && nodes_.size() < kMostRuns; ++run) {
    const auto& [parts, count] = runs[run];
    if (count.articles >= least) {
      kept[run] = static_cast<Node>(nodes_.size());
      const auto parent = static_cast<Node>(parts >> 32U);
      nodes_.push_back({parent, static_cast<Symbol>(parts), nodes_[parent].length + 1});
      children_.emplace(parts, kept[run]);
    }
  }
  for (Node& node : sample.nodes) {
    node = node == kNone ? kNone : kept[node];
  }
  return std::any_of(kept.begin(), kept.end(), [](Node node) { return node != kNone; });
}

std::vector<Symbol> PhraseTree::symbols_of(Node node) const {
  std::vector<Symbol> symbols;
  for (; node != kNone; node = nodes_[node].parent) {
    symbols.push_back(nodes_[node].last);
  }
  std::reverse(symbols.begin(), symbols.end());
  return symbols;
}

PhraseTerms::PhraseTerms(const TokenStreams& streams,
                         const std::vector<TokenStreams::WordParts>& parts)
    : streams_(streams),
      parts_(parts),
      as_written_(tree_of(sample_of(streams), parts.size())),
      folded_(tree_of(folded_sample_of(streams, parts), streams.forms())) {}

std::string PhraseTerms::term(std::size_t number) const {
  const bool is_folded = number >= as_written_.size();
  const auto symbols =
      is_folded ? folded_.symbols_of(static_cast<PhraseTree::Node>(number - as_written_.size()))
                : as_written_.symbols_of(static_cast<PhraseTree::Node>(number));
  std::string words;
  for (const Symbol symbol : symbols) {
    words.append(words.empty() ? "" : " ");
    words.append(is_folded ? streams_.form(symbol) : streams_.key(symbol));
  }
  return std::string(is_folded ? kFoldedPhrasePrefix : kPhrasePrefix) + words;
}

void PhraseTerms::find_in(std::span<const StreamUnit> units,
                          std::vector<std::uint32_t>& found) const {
  std::vector<Symbol> symbols;
  append_words(units, symbols);
  as_written_.for_each_in(symbols, [&](PhraseTree::Node node) {
    if (as_written_.length(node) >= kShortestPhraseTerm) {
      found.push_back(node);
    }
  });
  fold(parts_, symbols);
  folded_.for_each_in(symbols, [&](PhraseTree::Node node) {
    if (folded_.length(node) >= kShortestFoldedPhraseTerm) {
      found.push_back(static_cast<std::uint32_t>(as_written_.size() + node));
    }
  });
}

}  // namespace tracuu
