#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/article.h"

namespace tracuu {

/// What a stretch of text speaks of: folded pairs of neighbouring syllables in one sentence, short
/// forms written out ("ứng dụng CNTT" has "ung dung", "dung cong", "cong nghe", "nghe thong" ...).
/// Ascending, each once.
using SubjectWords = std::vector<std::string>;

/// Returns the subject words of `text`, valid UTF-8 of any spelling. Linear.
SubjectWords subject_words_in(std::string_view text);

/// Returns those of `wanted`, in any order, that are among the subject words of `text`. Linear.
SubjectWords subject_words_among(const SubjectWords& wanted, std::string_view text);

/// Reads what an article says around its references, the title once. The article must outlive it.
class SubjectReader {
 public:
  explicit SubjectReader(const Article& article);

  /// Returns the subject words of the title and of the sentences around the mentions of `identity`,
  /// without the written numbers and their dates, which every homonym shares. At most the first 8
  /// mentions are looked at. REQUIRES: `identity` is one of the article's documents.
  SubjectWords around(const DocumentIdentity& identity);

 private:
  void add_stretch(Span stretch, SubjectWords& words) const;

  const Article& article_;
  std::vector<Span> known_;  ///< numbers and dates, by begin
  std::optional<SubjectWords> title_;
};

}  // namespace tracuu
