#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/entity/date.h"
#include "common/text/tokens.h"

namespace tracuu {

/// The number of a legal, administrative or party paper, taken apart. A number is not an identity:
/// several papers bear the same one (see DocumentIdentity in common/index/article.h).
///
///     48/2009/QĐ-TTg       36a/NQ-CP         36-NQ/TW        67/2006/QH11     702/UBND-VX
///     │  │    │  issuer    │ │ │  issuer     │  │  issuer    (no type)        (official letter,
///     │  year type         │ │ type          │  type                           no type)
///     number               │ suffix
struct DocumentNumber {
  std::int32_t number = 0;  ///< 1.., leading zeros dropped; 0 when the paper is only named
  std::string suffix;       ///< lower-case letter behind the number: "a" in 36a, else ""
  std::int16_t year = 0;    ///< as part of the number, else 0
  std::string type;         ///< code: "NQ", "QĐ", "NĐ", "TTLT" ...; "" where the form has none
  std::string issuer;       ///< code(s): "TW", "TU", "TTg", "UBND", "QH13", "BTC-BTTTT"; "" unknown
  /// For papers that are called by a name instead of a number: "Nghị quyết Trung ương 4 khóa XI",
  /// "Đề án 06". number is then 0.
  std::string name;

  bool operator==(const DocumentNumber&) const = default;
};

/// Prints the canonical form: party "36-NQ/TW", state "36a/NQ-CP", dated "48/2009/QĐ-TTg", law
/// "67/2006/QH11", letter "702/UBND-VX", joint "19/2012/TTLT-BTC-BKHĐT-BTTTT"; the name for named
/// papers; "NQ 36" when only type and number are known.
std::string to_canonical(const DocumentNumber& number);

/// Reads one number that fills the whole of `normalized`, however it is spaced, cased or separated
/// ("36 - nq/tw", "NQ36", "36 NQ TW", "nghị quyết số 36-NQ/TƯ", "NQ 36"). Nothing when it is none.
std::optional<DocumentNumber> parse_document_number(std::string_view normalized);

/// What the text says that the article (or the paper before it) does to a document.
enum class DocumentRelation : std::uint8_t {
  kMentions,
  kImplements,  ///< thực hiện, triển khai, quán triệt
  kReviews,     ///< sơ kết, tổng kết
  kBasedOn,     ///< căn cứ, theo
  kReplaces,    ///< thay thế
  kAmends,      ///< sửa đổi, bổ sung
};

/// The names used in answers: "mentions", "implements", "reviews", "based-on", "replaces",
/// "amends".
std::string_view name_of(DocumentRelation relation);

/// One reference to a document in a text.
struct DocumentMention {
  Span span;  ///< from the type word, if written, to the end of the number
  DocumentNumber number;
  std::string type_name;  ///< "Nghị quyết": as the number's type code or the words say, else ""
  std::optional<PartialDate> date;  ///< issue date, when the text ties one to this mention
  Span date_span;                   ///< of that date; empty without one
  DocumentRelation relation = DocumentRelation::kMentions;

  bool operator==(const DocumentMention&) const = default;
};

/// Finds all references to documents, in order, without overlaps. Understands unreliable separators
/// ("36 - NQ/TW", "13-NQ-TƯ", "26 /QĐ-UBND", "1718 –KL/TU", "QĐ-TTG"), numbers split over lines,
/// lists that share a suffix ("số 13, 36 và 49-NQ/TW"), type and number alone ("Nghị quyết 36",
/// "Đề án 06"), plenums ("Nghị quyết TƯ4 (Khóa XI)", "Nghị quyết Trung ương 4": a name, not number
/// 4) and laws. TƯ and T.Ư are TW, never TU. What is printed is kept, nothing is corrected. `dates`
/// are the dates of the same text; those that a mention uses become kIssued in place.
std::vector<DocumentMention> find_documents(const TokenizedText& text,
                                            std::vector<DateMention>& dates);

}  // namespace tracuu
