#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "common/entity/date.h"
#include "common/entity/document_number.h"
#include "common/entity/official.h"
#include "common/entity/province.h"

namespace tracuu {

/// All that was recognized in one text.
struct Entities {
  std::vector<DocumentMention> documents;
  std::vector<DateMention> dates;
  std::vector<ProvinceMention> provinces;
  std::vector<OfficialMention> officials;

  bool operator==(const Entities&) const = default;
};

/// Recognizes all four kinds in a display text and settles overlaps (a province inside a person's
/// name, a date inside a document number). All spans are byte spans of `display`, the author's own
/// bytes. With `published` known, dates without a year get theirs, flagged.
/// Linear in time, never fails, thread-safe. REQUIRES: `display` is valid UTF-8.
Entities recognize(std::string_view display, std::optional<Day> published = std::nullopt);

/// Returns the span of the sentence (or line) of `display` that holds `span`, blanks trimmed: the
/// evidence shown for an entity. At most `max_bytes` around the span, cut at blanks.
Span sentence_around(std::string_view display, Span span, std::size_t max_bytes = 600);

}  // namespace tracuu
