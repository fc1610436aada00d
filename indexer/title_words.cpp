#include "indexer/title_words.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/text/normalize.h"
#include "common/text/syllable.h"
#include "common/text/utf8.h"
#include "indexer/line_shape.h"

namespace tracuu {
namespace {

constexpr std::size_t kComparedBytes = 6000;
constexpr std::size_t kFallbackTitleBytes = 120;

}  // namespace

std::string compact(std::string_view text) {
  const std::string folded = fold(normalized(text));
  std::string out;
  std::copy_if(folded.begin(), folded.end(), std::back_inserter(out), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
  });
  return out;
}

WordSet words_of_text(const std::vector<PageBlock>& blocks, std::size_t first_prose) {
  std::string text;
  for (std::size_t i = first_prose; i < blocks.size() && text.size() < kComparedBytes; ++i) {
    text += clip_utf8(blocks[i].normalized, kComparedBytes);
    text += ' ';
  }
  WordSet words;
  // Cut into short pieces: the words of a long line are not looked at.
  for (std::string_view rest = text; !rest.empty();) {
    std::string_view piece = clip_utf8(rest, kShortLineColumns);
    const std::size_t blank = piece.rfind(' ');
    if (piece.size() < rest.size() && blank != std::string_view::npos && blank > 0) {
      piece = piece.substr(0, blank);
    }
    std::string before;
    for (std::string& word : shape_of(piece, piece).words) {
      words.insert(before.append(1, ' ').append(word));
      words.insert(word);
      before = std::move(word);
    }
    rest.remove_prefix(piece.size());
  }
  return words;
}

double share_in(const std::vector<std::string>& title, const WordSet& text) {
  std::size_t found = 0;
  std::size_t counted = 0;
  for (const std::string& word : title) {
    if (word.size() > 1) {
      ++counted;
      found += text.contains(word) ? 1 : 0;
    }
  }
  return counted == 0 ? 0.0 : static_cast<double>(found) / static_cast<double>(counted);
}

double pairs_in(const std::vector<std::string>& line, const WordSet& text) {
  std::size_t found = 0;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    found += text.contains(line[i] + ' ' + line[i + 1]) ? 1 : 0;
  }
  return line.size() < 2 ? 0.0 : static_cast<double>(found) / static_cast<double>(line.size() - 1);
}

bool same_title(std::string_view one, std::string_view other) {
  std::string a = compact(one);
  std::string b = compact(other);
  if (a.size() > b.size()) {
    std::swap(a, b);
  }
  return !a.empty() &&
         (a == b || (a.size() * 10 >= b.size() * 6 && b.find(a) != std::string::npos));
}

bool is_part_of(std::string_view part, std::string_view whole) {
  return compact(whole).find(compact(part)) != std::string::npos;
}

double share_of_title_in_text(std::string_view title, const std::vector<PageBlock>& blocks,
                              std::size_t first_prose) {
  const std::string spelled = normalized(title);
  return share_in(shape_of(spelled, spelled).words, words_of_text(blocks, first_prose));
}

std::string title_from_text(std::string_view text) {
  std::size_t end = std::min(text.find('\n'), text.size());
  for (const std::string_view stop : {". ", "? ", "! ", "; "}) {
    end = std::min(end, text.find(stop));
  }
  std::string_view title = text.substr(0, end);
  if (title.size() > kFallbackTitleBytes) {
    title = clip_utf8(title, kFallbackTitleBytes);
    if (const std::size_t blank = title.rfind(' '); blank != std::string_view::npos && blank > 0) {
      title = title.substr(0, blank);
    }
    return std::string(title) + "\u2026";
  }
  return std::string(title);
}

}  // namespace tracuu
