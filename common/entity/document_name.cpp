#include "common/entity/document_name.h"

#include <array>
#include <initializer_list>
#include <string_view>

#include "common/entity/date_words.h"
#include "common/entity/token_gap.h"

namespace tracuu {
namespace {

/// Walks over words of one phrase.
class Cursor {
 public:
  Cursor(const TokenizedText& text, std::size_t index) : text_(text), index_(index) {}

  std::size_t index() const { return index_; }

  /// Steps over `folded_words`, all of them or none.
  bool skip(std::initializer_list<std::string_view> folded_words) {
    std::size_t at = index_;
    for (const std::string_view word : folded_words) {
      if (at >= text_.tokens.size() || text_.tokens[at].folded != word || !reachable(at)) {
        return false;
      }
      ++at;
    }
    index_ = at;
    return true;
  }

  bool skip_any(std::initializer_list<std::initializer_list<std::string_view>> choices) {
    for (const auto& choice : choices) {
      if (skip(choice)) {
        return true;
      }
    }
    return false;
  }

  /// Reads "4", "04" or "tư".
  int number() {
    if (index_ >= text_.tokens.size() || !reachable(index_)) {
      return 0;
    }
    const std::string_view written = text_.text_of(index_);
    if (text_.tokens[index_].kind == Token::Kind::kNumber && written.size() <= 2) {
      ++index_;
      return written.size() == 1 ? written[0] - '0' : (written[0] - '0') * 10 + written[1] - '0';
    }
    // The words for months count plenums as well.
    if (const auto named = named_month_at(text_, index_)) {
      index_ += named->token_count;
      return named->value;
    }
    return 0;
  }

  /// Reads "XI", or "11" as it stands.
  std::string term() {
    if (index_ >= text_.tokens.size() || !reachable(index_)) {
      return {};
    }
    const std::string_view written = text_.text_of(index_);
    const bool roman = written.find_first_not_of("IVX") == std::string_view::npos;
    const bool digits = text_.tokens[index_].kind == Token::Kind::kNumber && written.size() <= 2;
    if (!roman && !digits) {
      return {};
    }
    ++index_;
    return std::string(written);
  }

 private:
  bool reachable(std::size_t index) const {
    if (index == 0) {
      return true;
    }
    const Gap gap = gap_behind(text_, index - 1);
    return !gap.newline && (gap.bare() || gap.is('.') || gap.is('(') || gap.is(','));
  }

  const TokenizedText& text_;
  std::size_t index_;
};

bool skip_central_committee(Cursor& cursor) {
  cursor.skip_any({{"ban", "chap", "hanh"}, {"bch"}});
  const bool found = cursor.skip_any({{"trung", "uong"},
                                      {"tw"},
                                      {"tu"},
                                      {"t", "u"},
                                      {"t", "w"},
                                      {"bchtw"},
                                      {"bchtu"},
                                      {"nqtw"},
                                      {"nqtu"}});
  cursor.skip_any({{"dang", "cong", "san", "viet", "nam"}, {"dang"}});
  return found;
}

}  // namespace

std::optional<NamedPaper> plenum_resolution_at(const TokenizedText& text, std::size_t index) {
  if (index >= text.tokens.size()) {
    return std::nullopt;
  }
  Cursor cursor(text, index);
  cursor.skip({"cua"});
  const bool meeting = cursor.skip({"hoi", "nghi"});
  int number = 0;
  if (meeting && cursor.skip({"lan", "thu"})) {
    number = cursor.number();
  }
  const std::size_t committee = cursor.index();
  if (!skip_central_committee(cursor)) {
    return std::nullopt;
  }
  // "TU" is the party committee of a province; only "TƯ" is the Central Committee.
  if (text.tokens[committee].folded == "tu" && !text.tokens[committee].marked) {
    return std::nullopt;
  }
  if (number == 0) {
    const bool ordinal = cursor.skip({"lan", "thu"});
    if (!ordinal && cursor.index() < text.tokens.size() &&
        text.tokens[cursor.index()].kind != Token::Kind::kNumber) {
      return std::nullopt;
    }
    number = cursor.number();
  }
  if (number < 1 || number > 20) {
    return std::nullopt;
  }
  NamedPaper paper{.name = "Nghị quyết Trung ương " + std::to_string(number),
                   .end = cursor.index()};
  skip_central_committee(cursor);
  if (cursor.skip({"khoa"})) {
    if (const std::string term = cursor.term(); !term.empty()) {
      paper.name += " khóa " + term;
      paper.end = cursor.index();
    }
  }
  return paper;
}

std::optional<NamedPaper> congress_resolution_at(const TokenizedText& text, std::size_t index) {
  if (index >= text.tokens.size()) {
    return std::nullopt;
  }
  Cursor cursor(text, index);
  if (!cursor.skip({"dai", "hoi"})) {
    return std::nullopt;
  }
  const bool of_delegates = cursor.skip({"dai", "bieu"});
  cursor.skip_any({{"toan", "quoc"}, {"dang", "toan", "quoc"}, {"dang"}});
  cursor.skip({"lan", "thu"});
  const std::string term = cursor.term();
  if (term.empty() || term.find_first_of("IVX") == std::string::npos) {
    return std::nullopt;
  }
  NamedPaper paper{.name = "Nghị quyết Đại hội " + term, .end = cursor.index()};
  if (cursor.skip_any({{"cua", "dang", "bo"}, {"dang", "bo"}})) {
    return std::nullopt;
  }
  if (of_delegates) {
    cursor.skip({"cua", "dang"});
    paper.end = cursor.index();
  }
  return paper;
}

}  // namespace tracuu
