#pragma once

#include <cstddef>
#include <vector>

#include "common/entity/document_number.h"
#include "common/text/tokens.h"

namespace tracuu {

/// A reference while it is being worked out, by tokens.
struct DocumentReference {
  std::size_t first = 0;  ///< tokens [first, end)
  std::size_t end = 0;
  DocumentMention mention;  ///< span not yet set
};

/// The written name of a type without a number: "ban hành quyết định phê duyệt ...".
struct BareType {
  std::size_t first = 0;  ///< tokens [first, end)
  std::size_t end = 0;
  std::string_view code;  ///< "" for "văn bản", which may be any
};

/// All that was found in one text, in order.
struct DocumentReferences {
  std::vector<DocumentReference> references;
  std::vector<BareType> bare_types;
};

/// Finds references without dates and relations.
DocumentReferences find_references(const TokenizedText& text);

/// Sets what the words in front say is done to each document. Linear.
void find_relations(const TokenizedText& text, std::vector<DocumentReference>& references);

/// Ties dates to references and makes them kIssued. Understands "ngày 27/12/2013" behind a number,
/// brackets, "được ban hành ngày", "Ngày 26/12/2012, UBND ... ban hành quyết định số 6109", and the
/// sentence after ("Quyết định được ký ngày ..."). A date on the next line is the page's, not the
/// paper's.
void tie_dates(const TokenizedText& text, DocumentReferences& found,
               std::vector<DateMention>& dates);

/// Dates all references to a number, and its short forms, by the one date the text gives it. Two
/// dates are two papers: then what has none keeps none.
void share_dates(std::vector<DocumentReference>& references);

}  // namespace tracuu
