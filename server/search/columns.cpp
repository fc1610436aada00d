#include "server/search/columns.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

#include "common/entity/document_number.h"
#include "common/entity/gazetteer/gazetteer.h"

namespace tracuu {

std::size_t Columns::day_count() {
  return (first_undated_docid() - 1) / kSlotsPerDay;
}

std::size_t Columns::day_index(Xapian::docid docid) {
  return std::min<std::size_t>((docid - 1) / kSlotsPerDay, day_count());
}

std::span<const Xapian::docid> Columns::docids_of(std::size_t segment) const {
  const OrdinalRange range = segments_[segment];
  return docids().subspan(range.begin, range.end - range.begin);
}

std::size_t Columns::ordinal_of(Xapian::docid docid) const {
  const auto delta = docids_of(1);
  const auto found = std::lower_bound(delta.begin(), delta.end(), docid);
  return found != delta.end() && *found == docid
             ? segments_[1].begin + static_cast<std::size_t>(found - delta.begin())
             : ordinal_in(0, docid);
}

std::size_t Columns::ordinal_in(std::size_t segment, Xapian::docid docid) const {
  if (segment > 0) {
    const auto delta = docids_of(segment);
    return segments_[segment].begin +
           static_cast<std::size_t>(std::ranges::lower_bound(delta, docid) - delta.begin());
  }
  const std::size_t day = day_index(docid);
  const std::uint32_t begin = day_begins_[day];
  // An article's slot is its place in its day as long as none before it was removed.
  const std::size_t guess = begin + (docid - 1 - day * kSlotsPerDay);
  if (guess < segments_[0].end && docids_[guess] == docid) {
    return guess;
  }
  const auto first = docids_.begin() + begin;
  const auto last = docids_.begin() + day_begins_[day + 1];
  return static_cast<std::size_t>(std::lower_bound(first, last, docid) - docids_.begin());
}

OrdinalRanges Columns::ordinals_in(DocidRange range) const {
  OrdinalRanges ordinals;
  for (std::size_t segment = 0; segment < kMostSegments; ++segment) {
    const auto docids = docids_of(segment);
    const auto begin = std::lower_bound(docids.begin(), docids.end(), range.first);
    const auto end = std::upper_bound(begin, docids.end(), range.last);
    const Ordinal first = segments_[segment].begin;
    ordinals[segment] = {first + static_cast<Ordinal>(begin - docids.begin()),
                         first + static_cast<Ordinal>(end - docids.begin())};
  }
  return ordinals;
}

ArticleSet Columns::published_in(DocidRange range) const {
  if (range == kAllDocids) {
    return live_;
  }
  ArticleSet articles(ordinals());
  for (const OrdinalRange part : ordinals_in(range)) {
    articles |= ArticleSet::range(ordinals(), part.begin, part.end);
  }
  articles &= live_;
  return articles;
}

std::size_t size_in(const ArticleSet& articles, const OrdinalRanges& ranges) {
  return std::accumulate(ranges.begin(), ranges.end(), std::size_t{0},
                         [&](std::size_t sum, OrdinalRange range) {
                           return sum + articles.size_in(range.begin, range.end);
                         });
}

DocidRange dated_docids() {
  return {1, first_undated_docid() - 1};
}

DocidRange undated_docids() {
  return {first_undated_docid(), std::numeric_limits<std::uint32_t>::max()};
}

std::uint32_t Columns::articles_with(ValueNumber number) const {
  const auto field = std::find_if(
      fields_.begin(), fields_.end(),
      [number](const ValueColumn& candidate) { return candidate.range().contains(number); });
  const std::size_t in_full =
      short_numbers_.range().contains(number) ? short_numbers_.articles_with(number).size() : 0;
  return static_cast<std::uint32_t>(field->articles_with(number).size() + in_full);
}

std::optional<ValueNumber> Columns::number_of(FieldId id, std::string_view value) const {
  const auto found = number_by_term_.find(filter_term(id, value));
  return found == number_by_term_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::string_view> Columns::official_folded(std::string_view folded) const {
  const auto found = official_by_folded_.find(std::string(folded));
  return found == official_by_folded_.end()
             ? std::nullopt
             : std::optional<std::string_view>(values_[found->second].value);
}

std::size_t Columns::bytes() const {
  std::size_t bytes =
      docids_.capacity() * sizeof(docids_[0]) + day_begins_.capacity() * sizeof(day_begins_[0]);
  for (const ValueColumn& field : fields_) {
    bytes += field.bytes();
  }
  bytes += short_numbers_.bytes();
  return bytes;
}

std::optional<Day> day_of(Xapian::docid docid) {
  if (docid >= first_undated_docid()) {
    return std::nullopt;
  }
  return day_of_number(day_number(kLastDay) -
                       static_cast<std::int32_t>((docid - 1) / kSlotsPerDay));
}

std::string document_label(std::string_view value) {
  const auto number = parse_document_number(value);
  if (!number || number->type.empty() || number->number == 0) {
    return std::string(value);
  }
  const auto types = document_types();
  const auto type = std::find_if(types.begin(), types.end(), [&](const DocumentType& candidate) {
    return candidate.code == number->type;
  });
  if (type == types.end()) {
    return std::string(value);
  }
  const bool class_only = number->issuer.empty() && number->year == 0;
  const std::string written =
      class_only ? std::to_string(number->number) + number->suffix : std::string(value);
  return type->name + ' ' + written;
}

}  // namespace tracuu
