#include "indexer/official_names.h"

#include <algorithm>

#include "common/entity/official.h"
#include "common/text/normalize.h"
#include "common/text/tokens.h"

namespace tracuu {
namespace {

std::string key_of(const std::string& name) {
  return official_key(normalized(name));
}

bool is_in_capitals(const std::string& name) {
  const std::vector<Token> tokens = tokenize(normalized(name));
  return std::all_of(tokens.begin(), tokens.end(),
                     [](const Token& token) { return token.all_caps || token.folded.size() == 1; });
}

}  // namespace

void OfficialNames::see(const Article& article) {
  for (const OfficialMention& mention : article.entities.officials) {
    ++spellings_[key_of(mention.name)][mention.name];
  }
}

void OfficialNames::fix(const std::string& name) {
  chosen_.emplace(key_of(name), name);
}

void OfficialNames::settle() {
  for (const auto& [key, names] : spellings_) {
    const auto best =
        std::min_element(names.begin(), names.end(), [](const auto& a, const auto& b) {
          const bool a_capitals = is_in_capitals(a.first);
          const bool b_capitals = is_in_capitals(b.first);
          return a_capitals != b_capitals ? b_capitals : a.second > b.second;
        });
    chosen_.emplace(key, best->first);
  }
}

void OfficialNames::complete(Article& article) const {
  for (OfficialMention& mention : article.entities.officials) {
    if (const auto chosen = chosen_.find(key_of(mention.name)); chosen != chosen_.end()) {
      mention.name = chosen->second;
    }
  }
}

std::vector<std::string> OfficialNames::names() const {
  std::vector<std::string> names;
  names.reserve(spellings_.size());
  for (const auto& [key, spellings] : spellings_) {
    names.push_back(spellings.begin()->first);
  }
  return names;
}

}  // namespace tracuu
