#include "indexer/token_spool.h"

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <system_error>
#include <utility>

#include "common/index/bytes.h"

namespace tracuu {
namespace {

// Marks and words in the spool: 0 a sentence break, 1 the end of the title, then the words.
constexpr WordId kSpooledBreak = 0;
constexpr WordId kSpooledTitleEnd = 1;
constexpr WordId kSpooledWords = 2;

}  // namespace

std::vector<WordId> StreamDictionary::add(const std::vector<StreamWord>& words) {
  const std::lock_guard lock(mutex_);
  std::vector<WordId> numbers;
  numbers.reserve(words.size());
  std::string name;
  for (const StreamWord& word : words) {
    name.assign(word.folded).append(1, '\0').append(word.key);
    const auto [known, is_new] = number_of_.emplace(name, static_cast<WordId>(words_.size()));
    if (is_new) {
      words_.push_back(word);
    } else {
      words_[known->second].count += word.count;
    }
    numbers.push_back(known->second);
  }
  return numbers;
}

StreamDictionary::Numbering StreamDictionary::take() {
  number_of_ = {};
  const std::vector<std::uint32_t> order = in_stream_order(words_);
  Numbering numbering;
  numbering.words.reserve(words_.size());
  numbering.final_of.resize(words_.size());
  for (const std::uint32_t place : order) {
    numbering.final_of[place] = static_cast<WordId>(numbering.words.size());
    numbering.words.push_back(std::move(words_[place]));
  }
  return numbering;
}

TokenSpool::TokenSpool(std::filesystem::path file)
    : file_(std::move(file)), out_(file_, std::ios::binary | std::ios::trunc) {}

TokenSpool::~TokenSpool() {
  std::error_code ignored;
  std::filesystem::remove(file_, ignored);
}

void TokenSpool::add(std::uint32_t docid, const ArticleTokens& tokens) {
  ByteWriter head;
  head.unsigned_integer(tokens.places.size());
  for (const StreamUnit place : tokens.places) {
    head.unsigned_integer(place);
  }
  std::string bytes = head.take();
  append(tokens.title, bytes);
  ByteWriter border;
  border.unsigned_integer(kSpooledTitleEnd);
  bytes += border.take();
  append(tokens.body, bytes);
  out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out_) {
    throw std::system_error(errno, std::generic_category(), "cannot write " + file_.string());
  }
  docids_.push_back(docid);
  ends_.push_back((ends_.empty() ? 0 : ends_.back()) + bytes.size());
}

void TokenSpool::append(const std::vector<Token>& tokens, std::string& bytes) {
  ByteWriter writer;
  bool first = true;
  for (const Token& token : tokens) {
    if (!first && token.starts_sentence) {
      writer.unsigned_integer(kSpooledBreak);
    }
    first = false;
    writer.unsigned_integer(is_indexed(token) ? kSpooledWords + number_of(token) : kSpooledBreak);
  }
  bytes += writer.take();
}

WordId TokenSpool::number_of(const Token& token) {
  const WordId* const first = local_.find(token.key, token.key_hash);
  WordId word = first == nullptr ? 0 : *first;
  while (word != 0 && words_[word - 1].folded != token.folded) {
    word = same_key_[word - 1];
  }
  if (word == 0) {
    words_.push_back({token.folded, token.key, 0});
    same_key_.push_back(first == nullptr ? 0 : *first);
    word = static_cast<WordId>(words_.size());
    local_[token.key] = word;
  }
  ++words_[word - 1].count;
  return word - 1;
}

void TokenSpool::close(StreamDictionary& dictionary) {
  out_.close();
  if (!out_) {
    throw std::system_error(errno, std::generic_category(), "cannot write " + file_.string());
  }
  number_in_dictionary_ = dictionary.add(words_);
  words_ = {};
  local_ = {};
  same_key_ = {};
  written_ = MappedFile::open(file_);
  if (written_ == nullptr && !docids_.empty()) {
    throw std::system_error(errno, std::generic_category(), "cannot read " + file_.string());
  }
}

void TokenSpool::read(std::size_t place, NumberedStream& stream) const {
  const std::uint64_t begin = place == 0 ? 0 : ends_[place - 1];
  ByteReader reader(written_->bytes().substr(begin, ends_[place] - begin));
  stream.places.resize(reader.count());
  for (StreamUnit& gap : stream.places) {
    gap = static_cast<StreamUnit>(reader.unsigned_integer());
  }
  std::vector<WordId>& words = stream.words;
  words.clear();
  while (!reader.at_end()) {
    const std::uint64_t spooled = reader.unsigned_integer();
    if (spooled < kSpooledWords) {
      words.push_back(spooled == kSpooledBreak ? kSentenceBreak : kTitleEnd);
    } else {
      words.push_back(number_in_dictionary_.at(spooled - kSpooledWords));
    }
  }
}

PublishedStreams::PublishedStreams(const TokenStreams& streams,
                                   const std::vector<std::uint32_t>& wanted,
                                   StreamDictionary& dictionary)
    : streams_(streams) {
  std::ranges::set_intersection(streams.docids(), wanted, std::back_inserter(docids_));
  std::vector<StreamWord> words = streams.words();
  for (StreamWord& word : words) {
    word.count = 0;
  }
  for (const std::uint32_t docid : docids_) {
    ordinals_.push_back(*streams.ordinal_of(docid));
    for (StreamReader reader(streams.at(ordinals_.back())); !reader.at_end();) {
      const WordId word = reader.next();
      if (word < words.size()) {
        ++words[word].count;
      }
    }
  }
  std::vector<WordId> said;
  std::vector<StreamWord> said_words;
  for (WordId word = 0; word < words.size(); ++word) {
    if (words[word].count > 0) {
      said.push_back(word);
      said_words.push_back(std::move(words[word]));
    }
  }
  const std::vector<WordId> numbers = dictionary.add(said_words);
  number_in_dictionary_.resize(words.size());
  for (std::size_t i = 0; i < said.size(); ++i) {
    number_in_dictionary_[said[i]] = numbers[i];
  }
}

void PublishedStreams::read(std::size_t place, NumberedStream& stream) const {
  const std::size_t ordinal = ordinals_[place];
  const auto places = streams_.places_at(ordinal);
  stream.places.assign(places.begin(), places.end());
  stream.words.clear();
  for (StreamReader reader(streams_.at(ordinal)); !reader.at_end();) {
    const WordId word = reader.next();
    const bool is_mark = word == kSentenceBreak || word == kTitleEnd;
    stream.words.push_back(is_mark ? word : number_in_dictionary_.at(word));
  }
}

namespace {

/// Walks the articles of a source in the order of their docids.
class SourceWalk {
 public:
  explicit SourceWalk(const StreamSource& source) : source_(source) {
    order_.reserve(source.docids().size());
    for (std::size_t place = 0; place < source.docids().size(); ++place) {
      order_.emplace_back(source.docids()[place], place);
    }
    std::sort(order_.begin(), order_.end());
  }

  /// Reads the article under `docid` when the source has it. REQUIRES: docids asked for ascend.
  void read(std::uint32_t docid, NumberedStream& stream) {
    while (at_ < order_.size() && order_[at_].first < docid) {
      ++at_;
    }
    for (; at_ < order_.size() && order_[at_].first == docid; ++at_) {
      source_.read(order_[at_].second, stream);
    }
  }

 private:
  const StreamSource& source_;
  std::vector<std::pair<std::uint32_t, std::size_t>> order_;
  std::size_t at_ = 0;
};

}  // namespace

void write_token_streams(const std::filesystem::path& directory, StreamDictionary& dictionary,
                         const std::vector<const StreamSource*>& sources,
                         const std::vector<std::uint32_t>& docids) {
  const StreamDictionary::Numbering numbering = dictionary.take();
  TokenStreamsWriter writer(directory);
  std::vector<SourceWalk> walks;
  walks.reserve(sources.size());
  for (const StreamSource* source : sources) {
    walks.emplace_back(*source);
  }
  NumberedStream stream;
  std::vector<StreamUnit> units;
  for (const std::uint32_t docid : docids) {
    stream = {};
    for (SourceWalk& walk : walks) {
      walk.read(docid, stream);
    }
    units.clear();
    for (const WordId word : stream.words) {
      const bool is_mark = word == kSentenceBreak || word == kTitleEnd;
      append_units(is_mark ? word : numbering.final_of[word], units);
    }
    writer.add(docid, units, stream.places);
  }
  writer.finish(numbering.words);
}

}  // namespace tracuu
