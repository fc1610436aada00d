#include "server/access/tokens.h"

#include <fcntl.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace tracuu {
namespace {

constexpr std::size_t kFewestTokenBytes = 16;
constexpr std::size_t kMostTokenBytes = 512;
constexpr std::size_t kMostNameBytes = 64;
constexpr std::size_t kHashDigits = 64;
constexpr std::size_t kMostFileBytes = 1 << 20;
/// Write for the group, anything for others.
constexpr unsigned kForbiddenMode = 027;

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool holds_only(std::string_view text, std::string_view marks) {
  return std::all_of(text.begin(), text.end(), [&](char c) {
    return is_alphanumeric(c) || marks.find(c) != std::string_view::npos;
  });
}

std::string_view trimmed(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r"), text.size()));
  return text.substr(0, text.find_last_not_of(" \t\r") + 1);
}

bool is_hash(std::string_view text) {
  return text.size() == kHashDigits && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
         });
}

Error fault(std::string_view what, const std::filesystem::path& file) {
  return {"token-file: " + std::string(what) + ": '" + file.string() + "'"};
}

Error failure(const std::filesystem::path& file) {
  return fault("cannot be read, " + std::system_category().message(errno), file);
}

/// Closes a file descriptor.
class OpenFile {
 public:
  // Without O_NONBLOCK a fifo in place of the file would keep the server waiting.
  explicit OpenFile(const std::filesystem::path& path)
      : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (descriptor_ >= 0) {
      ::close(descriptor_);
    }
  }
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

/// Judges the file that was opened, not its name, which could mean another a moment later.
std::optional<Error> fault_of(const struct stat& status, const std::filesystem::path& file) {
  if (!S_ISREG(status.st_mode)) {
    return fault("is not a plain file", file);
  }
  if ((status.st_mode & kForbiddenMode) != 0) {
    std::array<char, 8> mode{};
    std::snprintf(mode.data(), mode.size(), "%04o", status.st_mode & 07777U);
    return fault(
        std::string("others may read or change it (mode ") + mode.data() + "), use chmod 640",
        file);
  }
  if (static_cast<std::size_t>(status.st_size) > kMostFileBytes) {
    return fault("is larger than 1 MiB", file);
  }
  return std::nullopt;
}

}  // namespace

bool is_token(std::string_view text) {
  const std::string_view letters = text.substr(0, text.find_last_not_of('=') + 1);
  return text.size() <= kMostTokenBytes && letters.size() >= kFewestTokenBytes &&
         holds_only(letters, "._~+/-");
}

std::string hash_of_token(std::string_view token) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  if (EVP_Digest(token.data(), token.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1) {
    throw std::runtime_error("the cryptographic library has no SHA-256");
  }
  std::string hash;
  for (unsigned i = 0; i < size; ++i) {
    hash += kDigits[digest[i] >> 4];
    hash += kDigits[digest[i] & 0x0F];
  }
  return hash;
}

Result<Tokens> Tokens::read(const std::filesystem::path& file) {
  const OpenFile open(file);
  struct stat status {};
  if (open.descriptor() < 0 || ::fstat(open.descriptor(), &status) != 0) {
    return failure(file);
  }
  if (auto found = fault_of(status, file)) {
    return *found;
  }
  std::string text;
  std::array<char, 4096> chunk{};
  while (true) {
    const auto size = ::read(open.descriptor(), chunk.data(), chunk.size());
    if (size < 0) {
      return failure(file);
    }
    if (size == 0 || text.size() > kMostFileBytes) {
      return parse(text, file.string());
    }
    text.append(chunk.data(), static_cast<std::size_t>(size));
  }
}

Result<Tokens> Tokens::parse(std::string_view text, std::string_view file) {
  Tokens tokens;
  std::size_t number = 0;
  while (!text.empty()) {
    ++number;
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line.front() == '#') {
      continue;
    }
    const std::size_t blank = std::min(line.find_first_of(" \t"), line.size());
    const std::string_view name = line.substr(0, blank);
    std::string hash(trimmed(line.substr(blank)));
    if (name.size() > kMostNameBytes || !holds_only(name, "._-") || !is_hash(hash)) {
      return fault(
          "line " + std::to_string(number) + " is not 'NAME SHA256' as --hash-token prints it",
          file);
    }
    std::transform(hash.begin(), hash.end(), hash.begin(),
                   [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c; });
    tokens.entries_.push_back({std::string(name), std::move(hash)});
  }
  if (tokens.entries_.empty()) {
    return fault("holds no token, so that nobody could ask", file);
  }
  return tokens;
}

std::optional<std::string> Tokens::owner_of(std::string_view token) const {
  // All entries are compared, whole: the time taken says nothing of how near a guess was.
  const std::string given = hash_of_token(token);
  const Entry* found = nullptr;
  for (const Entry& entry : entries_) {
    if (CRYPTO_memcmp(given.data(), entry.hash.data(), kHashDigits) == 0) {
      found = &entry;
    }
  }
  return found == nullptr ? std::nullopt : std::optional(found->name);
}

}  // namespace tracuu
