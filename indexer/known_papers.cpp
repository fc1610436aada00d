#include "indexer/known_papers.h"

#include <algorithm>
#include <cmath>

#include "common/entity/gazetteer/gazetteer.h"
#include "common/text/normalize.h"
#include "common/text/syllable.h"

namespace tracuu {
namespace {

/// Articles whose words describe a paper; more say nothing new.
constexpr std::uint32_t kMostContexts = 24;
/// A landmark's title weighs as much as this many articles.
constexpr std::uint32_t kTitleContexts = 3;

bool overlap(const PartialDate& a, const PartialDate& b) {
  const auto first = a.days();
  const auto second = b.days();
  return first && second && first->first <= second->second && second->first <= first->second;
}

bool is_precise(const PartialDate& date) {
  return date.precision == DatePrecision::kDay;
}

/// What an article says of a paper's date is believed when the paper can be that old.
bool can_be_dated(const DocumentIdentity& identity, const DocumentNumber& number,
                  const std::optional<Day>& published) {
  if (identity.confidence < 1 || !identity.date || number.number == 0 || number.issuer.empty()) {
    return false;
  }
  const auto days = identity.date->days();
  return days && (!published || days->first <= *published) &&
         (number.year == 0 || number.year == identity.date->year);
}

/// "số 73/NĐ-CP" may leave out the year of "73/2019/NĐ-CP".
bool may_be(const DocumentNumber& known, const WantedPaper& wanted) {
  const DocumentNumber& number = wanted.number;
  if (number.year != 0 && known.year != number.year) {
    return false;
  }
  if (!number.issuer.empty()) {
    return known.issuer == number.issuer;
  }
  return wanted.issuer.code.empty() || is_issued_by(known.issuer, wanted.issuer.code);
}

bool is_of_place(const KnownPaper& known, const WantedPaper& wanted) {
  if (!is_local_issuer(known.number.issuer)) {
    return true;
  }
  const std::string& place =
      wanted.issuer.province.empty() ? wanted.province : wanted.issuer.province;
  // A day beside the number leaves few provinces; without one a number is in all of them.
  const bool any_place = place.empty() && wanted.date && is_precise(*wanted.date);
  return !known.province.empty() && (any_place || known.province == place);
}

bool existed(const KnownPaper& known, const std::optional<Day>& published) {
  const auto days = known.date.days();
  return !published || (days && days->first <= *published);
}

bool is_called_short(const LandmarkDocument& landmark, const DocumentNumber& number) {
  return std::any_of(
      landmark.popular_names.begin(), landmark.popular_names.end(), [&](const std::string& name) {
        const auto called = parse_document_number(normalized(name));
        return called && called->issuer.empty() && class_of(*called) == class_of(number);
      });
}

/// Of one issuer, place and year, a number has one paper.
std::string series_of(const KnownPaper& paper) {
  return to_canonical(paper.number) + '@' + std::to_string(paper.date.year) + '@' + paper.province;
}

/// Leaves of each series the most cited paper; all of them where two are cited alike.
void drop_misprints(std::vector<const KnownPaper*>& papers) {
  struct Best {
    bool titled = false;
    std::uint32_t articles = 0;
  };
  std::unordered_map<std::uint32_t, Best> best_of;
  for (const KnownPaper* paper : papers) {
    Best& best = best_of[paper->series];
    best.titled = best.titled || !paper->title.empty();
    best.articles = std::max(best.articles, paper->articles);
  }
  std::erase_if(papers, [&](const KnownPaper* paper) {
    const Best& best = best_of[paper->series];
    return paper->title.empty() && (best.titled || best.articles > paper->articles);
  });
}

}  // namespace

std::string KnownPaper::key() const {
  return to_canonical(number) + '@' + to_iso(date) + (province.empty() ? "" : '@' + province);
}

std::string class_of(const DocumentNumber& number) {
  if (!number.name.empty()) {
    return fold(normalized(number.name));
  }
  return number.type + ' ' + std::to_string(number.number) + number.suffix;
}

KnownPapers::KnownPapers() {
  for (const LandmarkDocument& landmark : landmark_documents()) {
    const auto number = parse_document_number(landmark.number);
    if (!number) {
      continue;
    }
    SubjectWords words;
    add_subject_words(landmark.title, words);
    learn({.number = *number,
           .type_name = landmark.type,
           .date = landmark.date,
           .province = {},
           .title = landmark.title,
           .called_short = is_called_short(landmark, *number),
           .words = {}},
          words, kTitleContexts);
  }
}

void KnownPapers::learn(const KnownPaper& paper, const SubjectWords& words,
                        std::uint32_t contexts) {
  KnownPaper& known = papers_.try_emplace(paper.key(), paper).first->second;
  known.articles += paper.articles;
  if (known.contexts < kMostContexts) {
    known.contexts += contexts;
    for (const std::string& word : words) {
      known.words[word] += contexts;
    }
  }
}

void KnownPapers::see(const Article& article) {
  for (const DocumentIdentity& identity : article.documents) {
    const auto& mentions = article.entities.documents;
    const auto full =
        std::find_if(identity.mentions.begin(), identity.mentions.end(),
                     [&](std::uint32_t i) { return !mentions[i].number.issuer.empty(); });
    if (full == identity.mentions.end() ||
        !can_be_dated(identity, mentions[*full].number, article.published)) {
      continue;
    }
    learn({.number = mentions[*full].number,
           .type_name = identity.type_name,
           .date = *identity.date,
           .province = identity.province,
           .title = {},
           .articles = 1,
           .words = {}},
          subject_words_of(article, identity), 1);
  }
}

KnownPaper* KnownPapers::only_precise(const KnownPaper& vague) {
  KnownPaper* precise = nullptr;
  // Keys of one number lie side by side.
  const std::string number = to_canonical(vague.number) + '@';
  for (auto other = papers_.lower_bound(number);
       other != papers_.end() && other->first.starts_with(number); ++other) {
    KnownPaper& paper = other->second;
    if (!is_precise(paper.date) || paper.province != vague.province ||
        !overlap(paper.date, vague.date)) {
      continue;
    }
    if (precise != nullptr) {
      return nullptr;
    }
    precise = &paper;
  }
  return precise;
}

void KnownPapers::settle() {
  for (auto entry = papers_.begin(); entry != papers_.end();) {
    const KnownPaper& paper = entry->second;
    KnownPaper* precise = is_precise(paper.date) ? nullptr : only_precise(paper);
    if (precise != nullptr) {
      precise->articles += paper.articles;
      entry = papers_.erase(entry);
    } else {
      ++entry;
    }
  }
  weigh_words();
  put_in_order();
}

void KnownPapers::weigh_words() {
  for (const auto& [key, paper] : papers_) {
    for (const auto& [word, count] : paper.words) {
      const auto next = static_cast<std::uint32_t>(words_.size());
      ++words_.try_emplace(word, Word{next, 0}).first->second.papers;
    }
  }
  for (auto& [key, paper] : papers_) {
    double sum = 0;
    for (const auto& [word, count] : paper.words) {
      const Word& known = words_.at(word);
      const double share = static_cast<double>(count) / paper.contexts;
      sum += std::pow(weight(known.papers) * share, 2);
      paper.vector.emplace_back(known.number, static_cast<float>(share));
    }
    paper.length = std::sqrt(sum);
    paper.words = {};
    std::sort(paper.vector.begin(), paper.vector.end());
  }
}

void KnownPapers::put_in_order() {
  std::unordered_map<std::string, std::uint32_t> series;
  for (auto& [key, paper] : papers_) {
    const auto next = static_cast<std::uint32_t>(series.size());
    paper.series = series.try_emplace(series_of(paper), next).first->second;
    by_class_[class_of(paper.number)].push_back(&paper);
  }
  for (auto& [key, papers] : by_class_) {
    // They come in the order of their keys, which decides between papers of one day.
    std::stable_sort(papers.begin(), papers.end(), [](const KnownPaper* a, const KnownPaper* b) {
      return a->date.days()->first < b->date.days()->first;
    });
  }
}

std::vector<const KnownPaper*> KnownPapers::meant_by(const WantedPaper& wanted) const {
  std::vector<const KnownPaper*> papers;
  const auto homonyms = by_class_.find(class_of(wanted.number));
  if (homonyms == by_class_.end()) {
    return papers;
  }
  for (const KnownPaper* paper : homonyms->second) {
    if (may_be(paper->number, wanted) && is_of_place(*paper, wanted) &&
        existed(*paper, wanted.published) && (!wanted.date || overlap(paper->date, *wanted.date))) {
      papers.push_back(paper);
    }
  }
  drop_misprints(papers);
  return papers;
}

double KnownPapers::weight(std::uint32_t papers_with_word) const {
  return std::log((static_cast<double>(papers_.size()) + 1) /
                  (static_cast<double>(papers_with_word) + 1));
}

WeighedWords KnownPapers::weighed(const SubjectWords& context) const {
  WeighedWords weighed;
  double sum = 0;
  for (const std::string& word : context) {
    const auto known = words_.find(word);
    const double ours = weight(known == words_.end() ? 0 : known->second.papers);
    sum += ours * ours;
    if (known != words_.end()) {
      weighed.words.emplace_back(known->second.number, ours);
    }
  }
  std::sort(weighed.words.begin(), weighed.words.end());
  weighed.length = std::sqrt(sum);
  return weighed;
}

double KnownPapers::likeness(const WeighedWords& context, const KnownPaper& paper) {
  double product = 0;
  auto theirs = paper.vector.begin();
  for (const auto& [word, ours] : context.words) {
    while (theirs != paper.vector.end() && theirs->first < word) {
      ++theirs;
    }
    if (theirs != paper.vector.end() && theirs->first == word) {
      product += ours * ours * theirs->second;
    }
  }
  return context.length <= 0 || paper.length <= 0 ? 0 : product / (context.length * paper.length);
}

}  // namespace tracuu
