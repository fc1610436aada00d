#include "indexer/source/content_hash.h"

#include <cstdint>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace tracuu {

std::string content_hash(std::string_view bytes) {
  constexpr char kHexDigits[] = "0123456789abcdef";
  std::uint64_t hash = XXH3_64bits(bytes.data(), bytes.size());
  std::string digits(16, '0');
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, hash >>= 4) {
    *digit = kHexDigits[hash & 0xF];
  }
  return digits;
}

}  // namespace tracuu
