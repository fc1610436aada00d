#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/entity/document_reference.h"

namespace tracuu {
namespace {

/// What is known of one number in one text.
struct NumberCluster {
  std::optional<PartialDate> date;
  Span date_span;
  bool disputed = false;  ///< two dates: two papers of one number
};

void learn(NumberCluster& cluster, const DocumentMention& mention) {
  if (!mention.date) {
    return;
  }
  if (!cluster.date) {
    cluster.date = mention.date;
    cluster.date_span = mention.date_span;
  }
  cluster.disputed = cluster.disputed || *cluster.date != *mention.date;
}

void inherit(DocumentMention& mention, const NumberCluster& cluster) {
  if (!mention.date && cluster.date && !cluster.disputed) {
    mention.date = cluster.date;
    mention.date_span = cluster.date_span;
  }
}

/// "Nghị quyết 36" is "36-NQ/TW" where the text has only one full number like it.
std::string short_form(const DocumentNumber& number) {
  return number.type + " " + std::to_string(number.number) + number.suffix;
}

}  // namespace

void share_dates(std::vector<DocumentReference>& references) {
  std::unordered_map<std::string, NumberCluster> by_number;
  std::unordered_map<std::string, std::string> full_of_short;  ///< "" when several
  for (const DocumentReference& reference : references) {
    const DocumentNumber& number = reference.mention.number;
    const std::string canonical = to_canonical(number);
    learn(by_number[canonical], reference.mention);
    if (!number.issuer.empty() && !number.type.empty()) {
      const auto [entry, fresh] = full_of_short.emplace(short_form(number), canonical);
      if (!fresh && entry->second != canonical) {
        entry->second.clear();
      }
    }
  }
  for (DocumentReference& reference : references) {
    DocumentMention& mention = reference.mention;
    inherit(mention, by_number[to_canonical(mention.number)]);
    if (mention.number.issuer.empty() && mention.number.name.empty()) {
      const auto full = full_of_short.find(short_form(mention.number));
      if (full != full_of_short.end() && !full->second.empty()) {
        inherit(mention, by_number[full->second]);
      }
    }
  }
}

}  // namespace tracuu
