#include "indexer/linker.h"

#include <algorithm>
#include <array>

#include "common/entity/gazetteer/gazetteer.h"
#include "common/text/normalize.h"
#include "common/text/syllable.h"
#include "indexer/issuer_words.h"
#include "indexer/subject_words.h"

namespace tracuu {
namespace {

constexpr double kLeastSubjectShare =
    0.5;  ///< of a landmark's subject bigrams found in the article
constexpr double kLeastSubjectMargin = 0.15;  ///< over the next homonym

/// The mentions of one number in one article.
struct Cluster {
  DocumentNumber number;
  DocumentIdentity identity;
};

bool is_short(const DocumentNumber& number) {
  return number.number != 0 && number.issuer.empty() && number.name.empty();
}

bool same_class(const DocumentNumber& a, const DocumentNumber& b) {
  return a.number == b.number && a.suffix == b.suffix && a.type == b.type &&
         (a.year == 0 || b.year == 0 || a.year == b.year);
}

std::vector<Cluster> cluster_mentions(const std::vector<DocumentMention>& mentions) {
  std::vector<Cluster> clusters;
  // Full numbers first, so that a short form before its full number ("Nghị quyết 36" in a title)
  // finds it.
  for (const bool short_forms : {false, true}) {
    for (std::uint32_t i = 0; i < mentions.size(); ++i) {
      const DocumentMention& mention = mentions[i];
      if (is_short(mention.number) != short_forms) {
        continue;
      }
      auto cluster = std::find_if(clusters.begin(), clusters.end(), [&](const Cluster& known) {
        return short_forms ? same_class(known.number, mention.number)
                           : known.number == mention.number;
      });
      if (cluster == clusters.end()) {
        cluster = clusters.insert(clusters.end(), {mention.number, {}});
        cluster->identity.number = to_canonical(mention.number);
        cluster->identity.type_name = mention.type_name;
      }
      cluster->identity.mentions.push_back(i);
      if (!cluster->identity.date) {
        cluster->identity.date = mention.date;
      }
    }
  }
  for (Cluster& cluster : clusters) {
    std::sort(cluster.identity.mentions.begin(), cluster.identity.mentions.end());
  }
  std::sort(clusters.begin(), clusters.end(), [](const Cluster& a, const Cluster& b) {
    return a.identity.mentions.front() < b.identity.mentions.front();
  });
  return clusters;
}

/// A landmark with what is asked of it for each citation.
struct KnownLandmark {
  const LandmarkDocument* document = nullptr;
  std::optional<DocumentNumber> number;
  std::vector<std::string> folded_names;  ///< popular ones
  SubjectWords subject;                   ///< of its title
};

const std::vector<KnownLandmark>& known_landmarks() {
  static const std::vector<KnownLandmark> all = [] {
    std::vector<KnownLandmark> known;
    for (const LandmarkDocument& document : landmark_documents()) {
      KnownLandmark landmark{&document, parse_document_number(document.number), {}, {}};
      for (const std::string& name : document.popular_names) {
        landmark.folded_names.push_back(fold(normalized(name)));
      }
      landmark.subject = subject_words_in(document.title);
      known.push_back(std::move(landmark));
    }
    return known;
  }();
  return all;
}

bool names(const KnownLandmark& landmark, const DocumentNumber& number,
           const std::string& folded_name) {
  if (!folded_name.empty()) {
    return std::ranges::find(landmark.folded_names, folded_name) != landmark.folded_names.end();
  }
  return landmark.number &&
         (is_short(number) ? same_class(*landmark.number, number) : *landmark.number == number);
}

bool existed(const LandmarkDocument& landmark, const std::optional<Day>& published) {
  const auto days = landmark.date.days();
  return !published || !days || days->first <= *published;
}

bool agrees(const LandmarkDocument& landmark, const std::optional<PartialDate>& date) {
  if (!date) {
    return true;
  }
  const auto theirs = landmark.date.days();
  const auto ours = date->days();
  return !theirs || !ours || (theirs->first <= ours->second && ours->first <= theirs->second);
}

void take(const KnownLandmark& landmark, DocumentIdentity& identity) {
  // Printed anew: the table keeps the zeros of the paper's own number.
  identity.number = landmark.number ? to_canonical(*landmark.number) : landmark.document->number;
  identity.type_name = landmark.document->type;
  identity.date = landmark.document->date;
  identity.title = landmark.document->title;
}

void settle(DocumentIdentity& identity, float confidence, std::string reason) {
  identity.confidence = confidence;
  identity.reason = std::move(reason);
}

/// A landmark that may be meant, with the share of its subject that the article speaks of.
struct Candidate {
  const KnownLandmark* landmark = nullptr;
  double shared_subject = 0;
};

/// Fills in how much of each candidate's subject the article speaks of; reads it to its end once.
void share_subjects(std::string_view text, std::vector<Candidate>& candidates) {
  SubjectWords wanted;
  for (const Candidate& candidate : candidates) {
    const SubjectWords& subject = candidate.landmark->subject;
    wanted.insert(wanted.end(), subject.begin(), subject.end());
  }
  const SubjectWords found = subject_words_among(wanted, text);
  for (Candidate& candidate : candidates) {
    const SubjectWords& subject = candidate.landmark->subject;
    const auto shared = std::ranges::count_if(
        subject, [&](const std::string& word) { return std::ranges::binary_search(found, word); });
    candidate.shared_subject =
        subject.empty() ? 0 : static_cast<double>(shared) / static_cast<double>(subject.size());
  }
}

/// Returns the landmarks that may be meant, the likeliest first. What the article speaks of is not
/// looked at where only one of them is left, unless `by_subject`.
std::vector<Candidate> candidates_for(const Article& article, const Cluster& cluster,
                                      bool by_subject) {
  std::vector<Candidate> candidates;
  const std::string folded_name = fold(cluster.number.name);
  for (const KnownLandmark& landmark : known_landmarks()) {
    if (names(landmark, cluster.number, folded_name) &&
        existed(*landmark.document, article.published) &&
        agrees(*landmark.document, cluster.identity.date)) {
      candidates.push_back({&landmark, 0});
    }
  }
  if (candidates.size() < (by_subject ? 1 : 2)) {
    return candidates;
  }
  share_subjects(article.text, candidates);
  std::stable_sort(
      candidates.begin(), candidates.end(),
      [](const Candidate& a, const Candidate& b) { return a.shared_subject > b.shared_subject; });
  return candidates;
}

/// Returns whether the first candidate's subject is the article's, and no other's as well.
bool subject_decides(const std::vector<Candidate>& candidates) {
  const double first = candidates[0].shared_subject;
  const double next = candidates.size() > 1 ? candidates[1].shared_subject : 0;
  return first >= kLeastSubjectShare &&
         (candidates.size() == 1 || first - next >= kLeastSubjectMargin);
}

/// Chooses among the landmarks of one number, or leaves open which is meant.
void resolve_by_landmarks(const Article& article, Cluster& cluster) {
  DocumentIdentity& identity = cluster.identity;
  const bool dated = identity.date.has_value();
  const bool alone_decides = dated || !is_short(cluster.number);
  const std::vector<Candidate> candidates = candidates_for(article, cluster, !alone_decides);
  const bool only_one = candidates.size() == 1 && alone_decides;
  if (!candidates.empty() && (only_one || subject_decides(candidates))) {
    take(*candidates.front().landmark, identity);
  }
  if (dated) {
    settle(identity, kDateWritten, "date written beside it");
  } else if (candidates.empty() && cluster.number.year != 0 && !cluster.number.issuer.empty()) {
    settle(identity, kYearInNumber, "the year in its number leaves one paper");
  } else if (candidates.empty()) {
    settle(identity, 0, "open: no known paper of this number");
  } else if (only_one) {
    settle(identity, kOnlyLandmark, "only known paper of this number by then");
  } else if (subject_decides(candidates)) {
    settle(identity, kLandmarkBySubject, "the article shares its subject");
  } else {
    settle(identity, 0,
           "open: " + std::to_string(candidates.size()) + " known papers may be meant");
  }
}

/// A local paper is known by its date, or the year in its number, and its province.
void resolve_locally(const Article& article, bool has_year, DocumentIdentity& identity) {
  for (const std::uint32_t mention : identity.mentions) {
    if (identity.province.empty()) {
      identity.province = named_issuer(article, article.entities.documents[mention]).province;
    }
  }
  if (identity.province.empty()) {
    identity.province = article.primary_province;
  }
  if (identity.province.empty()) {
    settle(identity, 0, "open: no province for a local paper");
  } else if (!identity.date && has_year) {
    settle(identity, kYearInNumber, "the year in its number leaves one paper");
  } else if (!identity.date) {
    settle(identity, 0, "open: no issue date for a local paper");
  } else {
    settle(identity, kDateWritten, "date written beside it");
  }
}

}  // namespace

std::vector<DocumentIdentity> link_documents(const Article& article) {
  std::vector<Cluster> clusters = cluster_mentions(article.entities.documents);
  std::vector<DocumentIdentity> identities;
  identities.reserve(clusters.size());
  for (Cluster& cluster : clusters) {
    if (is_local_issuer(cluster.number.issuer)) {
      resolve_locally(article, cluster.number.year != 0, cluster.identity);
    } else {
      resolve_by_landmarks(article, cluster);
    }
    identities.push_back(std::move(cluster.identity));
  }
  return identities;
}

}  // namespace tracuu
