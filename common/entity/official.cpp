#include "common/entity/official.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "common/entity/post_binding.h"

namespace tracuu {
namespace {

std::string key_of(const WordedText& words, std::size_t begin, std::size_t end) {
  std::string key;
  for (std::size_t i = begin; i < end; ++i) {
    key += key.empty() ? "" : " ";
    key += words.token(i).key;
  }
  return key;
}

struct Person {
  std::string name;
  bool shouted = false;  ///< the name is only known in capitals
  bool official = false;
  bool foreign = false;
  bool certain = false;            ///< an official whatever a neighbour's post may say
  std::vector<std::size_t> posts;  ///< all of them, indexes into PersonScan::posts
};

/// The persons of one text, and who is meant where.
class Cast {
 public:
  Cast(const WordedText& words, const PersonScan& scan) : words_(words), scan_(scan) {}

  std::vector<OfficialMention> name_officials(std::vector<Appearance> appearances) {
    drop_words_behind_names(appearances);
    std::vector<std::optional<std::size_t>> persons;
    persons.reserve(appearances.size());
    for (const auto& appearance : appearances) {
      persons.push_back(person_of(appearance));
      if (persons.back()) {
        note_posts(people_[*persons.back()], appearance);
      }
    }
    std::vector<OfficialMention> mentions;
    for (std::size_t i = 0; i < appearances.size(); ++i) {
      if (persons[i] && is_official(people_[*persons[i]])) {
        mentions.push_back(mention_of(people_[*persons[i]], appearances[i]));
      }
    }
    return mentions;
  }

 private:
  static bool is_official(const Person& person) {
    return person.official && (person.certain || !person.foreign);
  }

  std::optional<std::size_t> person_of(const Appearance& appearance) {
    if (!appearance.full_name) {
      return called(appearance);
    }
    const std::string key = key_of(words_, appearance.begin, appearance.end);
    const auto found = people_by_key_.find(key);
    if (found != people_by_key_.end()) {
      remember(appearance, found->second);
      return found->second;
    }
    // "ông Hà Nam" may be Trần Hà Nam.
    if (appearance.addressed && appearance.end - appearance.begin == 2) {
      if (const auto person = called(appearance)) {
        return person;
      }
    }
    const std::size_t person = people_.size();
    people_.push_back({line_of(words_, appearance.begin, appearance.end),
                       words_.token(appearance.begin).all_caps,
                       false,
                       false,
                       false,
                       {}});
    people_by_key_.emplace(key, person);
    remember(appearance, person);
    return person;
  }

  /// "Nguyễn Văn Tám Tiếp" is Nguyễn Văn Tám, named so elsewhere in the text, and the first word of
  /// what follows.
  void drop_words_behind_names(std::vector<Appearance>& appearances) const {
    constexpr std::size_t kMostWordsBehind = 2;
    std::unordered_set<std::string> names;
    for (const auto& appearance : appearances) {
      if (appearance.full_name) {
        names.insert(key_of(words_, appearance.begin, appearance.end));
      }
    }
    for (auto& appearance : appearances) {
      for (std::size_t drop = 1;
           drop <= kMostWordsBehind && appearance.end >= appearance.begin + 3 + drop; ++drop) {
        if (names.contains(key_of(words_, appearance.begin, appearance.end - drop))) {
          appearance.end -= drop;
          break;
        }
      }
    }
  }

  /// The person last named whose name ends as `appearance` says.
  std::optional<std::size_t> called(const Appearance& appearance) const {
    const auto found = last_by_ending_.find(key_of(words_, appearance.begin, appearance.end));
    return found == last_by_ending_.end() ? std::nullopt : std::optional(found->second);
  }

  void remember(const Appearance& appearance, std::size_t person) {
    last_by_ending_[words_.token(appearance.end - 1).key] = person;
    if (appearance.end - appearance.begin > 2) {
      last_by_ending_[key_of(words_, appearance.end - 2, appearance.end)] = person;
    }
    if (people_[person].shouted && !words_.token(appearance.begin).all_caps) {
      people_[person].shouted = false;
      people_[person].name = line_of(words_, appearance.begin, appearance.end);
    }
  }

  /// "Chủ tịch kiêm Tổng Giám đốc Công ty ...": a chair without a body beside a private post.
  bool is_private(const Appearance& appearance, std::size_t post) const {
    const PostReading& reading = scan_.posts[post];
    return reading.kind == PostKind::kState && reading.chair_alone &&
           std::ranges::any_of(appearance.posts, [&](std::size_t other) {
             return scan_.posts[other].kind == PostKind::kPrivate;
           });
  }

  void note_posts(Person& person, const Appearance& appearance) {
    for (const std::size_t post : appearance.posts) {
      const PostKind kind =
          is_private(appearance, post) ? PostKind::kPrivate : scan_.posts[post].kind;
      person.official |=
          kind == PostKind::kState || kind == PostKind::kRank || kind == PostKind::kPlural;
      person.foreign |= kind == PostKind::kForeign;
      person.certain |= kind == PostKind::kState && !scan_.posts[post].post.organisation.empty();
      person.posts.push_back(post);
    }
  }

  OfficialMention mention_of(const Person& person, const Appearance& appearance) const {
    OfficialMention mention;
    mention.span = {words_.token(appearance.begin).span.begin,
                    words_.token(appearance.end - 1).span.end};
    mention.name = person.name;
    for (const std::size_t post : appearance.posts) {
      if (is_worth_telling(person, post)) {
        mention.posts.push_back(scan_.posts[post].post);
      }
    }
    return mention;
  }

  /// Whether `post` begins with `position` and goes on.
  static bool says_more(const Post& post, std::string_view position) {
    const std::string more = official_key(post.position + ' ' + post.organisation) + ' ';
    const std::string less = official_key(position) + ' ';
    return more.size() > less.size() && more.starts_with(less);
  }

  /// "Phó Chủ tịch" says nothing beside "Phó Chủ tịch UBND tỉnh", a rank nothing beside a post.
  bool is_worth_telling(const Person& person, std::size_t index) const {
    const PostReading& reading = scan_.posts[index];
    if (reading.kind == PostKind::kPrivate || reading.kind == PostKind::kForeign) {
      return false;
    }
    const auto outdone_by = [&](std::size_t other) {
      const PostReading& better = scan_.posts[other];
      if (better.kind != PostKind::kState) {
        return false;
      }
      if (reading.kind == PostKind::kRank) {
        return true;
      }
      return reading.post.organisation.empty() && says_more(better.post, reading.post.position);
    };
    // The first posts of a person are the telling ones; looking at few keeps this linear.
    const std::size_t few = std::min<std::size_t>(person.posts.size(), 16);
    return std::none_of(person.posts.begin(),
                        person.posts.begin() + static_cast<std::ptrdiff_t>(few), outdone_by);
  }

  const WordedText& words_;
  const PersonScan& scan_;
  std::vector<Person> people_;
  std::unordered_map<std::string, std::size_t> people_by_key_;
  std::unordered_map<std::string, std::size_t> last_by_ending_;
};

}  // namespace

std::string official_key(std::string_view normalized_name) {
  std::string key;
  for (const auto& token : tokenize(normalized_name)) {
    key += key.empty() ? "" : " ";
    key += token.key;
  }
  return key;
}

std::vector<OfficialMention> find_officials(const TokenizedText& text) {
  const WordedText words(text);
  const PersonScan scan = scan_persons(words);
  return Cast(words, scan).name_officials(bind_posts(words, scan));
}

}  // namespace tracuu
