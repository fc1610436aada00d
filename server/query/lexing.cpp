#include "server/query/lexing.h"

#include <algorithm>
#include <optional>

#include "common/entity/document_code.h"
#include "common/text/syllable.h"
#include "server/query/typed_province.h"

namespace tracuu {
namespace {

bool is_type_code(const TokenizedText& text, std::size_t index) {
  return text.tokens[index].kind == Token::Kind::kWord &&
         type_code_of(text.text_of(index)).has_value();
}

class Lexer {
 public:
  explicit Lexer(const TypedText& typed) : typed_(typed), tokens_(typed.text.tokens) {}

  std::vector<LexedPiece> run() {
    const std::string_view text = typed_.normalized;
    while (at_ < text.size()) {
      if (text[at_] == '"') {
        read_quote();
      } else if (is_minus()) {
        close_words();
        excluding_ = at_;
        ++at_;
      } else if (next_ < tokens_.size() && tokens_[next_].span.begin == at_) {
        read_token();
      } else {
        ++at_;
      }
    }
    close_words();
    return std::move(pieces_);
  }

 private:
  /// Ends the run of bare words in front of token `next_`.
  void close_words() {
    if (first_word_ < next_) {
      push(LexedPiece::Kind::kWords, {first_word_, next_},
           {tokens_[first_word_].span.begin, tokens_[next_ - 1].span.end});
    }
    first_word_ = next_;
  }

  void push(LexedPiece::Kind kind, TokenRange tokens, Span span) {
    const bool excluded = excluding_.has_value() && kind <= LexedPiece::Kind::kPhrase;
    if (excluded) {
      span.begin = static_cast<std::uint32_t>(*excluding_);
    }
    excluding_.reset();
    pieces_.push_back({kind, excluded, tokens, span});
  }

  void read_quote() {
    close_words();
    const std::size_t close = typed_.normalized.find('"', at_ + 1);
    if (close == std::string_view::npos) {
      excluding_.reset();
      ++at_;
      return;
    }
    std::size_t end = next_;
    while (end < tokens_.size() && tokens_[end].span.begin < close) {
      ++end;
    }
    if (end > next_) {
      push(LexedPiece::Kind::kPhrase, {next_, end},
           {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(close + 1)});
    }
    excluding_.reset();
    first_word_ = next_ = end;
    at_ = close + 1;
  }

  void read_token() {
    const Token& token = tokens_[next_];
    at_ = token.span.end;
    const auto kind = operator_at(next_);
    const bool takes_minus = excluding_ && first_word_ == next_;
    if (!kind || takes_minus) {
      ++next_;
      return;
    }
    close_words();
    ++next_;
    push(*kind, {next_ - 1, next_}, token.span);
    first_word_ = next_;
  }

  std::optional<LexedPiece::Kind> operator_at(std::size_t index) const {
    const std::string_view written = typed_.text.text_of(index);
    if (written == "OR") {
      return LexedPiece::Kind::kOr;
    }
    if (written == "AND") {
      return LexedPiece::Kind::kAnd;
    }
    if (written == "HOẶC" && !is_shouted(index, 1) && !is_shouted(index, -1)) {
      return LexedPiece::Kind::kOr;
    }
    return std::nullopt;
  }

  /// Returns whether the neighbour of token `index` is a Vietnamese syllable in capitals.
  bool is_shouted(std::size_t index, int step) const {
    if ((step < 0 && index == 0) || (step > 0 && index + 1 == tokens_.size())) {
      return false;
    }
    const Token& neighbour = tokens_[step < 0 ? index - 1 : index + 1];
    return neighbour.all_caps && is_vietnamese_syllable(neighbour.folded);
  }

  bool is_minus() const {
    const std::string_view text = typed_.normalized;
    if (text[at_] != '-' || (at_ > 0 && text[at_ - 1] != ' ' && text[at_ - 1] != '(') ||
        at_ + 1 >= text.size()) {
      return false;
    }
    if (text[at_ + 1] == '"') {
      return true;
    }
    if (next_ >= tokens_.size() || tokens_[next_].span.begin != at_ + 1) {
      return false;
    }
    return next_ == first_word_ || !joins_tokens(next_ - 1);
  }

  /// Returns whether the dash behind token `index` belongs to a number or a name.
  bool joins_tokens(std::size_t index) const {
    const Token& before = tokens_[index];
    const Token& after = tokens_[index + 1];
    const bool number_before = before.kind != Token::Kind::kWord;
    const bool number_after = after.kind != Token::Kind::kWord;
    return (number_before && (number_after || is_type_code(typed_.text, index + 1))) ||
           (is_type_code(typed_.text, index) && number_after) || dash_is_in_province(typed_, index);
  }

  const TypedText& typed_;
  const std::vector<Token>& tokens_;
  std::vector<LexedPiece> pieces_;
  std::size_t at_ = 0;                    ///< byte
  std::size_t next_ = 0;                  ///< first token not yet read
  std::size_t first_word_ = 0;            ///< of the open run of bare words
  std::optional<std::size_t> excluding_;  ///< byte of the minus that waits for its word
};

}  // namespace

std::vector<LexedPiece> lex(const TypedText& typed) {
  return Lexer(typed).run();
}

std::string describe_pieces(const TypedText& typed, const std::vector<LexedPiece>& pieces) {
  std::string out;
  for (const LexedPiece& piece : pieces) {
    out.append(out.empty() ? "" : " ").append(piece.excluded ? "-" : "");
    if (piece.kind == LexedPiece::Kind::kOr || piece.kind == LexedPiece::Kind::kAnd) {
      out.append(piece.kind == LexedPiece::Kind::kOr ? "OR" : "AND");
      continue;
    }
    out.append(piece.kind == LexedPiece::Kind::kPhrase ? "phrase[" : "[");
    for (std::size_t i = piece.tokens.begin; i < piece.tokens.end; ++i) {
      out.append(i == piece.tokens.begin ? "" : " ").append(typed.text.tokens[i].folded);
    }
    out.append("]");
  }
  return out;
}

}  // namespace tracuu
