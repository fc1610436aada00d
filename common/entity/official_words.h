#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/text/tokens.h"

namespace tracuu {

/// What a word or phrase does around the name of an official.
enum class WordClass : std::uint8_t {
  kOffice,     ///< title of the state wherever it stands: "Bộ trưởng"
  kChair,      ///< title that its body may show to be private: "Chủ tịch"
  kHead,       ///< title that needs a body of the state: "Giám đốc"
  kVague,      ///< title only with a body of the state: "Trưởng", "Thành viên"
  kWhole,      ///< title with the body inside: "Ủy viên Trung ương Đảng"
  kPosition,   ///< title with a committee inside, the body behind: "Ủy viên Ban Thường vụ"
  kPrivate,    ///< title outside the state: "Tổng Giám đốc"
  kQualifier,  ///< "Thường trực"
  kPrefix,     ///< "Quyền", "nguyên"
  kLate,       ///< "cố"
  kStateBody,  ///< "Sở", "UBND"
  kPrivateBody,  ///< "Công ty", "VNPT"
  kUnit,         ///< "tỉnh", "xã"
  kNamedUnit,    ///< what bears names of persons: "phường", "đường", "giải thưởng"
  kField,        ///< "thông tin", "chuyển đổi số"
  kJoint,        ///< "và", "thuộc"
  kStatement,    ///< "cho biết"
  kAddress,      ///< "ông", "đồng chí"
  kRank,         ///< "Thiếu tướng"
  kDegree,       ///< "PGS.TS", "Nhà báo"
  kPlural,       ///< "các", "hai"
  kPress,        ///< "Phóng viên"
  kCredit,       ///< "Ảnh", before a colon
  kAppointed,    ///< "giữ chức"
  kForeign,      ///< "Nhật Bản"
  kNamesake,     ///< "Trần Hưng Đạo"
  kFamily,       ///< "Nguyễn"
  kHighland,     ///< "Siu", "Y"
  kMiddle,       ///< "Văn", "Thị"
  kPlace,        ///< a province or district
  kCount,
};

/// Returns the bit of `word_class` in a set of classes.
constexpr std::uint32_t class_bit(WordClass word_class) {
  return 1U << static_cast<unsigned>(word_class);
}

/// A tokenized text read with the words around officials in mind. Const use is thread-safe.
class WordedText {
 public:
  /// Looks every token up once. REQUIRES: `text` outlives this.
  explicit WordedText(const TokenizedText& text);

  /// Returns the number of tokens of the longest phrase of `word_class` that starts at token
  /// `index`; 0 for none or past the end. Case and the place of tone marks do not matter.
  std::size_t phrase_length(WordClass word_class, std::size_t index) const {
    return may_start(word_class, index) ? longest_phrase(word_class, index) : 0;
  }

  /// Returns whether some phrase of `word_class` starts at token `index`.
  bool starts(WordClass word_class, std::size_t index) const {
    return phrase_length(word_class, index) > 0;
  }

  /// Returns whether some phrase of a class may start at token `index`: false is certain and cheap.
  bool is_plain(std::size_t index) const { return firsts_[index].classes == 0; }

  /// Returns whether some phrase of one of `classes`, bit n for class n, may start at token
  /// `index`: false is certain and cheap.
  bool may_start_any(std::uint32_t classes, std::size_t index) const {
    return index < firsts_.size() && (firsts_[index].classes & classes) != 0;
  }

  /// The bytes between token `index` - 1 and `index`; a line end for the first token.
  std::string_view gap_before(std::size_t index) const {
    return index == 0 ? std::string_view("\n") : text_.gap_after(index - 1);
  }

  const Token& token(std::size_t index) const { return text_.tokens[index]; }
  std::size_t size() const { return text_.tokens.size(); }
  const TokenizedText& text() const { return text_; }

 private:
  bool may_start(WordClass word_class, std::size_t index) const {
    return may_start_any(class_bit(word_class), index);
  }
  std::size_t longest_phrase(WordClass word_class, std::size_t index) const;

  /// What may start at a token.
  struct First {
    std::uint32_t classes = 0;  ///< bit n when a phrase of class n may
    std::uint32_t start = 0;    ///< its PhraseTable::Start
  };

  const TokenizedText& text_;
  std::vector<First> firsts_;  ///< of each token
};

}  // namespace tracuu
