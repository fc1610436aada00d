#include "common/text/charset.h"

#include "tests/fuzz/expect.h"

// Bytes decode to valid UTF-8 or are refused, whatever a page claims of them.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tracuu;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const char* declared : {"", "utf-8", "windows-1258", "utf-16", "x-viet-tcvn5712", "?"}) {
    const Result<DecodedText> decoded = decode_text(bytes, declared);
    if (decoded) {
      expect(!find_invalid_utf8(decoded->text), "decoded text is valid UTF-8");
      expect(decoded->text.find('\r') == std::string::npos, "line ends are \\n");
    } else {
      expect(!decoded.error().message.empty(), "a refusal has a reason");
    }
  }
  return 0;
}
