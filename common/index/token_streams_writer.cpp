#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <numeric>
#include <stdexcept>
#include <system_error>
#include <unordered_map>

#include "common/index/file_head.h"
#include "common/index/token_streams.h"

namespace tracuu {
namespace {

/// The dictionary as it is stored.
struct StoredWords {
  std::vector<std::uint64_t> counts;
  std::vector<std::uint32_t> form_ends;
  std::vector<std::uint32_t> form_firsts;
  std::vector<std::uint32_t> form_sizes;
  std::vector<std::uint32_t> key_ends;
  std::vector<WordId> by_key;
  std::string form_letters;
  std::string key_letters;
};

StoredWords stored(const std::vector<StreamWord>& words) {
  StoredWords out;
  std::vector<WordIds> forms;
  for (WordId word = 0; word < words.size(); ++word) {
    out.counts.push_back(words[word].count);
    out.key_letters += words[word].key;
    out.key_ends.push_back(static_cast<std::uint32_t>(out.key_letters.size()));
    if (word == 0 || words[word].folded != words[word - 1].folded) {
      forms.push_back({word, word});
    }
    forms.back().end = word + 1;
  }
  out.by_key.resize(words.size());
  std::iota(out.by_key.begin(), out.by_key.end(), WordId{0});
  std::sort(out.by_key.begin(), out.by_key.end(), [&](WordId a, WordId b) {
    return words[a].key != words[b].key ? words[a].key < words[b].key : a < b;
  });
  std::sort(forms.begin(), forms.end(),
            [&](WordIds a, WordIds b) { return words[a.begin].folded < words[b.begin].folded; });
  for (const WordIds form : forms) {
    out.form_letters += words[form.begin].folded;
    out.form_ends.push_back(static_cast<std::uint32_t>(out.form_letters.size()));
    out.form_firsts.push_back(form.begin);
    out.form_sizes.push_back(form.end - form.begin);
  }
  return out;
}

}  // namespace

struct TokenStreamsWriter::Checksum {
  XXH3_state_t* const state = XXH3_createState();

  Checksum() { restart(); }
  ~Checksum() { XXH3_freeState(state); }
  Checksum(const Checksum&) = delete;
  Checksum& operator=(const Checksum&) = delete;

  void restart() { XXH3_64bits_reset(state); }
  void add(std::string_view bytes) { XXH3_64bits_update(state, bytes.data(), bytes.size()); }
  std::uint64_t value() const { return XXH3_64bits_digest(state); }
};

TokenStreamsWriter::TokenStreamsWriter(const std::filesystem::path& directory)
    : file_(directory / kTokenStreamsFile),
      out_(file_, std::ios::binary | std::ios::trunc),
      checksum_(std::make_unique<Checksum>()) {
  const TokenStreamsHead empty;
  put(bytes_of_head(empty));
  checksum_->restart();
}

TokenStreamsWriter::~TokenStreamsWriter() = default;

void TokenStreamsWriter::put(std::string_view bytes) {
  checksum_->add(bytes);
  out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out_) {
    throw std::system_error(errno, std::generic_category(), "cannot write " + file_.string());
  }
}

void TokenStreamsWriter::fill_up(std::uint64_t units) {
  const std::uint64_t bytes = units * sizeof(StreamUnit);
  put(std::string_view("\0\0\0\0\0\0\0", padded(bytes) - bytes));
}

void TokenStreamsWriter::add(std::uint32_t docid, std::span<const StreamUnit> units,
                             std::span<const StreamUnit> places) {
  put(bytes_of(units));
  units_ += units.size();
  ends_.push_back(units_);
  places_.insert(places_.end(), places.begin(), places.end());
  place_ends_.push_back(places_.size());
  docids_.push_back(docid);
}

void TokenStreamsWriter::finish(const std::vector<StreamWord>& words) {
  fill_up(units_);
  put(bytes_of(places_));
  fill_up(places_.size());
  const StoredWords dictionary = stored(words);
  TokenStreamsHead head;
  head.units_checksum = checksum_->value();
  checksum_->restart();
  put(bytes_of(ends_));
  put(bytes_of(place_ends_));
  put(bytes_of(dictionary.counts));
  put(bytes_of(docids_));
  put(bytes_of(dictionary.form_ends));
  put(bytes_of(dictionary.form_firsts));
  put(bytes_of(dictionary.form_sizes));
  put(bytes_of(dictionary.key_ends));
  put(bytes_of(dictionary.by_key));
  put(dictionary.form_letters);
  put(dictionary.key_letters);
  head.rest_checksum = checksum_->value();
  head.articles = static_cast<std::uint32_t>(docids_.size());
  head.forms = static_cast<std::uint32_t>(dictionary.form_ends.size());
  head.words = static_cast<std::uint32_t>(words.size());
  head.units = units_;
  head.places = places_.size();
  head.form_bytes = dictionary.form_letters.size();
  head.key_bytes = dictionary.key_letters.size();
  head.head_checksum = head_checksum_of(head);
  out_.seekp(0);
  put(bytes_of_head(head));
  out_.close();
  if (!out_) {
    throw std::system_error(errno, std::generic_category(), "cannot write " + file_.string());
  }
}

std::vector<std::uint32_t> in_stream_order(const std::vector<StreamWord>& words) {
  if (words.size() > kMostWords) {
    throw std::length_error("index: more distinct words than token streams can number");
  }
  std::unordered_map<std::string_view, std::uint64_t> said;
  for (const StreamWord& word : words) {
    said[word.folded] += word.count;
  }
  std::vector<std::uint64_t> said_by_word;
  said_by_word.reserve(words.size());
  for (const StreamWord& word : words) {
    said_by_word.push_back(said[word.folded]);
  }
  std::vector<std::uint32_t> order(words.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (said_by_word[a] != said_by_word[b]) {
      return said_by_word[a] > said_by_word[b];
    }
    if (words[a].folded != words[b].folded) {
      return words[a].folded < words[b].folded;
    }
    return words[a].count != words[b].count ? words[a].count > words[b].count
                                            : words[a].key < words[b].key;
  });
  return order;
}

}  // namespace tracuu
