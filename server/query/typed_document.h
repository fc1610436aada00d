#pragma once

#include <optional>
#include <string_view>

#include "common/entity/document_number.h"
#include "server/query/typed_entity.h"

namespace tracuu {

/// Reads a document number that fills the whole of `normalized`, as parse_document_number() does,
/// and also when the names in it are typed without marks: "nghi quyet so 36-nq/tw", "de an 06".
std::optional<DocumentNumber> read_document_number(std::string_view normalized);

/// Returns the longest document number that starts at the first token of `range`. Type and number
/// alone ("nghị quyết 36", "NQ36") stand for the class "NQ 36". A paper known by its name only, and
/// a number that may be a year ("kế hoạch 2020"), are soft. Counted things ("báo cáo 6 tháng", "dự
/// án 5 triệu") and codes that are words when typed small ("da 06") are no documents.
std::optional<TypedEntity> document_typed_at(const TypedText& typed, TokenRange range);

}  // namespace tracuu
