#include "common/text/charset.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "common/text/legacy_charset.h"
#include "common/text/letters.h"
#include "common/text/normalize.h"
#include "common/text/reading_score.h"
#include "common/text/utf8.h"

namespace tracuu {
namespace {

// A legacy reading is believed when this share of its marked words are Vietnamese syllables, and so
// many of them; right readings of news score over 0.95, wrong ones under 0.5.
constexpr double kShareFloor = 0.75;
constexpr std::size_t kWordFloor = 3;
// A claimed charset, and what the bytes say as they stand, are given this much credit.
constexpr double kCredit = 0.2;

std::string with_line_feeds(std::string_view text) {
  if (text.find('\r') == std::string_view::npos) {
    return std::string(text);
  }
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool pair = text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
    out.append(pair ? 0 : 1, text[at] == '\r' ? '\n' : text[at]);
  }
  return out;
}

Error undecodable(std::size_t offset) {
  return {"page: no text in UTF-8, UTF-16, windows-1258, TCVN3 or VNI, first bad byte at offset: " +
          std::to_string(offset)};
}

std::string letters_and_digits(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    if ((c >= '0' && c <= '9') || letter_at(static_cast<unsigned char>(c))) {
      plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c;
    }
  }
  return plain;
}

struct CharsetName {
  std::string_view name;
  Charset charset;
};

std::optional<Charset> charset_named(std::string_view declared) {
  static constexpr auto kNames = std::to_array<CharsetName>({
      {"utf8", Charset::kUtf8},
      {"utf16", Charset::kUtf16},
      {"utf16le", Charset::kUtf16},
      {"utf16be", Charset::kUtf16},
      {"windows1258", Charset::kWindows1258},
      {"cp1258", Charset::kWindows1258},
      {"tcvn", Charset::kTcvn3},
      {"tcvn3", Charset::kTcvn3},
      {"tcvn5712", Charset::kTcvn3},
      {"tcvn57121", Charset::kTcvn3},
      {"vni", Charset::kVni},
      {"vniwindows", Charset::kVni},
  });
  const std::string plain = letters_and_digits(declared);
  for (const CharsetName& row : kNames) {
    if (row.name == plain) {
      return row.charset;
    }
  }
  return std::nullopt;
}

Result<DecodedText> decode_utf16(std::string_view bytes, std::size_t begin, bool little_endian) {
  const auto unit_at = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(little_endian ? first | (second << 8) : (first << 8) | second);
  };
  std::string text;
  for (std::size_t at = begin; at < bytes.size(); at += 2) {
    if (at + 1 == bytes.size()) {
      return undecodable(at);
    }
    char32_t code_point = unit_at(at);
    if (code_point >= 0xD800 && code_point < 0xDC00 && at + 3 < bytes.size()) {
      const char32_t low = unit_at(at + 2);
      if (low < 0xDC00 || low > 0xDFFF) {
        return undecodable(at);
      }
      code_point = 0x10000 + ((code_point - 0xD800) << 10) + (low - 0xDC00);
      at += 2;
    }
    if (code_point == 0 || (code_point >= 0xD800 && code_point < 0xE000)) {
      return undecodable(at);
    }
    append_utf8(text, code_point);
  }
  return DecodedText{with_line_feeds(text), Charset::kUtf16};
}

// Reads bytes by an ICU converter; nothing when one of them stands for no character.
std::optional<std::string> converted(std::string_view bytes, const char* converter_name) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::LocalUConverterPointer converter(ucnv_open(converter_name, &status));
  ucnv_setToUCallBack(converter.getAlias(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                      &status);
  icu::UnicodeString text;
  const auto size = static_cast<int32_t>(bytes.size());
  // One byte makes at most one unit in these charsets.
  char16_t* buffer = text.getBuffer(size + 1);
  const int32_t length =
      ucnv_toUChars(converter.getAlias(), buffer, size + 1, bytes.data(), size, &status);
  text.releaseBuffer(U_SUCCESS(status) ? length : 0);
  if (U_FAILURE(status)) {
    return std::nullopt;
  }
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

struct Candidate {
  Charset charset;
  std::string text;
  ReadingScore score;

  double credit = 0;
  double weight() const { return score.share() + credit; }
  bool believed() const { return score.syllables >= kWordFloor && score.share() >= kShareFloor; }
};

Candidate candidate(Charset charset, std::string text) {
  const ReadingScore score = reading_score(normalized(text));
  return {charset, std::move(text), score};
}

// The readings of a text that was once read as Latin-1.
std::vector<Candidate> legacy_readings(std::string_view latin) {
  return {candidate(Charset::kTcvn3, decode_tcvn3(latin)),
          candidate(Charset::kVni, decode_vni(latin))};
}

const Candidate* best_of(const std::vector<Candidate>& candidates) {
  const auto best = std::max_element(
      candidates.begin(), candidates.end(),
      [](const Candidate& a, const Candidate& b) { return a.weight() < b.weight(); });
  return best == candidates.end() ? nullptr : &*best;
}

// Whether most marked letters lie in Latin-1, as in a TCVN3 or VNI text read as Latin-1: Vietnamese
// proper has over half of them beyond, in đ ă ơ ư and the toned block.
bool mostly_latin1(std::string_view text) {
  std::size_t latin1 = 0;
  std::size_t beyond = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code_point = next_code_point(text, at);
    latin1 += code_point > 0xA0 && code_point < 0x100 ? 1 : 0;
    beyond += code_point >= 0x100 && letter_at(code_point) ? 1 : 0;
  }
  return latin1 > 4 * beyond;
}

bool has_letter_beyond_latin1(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code_point = next_code_point(text, at);
    if (code_point >= 0x100 && letter_at(code_point)) {
      return true;
    }
  }
  return false;
}

// Decodes a page line by line: one with letters that Latin-1 lacks was in true UTF-8 from the
// start, a menu around old text, unless it reads better decoded.
std::string decode_lines(std::string_view text, Charset charset) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::string_view line = text.substr(0, std::min(text.find('\n'), text.size() - 1) + 1);
    text.remove_prefix(line.size());
    std::string decoded = charset == Charset::kTcvn3 ? decode_tcvn3(line) : decode_vni(line);
    const double gain = reading_score(decoded).share() - reading_score(line).share();
    out += gain > 0 || (gain == 0 && !has_letter_beyond_latin1(line)) ? decoded : std::string(line);
  }
  return out;
}

DecodedText decode_utf8(std::string_view text) {
  if (mostly_latin1(text)) {
    const std::vector<Candidate> readings = legacy_readings(text);
    const Candidate* best = best_of(readings);
    if (best->believed() && best->score.share() > reading_score(text).share() + kCredit) {
      return {with_line_feeds(decode_lines(text, best->charset)), best->charset};
    }
  }
  return {with_line_feeds(text), Charset::kUtf8};
}

// A page cut or garbled in a place or two is still UTF-8 when a hundred times more of it is sound.
bool nearly_utf8(std::string_view repaired) {
  std::size_t sound = 0;
  std::size_t bad = 0;
  for (std::size_t at = 0; at < repaired.size();) {
    const char32_t code_point = next_code_point(repaired, at);
    bad += code_point == 0xFFFD ? 1 : 0;
    sound += code_point >= 0x80 && code_point != 0xFFFD ? 1 : 0;
  }
  return sound >= 100 * bad;
}

Result<DecodedText> decode_legacy(std::string_view bytes, std::optional<Charset> claimed,
                                  std::size_t bad_offset) {
  std::vector<Candidate> candidates;
  if (const auto latin = converted(bytes, "windows-1252")) {
    candidates = legacy_readings(*latin);
  }
  if (auto text = converted(bytes, "windows-1258")) {
    candidates.push_back(candidate(Charset::kWindows1258, std::move(*text)));
  }
  for (Candidate& reading : candidates) {
    reading.credit = claimed == reading.charset ? kCredit : 0;
  }
  const Candidate* best = best_of(candidates);
  if (best == nullptr) {
    return undecodable(bad_offset);
  }
  // A claim stands for texts too short to be judged, unless they read badly.
  const bool claim_holds =
      best->credit > 0 && 2 * best->score.syllables >= best->score.marked_words;
  if (!best->believed() && !claim_holds) {
    return undecodable(bad_offset);
  }
  return DecodedText{with_line_feeds(best->text), best->charset};
}

bool has_many_controls(std::string_view bytes) {
  const auto controls = std::count_if(bytes.begin(), bytes.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && (c < '\t' || c > '\r');
  });
  return static_cast<std::size_t>(controls) * 10 > bytes.size();
}

}  // namespace

std::string_view name_of(Charset charset) {
  switch (charset) {
    case Charset::kUtf8:
      return "UTF-8";
    case Charset::kUtf16:
      return "UTF-16";
    case Charset::kWindows1258:
      return "windows-1258";
    case Charset::kTcvn3:
      return "TCVN3";
    case Charset::kVni:
      return "VNI";
  }
  return "";
}

Result<DecodedText> decode_text(std::string_view bytes, std::string_view declared) {
  constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return decode_utf16(bytes, 2, bytes[0] == '\xFF');
  }
  const std::optional<Charset> claimed = charset_named(declared);
  if (claimed == Charset::kUtf16 && bytes.find('\0') != std::string_view::npos) {
    return decode_utf16(bytes, 0, letters_and_digits(declared) != "utf16be");
  }
  if (const auto nul = bytes.find('\0'); nul != std::string_view::npos) {
    return undecodable(nul);
  }
  if (has_many_controls(bytes)) {
    return undecodable(0);
  }
  const std::string_view body =
      bytes.starts_with(kUtf8Mark) ? bytes.substr(kUtf8Mark.size()) : bytes;
  const auto bad = find_invalid_utf8(body);
  if (!bad) {
    return decode_utf8(body);
  }
  const std::string repaired = replace_invalid_utf8(body);
  if (nearly_utf8(repaired)) {
    return decode_utf8(repaired);
  }
  return decode_legacy(body, claimed, static_cast<std::size_t>(body.data() - bytes.data()) + *bad);
}

}  // namespace tracuu
