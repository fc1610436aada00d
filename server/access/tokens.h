#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"

namespace tracuu {

/// Returns whether `text` is a bearer token of RFC 6750, 2.1 that cannot be guessed: 16 to 512 of
/// [A-Za-z0-9._~+/-], then any '='.
bool is_token(std::string_view text);

/// Returns the SHA-256 of `token` as 64 hexadecimal digits. No salt and no slow hash: what has to
/// be slow is guessing passwords, and a token is no word.
std::string hash_of_token(std::string_view token);

/// Who may ask. Holds hashes only; a value, not changed once read.
class Tokens {
 public:
  /// Reads a token file: lines "NAME SHA256", NAME of 1 to 64 [A-Za-z0-9._-]; empty lines and those
  /// with '#' in front are skipped. A name may stand in several lines, so that a new token can be
  /// handed out before the old one goes. Fails when the file is not a plain one, others may read it
  /// or write to it, or a line is wrong; the sentence never holds the line, which may be a token
  /// put there by mistake.
  static Result<Tokens> read(const std::filesystem::path& file);
  /// Reads the text of such a file; `file` is what a message calls it.
  static Result<Tokens> parse(std::string_view text, std::string_view file);

  /// Returns the name of the owner of `token`, or nothing. Takes as long for a near miss as for any
  /// other.
  std::optional<std::string> owner_of(std::string_view token) const;

  std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    std::string name;
    std::string hash;
  };
  std::vector<Entry> entries_;
};

}  // namespace tracuu
