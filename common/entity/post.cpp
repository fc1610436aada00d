#include "common/entity/post.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/entity/person_name.h"
#include "common/entity/public_body.h"
#include "common/text/syllable.h"

namespace tracuu {
namespace {

struct Title {
  WordClass word_class = WordClass::kHead;
  std::size_t length = 0;
};

Title title_at(const WordedText& words, std::size_t index) {
  // Where two classes match equally far, the first of this list is meant.
  constexpr std::array kTitles = {WordClass::kWhole,  WordClass::kPosition, WordClass::kPrivate,
                                  WordClass::kOffice, WordClass::kChair,    WordClass::kHead,
                                  WordClass::kVague};
  Title best;
  for (const auto title : kTitles) {
    const auto length = words.phrase_length(title, index);
    if (length > best.length) {
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

/// A head of a section: "Trưởng phòng", "Phó Trưởng ban", "Phó phòng".
bool is_head_of_section(const WordedText& words, std::size_t title_end) {
  const auto& folded = words.token(title_end - 1).folded;
  return folded == "phong" || folded == "ban";
}

/// Returns the end of the section's name at the start of the body [begin, end): "Tuyên giáo" of
/// "Tuyên giáo Tỉnh ủy". What a section works on belongs to the position, the body above does not.
std::size_t end_of_section(const WordedText& words, std::size_t begin, std::size_t end) {
  std::size_t index = begin;
  while (index < end) {
    const auto field = words.phrase_length(WordClass::kField, index);
    const auto body = words.phrase_length(WordClass::kStateBody, index);
    const auto unit = words.phrase_length(WordClass::kUnit, index);
    const bool above = body > 0 && (words.token(index).capitalized || index > begin);
    if ((above && body >= field) || (unit > 0 && unit >= field && !words.token(index).all_caps) ||
        end_of_place(words, index) > index) {
      break;
    }
    index += std::max<std::size_t>(field, 1);
  }
  return std::min(index, end);
}

/// Whether token `index` only joins a section to the body above it.
bool is_link_word(const WordedText& words, std::size_t index) {
  const auto& folded = words.token(index).folded;
  return folded == "cua" || folded == "thuoc" || folded == "cho";
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
  if (words.is_plain(index)) {
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
  if (title_end < words.size() && words.gap_before(title_end) == " ") {
    title_end += words.phrase_length(WordClass::kQualifier, title_end);
  }
  Body body{title_end, title_end, BodyKind::kNone};
  const bool body_inside = title.word_class == WordClass::kWhole;
  if (!body_inside && body_may_follow(words, title_end)) {
    body = read_body(words, title_end);
  }
  if (title.word_class == WordClass::kVague && body.kind != BodyKind::kState) {
    return std::nullopt;
  }
  PostReading reading;
  reading.begin = index;
  reading.end = skip_term(words, body.end);
  reading.kind = kind_of(words, at, title.word_class, body);
  std::size_t section_end = title_end;
  std::size_t organisation = title_end;
  if (is_head_of_section(words, title_end)) {
    section_end = organisation = end_of_section(words, title_end, body.end);
    while (section_end > title_end && is_link_word(words, section_end - 1)) {
      --section_end;
    }
  }
  reading.post.position = line_of(words, index, section_end);
  reading.post.organisation = line_of(words, organisation, body.end);
  reading.post.span = {words.token(index).span.begin, words.token(body.end - 1).span.end};
  return reading;
}

}  // namespace tracuu
