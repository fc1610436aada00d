#include "common/entity/number_run.h"

#include <string_view>

#include "common/entity/token_gap.h"

namespace tracuu {
namespace {

/// Returns the mark that joins two numbers over `gap`, or 0.
char joining_mark(const Gap& gap) {
  if (gap.newline) {
    return 0;
  }
  if (gap.is('/') || gap.is('-')) {
    return gap.first;
  }
  return gap.is('.') && gap.tight() ? '.' : '\0';
}

NumberRun::Number number_of(const Token& token, std::string_view written) {
  NumberRun::Number number;
  if (token.kind == Token::Kind::kMixed) {
    written.remove_suffix(1);
  }
  if (written.size() > 4) {
    number.digits = 5;
    return number;
  }
  number.digits = static_cast<std::uint8_t>(written.size());
  for (const char digit : written) {
    number.value = number.value * 10 + (digit - '0');
  }
  return number;
}

bool continues(const Token& token) {
  return token.kind == Token::Kind::kNumber ||
         (token.kind == Token::Kind::kMixed && token.folded.size() == 3 && token.folded[2] == 't');
}

}  // namespace

NumberRun read_number_run(const TokenizedText& text, std::size_t index) {
  NumberRun run;
  run.first = index;
  run.end = index;
  while (run.end < text.tokens.size() && continues(text.tokens[run.end])) {
    const std::size_t here = run.end++;
    const Gap gap = gap_behind(text, here);
    const char mark = joining_mark(gap);
    if (run.count < NumberRun::kMost) {
      NumberRun::Number& number = run.numbers[run.count++];
      number = number_of(text.tokens[here], text.text_of(here));
      number.mark = mark;
      number.loose = !gap.tight();
    } else {
      run.too_long = true;
    }
    if (mark == 0 || text.tokens[here].kind == Token::Kind::kMixed) {
      break;
    }
  }
  if (run.count > 0) {
    run.numbers[run.count - 1].mark = 0;
  }
  return run;
}

}  // namespace tracuu
