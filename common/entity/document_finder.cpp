#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "common/entity/date_words.h"
#include "common/entity/document_code.h"
#include "common/entity/document_list.h"
#include "common/entity/document_name.h"
#include "common/entity/document_phrases.h"
#include "common/entity/document_reference.h"
#include "common/entity/token_gap.h"

namespace tracuu {
namespace {

class DocumentFinder {
 public:
  explicit DocumentFinder(const TokenizedText& text) : text_(text) {}

  DocumentReferences find() {
    for (std::size_t index = 0; index < text_.tokens.size();) {
      const std::size_t next =
          text_.tokens[index].kind == Token::Kind::kWord ? read_word(index) : read_number(index);
      index = std::max(next, index + 1);
    }
    return std::move(found_);
  }

 private:
  /// Each read_ returns the token behind what it read, or the token it was given for nothing.
  std::size_t read_word(std::size_t index) {
    if (const auto popular = popular_name_at(text_, index)) {
      return read_popular(index, *popular);
    }
    if (const auto phrase = type_phrase_at(text_, index)) {
      const std::size_t behind = index + phrase->token_count;
      const std::size_t end = read_behind_type(index, behind, *phrase->type);
      if (end == index) {
        const bool any = phrase->type->name == "Văn bản";
        found_.bare_types.push_back(
            {.first = index, .end = behind, .code = any ? std::string_view() : phrase->type->code});
      }
      return end == index ? behind : end;
    }
    return may_be_abbreviation(index) ? read_abbreviation(index) : index;
  }

  /// "Luật An ninh mạng", or its number where that follows at once.
  std::size_t read_popular(std::size_t index, const PopularNameMatch& popular) {
    const std::size_t end = index + popular.token_count;
    const std::size_t digits = skip_number_word(text_, end);
    const Gap gap = gap_behind(text_, end - 1);
    if (digits < text_.tokens.size() && !gap.newline && (gap.bare() || gap.is('('))) {
      if (auto coded = scan_coded_number(text_, digits, ScanTrust::kText)) {
        coded->first = index;
        return add(*coded, {});
      }
    }
    // A lower-case name is a plain phrase ("chương trình chuyển đổi số quốc gia").
    if (!text_.tokens[index].capitalized && text_.tokens[index].folded != "luat") {
      return index;
    }
    const auto phrase = type_phrase_at(text_, index);
    const std::string type_name = phrase ? phrase->type->name : first_word(popular.name);
    add_named(index, {.name = std::string(popular.name), .end = end}, type_name);
    return end;
  }

  static std::string first_word(std::string_view name) {
    const std::size_t second = name.find(' ', name.find(' ') + 1);
    return std::string(name.substr(0, second));
  }

  std::size_t read_behind_type(std::size_t index, std::size_t behind, const TypePhrase& type) {
    if (behind >= text_.tokens.size()) {
      return index;
    }
    if (type.code == "NQ") {
      if (const std::size_t end = read_resolution_name(index, behind); end != index) {
        return end;
      }
    }
    const std::size_t digits = skip_number_word(text_, behind);
    const Gap gap = gap_behind(text_, behind - 1);
    const bool reaches = gap.bare() || gap.is(':') || gap.is('(');
    if (digits >= text_.tokens.size() || !reaches || (gap.newline && digits == behind)) {
      return index;
    }
    const NumberListContext context{.type = type, .first = index, .said_number = digits != behind};
    const NumberList list = read_number_list(text_, digits, context);
    if (!list.name.empty()) {
      add_named(index, {.name = list.name, .end = list.end}, type.name);
      return list.end;
    }
    if (list.numbers.empty()) {
      return index;
    }
    for (std::size_t i = 0; i < list.numbers.size(); ++i) {
      ScannedNumber number = list.numbers[i];
      number.first = i == 0 ? index : number.first;
      add(number, type.name);
    }
    return list.numbers.back().end;
  }

  std::size_t read_resolution_name(std::size_t index, std::size_t behind) {
    if (const auto plenum = plenum_resolution_at(text_, behind)) {
      add_named(index, *plenum, "Nghị quyết");
      return plenum->end;
    }
    if (const auto congress = congress_resolution_at(text_, behind)) {
      add_named(index, *congress, "Nghị quyết");
      return congress->end;
    }
    return index;
  }

  /// Cheap, because it is asked of every word.
  bool may_be_abbreviation(std::size_t index) const {
    const Token& token = text_.tokens[index];
    return token.capitalized && token.span.size() <= 8 &&
           (token.all_caps || (index + 1 < text_.tokens.size() &&
                               text_.tokens[index + 1].kind == Token::Kind::kNumber));
  }

  /// "NQ36", "NQ 36-NQ/TW", "QĐ 749", "NQ/TW 36", "NQTW4 khóa XI".
  std::size_t read_abbreviation(std::size_t index) {
    const std::string_view written = text_.text_of(index);
    if (index > 0 && !stands_alone(index)) {
      return index;
    }
    if (written == "NQTW" || written == "NQTƯ") {
      if (const auto plenum = plenum_resolution_at(text_, index)) {
        add_named(index, *plenum, "Nghị quyết");
        return plenum->end;
      }
    }
    const auto code = type_code_of(written);
    if (!code) {
      return index;
    }
    if (const auto reversed = scan_reversed_number(text_, index)) {
      return add(*reversed, {});
    }
    if (*code == "NQ") {
      if (const std::size_t end = read_resolution_name(index, index + 1); end != index) {
        return end;
      }
    }
    const Gap gap = gap_behind(text_, index);
    const std::size_t digits = skip_number_word(text_, index + 1);
    if (digits >= text_.tokens.size() || gap.newline || !(gap.bare() || gap.is('-'))) {
      return index;
    }
    const TypePhrase type{.name = std::string(type_name_of(*code, {})),
                          .code = std::string(*code),
                          .use = *code == "NQ" || *code == "NĐ" || *code == "QĐ"
                                     ? TypeUse::kFirm
                                     : TypeUse::kCodeOnly};
    const NumberListContext context{
        .type = type, .first = index, .said_number = digits != index + 1};
    const NumberList list = read_number_list(text_, digits, context);
    if (list.numbers.empty()) {
      return index;
    }
    ScannedNumber number = list.numbers.front();
    number.first = index;
    return add(number, {});
  }

  bool stands_alone(std::size_t index) const {
    const Gap gap = gap_behind(text_, index - 1);
    return !gap.tight() || gap.first == '(' || gap.first == '"';
  }

  /// A number whose type is not written in front of it.
  std::size_t read_number(std::size_t index) {
    const bool said = index > 0 && skip_number_word(text_, index - 1) == index;
    if (said) {
      static const TypePhrase untyped;
      const NumberList list =
          read_number_list(text_, index, {.type = untyped, .first = index, .said_number = true});
      for (const ScannedNumber& number : list.numbers) {
        add(number, {});
      }
      return list.numbers.empty() ? index : list.numbers.back().end;
    }
    const auto coded = scan_coded_number(text_, index, ScanTrust::kText);
    return coded ? add(*coded, {}) : index;
  }

  std::size_t add(const ScannedNumber& scanned, std::string_view written_type) {
    DocumentReference reference{.first = scanned.first, .end = scanned.end, .mention = {}};
    DocumentMention& mention = reference.mention;
    mention.number = scanned.number;
    mention.type_name = written_type;
    const bool of_assembly = mention.number.type.empty() && mention.number.issuer.find("QH") == 0;
    if (mention.type_name.empty() || mention.type_name == "Văn bản") {
      const std::string_view by_code = type_name_of(mention.number.type, mention.number.issuer);
      mention.type_name = !by_code.empty() ? by_code : of_assembly ? "Luật" : "Công văn";
    }
    if (mention.type_name == "Bộ luật") {
      mention.type_name = "Luật";
    }
    found_.references.push_back(std::move(reference));
    return scanned.end;
  }

  void add_named(std::size_t index, const NamedPaper& paper, std::string_view type_name) {
    DocumentReference reference{.first = index, .end = paper.end, .mention = {}};
    reference.mention.number.name = paper.name;
    reference.mention.type_name = type_name;
    found_.references.push_back(std::move(reference));
  }

  const TokenizedText& text_;
  DocumentReferences found_;
};

/// From the first token to the last, with the bracket that "(khóa XI" opens.
Span span_of(const TokenizedText& text, const DocumentReference& reference) {
  Span span{text.tokens[reference.first].span.begin, text.tokens[reference.end - 1].span.end};
  const bool open = slice(text.normalized, span).find('(') != std::string_view::npos;
  if (open && gap_behind(text, reference.end - 1).first == ')') {
    ++span.end;
  }
  return span;
}

}  // namespace

DocumentReferences find_references(const TokenizedText& text) {
  return DocumentFinder(text).find();
}

std::vector<DocumentMention> find_documents(const TokenizedText& text,
                                            std::vector<DateMention>& dates) {
  DocumentReferences found = find_references(text);
  find_relations(text, found.references);
  tie_dates(text, found, dates);
  std::vector<DocumentMention> mentions;
  mentions.reserve(found.references.size());
  for (DocumentReference& reference : found.references) {
    reference.mention.span = span_of(text, reference);
    mentions.push_back(std::move(reference.mention));
  }
  return mentions;
}

}  // namespace tracuu
