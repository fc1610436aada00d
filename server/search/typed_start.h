#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/folded_reader.h"
#include "common/text/span.h"
#include "common/text/tokens.h"

namespace tracuu {

/// What a reader has typed so far, as suggestions are looked up by it and compared with it.
class TypedStart {
 public:
  explicit TypedStart(std::string_view typed);

  /// Returns the key for a CompletionTable.
  const std::string& key(WordGap gap) const { return gap == WordGap::kBlank ? loose_ : glued_; }
  /// Whether something was typed, but no word of it.
  bool is_only_punctuation() const {
    return glued_.empty() && text_.find_first_not_of(' ') != std::string::npos;
  }
  /// Whether any mark was typed, so that agrees_with() tells suggestions apart.
  bool any_marked() const { return any_marked_; }
  /// Returns whether `normalized` goes on from what was typed with the marks that were typed; a
  /// syllable typed without marks agrees with any, and the last one may be unfinished: "nghị quy"
  /// agrees with "nghị quyết", not with "nghỉ quý".
  bool agrees_with(std::string_view normalized) const;
  /// Returns the bytes of `label` that go by what was typed, at the first word where it does.
  std::optional<Span> match_in(std::string_view label, WordGap gap) const;

 private:
  std::string text_;
  std::vector<Token> tokens_;
  std::string loose_;
  std::string glued_;
  bool any_marked_ = false;
  bool open_ = false;  ///< whether the last syllable may go on
};

}  // namespace tracuu
