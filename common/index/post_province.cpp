#include "common/index/post_province.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/text/normalize.h"
#include "common/text/tokens.h"

namespace tracuu {
namespace {

/// Whether the words of a post name a body of a province or of what lies in one.
bool is_local(const std::string& organisation) {
  constexpr std::array<std::string_view, 7> kLocal = {"tinh", "huyen", "xa",  "phuong",
                                                      "tp",   "ubnd",  "hdnd"};
  const std::string text = normalized(organisation);
  const std::vector<Token> tokens = tokenize(text);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string_view next = i + 1 < tokens.size() ? tokens[i + 1].folded : std::string_view();
    const bool city = (tokens[i].folded == "thanh" || tokens[i].folded == "thi") &&
                      (next == "uy" || next == "pho" || next == "doan" || next == "xa");
    const bool department = i == 0 && (tokens[i].folded == "so" || tokens[i].folded == "phong");
    if (city || department ||
        std::ranges::find(kLocal, std::string_view(tokens[i].folded)) != kLocal.end()) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::string province_of_post(const Article& article, const Post& post) {
  const auto& provinces = article.entities.provinces;
  const auto named = std::ranges::find_if(provinces, [&](const ProvinceMention& mention) {
    return mention.span.begin >= post.span.begin && mention.span.end <= post.span.end;
  });
  if (named != provinces.end()) {
    return named->province;
  }
  return is_local(post.organisation) ? article.primary_province : std::string();
}

}  // namespace tracuu
