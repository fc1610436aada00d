#include "common/index/completion_table.h"

#include <algorithm>
#include <cstring>

namespace tracuu {

std::optional<CompletionTable> CompletionTable::open(std::string_view bytes) {
  CompletionHead head;
  if (bytes.size() < sizeof head || bytes.size() % sizeof(std::uint32_t) != 0) {
    return std::nullopt;
  }
  std::memcpy(&head, bytes.data(), sizeof head);
  const std::size_t heads = RankedStarts::size_with_minima(head.heads);
  const std::size_t inner = RankedStarts::size_with_minima(head.inner);
  const std::size_t numbers = std::size_t{head.entries} + 1 + heads + inner;
  if (bytes.size() != sizeof head + numbers * sizeof(std::uint32_t) + head.text_bytes) {
    return std::nullopt;
  }
  CompletionTable table;
  table.gap_ = static_cast<WordGap>(head.gap);
  table.texts_ = bytes.substr(bytes.size() - head.text_bytes);
  // The bytes are mapped or allocated, so that numbers of four bytes lie where they may.
  const auto* const first =
      reinterpret_cast<const std::uint32_t*>(bytes.data() + sizeof head);  // NOLINT
  const std::span<const std::uint32_t> all(first, numbers);
  table.begins_ = all.first(std::size_t{head.entries} + 1);
  table.heads_ = RankedStarts(all.subspan(table.begins_.size(), heads), head.heads);
  table.inner_ = RankedStarts(all.last(inner), head.inner);
  return table;
}

std::string_view CompletionTable::text(std::uint32_t entry) const {
  return text_at(begins_[entry]);
}

std::string_view CompletionTable::text_at(std::uint32_t place) const {
  const std::string_view from = texts_.substr(place);
  return from.substr(0, from.find('\n'));
}

std::uint32_t CompletionTable::entry_at(std::uint32_t place) const {
  const auto behind = std::upper_bound(begins_.begin(), begins_.end(), place);
  return static_cast<std::uint32_t>(behind - begins_.begin()) - 1;
}

int CompletionTable::compare(std::uint32_t place, std::string_view key) const {
  FoldedReader reader(texts_, place, gap_);
  for (const char wanted : key) {
    const char byte = reader.next();
    if (byte != wanted) {
      return static_cast<unsigned char>(byte) < static_cast<unsigned char>(wanted) ? -1 : 1;
    }
  }
  return 0;
}

void CompletionTable::add(const RankedStarts& starts, std::string_view key, bool whole,
                          std::size_t most, std::vector<Completion>& found) const {
  const auto first_not = [&](std::size_t begin, int least) {
    std::size_t end = starts.size();
    while (begin < end) {
      const std::size_t middle = begin + (end - begin) / 2;
      if (compare(starts[middle], key) < least) {
        begin = middle + 1;
      } else {
        end = middle;
      }
    }
    return begin;
  };
  const std::size_t begin = first_not(0, 0);
  const std::size_t before = found.size();
  AscendingStarts ascending(starts, begin, first_not(begin, 1));
  while (found.size() < most && !ascending.at_end()) {
    const std::uint32_t place = ascending.next();
    const std::uint32_t entry = entry_at(place);
    // Places of one entry follow one another.
    const bool again =
        (found.size() > before && found.back().entry == entry) ||
        std::any_of(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(before),
                    [&](const Completion& one) { return one.entry == entry; });
    if (!again) {
      found.push_back({entry, place, whole});
    }
  }
}

std::vector<Completion> CompletionTable::complete(std::string_view key, std::size_t most) const {
  std::vector<Completion> found;
  add(heads_, key, true, most, found);
  if (!key.empty()) {
    add(inner_, key, false, most, found);
  }
  return found;
}

}  // namespace tracuu
