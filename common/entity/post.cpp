#include "common/entity/post.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/entity/body_words.h"
#include "common/entity/person_name.h"
#include "common/entity/post_section.h"
#include "common/entity/public_body.h"
#include "common/text/syllable.h"

namespace tracuu {
namespace {

struct Title {
  WordClass word_class = WordClass::kHead;
  std::size_t length = 0;
};

/// "ki-ốt tự phục vụ. Phó Chủ tịch" holds no "Vụ phó".
bool stands_in_one_sentence(const WordedText& words, std::size_t index, std::size_t length) {
  for (std::size_t i = index + 1; i < index + length; ++i) {
    if (words.gap_before(i).find_first_of(".;:,?!-") != std::string_view::npos) {
      return false;
    }
  }
  return true;
}

Title title_at(const WordedText& words, std::size_t index) {
  // Where two classes match equally far, the first of this list is meant.
  constexpr std::array kTitles = {WordClass::kWhole,  WordClass::kPosition, WordClass::kPrivate,
                                  WordClass::kOffice, WordClass::kChair,    WordClass::kHead,
                                  WordClass::kVague};
  Title best;
  for (const auto title : kTitles) {
    const auto length = words.phrase_length(title, index);
    if (length > best.length && stands_in_one_sentence(words, index, length)) {
      best = {title, length};
    }
  }
  return best;
}

std::size_t prefix_length(const WordedText& words, std::size_t index) {
  const auto length = words.phrase_length(WordClass::kPrefix, index);
  if (length == 0 || index + length >= words.size()) {
    return 0;
  }
  const auto gap = words.gap_before(index + length);
  return gap == " " || gap == ". " || gap == "." ? length : 0;
}

/// "khóa XI", "nhiệm kỳ 2020-2025" behind a post are not part of it and part nothing.
std::size_t skip_term(const WordedText& words, std::size_t index) {
  std::size_t next = index;
  const auto follows = [&](std::size_t i) {
    return i < words.size() && (words.gap_before(i) == " " || words.gap_before(i) == ", ");
  };
  if (follows(next) && words.token(next).key == "khoa1" && follows(next + 1)) {
    next += 2;
  }
  return next;
}

/// A title as it stands needs a body of the state, unless it leads a section of one.
bool leads_section(const WordedText& words, std::size_t title) {
  for (std::size_t i = title; i < title + 3 && i < words.size(); ++i) {
    const auto& folded = words.token(i).folded;
    if (folded == "phong" || folded == "ban" || folded == "to" || folded == "doan") {
      return true;
    }
  }
  return false;
}

/// "PCT TT UBND tỉnh": short for Thường trực, where an assembly or committee follows.
std::size_t qualifier_length(const WordedText& words, std::size_t index) {
  if (index >= words.size() || words.gap_before(index) != " ") {
    return 0;
  }
  if (words.token(index).folded == "tt" && index + 1 < words.size()) {
    const auto& body = words.token(index + 1).folded;
    return body == "ubnd" || body == "hdnd" || body == "tinh" || body == "huyen" ? 1 : 0;
  }
  return words.phrase_length(WordClass::kQualifier, index);
}

PostKind kind_of(const WordedText& words, std::size_t index, WordClass title, const Body& body) {
  if (body.kind == BodyKind::kForeign) {
    return PostKind::kForeign;
  }
  if (body.kind == BodyKind::kPlural) {
    return PostKind::kPlural;
  }
  if (title == WordClass::kPrivate) {
    return PostKind::kPrivate;
  }
  if (title == WordClass::kWhole || title == WordClass::kPosition) {
    return PostKind::kState;
  }
  if (body.kind == BodyKind::kPrivate) {
    return PostKind::kPrivate;
  }
  if (title == WordClass::kOffice && body.kind == BodyKind::kUnknown &&
      words.token(body.begin).folded.size() > 1 &&
      !is_vietnamese_syllable(words.token(body.begin).folded)) {
    return PostKind::kForeign;  // "Bộ trưởng Boris Petrov": the name was read as a body
  }
  if (title == WordClass::kOffice || body.kind == BodyKind::kState) {
    return PostKind::kState;
  }
  if (body.kind == BodyKind::kNone) {
    return title == WordClass::kChair ? PostKind::kState : PostKind::kBare;
  }
  return leads_section(words, index) ? PostKind::kState : PostKind::kPrivate;
}

/// A body stands on the title's line, or begins the next one where the line was cut: "Chánh Thanh
/// tra" / "Sở".
bool body_may_follow(const WordedText& words, std::size_t index) {
  if (index >= words.size()) {
    return false;
  }
  const auto gap = words.gap_before(index);
  return gap == " " || (gap == "\n" && words.starts(WordClass::kStateBody, index) &&
                        !words.token(index - 1).all_caps);
}

/// "Đại sứ Việt Nam tại Lào", "Đại sứ Nhật Bản tại Việt Nam": the country where one is sent is part
/// of the body, the one before it says whose ambassador it is.
void add_post_abroad(const WordedText& words, std::size_t title_end, Body& body) {
  const std::size_t at = body.end;
  if (words.token(title_end - 1).folded != "su" || at + 1 >= words.size() ||
      words.token(at).folded != "tai" || words.gap_before(at) != " " ||
      words.gap_before(at + 1) != " ") {
    return;
  }
  const std::size_t country = std::max(words.phrase_length(WordClass::kForeign, at + 1),
                                       words.phrase_length(WordClass::kField, at + 1));
  if (country > 0 && words.token(at + 1).capitalized) {
    body.kind = body.kind == BodyKind::kForeign ? body.kind : BodyKind::kState;
    body.end = at + 1 + country;
  }
}

/// Where a post is cut: its first token, the one behind its title, the one behind its body.
struct PostCuts {
  std::size_t begin = 0;
  std::size_t title_end = 0;
  std::size_t body_end = 0;
};

/// Parts position and organisation, and sets where the post ends.
void name_parts(const WordedText& words, PostCuts cuts, PostReading& reading) {
  std::size_t section_end = cuts.title_end;
  Body body{cuts.title_end, cuts.body_end, BodyKind::kNone};
  if (is_head_of_section(words, cuts.title_end)) {
    section_end = body.begin = end_of_section(words, cuts.title_end, cuts.body_end);
    while (section_end > cuts.title_end && is_link_word(words, section_end - 1)) {
      --section_end;
    }
    if (body.begin == body.end && section_end > cuts.title_end) {
      body = read_body_above(words, body.end);
      // "Viễn thông" may be a company's; a section of a department is not.
      reading.kind = body.kind == BodyKind::kState ? PostKind::kState : reading.kind;
    }
  }
  reading.end = skip_term(words, body.end);
  if (begins_board(words, cuts.title_end, section_end)) {
    section_end = cuts.title_end;
    body.begin = cuts.title_end - 1;
  }
  reading.post.position = line_of(words, cuts.begin, section_end);
  reading.post.organisation = line_of(words, body.begin, body.end);
  reading.post.span = {words.token(cuts.begin).span.begin, words.token(body.end - 1).span.end};
}

std::optional<PostReading> read_rank(const WordedText& words, std::size_t index) {
  const auto length = words.phrase_length(WordClass::kRank, index);
  if (length == 0) {
    return std::nullopt;
  }
  PostReading reading;
  reading.kind = PostKind::kRank;
  reading.begin = index;
  reading.end = index + length;
  reading.post.position = line_of(words, index, reading.end);
  reading.post.span = {words.token(index).span.begin, words.token(reading.end - 1).span.end};
  return reading;
}

}  // namespace

std::string line_of(const WordedText& words, std::size_t begin, std::size_t end) {
  std::string line;
  if (begin >= end) {
    return line;
  }
  const Span span{words.token(begin).span.begin, words.token(end - 1).span.end};
  for (const char c : slice(words.text().normalized, span)) {
    const bool blank = c == ' ' || c == '\n';
    if (!blank) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  return line;
}

std::optional<PostReading> read_post(const WordedText& words, std::size_t index) {
  constexpr std::uint32_t kOpening =
      class_bit(WordClass::kRank) | class_bit(WordClass::kPrefix) | class_bit(WordClass::kWhole) |
      class_bit(WordClass::kPosition) | class_bit(WordClass::kPrivate) |
      class_bit(WordClass::kOffice) | class_bit(WordClass::kChair) | class_bit(WordClass::kHead) |
      class_bit(WordClass::kVague);
  if (!words.may_start_any(kOpening, index)) {
    return std::nullopt;
  }
  if (auto rank = read_rank(words, index)) {
    return rank;
  }
  std::size_t at = index + prefix_length(words, index);
  const Title title = title_at(words, at);
  if (title.length == 0) {
    return std::nullopt;
  }
  std::size_t title_end = at + title.length;
  title_end += qualifier_length(words, title_end);
  Body body{title_end, title_end, BodyKind::kNone};
  const bool body_inside = title.word_class == WordClass::kWhole;
  if (!body_inside && body_may_follow(words, title_end)) {
    body = read_body(words, title_end);
    add_post_abroad(words, title_end, body);
  }
  if (title.word_class == WordClass::kVague && body.kind != BodyKind::kState) {
    return std::nullopt;
  }
  PostReading reading;
  reading.begin = index;
  reading.kind = kind_of(words, at, title.word_class, body);
  reading.chair_alone = title.word_class == WordClass::kChair && body.kind == BodyKind::kNone;
  name_parts(words, {index, title_end, body.end}, reading);
  return reading;
}

}  // namespace tracuu
