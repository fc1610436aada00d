#include "indexer/known_papers.h"

#include <algorithm>
#include <cmath>

#include "common/entity/gazetteer/gazetteer.h"
#include "common/text/normalize.h"

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

bool is_called_short(const LandmarkDocument& landmark, const DocumentNumber& number) {
  return std::any_of(
      landmark.popular_names.begin(), landmark.popular_names.end(), [&](const std::string& name) {
        const auto called = parse_document_number(normalized(name));
        return called && called->issuer.empty() && class_of(*called) == class_of(number);
      });
}

}  // namespace

KnownPapers::KnownPapers() {
  for (const LandmarkDocument& landmark : landmark_documents()) {
    const auto number = parse_document_number(landmark.number);
    if (!number) {
      continue;
    }
    learn({.number = *number,
           .type_name = landmark.type,
           .date = landmark.date,
           .province = {},
           .title = landmark.title,
           .called_short = is_called_short(landmark, *number),
           .words = {}},
          subject_words_in(landmark.title), kTitleContexts);
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
  SubjectReader subjects(article);
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
          subjects.around(identity), 1);
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
  std::vector<const KnownPaper*> all;
  all.reserve(papers_.size());
  for (const auto& [key, paper] : papers_) {
    all.push_back(&paper);
  }
  homonyms_ = Homonyms(all);
}

void KnownPapers::weigh_words() {
  std::uint32_t words = 0;
  for (const auto& [key, paper] : papers_) {
    for (const auto& [word, count] : paper.words) {
      Word& known = words_[word];
      known.number = known.papers++ == 0 ? words++ : known.number;
    }
  }
  for (auto& [key, paper] : papers_) {
    double sum = 0;
    for (const auto& [word, count] : paper.words) {
      const Word& known = *words_.find(word, word_hash(word));
      const double share = static_cast<double>(count) / paper.contexts;
      sum += std::pow(weight(known.papers) * share, 2);
      paper.vector.emplace_back(known.number, static_cast<float>(share));
    }
    paper.length = std::sqrt(sum);
    paper.words = {};
    std::sort(paper.vector.begin(), paper.vector.end());
  }
}

double KnownPapers::weight(std::uint32_t papers_with_word) const {
  return std::log((static_cast<double>(papers_.size()) + 1) /
                  (static_cast<double>(papers_with_word) + 1));
}

WeighedWords KnownPapers::weighed(const SubjectWords& context) const {
  WeighedWords weighed;
  double sum = 0;
  for (const std::string& word : context) {
    const Word* const known = words_.find(word, word_hash(word));
    const double ours = weight(known == nullptr ? 0 : known->papers);
    sum += ours * ours;
    if (known != nullptr) {
      weighed.words.emplace_back(known->number, ours);
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
