#include "indexer/term_run.h"

#include <algorithm>
#include <bit>
#include <boost/sort/spreadsort/integer_sort.hpp>
#include <cerrno>
#include <fstream>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace tracuu {
namespace {

/// The family that counts the same as `folded`, one of the two.
TermFamily accented_of(TermFamily folded) {
  return folded == TermFamily::kFolded ? TermFamily::kAccented : TermFamily::kTitleAccented;
}

TermFamily bigram_of(TermFamily folded) {
  return folded == TermFamily::kFolded ? TermFamily::kBigram : TermFamily::kTitleBigram;
}

constexpr unsigned kFamilyBits = 3;

unsigned bits_of_words(std::size_t words) {
  // Two numbers of a word have room for the number of a phrase too.
  constexpr unsigned kLeast = 8;
  return std::max(static_cast<unsigned>(std::bit_width(words)), kLeast);
}

unsigned bits_of_articles(unsigned word_bits) {
  constexpr auto kMost = static_cast<unsigned>(std::bit_width(kRunArticles - 1));
  return std::min(64 - kFamilyBits - 2 * word_bits, kMost);
}

}  // namespace

TermInverter::TermInverter(const std::vector<TokenStreams::WordParts>& parts,
                           const PhraseTerms& phrases)
    : parts_(parts),
      phrases_(phrases),
      word_bits_(bits_of_words(parts.size())),
      article_bits_(bits_of_articles(word_bits_)) {}

std::size_t TermInverter::capacity(std::size_t words) {
  return std::size_t{1} << bits_of_articles(bits_of_words(words));
}

std::uint32_t TermInverter::add(std::uint32_t ordinal, std::span<const StreamUnit> units) {
  ordinals_.push_back(ordinal);
  const std::size_t said_before = said_.size();
  constexpr WordId kNone = kSentenceBreak;
  WordId before = kNone;
  bool in_title = true;
  for (StreamReader reader(units); !reader.at_end();) {
    const WordId word = reader.next();
    if (word == kSentenceBreak || word == kTitleEnd) {
      in_title = in_title && word != kTitleEnd;
      before = kNone;
      continue;
    }
    for (const TermFamily folded : {TermFamily::kFolded, TermFamily::kTitleFolded}) {
      if (folded == TermFamily::kTitleFolded && !in_title) {
        continue;
      }
      say_word(folded, word);
      if (before != kNone) {
        say(bigram_of(folded), parts_[before].form, parts_[word].form);
      }
    }
    before = word;
  }
  const std::size_t counted = said_.size() - said_before;
  say_phrases(units);
  return static_cast<std::uint32_t>(counted);
}

void TermInverter::say_phrases(std::span<const StreamUnit> units) {
  found_.clear();
  phrases_.find_in(units, found_);
  std::sort(found_.begin(), found_.end());
  found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
  for (const std::uint32_t phrase : found_) {
    say(TermFamily::kPhrase, phrase >> word_bits_, phrase & ((1U << word_bits_) - 1));
  }
}

void TermInverter::say_word(TermFamily folded, WordId word) {
  const TokenStreams::WordParts& parts = parts_[word];
  say(folded, parts.form);
  if (parts.has_letters_only) {
    say(accented_of(folded), parts.key);
  }
}

void TermInverter::say(TermFamily family, std::uint32_t first, std::uint32_t second) {
  const auto numbers = (static_cast<std::uint64_t>(family) << word_bits_ | first) << word_bits_;
  said_.push_back((numbers | second) << article_bits_ | (ordinals_.size() - 1));
}

TermKey TermInverter::key_of(std::uint64_t said) const {
  const std::uint64_t numbers = said >> article_bits_;
  const std::uint64_t one_word = (std::uint64_t{1} << word_bits_) - 1;
  const auto family = static_cast<TermFamily>(numbers >> 2 * word_bits_);
  if (family == TermFamily::kPhrase) {
    const std::uint64_t two_words = (std::uint64_t{1} << 2 * word_bits_) - 1;
    return term_key(family, static_cast<std::uint32_t>(numbers & two_words));
  }
  return term_key(family, static_cast<std::uint32_t>(numbers >> word_bits_ & one_word),
                  static_cast<std::uint32_t>(numbers & one_word));
}

PostingPacker TermInverter::postings_of(std::span<const std::uint64_t> said) const {
  const std::uint64_t one_article = (std::uint64_t{1} << article_bits_) - 1;
  PostingPacker postings;
  for (std::size_t begin = 0, end = 0; begin < said.size(); begin = end) {
    while (end < said.size() && said[end] == said[begin]) {
      ++end;
    }
    const auto times = std::min<std::size_t>(end - begin, kMostTimes);
    postings.add({ordinals_[said[begin] & one_article], static_cast<std::uint32_t>(times)});
  }
  return postings;
}

void TermInverter::write(const std::filesystem::path& file) {
  boost::sort::spreadsort::integer_sort(said_.begin(), said_.end());
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  TermKey before = 0;
  for (std::size_t begin = 0, end = 0; begin < said_.size(); begin = end) {
    while (end < said_.size() && (said_[end] ^ said_[begin]) >> article_bits_ == 0) {
      ++end;
    }
    const TermKey key = key_of(said_[begin]);
    const PostingPacker postings = postings_of(std::span(said_).subspan(begin, end - begin));
    ByteWriter bytes;
    bytes.unsigned_integer(key - before);
    bytes.unsigned_integer(postings.size());
    bytes.text(postings.bytes());
    out.write(bytes.bytes().data(), static_cast<std::streamsize>(bytes.bytes().size()));
    before = key;
  }
  said_ = {};
  out.close();
  if (!out) {
    throw std::system_error(errno, std::generic_category(), "cannot write " + file.string());
  }
}

TermRun::TermRun(std::filesystem::path file)
    : file_(std::move(file)), bytes_(MappedFile::open(file_)) {
  if (bytes_ != nullptr) {
    reader_ = ByteReader(bytes_->bytes());
  }
}

TermRun::~TermRun() {
  std::error_code ignored;
  std::filesystem::remove(file_, ignored);
}

bool TermRun::next() {
  if (reader_.at_end()) {
    return false;
  }
  term_.key += reader_.unsigned_integer();
  term_.size = static_cast<std::uint32_t>(reader_.unsigned_integer());
  term_.bytes = reader_.text();
  return true;
}

void TermRun::append_to(std::vector<TermPosting>& postings) const {
  if (!unpack(term_.bytes, term_.size, postings)) {
    throw std::runtime_error("index: what was written of it cannot be read back: '" +
                             file_.string() + "'");
  }
}

}  // namespace tracuu
