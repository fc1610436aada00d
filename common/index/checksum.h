#pragma once

#include <xxhash.h>

#include <memory>
#include <string>
#include <string_view>

namespace tracuu {

/// Takes the 128-bit XXH3 of bytes that come piece by piece.
class Checksum {
 public:
  Checksum() : state_(XXH3_createState(), XXH3_freeState) { XXH3_128bits_reset(state_.get()); }
  void add(std::string_view bytes) {
    XXH3_128bits_update(state_.get(), bytes.data(), bytes.size());
  }
  /// Returns 32 hex digits.
  std::string text() const;

 private:
  std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state_;
};

/// Returns the checksum of `bytes`.
std::string checksum_of(std::string_view bytes);

}  // namespace tracuu
