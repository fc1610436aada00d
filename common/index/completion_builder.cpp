#include "common/index/completion_builder.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <stdexcept>

#include "common/index/completion_table.h"
#include "common/index/ranked_starts.h"

namespace tracuu {
namespace {

std::uint64_t first_bytes_of(const char* folded) {
  std::uint64_t bytes = 0;
  for (int shift = 56; shift >= 0 && *folded != 0; shift -= 8) {
    bytes |= static_cast<std::uint64_t>(static_cast<unsigned char>(*folded++)) << shift;
  }
  return bytes;
}

void append(std::string& out, const std::vector<std::uint32_t>& numbers) {
  out.append(reinterpret_cast<const char*>(numbers.data()),  // NOLINT: stored as they lie
             numbers.size() * sizeof numbers[0]);
}

}  // namespace

void CompletionBuilder::add(std::string_view normalized) {
  begins_.push_back(static_cast<std::uint32_t>(texts_.size()));
  add_text(normalized, true);
}

void CompletionBuilder::add_writing(std::string_view normalized) {
  add_text(normalized, false);
}

void CompletionBuilder::add_text(std::string_view normalized, bool inner_words) {
  const std::size_t begin = texts_.size();
  texts_.append(normalized).append(1, '\n');
  std::replace(texts_.begin() + static_cast<std::ptrdiff_t>(begin), texts_.end() - 1, '\n', ' ');
  if (std::max(texts_.size(), folded_.size() + 2 * normalized.size()) >
      std::numeric_limits<std::uint32_t>::max() - sizeof(std::uint32_t)) {
    throw std::length_error("suggestions: more than 4 GiB of text");
  }
  bool first = true;
  FoldedReader reader(texts_, begin, gap_);
  for (char byte = reader.next(); byte != 0; byte = reader.next()) {
    if (reader.starts_word() && (first || inner_words)) {
      (first ? heads_ : inner_)
          .push_back({0, static_cast<std::uint32_t>(folded_.size()),
                      static_cast<std::uint32_t>(reader.begin())});
      first = false;
    }
    folded_ += byte;
  }
  folded_ += '\0';
}

std::vector<std::uint32_t> CompletionBuilder::sorted_places(std::vector<Start>& starts) const {
  for (Start& start : starts) {
    start.first_bytes = first_bytes_of(folded_.c_str() + start.folded_at);
  }
  std::sort(starts.begin(), starts.end(), [&](const Start& a, const Start& b) {
    if (a.first_bytes != b.first_bytes) {
      return a.first_bytes < b.first_bytes;
    }
    const int order = std::strcmp(folded_.c_str() + a.folded_at, folded_.c_str() + b.folded_at);
    return order != 0 ? order < 0 : a.place < b.place;
  });
  std::vector<std::uint32_t> places;
  places.reserve(RankedStarts::size_with_minima(starts.size()));
  for (const Start& start : starts) {
    places.push_back(start.place);
  }
  RankedStarts::append_minima(places);
  return places;
}

std::string CompletionBuilder::take() {
  texts_.resize((texts_.size() + 3) / 4 * 4, '\n');
  const CompletionHead head{.entries = static_cast<std::uint32_t>(begins_.size()),
                            .heads = static_cast<std::uint32_t>(heads_.size()),
                            .inner = static_cast<std::uint32_t>(inner_.size()),
                            .text_bytes = static_cast<std::uint32_t>(texts_.size()),
                            .gap = static_cast<std::uint32_t>(gap_)};
  begins_.push_back(head.text_bytes);
  std::string bytes(reinterpret_cast<const char*>(&head), sizeof head);  // NOLINT
  append(bytes, begins_);
  append(bytes, sorted_places(heads_));
  append(bytes, sorted_places(inner_));
  bytes += texts_;
  *this = CompletionBuilder(gap_);
  return bytes;
}

}  // namespace tracuu
