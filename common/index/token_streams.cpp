#include "common/index/token_streams.h"

#include <algorithm>
#include <utility>

#include "common/index/file_head.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

constexpr char kWhat[] = "the token streams are";

std::uint64_t size_of_units(const TokenStreamsHead& head) {
  return padded(head.units * sizeof(StreamUnit)) + padded(head.places * sizeof(StreamUnit));
}

std::uint64_t size_behind_units(const TokenStreamsHead& head) {
  return std::uint64_t{head.articles} * 20 + std::uint64_t{head.forms} * 12 +
         std::uint64_t{head.words} * 16 + head.form_bytes + head.key_bytes;
}

/// Returns what is wrong with the bytes of token streams, or null.
const char* problem_of(std::string_view bytes, TokenStreamsHead& head) {
  if (const char* const problem = problem_of_head(bytes, head)) {
    return problem;
  }
  const std::uint64_t behind = sizeof head + size_of_units(head);
  if (bytes.size() != behind + size_behind_units(head)) {
    return "cut off";
  }
  return hash_of(bytes.substr(behind)) == head.rest_checksum ? nullptr : "damaged";
}

std::string_view letters(std::string_view all, std::span<const std::uint32_t> ends,
                         std::size_t number) {
  const std::size_t begin = number == 0 ? 0 : ends[number - 1];
  return all.substr(begin, ends[number] - begin);
}

}  // namespace

void append_units(WordId word, std::vector<StreamUnit>& units) {
  if (word == kSentenceBreak || word == kTitleEnd) {
    units.push_back(word == kSentenceBreak ? 0 : 1);
  } else if (word < kOneUnitWords) {
    units.push_back(static_cast<StreamUnit>(word + kFirstWordUnit));
  } else {
    const WordId rare = word - kOneUnitWords;
    units.push_back(static_cast<StreamUnit>(kFirstOfTwo | rare >> 13U));
    units.push_back(static_cast<StreamUnit>(kSecondOfTwo | (rare & 0x1FFFU)));
  }
}

Result<TokenStreams> TokenStreams::open(const fs::path& directory) {
  const fs::path file = directory / kTokenStreamsFile;
  TokenStreams streams;
  streams.file_ = MappedFile::open(file);
  if (streams.file_ == nullptr) {
    return unusable_file(kWhat, "missing", file);
  }
  const std::string_view bytes = streams.file_->bytes();
  TokenStreamsHead head;
  if (const char* const problem = problem_of(bytes, head)) {
    return unusable_file(kWhat, problem, file);
  }
  FileParts parts(bytes.substr(sizeof head));
  streams.units_checksum_ = head.units_checksum;
  streams.unit_bytes_ = parts.bytes(size_of_units(head));
  FileParts unit_parts(streams.unit_bytes_);
  const std::string_view units = unit_parts.bytes(padded(head.units * sizeof(StreamUnit)));
  streams.units_ = FileParts(units).numbers<StreamUnit>(head.units);
  streams.places_ = unit_parts.numbers<StreamUnit>(head.places);
  streams.ends_ = parts.numbers<std::uint64_t>(head.articles);
  streams.place_ends_ = parts.numbers<std::uint64_t>(head.articles);
  streams.counts_ = parts.numbers<std::uint64_t>(head.words);
  streams.docids_ = parts.numbers<std::uint32_t>(head.articles);
  streams.form_ends_ = parts.numbers<std::uint32_t>(head.forms);
  streams.form_firsts_ = parts.numbers<std::uint32_t>(head.forms);
  streams.form_sizes_ = parts.numbers<std::uint32_t>(head.forms);
  streams.key_ends_ = parts.numbers<std::uint32_t>(head.words);
  streams.by_key_ = parts.numbers<WordId>(head.words);
  streams.form_letters_ = parts.bytes(head.form_bytes);
  streams.key_letters_ = parts.bytes(head.key_bytes);
  streams.file_->read_on_demand();
  return Result<TokenStreams>(std::move(streams));
}

std::optional<std::uint32_t> TokenStreams::form_number(std::string_view folded) const {
  const auto number_of = [this](const std::uint32_t& end) {
    return static_cast<std::size_t>(&end - form_ends_.data());
  };
  const auto found = std::lower_bound(form_ends_.begin(), form_ends_.end(), folded,
                                      [&](const std::uint32_t& end, std::string_view wanted) {
                                        return form(number_of(end)) < wanted;
                                      });
  return found == form_ends_.end() || form(number_of(*found)) != folded
             ? std::nullopt
             : std::optional(static_cast<std::uint32_t>(number_of(*found)));
}

std::optional<std::uint32_t> TokenStreams::key_number(std::string_view wanted) const {
  const auto found =
      std::ranges::lower_bound(by_key_, wanted, {}, [this](WordId word) { return key(word); });
  return found == by_key_.end() || key(*found) != wanted
             ? std::nullopt
             : std::optional(static_cast<std::uint32_t>(found - by_key_.begin()));
}

std::vector<TokenStreams::WordParts> TokenStreams::word_parts() const {
  std::vector<WordParts> parts(key_ends_.size());
  for (std::uint32_t number = 0; number < form_ends_.size(); ++number) {
    const bool is_number = form(number)[0] >= '0' && form(number)[0] <= '9';
    for (WordId word = form_firsts_[number]; word < form_firsts_[number] + form_sizes_[number];
         ++word) {
      parts[word].form = number;
      parts[word].has_letters_only = !is_number;
    }
  }
  for (std::uint32_t place = 0; place < by_key_.size(); ++place) {
    const bool is_same = place > 0 && key(by_key_[place]) == key(by_key_[place - 1]);
    parts[by_key_[place]].key = is_same ? parts[by_key_[place - 1]].key : place;
  }
  return parts;
}

WordIds TokenStreams::with_folded(std::string_view folded) const {
  const auto number = form_number(folded);
  return number ? WordIds{form_firsts_[*number], form_firsts_[*number] + form_sizes_[*number]}
                : WordIds{};
}

WordIds TokenStreams::with_key(std::string_view folded, std::string_view wanted) const {
  const WordIds same_form = with_folded(folded);
  for (WordId word = same_form.begin; word < same_form.end; ++word) {
    if (key(word) == wanted) {
      return {word, word + 1};
    }
  }
  return {};
}

std::optional<std::size_t> TokenStreams::ordinal_of(std::uint32_t docid) const {
  const auto found = std::lower_bound(docids_.begin(), docids_.end(), docid);
  return found == docids_.end() || *found != docid
             ? std::nullopt
             : std::optional(static_cast<std::size_t>(found - docids_.begin()));
}

std::span<const StreamUnit> TokenStreams::of(std::uint32_t docid) const {
  const auto ordinal = ordinal_of(docid);
  return ordinal ? at(*ordinal) : std::span<const StreamUnit>();
}

std::span<const StreamUnit> TokenStreams::places_at(std::size_t ordinal) const {
  const std::uint64_t begin = ordinal == 0 ? 0 : place_ends_[ordinal - 1];
  return places_.subspan(begin, place_ends_[ordinal] - begin);
}

std::span<const StreamUnit> TokenStreams::at(std::size_t ordinal) const {
  const std::uint64_t begin = ordinal == 0 ? 0 : ends_[ordinal - 1];
  return units_.subspan(begin, ends_[ordinal] - begin);
}

std::vector<StreamWord> TokenStreams::words() const {
  std::vector<StreamWord> all(key_ends_.size());
  for (std::size_t i = 0; i < form_ends_.size(); ++i) {
    for (WordId word = form_firsts_[i]; word < form_firsts_[i] + form_sizes_[i]; ++word) {
      all[word] = {std::string(form(i)), std::string(key(word)), counts_[word]};
    }
  }
  return all;
}

bool TokenStreams::is_sound() const {
  return hash_of(unit_bytes_) == units_checksum_;
}

std::string_view TokenStreams::form(std::size_t number) const {
  return letters(form_letters_, form_ends_, number);
}

std::string_view TokenStreams::key(WordId word) const {
  return letters(key_letters_, key_ends_, word);
}

}  // namespace tracuu
