#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/index/article.h"

namespace tracuu {

/// Returns an article of a title and a body, its entities recognized, about `province`.
inline Article sample_article(std::string_view id, std::string_view title, std::string_view body,
                              std::optional<Day> published = std::nullopt,
                              std::string_view province = {}) {
  Article article;
  article.id = id;
  article.file = std::string(id) + ".txt";
  article.text = std::string(title) + '\n' + std::string(body);
  article.title_size = static_cast<std::uint32_t>(title.size());
  article.published = published;
  article.published_by = published ? PublishedBy::kDateLine : PublishedBy::kUnknown;
  article.entities = recognize(article.text, published);
  if (!province.empty()) {
    article.primary_province = province;
    article.about = {article.primary_province};
  }
  return article;
}

/// Returns the day of an ISO date. REQUIRES: `iso` is YYYY-MM-DD.
inline Day day_of(std::string_view iso) {
  return *parse_iso(iso)->as_day();
}

}  // namespace tracuu
