#include "common/entity/post_binding.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace tracuu {
namespace {

using Kind = PersonElement::Kind;

/// Lists of names that share a post are short; longer ones are a table gone wrong.
constexpr std::size_t kMostSharers = 12;

bool is_name(const PersonElement& element) {
  return element.kind == Kind::kName || element.kind == Kind::kShortName;
}

class PostBinder {
 public:
  PostBinder(const WordedText& words, const PersonScan& scan) : words_(words), scan_(scan) {}

  std::vector<Appearance> bind() {
    std::size_t index = 0;
    while (index < scan_.elements.size()) {
      const PersonElement& element = scan_.elements[index];
      if (ends_item(index)) {
        start_item(element.link);
      }
      if (element.kind == Kind::kPost) {
        index = take_posts(index);
        continue;
      }
      if (element.kind == Kind::kAddress) {
        take_address(element);
      } else {
        take_name(element);
      }
      ++index;
    }
    return std::move(result_);
  }

 private:
  bool ends_item(std::size_t index) const {
    const PersonElement& element = scan_.elements[index];
    return element.link == Link::kFar || (element.link == Link::kLine && !is_signature(index));
  }

  /// A post on a line of its own above a name on a line of its own.
  bool is_signature(std::size_t index) const {
    const PersonElement& element = scan_.elements[index];
    if (!is_name(element) || index == 0 || scan_.elements[index - 1].kind != Kind::kPost) {
      return false;
    }
    const bool alone = element.end >= words_.size() ||
                       words_.gap_before(element.end).find('\n') != std::string_view::npos;
    const auto before = words_.gap_before(scan_.elements[index - 1].begin);
    return alone && before.find('\n') != std::string_view::npos;
  }

  void start_item(Link link) {
    owner_.reset();
    pending_.clear();
    shared_.clear();
    sharers_.clear();
    // "các đồng chí:" holds for the items of the list under it.
    plural_ = plural_ && link == Link::kLine;
  }

  void take_address(const PersonElement& element) {
    if (element.plural) {
      plural_ = true;
      sharers_.clear();
    }
    if (owner_) {
      pending_.clear();
    }
    if (element.link != Link::kAnd && element.link != Link::kComma) {
      shared_.clear();
    }
    if (!plural_) {
      sharers_.clear();
    }
    owner_.reset();
  }

  /// Takes the posts that follow one another from element `first`; returns the index behind them.
  std::size_t take_posts(std::size_t first) {
    std::size_t last = first;
    while (last + 1 < scan_.elements.size() && scan_.elements[last + 1].kind == Kind::kPost &&
           goes_on(scan_.elements[last + 1].link)) {
      ++last;
    }
    const PersonElement& element = scan_.elements[first];
    const bool owned = owner_ && element.link != Link::kAnd;
    const bool after_name = owned && element.link != Link::kSemicolon;
    if (names_follow(last, owned)) {
      std::size_t begin = first;
      if (after_name && !has_posts(*owner_)) {
        begin = last;
        give(first, last);
      } else if (scan_.elements[last].link == Link::kAnd) {
        begin = last;
      }
      begin_pending(begin, last);
    } else if (owned && !begins_next_item(element)) {
      give(first, last + 1);
    } else {
      pending_.clear();
    }
    return last + 1;
  }

  /// "Chủ tịch nước Lê Tám; Bí thư Tỉnh ủy": behind a semicolon, a post goes on with what a list
  /// says only of one whose posts stand behind the name.
  bool begins_next_item(const PersonElement& element) const {
    return owner_has_posts_before_ &&
           words_.gap_before(element.begin).find(';') != std::string_view::npos;
  }

  static bool goes_on(Link link) {
    return link == Link::kComma || link == Link::kDash || link == Link::kAlso ||
           link == Link::kBracket || link == Link::kAnd || link == Link::kBlank;
  }

  /// Whether the post `last` belongs to a name behind it.
  bool names_follow(std::size_t last, bool owned) const {
    const std::size_t count = scan_.elements.size();
    if (last + 1 >= count) {
      return false;
    }
    std::size_t next = last + 1;
    const Link link = scan_.elements[next].link;
    // "Chủ tịch UBND các huyện" is nobody's post unless a colon opens the list of its holders.
    if (is_plural_post(scan_.elements[last]) && link != Link::kColon) {
      return false;
    }
    const bool addressed = scan_.elements[next].kind == Kind::kAddress;
    while (next + 1 < count && scan_.elements[next].kind == Kind::kAddress &&
           (scan_.elements[next + 1].link == Link::kBlank ||
            scan_.elements[next + 1].link == Link::kColon)) {
      ++next;
    }
    if (!is_name(scan_.elements[next])) {
      return false;
    }
    if (link == Link::kBlank) {
      return true;
    }
    if (link == Link::kColon) {
      return true;
    }
    if (owned) {
      return false;
    }
    return link == Link::kDash || (link == Link::kComma && (addressed || !has_post_behind(next))) ||
           (link == Link::kLine && is_signature(next));
  }

  /// Whether a post of its own follows the name at element `index`.
  bool has_post_behind(std::size_t index) const {
    return index + 1 < scan_.elements.size() && scan_.elements[index + 1].link != Link::kFar;
  }

  bool is_plural_post(const PersonElement& element) const {
    return scan_.posts[element.post].kind == PostKind::kPlural;
  }

  void begin_pending(std::size_t begin, std::size_t last) {
    pending_.clear();
    for (std::size_t i = begin; i <= last; ++i) {
      // "Bộ trưởng Ngoại giao Lào, Phó Thủ tướng X": only the nearest post can make X a foreigner.
      if (i == last || scan_.posts[scan_.elements[i].post].kind != PostKind::kForeign) {
        pending_.push_back(scan_.elements[i].post);
      }
    }
    const bool after_plural_address = plural_ && begin > 0 &&
                                      scan_.elements[begin - 1].kind == Kind::kAddress &&
                                      scan_.elements[begin - 1].plural;
    pending_shared_ = scan_.elements[begin].plural || is_plural_post(scan_.elements[last]) ||
                      after_plural_address;
    owner_.reset();
    sharers_.clear();
  }

  /// Gives the posts of elements [begin, end) to the owner and to those named with them.
  void give(std::size_t begin, std::size_t end) {
    if (sharers_.empty()) {
      sharers_.push_back(*owner_);
    }
    for (const std::size_t sharer : sharers_) {
      for (std::size_t i = begin; i < end; ++i) {
        if (!is_plural_post(scan_.elements[i])) {
          result_[sharer].posts.push_back(scan_.elements[i].post);
        }
      }
    }
    sharers_.assign(1, *owner_);
  }

  void take_name(const PersonElement& element) {
    Appearance appearance;
    appearance.begin = element.begin;
    appearance.end = element.end;
    appearance.full_name = element.kind == Kind::kName;
    appearance.addressed = element.addressed;
    const bool listed = element.link == Link::kComma || element.link == Link::kAnd;
    owner_has_posts_before_ = !pending_.empty();
    if (!pending_.empty()) {
      appearance.posts = pending_;
      shared_ = pending_shared_ ? pending_ : std::vector<std::size_t>();
      pending_.clear();
    } else if (listed || (element.link == Link::kBlank && !shared_.empty())) {
      appearance.posts = shared_;
    } else {
      shared_.clear();
    }
    const std::size_t index = result_.size();
    // "đồng chí A, B, Phó Chủ tịch": a name without a form of address of its own goes with the
    // last.
    const bool shares = (plural_ || !element.addressed) && appearance.posts.empty() && listed &&
                        !sharers_.empty() && sharers_.size() < kMostSharers &&
                        !has_posts(sharers_.back());
    if (!shares) {
      sharers_.clear();
    }
    sharers_.push_back(index);
    owner_ = index;
    result_.push_back(std::move(appearance));
  }

  bool has_posts(std::size_t appearance) const {
    const auto& posts = result_[appearance].posts;
    return std::any_of(posts.begin(), posts.end(),
                       [&](std::size_t post) { return scan_.posts[post].kind != PostKind::kRank; });
  }

  const WordedText& words_;
  const PersonScan& scan_;
  std::vector<Appearance> result_;
  std::optional<std::size_t> owner_;  ///< the appearance to which posts behind it belong
  std::vector<std::size_t> pending_;  ///< posts for the next name
  bool pending_shared_ = false;
  bool owner_has_posts_before_ = false;
  std::vector<std::size_t> shared_;   ///< posts for every name of the list going on
  std::vector<std::size_t> sharers_;  ///< names of the list that get the posts behind its end
  bool plural_ = false;
};

}  // namespace

std::vector<Appearance> bind_posts(const WordedText& words, const PersonScan& scan) {
  return PostBinder(words, scan).bind();
}

}  // namespace tracuu
