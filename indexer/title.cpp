#include "indexer/title.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>
#include <utility>

#include "common/text/normalize.h"
#include "common/text/syllable.h"
#include "common/text/tokens.h"
#include "common/text/utf8.h"
#include "indexer/byline.h"
#include "indexer/line_words.h"
#include "indexer/portal_name.h"
#include "indexer/publisher_name.h"
#include "indexer/section_name.h"
#include "indexer/title_candidate.h"
#include "indexer/title_words.h"
#include "indexer/word_list.h"

namespace tracuu {
namespace {

// How far the headline may be from the text, and how much of the text is compared with it.
constexpr std::size_t kMaxCandidates = 60;

double score_of_length(std::size_t words) {
  return words >= 8 ? 4.0 : words >= 6 ? 3.0 : words >= 4 ? 1.0 : -1.0;
}

double score_of_form(const PageBlock& block) {
  double score = 0;
  if (block.shape.ends_statement) {
    score -= 3;
  }
  if (block.normalized.starts_with('(') || block.shape.bullet || block.shape.begins_lower) {
    score -= 3;
  }
  score -= opens_caption(block.shape) || block.head ? 4 : 0;
  score -= is_body_name(block.shape, block.normalized) ? 4 : 0;
  // Cells of one row beside each other, as items of a menu stand.
  return score - static_cast<double>(block.shape.bars) - (block.glued ? 2 : 0);
}

bool is_date(const std::vector<PageBlock>& blocks, std::size_t index) {
  return index < blocks.size() && blocks[index].kind == LineKind::kDateLine;
}

/// Returns whether a block is too little to stand between headline and date: a button, a counter.
bool is_stray(const PageBlock& block) {
  constexpr std::size_t kStrayWords = 2;
  return block.kind == LineKind::kPageTool || block.shape.words.size() <= kStrayWords;
}

double score_of_place(const std::vector<PageBlock>& blocks, std::size_t index,
                      std::size_t first_prose) {
  double score = 0;
  std::size_t next = index + 1;
  while (next < first_prose && !is_date(blocks, next) && is_stray(blocks[next])) {
    ++next;
  }
  if (is_date(blocks, next)) {
    score += 4;
  } else if (is_date(blocks, next + 1)) {
    score += 2;
  }
  if (index > 0 && is_date(blocks, index - 1)) {
    score += 2;
  }
  std::size_t others = 0;
  for (std::size_t i = index + 1; i < first_prose && others < 5; ++i) {
    others += blocks[i].kind == LineKind::kContent && !is_stray(blocks[i]) ? 1 : 0;
  }
  return score + 2 - static_cast<double>(others);
}

bool is_capitals(const PageBlock& block) {
  const std::vector<Token> tokens = tokenize(block.normalized);
  return std::all_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.all_caps || token.kind != Token::Kind::kWord || token.folded.size() == 1;
  });
}

/// Returns whether a line is the kicker over a headline: a few words in capitals above a longer
/// line in small letters.
bool is_kicker(const std::vector<PageBlock>& blocks, std::size_t index, std::size_t end) {
  constexpr std::size_t kMaxKickerWords = 7;
  std::size_t next = index + 1;
  while (next + 1 < end && blocks[next].kind == LineKind::kMenu) {
    ++next;
  }
  return next < end && blocks[index].shape.words.size() <= kMaxKickerWords &&
         is_capitals(blocks[index]) && can_be_title(blocks[next]) && !is_capitals(blocks[next]) &&
         score_of_form(blocks[next]) >= 0 &&
         blocks[next].shape.words.size() > blocks[index].shape.words.size();
}

/// Returns whether a line goes on in mid-sentence, be it with a quotation.
bool begins_lower(const PageBlock& block) {
  const std::size_t begin = block.normalized.find_first_not_of("\"'");
  if (block.shape.begins_lower || begin == 0 || begin == std::string::npos) {
    return block.shape.begins_lower;
  }
  const std::string_view unquoted = std::string_view(block.normalized).substr(begin);
  return shape_of(unquoted, unquoted).begins_lower;
}

/// Returns whether a blank line stands behind every line of a page's head.
bool is_double_spaced(const std::vector<PageBlock>& blocks, std::size_t end) {
  for (std::size_t i = 0; i + 1 < end; ++i) {
    if (!blocks[i + 1].glued && blocks[i + 1].first_line == blocks[i].first_line + 1) {
      return false;
    }
  }
  return end > 2;
}

/// How the lines of a head are told to belong together.
struct HeadlineRules {
  std::string_view suggested;
  bool double_spaced = false;
};

/// Returns whether `next` is the rest of a headline that `block` begins.
bool goes_on(const PageBlock& block, const PageBlock& next, const HeadlineRules& rules) {
  const std::string_view suggested = rules.suggested;
  const bool colon = block.normalized.ends_with(':') && is_capitals(block) && is_capitals(next);
  if (next.kind != LineKind::kContent || !next.shape.is_short() || next.shape.bullet ||
      next.glued || next.shape.words.size() < 2 ||
      next.first_line > block.first_line + block.line_count +
                            (colon || rules.double_spaced || begins_lower(next) ? 1 : 0) ||
      (block.shape.ends_statement && !colon)) {
    return false;
  }
  return begins_lower(next) || (is_capitals(block) && is_capitals(next)) ||
         (!suggested.empty() &&
          compact(suggested).starts_with(compact(block.normalized) + compact(next.normalized)));
}

TitleBlocks whole_title(const std::vector<PageBlock>& blocks, std::size_t best, std::size_t end,
                        const HeadlineRules& rules) {
  constexpr std::size_t kMaxTitleLines = 3;
  TitleBlocks title{best, 1};
  // A few words in capitals over a headline in capitals are a section.
  constexpr std::size_t kSectionWords = 4;
  const auto is_section = [](const PageBlock& block) {
    return is_body_name(block.shape, block.normalized) ||
           (is_capitals(block) && block.shape.words.size() <= kSectionWords &&
            !block.normalized.ends_with(':'));
  };
  while (title.count < kMaxTitleLines && title.first > 0 && can_be_title(blocks[title.first - 1]) &&
         !is_part_of(blocks[title.first].normalized, blocks[title.first - 1].normalized) &&
         !is_section(blocks[title.first - 1]) &&
         goes_on(blocks[title.first - 1], blocks[title.first], rules)) {
    --title.first;
    ++title.count;
  }
  // Where a page writes its headline twice, the second is no part of the first.
  while (
      title.count < kMaxTitleLines && title.first + title.count < end &&
      !is_part_of(blocks[title.first + title.count].normalized, blocks[title.first].normalized) &&
      goes_on(blocks[title.first + title.count - 1], blocks[title.first + title.count], rules)) {
    ++title.count;
  }
  return title;
}

/// Returns the headline above `best` where `best` is the summary under it: of two long lines that
/// stand together and speak of the same, the first is the headline.
std::size_t above_summary(const std::vector<PageBlock>& blocks, std::size_t best, std::size_t begin,
                          const WordSet& text) {
  constexpr std::size_t kHeadlineWords = 6;
  constexpr double kSameSubject = 0.1;
  if (best == begin || !can_be_title(blocks[best - 1])) {
    return best;
  }
  const PageBlock& above = blocks[best - 1];
  const double share = pairs_in(above.shape.words, text);
  const bool headline = above.shape.words.size() >= kHeadlineWords && score_of_form(above) >= 0 &&
                        share >= kSameSubject &&
                        share + kSameSubject >= pairs_in(blocks[best].shape.words, text);
  return headline ? best - 1 : best;
}

/// Returns the line that says the same as `best` in small letters, `best` when there is none:
/// banners of a page repeat the headline in capitals.
std::size_t in_small_letters(const std::vector<PageBlock>& blocks, std::size_t best,
                             std::size_t begin, std::size_t end) {
  if (!is_capitals(blocks[best])) {
    return best;
  }
  const std::string wanted = compact(blocks[best].normalized);
  for (std::size_t i = begin; i < end; ++i) {
    if (i != best && can_be_title(blocks[i]) && !is_capitals(blocks[i]) &&
        compact(blocks[i].normalized) == wanted) {
      return i;
    }
  }
  return best;
}

/// Where headlines may stand.
struct HeadRegion {
  std::size_t first_prose = 0;
  std::size_t end = 0;
};

/// Scores the line at `i` as the headline of a page whose text has the words `text`.
double score_of(const std::vector<PageBlock>& blocks, std::size_t i, HeadRegion region,
                const HeadlineRules& rules, const WordSet& text) {
  const bool broken = i + 1 < region.end && goes_on(blocks[i], blocks[i + 1], rules);
  const std::size_t words =
      blocks[i].shape.words.size() + (broken ? blocks[i + 1].shape.words.size() : 0);
  double score = score_of_length(words) + score_of_form(blocks[i]) +
                 score_of_place(blocks, i, region.first_prose) +
                 4 * share_in(blocks[i].shape.words, text);
  // The colon at which a headline in capitals is broken ends no statement.
  score += broken && blocks[i].shape.ends_statement ? 3 : 0;
  score -= is_kicker(blocks, i, region.end) ? 4 : 0;
  if (!rules.suggested.empty() && same_title(blocks[i].normalized, rules.suggested)) {
    score += 20;
  }
  return score;
}

}  // namespace

std::optional<TitleBlocks> choose_title(const std::vector<PageBlock>& blocks,
                                        std::size_t first_prose, std::string_view suggested) {
  const std::size_t end = std::min(first_prose, blocks.size());
  const std::size_t begin = end > kMaxCandidates ? end - kMaxCandidates : 0;
  if (begin == end) {
    return std::nullopt;
  }
  const WordSet text = words_of_text(blocks, end);
  const std::string spelled = normalized(suggested);
  const LineShape shape = shape_of(spelled, spelled);
  if (is_portal_name(shape, spelled) || is_body_name(shape, spelled)) {
    suggested = {};
  }
  const HeadlineRules rules{suggested, is_double_spaced(blocks, end)};
  std::optional<std::size_t> best;
  double best_score = 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (!can_be_title(blocks[i])) {
      continue;
    }
    const double score = score_of(blocks, i, {first_prose, end}, rules, text);
    if (!best || score > best_score) {
      best = i;
      best_score = score;
    }
  }
  if (best && (suggested.empty() || !same_title(blocks[*best].normalized, suggested))) {
    best = above_summary(blocks, *best, begin, text);
  }
  best = best ? std::optional(in_small_letters(blocks, *best, begin, end)) : best;
  return best ? std::optional(whole_title(blocks, *best, end, rules)) : std::nullopt;
}

}  // namespace tracuu
