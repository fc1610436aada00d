#include "indexer/corpus_linker.h"

#include <algorithm>
#include <vector>

#include "indexer/linker.h"

namespace tracuu {
namespace {

// Below the 1 of a date that the article itself writes.
constexpr float kDateCompleted = 0.95F;
constexpr float kOnlyPlace = 0.8F;
constexpr float kOnlyRecent = 0.8F;
constexpr float kOnlyBySubject = 0.75F;
constexpr float kSubjectAmongMany = 0.7F;
constexpr float kRecentAmongMany = 0.6F;
constexpr float kCalledSo = 0.6F;

constexpr double kLeastLikeness = 0.12;
constexpr double kLeastLikenessRatio = 1.6;  ///< to the next homonym
/// News cites a paper mostly while it is new.
constexpr std::int32_t kRecentDays = 550;
/// A homonym at least so much older than the recent one is out of use.
constexpr std::int32_t kOutdatedDays = 3 * 365;
/// A short form outlives its paper by some years, then the number is another's.
constexpr std::int32_t kCalledSoDays = 12 * 365;
constexpr std::size_t kMostListed = 4;

/// A paper that may be meant, with the likeness of its subject.
struct Candidate {
  const KnownPaper* paper = nullptr;
  double likeness = 0;
};

const DocumentNumber& number_of(const Article& article, const DocumentIdentity& identity) {
  const auto& mentions = article.entities.documents;
  for (const std::uint32_t index : identity.mentions) {
    if (!mentions[index].number.issuer.empty()) {
      return mentions[index].number;
    }
  }
  return mentions[identity.mentions.front()].number;
}

WantedPaper wanted_by(const Article& article, const DocumentIdentity& identity) {
  WantedPaper wanted{
      .number = number_of(article, identity),
      .issuer = {},
      .province = identity.province.empty() ? article.primary_province : identity.province,
      .published = article.published,
      .date = identity.date};
  for (const std::uint32_t index : identity.mentions) {
    wanted.issuer = named_issuer(article, article.entities.documents[index]);
    if (!wanted.issuer.code.empty()) {
      break;
    }
  }
  return wanted;
}

void take(const KnownPaper& paper, float confidence, std::string reason,
          DocumentIdentity& identity) {
  identity.number = to_canonical(paper.number);
  identity.type_name = paper.type_name.empty() ? identity.type_name : paper.type_name;
  identity.date = paper.date;
  identity.province = paper.province;
  identity.title = paper.title;
  identity.confidence = confidence;
  identity.reason = std::move(reason);
}

std::int32_t age_in_days(const KnownPaper& paper, Day day) {
  return day_number(day) - day_number(paper.date.days()->first);
}

bool is_recent(const KnownPaper& paper, const std::optional<Day>& published) {
  return published && age_in_days(paper, *published) <= kRecentDays;
}

/// Returns the only recent paper when all others are long out of use, or nothing.
const KnownPaper* only_recent(const std::vector<Candidate>& candidates,
                              const std::optional<Day>& published) {
  const KnownPaper* recent = nullptr;
  for (const Candidate& candidate : candidates) {
    const bool in_use = published && age_in_days(*candidate.paper, *published) < kOutdatedDays;
    if (in_use && (recent != nullptr || !is_recent(*candidate.paper, published))) {
      return nullptr;
    }
    recent = in_use ? candidate.paper : recent;
  }
  return recent;
}

std::string list_of(const std::vector<Candidate>& candidates) {
  std::string list;
  for (std::size_t i = 0; i < std::min(candidates.size(), kMostListed); ++i) {
    list += (i == 0 ? "" : ", ") + candidates[i].paper->key();
  }
  return list + (candidates.size() > kMostListed ? " ..." : "");
}

void leave_open(std::string reason, DocumentIdentity& identity) {
  if (identity.confidence <= 0) {
    identity.reason = "open: " + std::move(reason);
  }
}

void decide_only(const Candidate& only, const WantedPaper& wanted, DocumentIdentity& identity) {
  const KnownPaper& paper = *only.paper;
  const bool full_number = !wanted.number.issuer.empty();
  // Decrees are the government's alone.
  const bool one_issuer = full_number || wanted.number.type == "NĐ";
  if (wanted.number.year != 0 && one_issuer) {
    take(paper, kYearInNumber, "the year in its number leaves one known paper", identity);
  } else if (only.likeness >= kLeastLikeness) {
    take(paper, kOnlyBySubject, "only known paper of this number, and its subject is spoken of",
         identity);
  } else if ((full_number || !wanted.issuer.code.empty()) && is_recent(paper, wanted.published)) {
    take(paper, kOnlyRecent, "only known paper of this number, and recent", identity);
  } else if (paper.called_short &&
             (!wanted.published || age_in_days(paper, *wanted.published) <= kCalledSoDays)) {
    take(paper, kCalledSo, "commonly called so, and no other paper of this number is known",
         identity);
  } else {
    leave_open("nothing but the number speaks for " + paper.key(), identity);
  }
}

void decide_among(const std::vector<Candidate>& candidates, const WantedPaper& wanted,
                  DocumentIdentity& identity) {
  std::vector<Candidate> by_likeness = candidates;
  std::stable_sort(by_likeness.begin(), by_likeness.end(),
                   [](const Candidate& a, const Candidate& b) { return a.likeness > b.likeness; });
  const Candidate& best = by_likeness[0];
  const std::string of = " of the " + std::to_string(candidates.size()) + " papers of this number";
  const bool subject_decides = best.likeness >= kLeastLikeness &&
                               best.likeness >= kLeastLikenessRatio * by_likeness[1].likeness;
  const KnownPaper* recent = only_recent(candidates, wanted.published);
  if (subject_decides) {
    take(*best.paper, kSubjectAmongMany, "its subject is spoken of," + of, identity);
  } else if (recent != nullptr && best.likeness < kLeastLikeness &&
             !(wanted.number.issuer.empty() && wanted.issuer.code.empty())) {
    take(*recent, kRecentAmongMany, "the only one in use then," + of, identity);
  } else {
    leave_open("it may be " + list_of(candidates), identity);
  }
}

/// The article writes the date: what is left is a day for a year, or the province.
void complete_dated(const KnownPapers& papers, const Article& article, DocumentIdentity& identity) {
  WantedPaper wanted = wanted_by(article, identity);
  const bool settled = identity.confidence > 0;
  if (wanted.number.issuer.empty() ||
      (settled && identity.date->precision == DatePrecision::kDay)) {
    return;
  }
  const std::vector<const KnownPaper*> fitting = papers.meant_by(wanted);
  if (fitting.size() != 1) {
    return;
  }
  const KnownPaper& paper = *fitting.front();
  if (!settled) {
    take(paper, kOnlyPlace, "only province known to have issued it on the written date", identity);
  } else if (identity.date != paper.date) {
    take(paper, kDateCompleted, "only known paper of the written date, here completed", identity);
  }
}

void complete_open(const KnownPapers& papers, const Article& article, SubjectReader& subjects,
                   DocumentIdentity& identity) {
  const WantedPaper wanted = wanted_by(article, identity);
  const std::vector<const KnownPaper*> meant = papers.meant_by(wanted);
  if (meant.empty()) {
    return;
  }
  const WeighedWords context = papers.weighed(subjects.around(identity));
  std::vector<Candidate> candidates;
  candidates.reserve(meant.size());
  for (const KnownPaper* paper : meant) {
    candidates.push_back({paper, KnownPapers::likeness(context, *paper)});
  }
  if (candidates.size() == 1) {
    decide_only(candidates.front(), wanted, identity);
  } else {
    decide_among(candidates, wanted, identity);
  }
}

/// "Only paper of this number" was said of the landmarks alone; the corpus may know homonyms.
void reconsider_only(const KnownPapers& papers, const Article& article, SubjectReader& subjects,
                     DocumentIdentity& identity) {
  DocumentIdentity undated = identity;
  undated.date.reset();
  undated.confidence = 0;
  undated.title.clear();
  if (papers.meant_by(wanted_by(article, undated)).size() > 1) {
    identity = std::move(undated);
    complete_open(papers, article, subjects, identity);
  }
}

}  // namespace

void CorpusLinker::see(const Article& article) {
  papers_.see(article);
  for (const DocumentIdentity& identity : article.documents) {
    if (identity.confidence < kDateWritten) {
      open_classes_.insert(class_of(number_of(article, identity)));
    }
  }
}

bool CorpusLinker::needs(std::string_view identity_key) const {
  const auto number = parse_document_number(identity_key.substr(0, identity_key.find('@')));
  return number && open_classes_.contains(class_of(*number));
}

void CorpusLinker::complete(Article& article) const {
  SubjectReader subjects(article);
  for (DocumentIdentity& identity : article.documents) {
    if (!article.entities.documents[identity.mentions.front()].number.name.empty()) {
      continue;  // a name says more than a number; the landmarks alone know names
    }
    const bool written =
        identity.confidence >= kDateWritten || (identity.confidence <= 0 && identity.date);
    if (written) {
      complete_dated(papers_, article, identity);
    } else if (!identity.date) {
      complete_open(papers_, article, subjects, identity);
    } else if (identity.confidence == kOnlyLandmark) {
      reconsider_only(papers_, article, subjects, identity);
    }
  }
}

}  // namespace tracuu
