#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace tracuu {

/// The most bytes of request line and header fields together, blank line included.
inline constexpr std::size_t kMaxHeadBytes = 8192;
/// The most bytes of a request target, still encoded.
inline constexpr std::size_t kMaxTargetBytes = 4096;

/// Request line and header fields, parsed but not judged.
struct RequestHead {
  std::string method = "GET";
  std::string target = "/";
  int version = 11;                                         ///< 10 or 11
  std::vector<std::pair<std::string, std::string>> fields;  ///< names in lower case, in order
};

/// Why a request gets no further.
struct Refusal {
  int status = 400;
  std::string code;    ///< stable, for programs: "header_too_large"
  std::string detail;  ///< a sentence, for people
  bool close = true;   ///< where the next request begins is not certain
};

/// What the first bytes of a connection hold.
struct HeadScan {
  std::size_t size = 0;            ///< bytes of the complete head; 0 while more must be read
  std::optional<Refusal> refusal;  ///< set as soon as no further byte can save it
};

/// Looks for the end of the head at the front of `bytes`. Refuses what Beast's parser lets through
/// or sees only later: a bare CR or LF, control characters (a TLS greeting, too), folded header
/// lines, a request line that is too long (414) and a head that is too large (431). Linear in
/// min(bytes.size(), kMaxHeadBytes).
HeadScan scan_head(std::string_view bytes);

/// Parses a complete head. 400 for what is not HTTP, 505 for a version other than 1.0 and 1.1, 413
/// for a body that nobody would read, 400 for contradicting lengths.
/// REQUIRES: scan_head(head).size == head.size().
std::variant<RequestHead, Refusal> parse_head(std::string_view head);

}  // namespace tracuu
