#include "indexer/term_run.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <numeric>
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

}  // namespace

TermInverter::TermInverter(const std::vector<TokenStreams::WordParts>& parts) : parts_(parts) {}

std::uint32_t TermInverter::add(std::uint32_t ordinal, std::span<const StreamUnit> units) {
  length_ = 0;
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
      count_word(folded, word, ordinal);
      if (before != kNone) {
        count(term_key(bigram_of(folded), parts_[before].form, parts_[word].form), ordinal);
      }
    }
    before = word;
  }
  return length_;
}

void TermInverter::count_word(TermFamily folded, WordId word, std::uint32_t ordinal) {
  const TokenStreams::WordParts& parts = parts_[word];
  count(term_key(folded, parts.form), ordinal);
  if (parts.has_letters_only) {
    count(term_key(accented_of(folded), parts.key), ordinal);
  }
}

void TermInverter::count(TermKey key, std::uint32_t ordinal) {
  ++length_;
  const auto place = static_cast<std::uint32_t>(packed_.size());
  const auto [known, is_new] = terms_.try_emplace(key, LastSeen{ordinal, 1, place});
  LastSeen& last = known->second;
  if (is_new) {
    packed_.emplace_back();
  } else if (last.ordinal == ordinal) {
    last.times = std::min(last.times + 1, kMostTimes);
  } else {
    packed_[last.place].add({last.ordinal, last.times});
    last.ordinal = ordinal;
    last.times = 1;
  }
}

void TermInverter::write(const std::filesystem::path& file) {
  std::vector<std::pair<TermKey, LastSeen>> terms(terms_.begin(), terms_.end());
  terms_ = {};
  std::sort(terms.begin(), terms.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  TermKey before = 0;
  for (const auto& [key, last] : terms) {
    PostingPacker& packed = packed_[last.place];
    packed.add({last.ordinal, last.times});
    ByteWriter bytes;
    bytes.unsigned_integer(key - before);
    bytes.unsigned_integer(packed.size());
    bytes.text(packed.bytes());
    out.write(bytes.bytes().data(), static_cast<std::streamsize>(bytes.bytes().size()));
    before = key;
  }
  packed_ = {};
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
