#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/entity/document_phrases.h"
#include "common/entity/document_scanner.h"

namespace tracuu {

/// What stands in front of the numbers.
struct NumberListContext {
  const TypePhrase& type;    ///< without code when no type is written
  std::size_t first = 0;     ///< token where the type begins
  bool said_number = false;  ///< "số" stands in front
};

/// The numbers behind one type.
struct NumberList {
  std::vector<ScannedNumber> numbers;
  std::string name;     ///< instead of numbers, for papers called by name: "Đề án 06"
  std::size_t end = 0;  ///< token behind the name
};

/// Reads the numbers at token `index`: one with its code ("36-NQ/TW"), a list that shares a code
/// ("13, 36 và 49-NQ/TW"), or, where the type can carry it, numbers alone ("36", "18, 19", "06").
/// Empty when they number no paper: "quyết định 3 nội dung", "chương trình 5 năm".
NumberList read_number_list(const TokenizedText& text, std::size_t index,
                            const NumberListContext& context);

}  // namespace tracuu
