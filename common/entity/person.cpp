#include "common/entity/person.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "common/entity/official.h"
#include "common/entity/post_binding.h"
#include "common/text/normalize.h"

namespace tracuu {
namespace {

struct Candidate {
  PersonMention mention;
  std::string key;
};

class PersonList {
 public:
  PersonList(const WordedText& words, const PersonScan& scan) : words_(words), scan_(scan) {}

  void add_appearance(const Appearance& appearance) {
    if (!appearance.full_name) {
      return;
    }
    Candidate candidate = read(appearance.begin, appearance.end);
    for (const std::size_t post : appearance.posts) {
      const PostReading& reading = scan_.posts[post];
      if (reading.kind == PostKind::kPrivate || reading.kind == PostKind::kForeign) {
        candidate.mention.role =
            reading.kind == PostKind::kPrivate ? PersonRole::kPrivate : PersonRole::kForeign;
        candidate.mention.post = line_of(words_, reading.begin, reading.end);
        break;
      }
    }
    if (appearance.addressed || candidate.mention.role != PersonRole::kNamed) {
      candidates_.push_back(std::move(candidate));
    }
  }

  void add_credit(const PersonElement& credit) {
    Candidate candidate = read(credit.begin, credit.end);
    candidate.mention.role = PersonRole::kCredit;
    candidates_.push_back(std::move(candidate));
  }

  /// Returns the persons in order, each once by the mention that tells most; `officials` are none.
  std::vector<PersonMention> persons(const std::unordered_set<std::string>& officials) {
    std::ranges::stable_sort(candidates_, {},
                             [](const Candidate& one) { return one.mention.span.begin; });
    std::vector<PersonMention> persons;
    std::unordered_map<std::string, std::size_t> places;
    for (Candidate& candidate : candidates_) {
      if (officials.contains(candidate.key)) {
        continue;
      }
      const auto [place, is_new] = places.emplace(std::move(candidate.key), persons.size());
      if (is_new) {
        persons.push_back(std::move(candidate.mention));
      } else if (persons[place->second].role == PersonRole::kNamed) {
        persons[place->second] = std::move(candidate.mention);
      }
    }
    std::ranges::stable_sort(persons, {}, [](const PersonMention& one) { return one.span.begin; });
    return persons;
  }

 private:
  Candidate read(std::size_t begin, std::size_t end) const {
    Candidate candidate;
    candidate.mention.name = line_of(words_, begin, end);
    candidate.mention.span = {words_.token(begin).span.begin, words_.token(end - 1).span.end};
    candidate.key = official_key(candidate.mention.name);
    return candidate;
  }

  const WordedText& words_;
  const PersonScan& scan_;
  std::vector<Candidate> candidates_;
};

}  // namespace

std::string_view name_of(PersonRole role) {
  constexpr std::array<std::string_view, 4> kNames = {"named", "private", "foreign", "credit"};
  return kNames[static_cast<std::size_t>(role)];
}

std::vector<PersonMention> find_persons(std::string_view display) {
  const NormalizedText normalized = normalize(display);
  const TokenizedText text = tokenized(normalized.text);
  std::unordered_set<std::string> officials;
  for (const OfficialMention& official : find_officials(text)) {
    officials.insert(official_key(slice(text.normalized, official.span)));
    officials.insert(official_key(official.name));
  }
  const WordedText words(text);
  const PersonScan scan = scan_persons(words);
  PersonList list(words, scan);
  for (const Appearance& appearance : bind_posts(words, scan)) {
    list.add_appearance(appearance);
  }
  for (const PersonElement& credit : scan.credits) {
    list.add_credit(credit);
  }
  std::vector<PersonMention> persons = list.persons(officials);
  for (PersonMention& person : persons) {
    person.span = normalized.to_original(person.span);
  }
  return persons;
}

}  // namespace tracuu
