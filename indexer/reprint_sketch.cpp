#include "indexer/reprint_sketch.h"

#include <xxhash.h>
#include <cmath>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <string_view>

#include "common/text/tokens.h"

namespace tracuu {
namespace {

constexpr std::size_t kShingle = 5;        ///< syllables
constexpr std::size_t kShinglesKept = 64;  ///< an estimate of 0.8 is then right within 0.05
constexpr std::size_t kNumbersKept = 16;
constexpr std::size_t kShortLine = 8;  ///< syllables; what is shorter is caption, credit, byline
constexpr std::size_t kLongestDateline = 8;  ///< syllables
/// With fewer numbers than these a difference says nothing.
constexpr std::size_t kFewNumbers = 3;
/// With fewer shingles to look at an estimate says nothing.
constexpr std::size_t kSmallestSample = 20;

std::uint32_t folded_down(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash >> 32);
}

void sort_distinct(std::vector<std::uint32_t>& hashes) {
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

/// Makes a sample of the `most` smallest hashes.
HashSample sample_of(std::vector<std::uint32_t> hashes, std::size_t most) {
  // Few of many are kept, and few are twice there: twice as many are enough to sort.
  if (hashes.size() > 4 * most) {
    std::nth_element(hashes.begin(), hashes.begin() + static_cast<std::ptrdiff_t>(2 * most),
                     hashes.end());
    std::vector<std::uint32_t> smallest(hashes.begin(),
                                        hashes.begin() + static_cast<std::ptrdiff_t>(2 * most));
    sort_distinct(smallest);
    if (smallest.size() > most) {
      hashes = std::move(smallest);
    }
  }
  sort_distinct(hashes);
  HashSample sample;
  if (hashes.size() > most) {
    hashes.resize(most);
    sample.bound = hashes.back();
  }
  hashes.shrink_to_fit();
  sample.hashes = std::move(hashes);
  return sample;
}

/// Returns how many tokens in front of a body are its dateline: up to a bracket that closes or a
/// dash between blanks, when one comes soon.
std::size_t dateline_size(std::string_view body, const std::vector<Token>& tokens) {
  for (std::size_t i = 0; i + 1 < tokens.size() && i < kLongestDateline; ++i) {
    const std::string_view gap =
        body.substr(tokens[i].span.end, tokens[i + 1].span.begin - tokens[i].span.end);
    if (gap.find(" - ") != gap.npos || gap.find(')') != gap.npos || gap.find("- ") == 0) {
      return i + 1;
    }
    if (gap.find_first_of(".\n") != gap.npos && gap.size() > 1) {
      return 0;
    }
  }
  return 0;
}

/// Returns the tokens that are the text itself.
std::vector<const Token*> text_tokens(std::string_view body, const std::vector<Token>& tokens) {
  std::vector<const Token*> kept;
  std::size_t begin = dateline_size(body, tokens);
  while (begin < tokens.size()) {
    const std::size_t line_end = std::min(body.find('\n', tokens[begin].span.begin), body.size());
    std::size_t end = begin;
    while (end < tokens.size() && tokens[end].span.begin < line_end) {
      ++end;
    }
    for (std::size_t i = begin; end - begin >= kShortLine && i < end; ++i) {
      kept.push_back(&tokens[i]);
    }
    begin = end;
  }
  if (kept.size() * 2 < tokens.size()) {
    kept.clear();
    std::transform(tokens.begin(), tokens.end(), std::back_inserter(kept),
                   [](const Token& token) { return &token; });
  }
  return kept;
}

struct Counts {
  std::size_t left = 0;
  std::size_t right = 0;
  std::size_t both = 0;
};

Counts counts_of(const HashSample& left, const HashSample& right) {
  const std::uint32_t bound = std::min(left.bound, right.bound);
  const auto end_of = [bound](const HashSample& sample) {
    return std::upper_bound(sample.hashes.begin(), sample.hashes.end(), bound);
  };
  const auto left_end = end_of(left);
  const auto right_end = end_of(right);
  Counts counts{static_cast<std::size_t>(left_end - left.hashes.begin()),
                static_cast<std::size_t>(right_end - right.hashes.begin()), 0};
  auto a = left.hashes.begin();
  auto b = right.hashes.begin();
  while (a != left_end && b != right_end) {
    counts.both += *a == *b ? 1 : 0;
    const bool left_steps = *a <= *b;
    b += *b <= *a ? 1 : 0;
    a += left_steps ? 1 : 0;
  }
  return counts;
}

bool is_complete(const HashSample& sample) {
  return sample.bound == HashSample().bound;
}

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

ReprintSketch reprint_sketch(const Article& article) {
  return reprint_sketch(article, tokens_of(article));
}

ReprintSketch reprint_sketch(const Article& article, const ArticleTokens& tokens) {
  if (article.title().empty()) {
    return {};
  }
  const std::vector<const Token*> text = text_tokens(tokens.body_text, tokens.body);
  std::vector<std::uint64_t> syllables;
  syllables.reserve(text.size());
  std::vector<std::uint32_t> numbers;
  for (const Token* token : text) {
    syllables.push_back(XXH3_64bits(token->folded.data(), token->folded.size()));
    if (token->kind != Token::Kind::kWord) {
      numbers.push_back(folded_down(syllables.back()));
    }
  }
  std::vector<std::uint32_t> shingles;
  for (std::size_t i = 0; i + kShingle <= syllables.size(); ++i) {
    shingles.push_back(folded_down(XXH3_64bits(&syllables[i], kShingle * sizeof syllables[i])));
  }
  ReprintSketch sketch{sample_of(std::move(shingles), kShinglesKept),
                       sample_of(std::move(numbers), kNumbersKept), std::nullopt};
  if (article.published) {
    sketch.day = day_number(*article.published);
  }
  return sketch;
}

void remove_shingles(ReprintSketch& sketch, const std::vector<std::uint32_t>& common) {
  HashSample& sample = sketch.shingles;
  const auto is_common = [&](std::uint32_t hash) {
    return std::binary_search(common.begin(), common.end(), hash);
  };
  const auto last = std::find_if(sample.hashes.rbegin(), sample.hashes.rend(), is_common);
  if (last == sample.hashes.rend()) {
    return;
  }
  const std::uint32_t known = *last;
  const auto looked_at = static_cast<std::size_t>(sample.hashes.rend() - last);
  const std::size_t before = sample.hashes.size();
  std::erase_if(sample.hashes, is_common);
  if ((before - sample.hashes.size()) * 2 > looked_at) {
    // Long articles sample fewer hashes, so what they repeat is known up to some hash only. A text
    // that is mostly boilerplate up to there is mostly boilerplate behind it.
    std::erase_if(sample.hashes, [known](std::uint32_t hash) { return hash > known; });
    sample.bound = known;
  }
}

Overlap overlap_of(const ReprintSketch& left, const ReprintSketch& right) {
  const Counts shingles = counts_of(left.shingles, right.shingles);
  const Counts numbers = counts_of(left.numbers, right.numbers);
  Overlap overlap;
  overlap.sample = std::min(shingles.left, shingles.right);
  overlap.contained = share(shingles.both, overlap.sample);
  overlap.ratio = share(overlap.sample, std::max(shingles.left, shingles.right));
  const std::size_t fewer = std::min(numbers.left, numbers.right);
  overlap.numbers = fewer < kFewNumbers ? 1 : share(numbers.both, fewer);
  return overlap;
}

std::optional<double> reprint_confidence(const ReprintSketch& left, const ReprintSketch& right) {
  const Overlap overlap = overlap_of(left, right);
  const bool is_short = is_complete(left.shingles) || is_complete(right.shingles);
  if (overlap.sample < (is_short ? 1 : kSmallestSample) ||
      overlap.contained < (is_short ? kShortContained : kContained) ||
      overlap.ratio < (is_short ? kShortRatio : kLeastRatio) ||
      overlap.numbers < kNumbersContained ||
      (is_short && left.day && right.day && std::abs(*left.day - *right.day) > kShortDays)) {
    return std::nullopt;
  }
  return overlap.contained;
}

std::vector<std::uint32_t> reprint_keys(const ReprintSketch& sketch) {
  const std::vector<std::uint32_t>& hashes = sketch.shingles.hashes;
  const auto count = static_cast<std::ptrdiff_t>(std::min(hashes.size(), kReprintKeys));
  return {hashes.begin(), hashes.begin() + count};
}

}  // namespace tracuu
