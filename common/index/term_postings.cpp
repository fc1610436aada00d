#include "common/index/term_postings.h"

namespace tracuu {

void PostingPacker::add(TermPosting posting) {
  const std::uint64_t step = posting.ordinal - next_;
  writer_.unsigned_integer(step << 1U | (posting.times > 1 ? 1 : 0));
  if (posting.times > 1) {
    writer_.unsigned_integer(posting.times);
  }
  next_ = posting.ordinal + 1;
  ++size_;
}

std::string packed(std::span<const TermPosting> postings) {
  PostingPacker packer;
  for (const TermPosting posting : postings) {
    packer.add(posting);
  }
  return std::string(packer.bytes());
}

bool unpack(std::string_view bytes, std::uint32_t count, std::vector<TermPosting>& postings) {
  if (count > bytes.size()) {
    return false;
  }
  ByteReader reader(bytes);
  std::uint64_t next = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint64_t step = reader.unsigned_integer();
    const std::uint64_t times = (step & 1U) != 0 ? reader.unsigned_integer() : 1;
    next += step >> 1U;
    if (reader.failed() || times == 0 || times > kMostTimes || next > 0xFFFF'FFFE) {
      return false;
    }
    postings.push_back({static_cast<std::uint32_t>(next), static_cast<std::uint32_t>(times)});
    ++next;
  }
  return reader.at_end();
}

}  // namespace tracuu
