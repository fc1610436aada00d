#include "server/search/snippet_place.h"

#include <algorithm>
#include <optional>

namespace tracuu {
namespace {

/// Words that are read behind the window: the stream tells its length only about.
constexpr std::size_t kRoomBehind = 24;

}  // namespace

/// The words of one body: their marks, and about where they stand.
class SnippetPlaces::Body {
 public:
  Body(const SnippetPlaces& places, std::size_t ordinal, std::uint32_t size)
      : gaps_(places.streams_.places_at(ordinal)), size_(size) {
    std::uint32_t at = 0;
    known_.push_back(at);
    for (const StreamUnit gap : gaps_) {
      known_.push_back(at += gap);
    }
    read(places, places.streams_.at(ordinal));
  }

  void mention(const std::vector<Span>& mentions) {
    for (const Span mention : mentions) {
      const std::size_t word = word_at(mention.begin);
      if (word < tokens.size()) {
        tokens[word].mentioned = true;
        tokens[word].marked = true;
      }
    }
  }

  std::vector<std::size_t> starts() const {
    std::vector<std::size_t> starts(tokens.size());
    for (std::size_t word = 0; word < starts.size(); ++word) {
      starts[word] = byte_of(word) * 3U / 4U;  // Vietnamese has about 4 bytes for 3 characters
    }
    return starts;
  }

  Span around(const SnippetWindow& window) const {
    const std::size_t first =
        (window.begin - std::min<std::size_t>(window.begin, 1)) / kWordsAPlace;
    const std::size_t last = (window.end + kRoomBehind) / kWordsAPlace;
    return {known_[std::min(first, known_.size() - 1)],
            last < known_.size() ? known_[last] : size_};
  }

  std::vector<MarkedToken> tokens;
  std::uint64_t typed = 0;

 private:
  void read(const SnippetPlaces& places, std::span<const StreamUnit> units) {
    const auto title_end = std::find(units.begin(), units.end(), StreamUnit{1});
    const auto behind = static_cast<std::size_t>(title_end - units.begin()) + 1;
    tokens.reserve(units.size());
    std::vector<std::uint8_t> numbers;
    numbers.reserve(units.size());
    bool starts_sentence = true;
    for (StreamReader reader(units.subspan(std::min(behind, units.size()))); !reader.at_end();) {
      const WordId word = reader.next();
      if (word == kSentenceBreak || word == kTitleEnd) {
        starts_sentence = true;
        continue;
      }
      MarkedToken& token = tokens.emplace_back();
      token.starts_sentence = starts_sentence;
      starts_sentence = false;
      const std::uint8_t number = places.words_.number_of(word);
      numbers.push_back(number);
      if (number != 0) {
        token.syllables = places.writings_[number - 1U].exact;
        typed |= token.syllables;
      } else if (places.marks_.has_starts()) {
        token.syllables = places.marks_.starts_of(places.streams_.key(word));
        typed |= token.syllables;
      }
    }
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (numbers[i] != 0) {
        tokens[i].syllables |= places.writings_[numbers[i] - 1U].other & ~typed;
      }
    }
    places.marks_.mark(tokens);
  }

  /// Bytes before a word, about.
  std::size_t byte_of(std::size_t word) const {
    const std::size_t block = std::min(word / kWordsAPlace, known_.size() - 1);
    const std::size_t end = block + 1 < known_.size() ? known_[block + 1] : size_;
    const std::size_t words = block + 1 < known_.size()
                                  ? kWordsAPlace
                                  : std::max<std::size_t>(tokens.size() - block * kWordsAPlace, 1);
    return known_[block] + (end - known_[block]) * (word - block * kWordsAPlace) / words;
  }

  /// The word that stands about at a byte.
  std::size_t word_at(std::uint32_t byte) const {
    const auto above = std::upper_bound(known_.begin(), known_.end(), byte);
    std::size_t word = static_cast<std::size_t>(above - known_.begin() - 1) * kWordsAPlace;
    while (word + 1 < tokens.size() && byte_of(word + 1) <= byte) {
      ++word;
    }
    return word;
  }

  std::span<const StreamUnit> gaps_;
  std::uint32_t size_;
  std::vector<std::uint32_t> known_;  ///< bytes before each word kWordsAPlace * i
};

SnippetPlaces::SnippetPlaces(const TokenStreams& streams, const TextMarks& marks)
    : streams_(streams), marks_(marks) {
  for (const std::string_view folded : marks.folded_forms()) {
    const WordIds ids = streams.with_folded(folded);
    for (WordId word = ids.begin; word < ids.end; ++word) {
      const TextMarks::Writings writings = marks.writings_of(folded, streams.key(word));
      auto known = std::find(writings_.begin(), writings_.end(), writings);
      if (known == writings_.end() && writings_.size() < QueryWords::kMost) {
        known = writings_.insert(known, writings);
      }
      if (known != writings_.end()) {
        words_.add({word, word + 1}, static_cast<std::uint8_t>(known - writings_.begin() + 1));
      }
    }
  }
}

std::optional<SnippetPlace> SnippetPlaces::find(std::uint32_t docid, std::uint32_t body_size,
                                                const std::vector<Span>& mentions) const {
  const std::optional<std::size_t> ordinal = streams_.ordinal_of(docid);
  if (!ordinal) {
    return std::nullopt;
  }
  Body body(*this, *ordinal, body_size);
  body.mention(mentions);
  return SnippetPlace{body.around(best_window(body.tokens, body.starts())), body.typed};
}

}  // namespace tracuu
