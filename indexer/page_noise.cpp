#include "indexer/page_noise.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>
#include <utility>

#include "common/text/normalize.h"
#include "common/text/syllable.h"
#include "common/text/tokens.h"
#include "indexer/byline.h"
#include "indexer/credit_line.h"
#include "indexer/date_field.h"
#include "indexer/date_shape.h"
#include "indexer/date_stamp.h"
#include "indexer/line_role.h"
#include "indexer/line_words.h"
#include "indexer/page_reading.h"
#include "indexer/page_regions.h"
#include "indexer/section_name.h"
#include "indexer/source_line.h"
#include "indexer/title.h"
#include "indexer/word_list.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxStrayWords = 3;

/// Says of each block what it is.
class Classifier {
 public:
  Classifier(std::string_view page_text, std::string_view suggested_title) {
    page_.lines = split_lines(page_text);
    page_.blocks = join_lines(page_text, page_.lines);
    read_words();
    mark_repeated();
    find_title(suggested_title);
    read_places();
    hand_down_kinds();
  }

  PageReading take() { return std::move(page_); }

 private:
  void read_words() {
    auto& blocks = page_.blocks;
    const bool american = std::any_of(blocks.begin(), blocks.end(), [](const PageBlock& block) {
      return block.shape.is_short() && block.shape.numbers >= 3 &&
             is_american_date(block.normalized);
    });
    page_.dates.resize(blocks.size());
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      PageBlock& block = blocks[i];
      if (block.shape.is_short() && can_be_date_line(block.shape)) {
        page_.dates[i] = read_date_line(block.normalized, american);
      }
      if (page_.dates[i]) {
        block.kind = LineKind::kDateLine;
      } else if (const auto kind = kind_by_words(block.shape, block.normalized);
                 kind && (kind != LineKind::kMenu || !closes_article(block.normalized))) {
        block.kind = *kind;
      } else if (is_breadcrumb(block.text, block.shape)) {
        block.kind = LineKind::kMenu;
      } else if (read_source_line(block.normalized, block.shape) ||
                 read_signature(block.normalized, block.shape)) {
        block.kind = LineKind::kSourceLine;
      }
    }
  }

  // What stands twice in a row belongs to a menu; of a long line it is a headline written twice.
  void mark_repeated() {
    auto& blocks = page_.blocks;
    for (std::size_t i = 0; i + 1 < blocks.size(); ++i) {
      if (blocks[i].shape.is_short() && blocks[i].normalized == blocks[i + 1].normalized &&
          blocks[i].kind == LineKind::kContent) {
        blocks[i].kind = LineKind::kMenu;
        if (blocks[i].shape.words.size() <= 6 && !opens_article(i + 2)) {
          blocks[++i].kind = LineKind::kMenu;
        }
      }
    }
  }

  // What a headline stands over: the page's date, or the text.
  bool opens_article(std::size_t index) const {
    return index < page_.blocks.size() &&
           (page_.dates[index].has_value() || is_prose(page_.blocks[index]));
  }

  void find_title(std::string_view suggested) {
    auto& blocks = page_.blocks;
    const auto prose = std::find_if(blocks.begin(), blocks.end(), [](const PageBlock& block) {
      return is_prose(block) && !block.head;
    });
    page_.first_prose = static_cast<std::size_t>(prose - blocks.begin());
    for (std::size_t i = 0; i < page_.first_prose; ++i) {
      if (blocks[i].kind == LineKind::kContent && is_pointer(blocks[i].normalized)) {
        blocks[i].kind = LineKind::kRelated;
      }
    }
    if (const auto title = choose_title(blocks, page_.first_prose, suggested)) {
      page_.title = title->first;
      page_.title_count = title->count;
    }
    constexpr std::size_t kSentenceTitleColumns = 140;
    if (!page_.title && page_.first_prose + 1 < blocks.size() &&
        prose->shape.columns <= kSentenceTitleColumns && is_followed_by_prose(page_.first_prose)) {
      // A headline that is a full sentence.
      page_.title = page_.first_prose++;
      while (page_.first_prose < blocks.size() && !is_prose(blocks[page_.first_prose])) {
        ++page_.first_prose;
      }
    }
    page_.last_prose = page_.first_prose;
  }

  bool is_followed_by_prose(std::size_t index) const {
    return std::any_of(page_.blocks.begin() + static_cast<std::ptrdiff_t>(index) + 1,
                       page_.blocks.end(), is_prose);
  }

  void read_places() {
    auto& blocks = page_.blocks;
    std::vector<Region> regions =
        find_regions(blocks, page_.title ? *page_.title + page_.title_count - 1 : blocks.size(),
                     page_.first_prose);
    for (std::size_t i = page_.first_prose; i < blocks.size(); ++i) {
      if (regions[i] == Region::kArticle && is_prose(blocks[i])) {
        page_.last_prose = i;
      }
    }
    end_at_byline();
    part_signature(regions);
    bool quiet = true;  // nothing but text since the last paragraph
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (is_title(page_, i)) {
        continue;
      }
      blocks[i].kind = place_kind(i, regions[i], quiet);
      if (i > page_.last_prose && blocks[i].kind != LineKind::kContent) {
        quiet = false;
      }
    }
  }

  // Behind the author's line stand readers' words and the page's own, short sentences among them;
  // only a paragraph shows that the article goes on.
  void end_at_byline() {
    constexpr std::size_t kParagraphColumns = 160;
    const auto& blocks = page_.blocks;
    std::size_t last_before = page_.last_prose;
    for (std::size_t i = page_.last_prose; i > page_.first_prose; --i) {
      if (closes_article(blocks[i].normalized)) {
        last_before = i;
      } else if (is_prose(blocks[i]) && blocks[i].shape.columns >= kParagraphColumns) {
        break;
      }
    }
    if (last_before == page_.last_prose) {
      return;
    }
    while (last_before > page_.first_prose && !is_prose(blocks[last_before])) {
      --last_before;
    }
    page_.last_prose = last_before;
  }

  // Who signs may stand in the last paragraph, which may then not look like one.
  void part_signature(std::vector<Region>& regions) {
    for (const std::size_t index : {page_.last_prose, page_.last_prose + 1}) {
      const bool article = index < page_.blocks.size() && regions[index] == Region::kArticle &&
                           page_.blocks[index].kind == LineKind::kContent;
      auto signature = article && index >= page_.first_prose
                           ? part_signature_of(page_.blocks[index])
                           : std::nullopt;
      if (!signature) {
        continue;
      }
      const auto at = static_cast<std::ptrdiff_t>(index) + 1;
      page_.blocks.insert(page_.blocks.begin() + at, std::move(*signature));
      page_.dates.insert(page_.dates.begin() + at, std::nullopt);
      regions.insert(regions.begin() + at, Region::kArticle);
      page_.last_prose = index;
      return;
    }
  }

  LineKind place_kind(std::size_t index, Region region, bool quiet) {
    const PageBlock& block = page_.blocks[index];
    const bool signed_picture = block.kind == LineKind::kCaption && index > page_.last_prose &&
                                signs_before_credit(block.normalized);
    const bool plain = block.kind == LineKind::kContent || signed_picture;
    switch (region) {
      case Region::kHead:
        return plain || block.kind == LineKind::kSourceLine ? LineKind::kMenu : block.kind;
      case Region::kRelated:
        return plain || block.kind == LineKind::kDateLine ? LineKind::kRelated : block.kind;
      case Region::kComments:
        return block.kind == LineKind::kSourceLine ? block.kind : LineKind::kPageTool;
      case Region::kFooter:
        return plain || block.kind == LineKind::kDateLine ? LineKind::kFooter : block.kind;
      case Region::kArticle:
        break;
    }
    if (!plain || (is_prose(block) && index <= page_.last_prose)) {
      return block.kind;
    }
    if (index < page_.first_prose) {
      return kind_above_text(index);
    }
    return index < page_.last_prose ? kind_in_text(index) : kind_below_text(index, quiet);
  }

  LineKind kind_above_text(std::size_t index) {
    const PageBlock& block = page_.blocks[index];
    if (const auto credit = read_credit(block.normalized, BylinePlace::kBelowTitle);
        page_.title && credit) {
      return credit->author ? LineKind::kByline : LineKind::kSourceLine;
    }
    if (looks_like_caption(block)) {
      return LineKind::kCaption;
    }
    if (is_link(block) || is_section(block) || is_section_name(block.shape)) {
      return LineKind::kMenu;
    }
    const bool stray = block.shape.words.size() <= kMaxStrayWords;
    return stray && page_.first_prose < page_.blocks.size() ? LineKind::kMenu : LineKind::kContent;
  }

  LineKind kind_in_text(std::size_t index) const {
    const PageBlock& block = page_.blocks[index];
    if (is_link(block)) {
      return LineKind::kRelated;
    }
    return looks_like_caption(block) ? LineKind::kCaption : LineKind::kContent;
  }

  LineKind kind_below_text(std::size_t index, bool quiet) {
    const PageBlock& block = page_.blocks[index];
    const bool signed_above = index > 0 && is_signing_post(page_.blocks[index - 1].normalized);
    const auto credit = read_credit(block.normalized, BylinePlace::kBelowText);
    if (credit && !credit->author) {
      return LineKind::kSourceLine;
    }
    if (credit && !byline_seen_ && !signed_above && !is_signing_post(block.normalized)) {
      byline_seen_ = true;
      return LineKind::kByline;
    }
    if (quiet && !byline_seen_ && (block.shape.bullet || block.shape.ends_sentence) &&
        !looks_like_caption(block)) {
      return LineKind::kContent;
    }
    return looks_like_caption(block) ? LineKind::kCaption : LineKind::kRelated;
  }

  void hand_down_kinds() {
    for (const PageBlock& block : page_.blocks) {
      for (std::size_t i = 0; i < block.line_count; ++i) {
        page_.lines[block.first_line + i].kind = block.kind;
      }
    }
  }

  PageReading page_;
  bool byline_seen_ = false;
};

}  // namespace

std::string_view name_of(LineKind kind) {
  constexpr std::string_view kNames[] = {"content", "blank",      "menu",   "page tool",
                                         "caption", "related",    "footer", "date line",
                                         "byline",  "source line"};
  return kNames[static_cast<std::size_t>(kind)];
}

PageReading read_page_text(std::string_view page_text, std::string_view suggested_title) {
  return Classifier(page_text, suggested_title).take();
}

}  // namespace tracuu
