#include "common/text/character_spelling.h"

#include <algorithm>
#include <array>

namespace tracuu {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

template <std::size_t N>
bool within(const std::array<Range, N>& sorted, char32_t code_point) {
  const auto after =
      std::upper_bound(sorted.begin(), sorted.end(), code_point,
                       [](char32_t c, const Range& range) { return c < range.first; });
  return after != sorted.begin() && code_point <= std::prev(after)->last;
}

constexpr auto kBlanks = std::to_array<Range>({{0x09, 0x09},
                                               {0x0B, 0x0C},
                                               {0x20, 0x20},
                                               {0xA0, 0xA0},
                                               {0x1680, 0x1680},
                                               {0x2000, 0x200A},
                                               {0x202F, 0x202F},
                                               {0x205F, 0x205F},
                                               {0x3000, 0x3000}});

constexpr auto kInvisible = std::to_array<Range>({{0x00, 0x08},
                                                  {0x0E, 0x1F},
                                                  {0x7F, 0x84},
                                                  {0x86, 0x9F},
                                                  {0xAD, 0xAD},
                                                  {0x34F, 0x34F},
                                                  {0x61C, 0x61C},
                                                  {0x180B, 0x180F},
                                                  {0x200B, 0x200F},
                                                  {0x202A, 0x202E},
                                                  {0x2060, 0x206F},
                                                  {0xFE00, 0xFE0F},
                                                  {0xFEFF, 0xFEFF},
                                                  {0xFFF9, 0xFFFB},
                                                  {0xE0000, 0xE0FFF}});

struct Replacement {
  char32_t character;
  std::u32string_view text;
};

constexpr auto kReplacements = std::to_array<Replacement>({
    {0xAB, U"\""},    {0xBB, U"\""},   {0xD0, U"Đ"},    {0xF0, U"đ"},    {0x131, U"i"},
    {0x189, U"Đ"},    {0x251, U"a"},   {0x256, U"đ"},   {0x2BC, U"'"},   {0x2010, U"-"},
    {0x2011, U"-"},   {0x2012, U"-"},  {0x2013, U"-"},  {0x2014, U"-"},  {0x2015, U"-"},
    {0x2018, U"'"},   {0x2019, U"'"},  {0x201A, U"'"},  {0x201B, U"'"},  {0x201C, U"\""},
    {0x201D, U"\""},  {0x201E, U"\""}, {0x201F, U"\""}, {0x2032, U"'"},  {0x2033, U"\""},
    {0x2039, U"'"},   {0x203A, U"'"},  {0x2043, U"-"},  {0x2044, U"/"},  {0x2212, U"-"},
    {0x2215, U"/"},   {0xFB00, U"ff"}, {0xFB01, U"fi"}, {0xFB02, U"fl"}, {0xFB03, U"ffi"},
    {0xFB04, U"ffl"}, {0xFB05, U"st"}, {0xFB06, U"st"}, {0xFE58, U"-"},  {0xFE63, U"-"},
});

// ASCII as a block, so that a fullwidth character's replacement is a view into it.
constexpr std::u32string_view kAscii =
    U"!\"#$%&'()*+,-./"
    U"0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";
constexpr char32_t kFullwidthFirst = 0xFF01;

struct Twin {
  char32_t cyrillic;
  char latin;
};

constexpr auto kTwins =
    std::to_array<Twin>({{0x405, 'S'}, {0x406, 'I'}, {0x408, 'J'}, {0x410, 'A'}, {0x412, 'B'},
                         {0x415, 'E'}, {0x41A, 'K'}, {0x41C, 'M'}, {0x41D, 'H'}, {0x41E, 'O'},
                         {0x420, 'P'}, {0x421, 'C'}, {0x422, 'T'}, {0x423, 'Y'}, {0x425, 'X'},
                         {0x430, 'a'}, {0x435, 'e'}, {0x43E, 'o'}, {0x440, 'p'}, {0x441, 'c'},
                         {0x443, 'y'}, {0x445, 'x'}, {0x455, 's'}, {0x456, 'i'}, {0x458, 'j'}});

}  // namespace

Spelling spelling_of(char32_t code_point) {
  if (code_point > 0x20 && code_point < 0x7F) {
    return {};
  }
  if (within(kBlanks, code_point)) {
    return {Spelling::Kind::kBlank};
  }
  if (within(kInvisible, code_point)) {
    return {Spelling::Kind::kDropped};
  }
  if (code_point == '\n' || code_point == '\r' || code_point == 0x85 || code_point == 0x2028 ||
      code_point == 0x2029) {
    return {Spelling::Kind::kLineEnd};
  }
  if (code_point >= kFullwidthFirst && code_point - kFullwidthFirst < kAscii.size()) {
    return {Spelling::Kind::kReplaced, kAscii.substr(code_point - kFullwidthFirst, 1)};
  }
  const auto found = std::lower_bound(
      kReplacements.begin(), kReplacements.end(), code_point,
      [](const Replacement& row, char32_t character) { return row.character < character; });
  if (found != kReplacements.end() && found->character == code_point) {
    return {Spelling::Kind::kReplaced, found->text};
  }
  return {};
}

char32_t latin_twin(char32_t code_point) {
  if (code_point < kTwins.front().cyrillic || code_point > kTwins.back().cyrillic) {
    return 0;
  }
  const auto found =
      std::lower_bound(kTwins.begin(), kTwins.end(), code_point,
                       [](const Twin& twin, char32_t c) { return twin.cyrillic < c; });
  const bool known = found != kTwins.end() && found->cyrillic == code_point;
  return known ? static_cast<char32_t>(found->latin) : 0;
}

char32_t vietnamese_mark(char32_t base, char32_t mark) {
  constexpr char32_t kAcute = 0x301;
  constexpr char32_t kBreve = 0x306;
  constexpr char32_t kHorn = 0x31B;
  constexpr char32_t kDotBelow = 0x323;
  const char32_t letter = base | 0x20;  // both cases; `base` is ASCII where it matters
  if (letter == 'a' && (mark == 0x30C || mark == 0x311)) {
    return kBreve;
  }
  if ((letter == 'o' || letter == 'e') && mark == 0x328) {
    return kDotBelow;
  }
  if (letter == 'o' && mark == 0x307) {
    return kAcute;
  }
  return letter == 'u' && mark == kBreve ? kHorn : mark;
}

}  // namespace tracuu
