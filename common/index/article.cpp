#include "common/index/article.h"

#include <algorithm>

#include "common/entity/post_identity.h"

namespace tracuu {
namespace {

template <typename Mention>
bool lie_in(std::string_view text, const std::vector<Mention>& mentions) {
  return std::all_of(mentions.begin(), mentions.end(), [&](const Mention& mention) {
    return mention.span.begin <= mention.span.end && mention.span.end <= text.size();
  });
}

}  // namespace

std::string_view name_of(PublishedBy by) {
  switch (by) {
    case PublishedBy::kGiven:
      return "given";
    case PublishedBy::kMarkup:
      return "markup";
    case PublishedBy::kDateLine:
      return "date-line";
    case PublishedBy::kUnknown:
      break;
  }
  return "unknown";
}

std::string DocumentIdentity::key() const {
  if (confidence <= 0) {
    return {};
  }
  std::string key = number;
  if (date) {
    key += '@' + to_iso(*date);
  }
  if (!province.empty()) {
    key += '@' + province;
  }
  return key;
}

std::string paper_value(const DocumentIdentity& identity) {
  std::string key = identity.key();
  return key.empty() ? identity.number : key;
}

std::vector<std::string> mentioned_provinces(const Article& article) {
  std::vector<std::string> names;
  for (const ProvinceMention& mention : article.entities.provinces) {
    if (std::find(names.begin(), names.end(), mention.province) == names.end()) {
      names.push_back(mention.province);
    }
  }
  return names;
}

std::vector<OfficialSummary> officials_of(const Article& article) {
  std::vector<OfficialSummary> officials;
  for (const OfficialMention& mention : article.entities.officials) {
    auto known = std::find_if(officials.begin(), officials.end(), [&](const OfficialSummary& seen) {
      return seen.name == mention.name;
    });
    if (known == officials.end()) {
      known = officials.insert(officials.end(), {mention.name, {}});
    }
    for (const Post& post : mention.posts) {
      const auto seen = std::ranges::find_if(
          known->posts, [&](const Post& other) { return is_same_post(other, post); });
      if (seen == known->posts.end()) {
        known->posts.push_back(post);
      } else if (seen->organisation.find(' ') == std::string::npos &&
                 seen->organisation.size() < post.organisation.size()) {
        *seen = post;  // "Giám đốc Sở" says less than "Giám đốc Sở Nội vụ"
      }
    }
  }
  return officials;
}

bool is_whole(const Article& article) {
  const Entities& found = article.entities;
  const auto is_mention = [&](std::uint32_t index) { return index < found.documents.size(); };
  const auto is_document = [&](std::uint32_t index) { return index < article.documents.size(); };
  return lie_in(article.text, found.documents) && lie_in(article.text, found.dates) &&
         lie_in(article.text, found.provinces) && lie_in(article.text, found.officials) &&
         std::all_of(article.documents.begin(), article.documents.end(),
                     [&](const DocumentIdentity& identity) {
                       return std::all_of(identity.mentions.begin(), identity.mentions.end(),
                                          is_mention);
                     }) &&
         std::all_of(article.relations.begin(), article.relations.end(),
                     [&](const PaperRelation& link) {
                       return is_document(link.from) && is_document(link.to) &&
                              is_mention(link.from_mention) && is_mention(link.to_mention);
                     });
}

}  // namespace tracuu
