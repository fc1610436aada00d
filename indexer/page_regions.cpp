#include "indexer/page_regions.h"

#include <optional>

#include "indexer/line_words.h"

namespace tracuu {
namespace {

constexpr std::size_t kProseColumns = 140;
constexpr std::size_t kUnendedProseColumns = 220;
constexpr std::size_t kSentenceWords = 10;
constexpr std::size_t kResumingColumns = 160;

/// Walks down a page and says in which part of it each block stands.
class RegionWalk {
 public:
  RegionWalk(const std::vector<PageBlock>& blocks, std::size_t first_prose)
      : blocks_(blocks), first_prose_(first_prose), last_long_(blocks.size()) {
    for (std::size_t i = blocks.size(); i > first_prose && last_long_ == blocks.size(); --i) {
      if (is_prose(blocks[i - 1]) && !blocks[i - 1].head) {
        last_long_ = i - 1;
      }
    }
  }

  Region enter(std::size_t index) {
    const PageBlock& block = blocks_[index];
    const auto head = block.kind == LineKind::kDateLine ? std::nullopt : block.head;
    if (index == first_prose_) {
      region_ = Region::kArticle;
    } else if (head) {
      enter_section(*head, index);
      // A footer's line in the midst of the text stands alone.
      return *head == SectionHead::kFooter ? Region::kFooter : region_;
    } else if (region_ == Region::kRelated && is_prose(block)) {
      if (goes_on_at(index)) {
        region_ = Region::kArticle;
      } else {
        passed_prose_ = true;
      }
    }
    return region_;
  }

 private:
  void enter_section(SectionHead head, std::size_t index) {
    switch (head) {
      case SectionHead::kRelated:
        passed_prose_ = false;
        region_ = Region::kRelated;
        break;
      case SectionHead::kComments:
        // Above the text it is a button of the tool bar.
        region_ = index > first_prose_ ? Region::kComments : region_;
        break;
      case SectionHead::kFooter:
        region_ = index > last_long_ || region_ != Region::kArticle ? Region::kFooter : region_;
        break;
    }
    if (index < first_prose_ && region_ == Region::kFooter) {
      region_ = Region::kArticle;
    }
  }

  // Lists that carry summaries alternate headline and summary: the first summary tells them.
  bool goes_on_at(std::size_t index) const {
    const LineShape& shape = blocks_[index].shape;
    if (passed_prose_ || shape.columns < kResumingColumns || !shape.ends_sentence || shape.bullet) {
      return false;
    }
    if (index + 1 == blocks_.size()) {
      return true;
    }
    const PageBlock& next = blocks_[index + 1];
    return next.kind != LineKind::kContent || is_prose(next) || next.head.has_value() ||
           next.shape.words.size() <= 5;
  }

  const std::vector<PageBlock>& blocks_;
  std::size_t first_prose_;
  std::size_t last_long_;  ///< the page's last running text
  Region region_ = Region::kArticle;
  bool passed_prose_ = false;  ///< running text was seen in this list
};

}  // namespace

bool is_prose(const PageBlock& block) {
  if (block.kind != LineKind::kContent) {
    return false;
  }
  const LineShape& shape = block.shape;
  if (opens_caption(shape) && !shape.ends_statement) {
    return false;
  }
  return shape.columns >= kUnendedProseColumns ||
         (shape.columns >= kProseColumns && shape.ends_sentence) ||
         (shape.words.size() >= kSentenceWords && shape.ends_statement && !shape.bullet);
}

std::vector<Region> find_regions(const std::vector<PageBlock>& blocks, std::size_t title,
                                 std::size_t first_prose) {
  std::vector<Region> regions(blocks.size(), Region::kHead);
  RegionWalk walk(blocks, first_prose);
  for (std::size_t i = title < blocks.size() ? title + 1 : 0; i < blocks.size(); ++i) {
    regions[i] = walk.enter(i);
  }
  return regions;
}

}  // namespace tracuu
