#include "common/text/normalize.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "common/text/character_spelling.h"
#include "common/text/composition.h"
#include "common/text/latin_words.h"
#include "common/text/letters.h"
#include "common/text/utf8.h"

namespace tracuu {
namespace {

bool is_plain_two_byte(char32_t code_point) {
  const bool latin1 = code_point > 0xAD && code_point < 0x100 && code_point != 0xBB &&
                      code_point != 0xD0 && code_point != 0xF0;
  return latin1 || static_cast<bool>(letter_at(code_point));
}

// Characters that need no look at all: two-byte ones by code point.
constexpr std::size_t kTwoByteEnd = 0x200;
using PlainTable = std::array<bool, kTwoByteEnd>;

const PlainTable& plain_table() {
  static const PlainTable table = [] {
    PlainTable plain{};
    for (char32_t code_point = 0x80; code_point < kTwoByteEnd; ++code_point) {
      plain[code_point] = is_plain_two_byte(code_point);
    }
    return plain;
  }();
  return table;
}

// Whether a character beyond the plain table may be copied as it stands.
bool keeps_itself(char32_t code_point) {
  if (spelling_of(code_point).kind != Spelling::Kind::kKept || latin_twin(code_point) != 0 ||
      !begins_letter(code_point)) {
    return false;
  }
  const bool latin_extended = code_point < 0x250 || (code_point >= 0x1E00 && code_point < 0x1EA0);
  if (!latin_extended) {
    return is_composed(code_point);
  }
  std::string utf8;
  append_utf8(utf8, code_point);
  return compose_marks({&code_point, 1}, kMaxMarks) == utf8;
}

class Spelled {
 public:
  Spelled(std::string_view original, bool with_origin)
      : original_(original), with_origin_(with_origin) {
    text_.reserve(original.size());
  }

  bool empty() const { return text_.empty(); }
  char last() const { return text_.empty() ? '\n' : text_.back(); }

  void copy(std::size_t begin, std::size_t end) {
    text_.append(original_, begin, end - begin);
    if (with_origin_) {
      const std::size_t filled = origin_.size();
      origin_.resize(filled + (end - begin));
      std::iota(origin_.begin() + static_cast<std::ptrdiff_t>(filled), origin_.end(),
                static_cast<std::uint32_t>(begin));
    }
  }

  void append(char32_t code_point, std::size_t from) {
    append_utf8(text_, code_point);
    mark_origin(from);
  }

  void append(std::string_view utf8, std::size_t from) {
    text_ += utf8;
    mark_origin(from);
  }

  struct Popped {
    char32_t code_point = 0;
    std::size_t origin = 0;
  };

  // Takes back the last code point. REQUIRES: there is one; `origin` serves texts without a map.
  Popped pop() {
    std::size_t begin = text_.size() - 1;
    while ((static_cast<unsigned char>(text_[begin]) & 0xC0U) == 0x80) {
      --begin;
    }
    std::size_t at = begin;
    Popped popped{next_code_point(text_, at), with_origin_ ? origin_[begin] : 0};
    text_.resize(begin);
    if (with_origin_) {
      origin_.resize(begin);
    }
    return popped;
  }

  NormalizedText finish() {
    if (with_origin_) {
      origin_.push_back(static_cast<std::uint32_t>(original_.size()));
    }
    return {std::move(text_), std::move(origin_)};
  }

 private:
  void mark_origin(std::size_t from) {
    if (with_origin_) {
      origin_.resize(text_.size(), static_cast<std::uint32_t>(from));
    }
  }

  std::string_view original_;
  bool with_origin_;
  std::string text_;
  std::vector<std::uint32_t> origin_;
};

// Whether the character, not ASCII, at `offset` may be copied; moves `offset` behind it if so.
bool skip_kept(std::string_view text, std::size_t& offset, const PlainTable& plain) {
  std::size_t next = offset;
  const char32_t code_point = next_code_point(text, next);
  const bool known =
      code_point < kTwoByteEnd ? plain[code_point] : static_cast<bool>(letter_at(code_point));
  if (!known && !keeps_itself(code_point)) {
    return false;
  }
  offset = next;
  return true;
}

// Returns where the longest stretch from `at` ends that is its own one spelling; `last` is what
// stands before it.
std::size_t find_plain_end(std::string_view text, std::size_t at, char last) {
  const PlainTable& plain = plain_table();
  bool after_blank = last == ' ';
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool blank = byte == ' ';
    if (blank ? !after_blank : (byte > 0x20 && byte < 0x7F) || byte == '\n') {
      ++at;
    } else if (byte < 0x80 || !skip_kept(text, at, plain)) {
      return at;
    }
    after_blank = blank;
  }
  return at;
}

class Normalization {
 public:
  Normalization(std::string_view original, bool with_origin)
      : original_(original), out_(original, with_origin), latin_words_(original) {}

  NormalizedText run(std::size_t plain_end) {
    out_.copy(0, plain_end);
    for (std::size_t at = plain_end; at < original_.size();) {
      at = step(at);
      const std::size_t end = find_plain_end(original_, at, out_.last());
      out_.copy(at, end);
      at = end;
    }
    return out_.finish();
  }

 private:
  // Writes the spelling of the character at `at` and returns where to go on.
  std::size_t step(std::size_t at) {
    std::size_t next = at;
    const char32_t code_point = next_code_point(original_, next);
    const Spelling spelling = spelling_of(code_point);
    switch (spelling.kind) {
      case Spelling::Kind::kDropped:
        return next;
      case Spelling::Kind::kBlank:
        if (out_.last() != ' ') {
          out_.append(U' ', at);
        }
        return next;
      case Spelling::Kind::kLineEnd:
        if (code_point == '\r' && next < original_.size() && original_[next] == '\n') {
          ++next;
        }
        out_.append(U'\n', at);
        return next;
      case Spelling::Kind::kReplaced:
        replace(spelling.text, at);
        return next;
      case Spelling::Kind::kKept:
        break;
    }
    if (const char32_t twin = latin_twin(code_point); twin != 0) {
      out_.append(latin_words_.hold(at) ? twin : code_point, at);
      return next;
    }
    return write_letter(code_point, at, next);
  }

  void replace(std::u32string_view text, std::size_t from) {
    std::string utf8;
    for (const char32_t code_point : text) {
      append_utf8(utf8, code_point);
    }
    out_.append(utf8, from);
  }

  // Writes a letter with all marks behind it; a mark takes the letter before it back first.
  std::size_t write_letter(char32_t code_point, std::size_t at, std::size_t next) {
    std::u32string letter;
    std::size_t from = at;
    std::size_t limit = kMaxMarks;
    if (begins_letter(code_point)) {
      letter += code_point;
      ++limit;
    } else {
      next = at;
      if (!out_.empty()) {
        const Spelled::Popped popped = out_.pop();
        letter += popped.code_point;
        from = popped.origin;
        ++limit;
      }
    }
    next = gather_marks(next, letter);
    out_.append(compose_marks(letter, limit), from);
    return next;
  }

  std::size_t gather_marks(std::size_t at, std::u32string& letter) const {
    std::size_t marks = 0;
    while (at < original_.size()) {
      std::size_t next = at;
      const char32_t code_point = next_code_point(original_, next);
      const Spelling::Kind kind = spelling_of(code_point).kind;
      const bool mark = kind == Spelling::Kind::kKept && !begins_letter(code_point);
      if (!mark && kind != Spelling::Kind::kDropped) {
        return at;
      }
      if (mark && marks < kMaxMarks) {
        letter += code_point;
        ++marks;
      }
      at = next;
    }
    return at;
  }

  std::string_view original_;
  Spelled out_;
  LatinWords latin_words_;
};

NormalizedText normalize(std::string_view utf8, bool with_origin) {
  const std::size_t plain_end = find_plain_end(utf8, 0, '\n');
  if (plain_end == utf8.size()) {
    return {std::string(utf8), {}};
  }
  NormalizedText result = Normalization(utf8, with_origin).run(plain_end);
  if (result.text == utf8) {
    result.origin.clear();
  }
  return result;
}

}  // namespace

Span NormalizedText::to_original(Span span) const {
  if (origin.empty()) {
    return span;
  }
  std::size_t end = span.end;
  // A cut inside what one original letter became takes the whole letter.
  while (end > span.begin && end < text.size() && origin[end] == origin[end - 1]) {
    ++end;
  }
  return {origin[span.begin], origin[end]};
}

NormalizedText normalize(std::string_view utf8) {
  return normalize(utf8, true);
}

std::string normalized(std::string_view utf8) {
  return normalize(utf8, false).text;
}

}  // namespace tracuu
