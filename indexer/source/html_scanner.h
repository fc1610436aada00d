#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tracuu {

/// Reads the mark-up of a page from front to back, as tolerant as browsers are.
class HtmlScanner {
 public:
  explicit HtmlScanner(std::string_view html) : html_(html) {}

  /// What stands at the scanner's place.
  enum class Piece { kEnd, kText, kStartTag, kEndTag, kOther };

  /// Returns what comes next and moves behind a tag's opening bracket; text is not moved over.
  Piece next();

  /// Returns the text up to the next '<'. A '<' that opens no tag is text too: the first call at it
  /// returns it alone.
  std::string_view read_text();

  /// Returns a tag's name in lower case.
  std::string read_name();

  /// Moves behind a tag and returns those of its attributes that the readers of a page look at,
  /// each once, as they are written in a tag: ` class="a" href="x"`.
  std::string read_attributes();

  /// Moves behind a comment, declaration or processing instruction.
  void skip_other();

  /// Returns the offset of the next "</name", npos when there is none.
  std::size_t find_end_tag(std::string_view name) const;

  /// Returns the text up to `offset` and moves behind the tag that begins there.
  std::string_view read_to_tag(std::size_t offset);

 private:
  char at(std::size_t index) const { return index < html_.size() ? html_[index] : '\0'; }
  void skip_past(std::string_view end, std::size_t from);
  std::string_view read_value();

  std::string_view html_;
  std::size_t at_ = 0;
};

}  // namespace tracuu
