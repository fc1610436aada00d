#include "server/search/post_history.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <optional>

#include "common/entity/official.h"
#include "common/entity/post_identity.h"
#include "common/entity/province.h"
#include "common/index/post_province.h"
#include "common/text/normalize.h"
#include "common/text/syllable.h"

namespace tracuu {
namespace {

/// Starts of the names of national bodies, folded.
constexpr std::array<std::string_view, 19> kNational{"bo ",
                                                     "chinh phu",
                                                     "quoc hoi",
                                                     "trung uong",
                                                     "ban chap hanh trung uong",
                                                     "bo chinh tri",
                                                     "ban bi thu",
                                                     "van phong chinh phu",
                                                     "van phong trung uong",
                                                     "uy ban thuong vu quoc hoi",
                                                     "nha nuoc",
                                                     "ban to chuc trung uong",
                                                     "ban tuyen giao trung uong",
                                                     "ban kinh te trung uong",
                                                     "hoi dong ly luan",
                                                     "thanh tra chinh phu",
                                                     "ngan hang nha nuoc",
                                                     "vu ",
                                                     "tong cuc "};
/// Positions that are national whatever stands behind them, folded.
constexpr std::array<std::string_view, 8> kNationalPositions{
    "bo truong",     "thu truong",        "thu tuong",   "pho thu tuong",
    "chu tich nuoc", "pho chu tich nuoc", "tong bi thu", "uy vien bo chinh tri"};

template <std::size_t size>
bool starts_with_any(const std::string& folded, const std::array<std::string_view, size>& starts) {
  return std::any_of(starts.begin(), starts.end(),
                     [&](std::string_view start) { return folded.starts_with(start); });
}

/// One post while it is gathered.
struct Gathered {
  Post post;
  PostSpell spell;
  std::size_t group = 0;  ///< the person it belongs to, by the first post
};

/// Gathers the posts of one name article by article, and joins those that may be one person's.
class PostGatherer {
 public:
  explicit PostGatherer(ArticleNotes& notes) : notes_(notes) {}

  void read(Xapian::docid docid, const std::string& key) {
    const Article& article = notes_.article(docid);
    std::vector<std::size_t> in_article;
    for (const OfficialMention& mention : article.entities.officials) {
      if (official_key(normalized(mention.name)) != key) {
        continue;
      }
      for (const Post& post : mention.posts) {
        const std::size_t index = gathered(post, article);
        if (std::find(in_article.begin(), in_article.end(), index) == in_article.end()) {
          in_article.push_back(index);
          extend(all_[index].spell, docid, mention.span, post.span);
        }
      }
    }
    for (const std::size_t index : in_article) {
      join(in_article.front(), index);
    }
  }

  std::vector<OfficialPerson> people() {
    for (std::size_t i = 0; i < all_.size(); ++i) {
      for (std::size_t j = i + 1; j < all_.size(); ++j) {
        if (may_be_one(all_[i], all_[j])) {
          join(i, j);
        }
      }
    }
    std::map<std::size_t, OfficialPerson> by_group;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      by_group[root(i)].posts.push_back(std::move(all_[i].spell));
    }
    std::vector<OfficialPerson> people;
    for (auto& [group, person] : by_group) {
      std::stable_sort(person.posts.begin(), person.posts.end(), starts_before);
      people.push_back(std::move(person));
    }
    std::stable_sort(people.begin(), people.end(),
                     [](const auto& a, const auto& b) { return articles_of(a) > articles_of(b); });
    return people;
  }

 private:
  static bool starts_before(const PostSpell& a, const PostSpell& b) {
    return a.first && (!b.first || *a.first < *b.first);
  }

  static std::uint64_t articles_of(const OfficialPerson& person) {
    return std::accumulate(
        person.posts.begin(), person.posts.end(), std::uint64_t{0},
        [](std::uint64_t sum, const PostSpell& post) { return sum + post.articles; });
  }

  /// Returns where the post is kept, a new place for one that was not seen before.
  std::size_t gathered(const Post& post, const Article& article) {
    const std::string province = province_of_post(article, post);
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (all_[i].spell.province == province && is_same_post(all_[i].post, post)) {
        // "Giám đốc Sở" says less than "Giám đốc Sở Nội vụ".
        if (post.organisation.size() > all_[i].spell.organisation.size()) {
          all_[i].post = post;
          all_[i].spell.organisation = post.organisation;
        }
        return i;
      }
    }
    Gathered fresh;
    fresh.post = post;
    fresh.spell.position = post.position;
    fresh.spell.organisation = post.organisation;
    fresh.spell.province = province;
    fresh.group = all_.size();
    all_.push_back(std::move(fresh));
    return all_.size() - 1;
  }

  /// Articles come newest first, undated ones behind all.
  void extend(PostSpell& spell, Xapian::docid docid, Span name, Span post) {
    const ArticleNote note =
        notes_.note(docid, Span{std::min(name.begin, post.begin), std::max(name.end, post.end)});
    if (spell.articles == 0) {
      spell.latest = note;
      spell.last = note.published;
    }
    if (spell.articles == 0 || note.published) {
      spell.earliest = note;
      spell.first = note.published;
    }
    ++spell.articles;
  }

  /// Posts of one province, of one national body, or one said more fully: "Chủ tịch nước".
  static bool may_be_one(const Gathered& a, const Gathered& b) {
    if (!a.spell.province.empty() && !b.spell.province.empty()) {
      return province_today(a.spell.province) == province_today(b.spell.province);
    }
    if (!a.spell.province.empty() || !b.spell.province.empty()) {
      return false;
    }
    const std::string one = fold(normalized(a.spell.organisation));
    const std::string other = fold(normalized(b.spell.organisation));
    if (!one.empty() && one == other) {
      return true;
    }
    const std::string post = fold(normalized(a.spell.position));
    const std::string same = fold(normalized(b.spell.position));
    return (one.empty() || other.empty()) && (post.starts_with(same) || same.starts_with(post));
  }

  std::size_t root(std::size_t index) const {
    while (all_[index].group != index) {
      index = all_[index].group;
    }
    return index;
  }

  /// The earlier post stands for both from now on.
  void join(std::size_t one, std::size_t other) {
    const std::size_t first = std::min(root(one), root(other));
    all_[root(one)].group = first;
    all_[root(other)].group = first;
  }

  ArticleNotes& notes_;
  std::vector<Gathered> all_;
};

}  // namespace

std::vector<OfficialPerson> posts_over_time(const std::vector<Xapian::docid>& docids,
                                            const std::string& name, ArticleNotes& notes) {
  PostGatherer posts(notes);
  const std::string key = official_key(normalized(name));
  for (const Xapian::docid docid : docids) {
    posts.read(docid, key);
  }
  return posts.people();
}

}  // namespace tracuu
