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

constexpr std::size_t kFirstSlots = std::size_t{1} << 16U;

/// Fibonacci hashing: the high bits of the product depend on all bits of the key.
std::size_t hash_of(TermKey key) {
  return (key ^ key >> 30U) * 0x9E37'79B9'7F4A'7C15ULL >> 20U;
}

/// The family that counts the same as `folded`, one of the two.
TermFamily accented_of(TermFamily folded) {
  return folded == TermFamily::kFolded ? TermFamily::kAccented : TermFamily::kTitleAccented;
}

TermFamily bigram_of(TermFamily folded) {
  return folded == TermFamily::kFolded ? TermFamily::kBigram : TermFamily::kTitleBigram;
}

}  // namespace

TermInverter::TermInverter(const std::vector<TokenStreams::WordParts>& parts)
    : parts_(parts), slots_(kFirstSlots) {}

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
  const std::size_t slot = slot_of(key);
  if (slots_[slot] == 0) {
    terms_.push_back({key, {ordinal, 1}, {}});
    slots_[slot] = static_cast<std::uint32_t>(terms_.size());
    if (terms_.size() * 2 > slots_.size()) {
      grow();
    }
    return;
  }
  Term& term = terms_[slots_[slot] - 1];
  if (term.last.ordinal == ordinal) {
    term.last.times = std::min(term.last.times + 1, kMostTimes);
  } else {
    term.packed.add(term.last);
    term.last = {ordinal, 1};
  }
}

std::size_t TermInverter::slot_of(TermKey key) const {
  std::size_t slot = hash_of(key) & (slots_.size() - 1);
  while (slots_[slot] != 0 && terms_[slots_[slot] - 1].key != key) {
    slot = (slot + 1) & (slots_.size() - 1);
  }
  return slot;
}

void TermInverter::grow() {
  slots_.assign(slots_.size() * 2, 0);
  for (std::uint32_t place = 0; place < terms_.size(); ++place) {
    slots_[slot_of(terms_[place].key)] = place + 1;
  }
}

void TermInverter::write(const std::filesystem::path& file) {
  slots_ = {};
  std::sort(terms_.begin(), terms_.end(),
            [](const Term& a, const Term& b) { return a.key < b.key; });
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  TermKey before = 0;
  for (Term& term : terms_) {
    term.packed.add(term.last);
    ByteWriter bytes;
    bytes.unsigned_integer(term.key - before);
    bytes.unsigned_integer(term.packed.size());
    bytes.text(term.packed.bytes());
    out.write(bytes.bytes().data(), static_cast<std::streamsize>(bytes.bytes().size()));
    before = term.key;
  }
  terms_ = {};
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
