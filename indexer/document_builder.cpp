#include "indexer/document_builder.h"

#include <algorithm>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/schema.h"

namespace tracuu {
namespace {

void add_field(FieldId id, std::vector<std::string> values, Xapian::Document& document) {
  std::erase(values, "");
  for (const std::string& value : values) {
    document.add_boolean_term(filter_term(id, value));
  }
  if (!values.empty()) {
    document.add_value(field(id).slot, pack_values(values));
  }
}

void push_new(std::vector<std::string>& values, const std::string& value) {
  if (std::find(values.begin(), values.end(), value) == values.end()) {
    values.push_back(value);
  }
}

void add_documents(const Article& article, Xapian::Document& document) {
  std::vector<std::string> numbers;
  std::vector<std::string> types;
  std::vector<std::string> issuers;
  std::vector<std::string> identities;
  for (const DocumentIdentity& identity : article.documents) {
    push_new(numbers, identity.number);
    push_new(types, identity.type_name);
    push_new(identities, identity.key());
  }
  for (const PaperRelation& link : article.relations) {
    const std::string name(name_of(link.relation));
    document.add_boolean_term(
        term_of(kRelationPrefix, name + '>' + paper_value(article.documents[link.to])));
    document.add_boolean_term(
        term_of(kRelationPrefix, name + '<' + paper_value(article.documents[link.from])));
  }
  for (const DocumentMention& mention : article.entities.documents) {
    push_new(issuers, mention.number.issuer);
    // A paper called by its name is found by the name and by the number behind it.
    push_new(numbers, mention.number.name);
    if (mention.number.number != 0) {
      const DocumentNumber type_and_number{.number = mention.number.number,
                                           .suffix = mention.number.suffix,
                                           .year = 0,
                                           .type = mention.number.type,
                                           .issuer = {},
                                           .name = {}};
      document.add_boolean_term(term_of(kDocumentClassPrefix, to_canonical(type_and_number)));
    }
  }
  add_field(FieldId::kDocument, std::move(numbers), document);
  add_field(FieldId::kType, std::move(types), document);
  add_field(FieldId::kIssuer, std::move(issuers), document);
  add_field(FieldId::kIdentity, std::move(identities), document);
}

void add_published(Day day, Xapian::Document& document) {
  const std::string iso = to_iso(PartialDate::of(day));
  document.add_value(kPublishedSlot, pack_day(day));
  document.add_boolean_term(term_of(kDayPrefix, iso));
  document.add_boolean_term(filter_term(FieldId::kMonth, iso.substr(0, 7)));
  document.add_boolean_term(filter_term(FieldId::kYear, iso.substr(0, 4)));
}

void add_reprint(const ReprintMarks& reprint, Xapian::Document& document) {
  if (!reprint.group.empty()) {
    document.add_value(kReprintSlot, reprint.group);
    document.add_boolean_term(term_of(kReprintPrefix, reprint.group));
  }
  for (const std::uint32_t key : reprint.keys) {
    document.add_boolean_term(reprint_key_term(key));
  }
}

}  // namespace

std::string reprint_key_term(std::uint32_t key) {
  char digits[sizeof "0a1b2c3d"];
  std::snprintf(digits, sizeof digits, "%08x", key);
  return term_of(kReprintKeyPrefix, digits);
}

Xapian::Document build_document(const Article& article, const ReprintMarks& reprint) {
  Xapian::Document document;
  document.add_boolean_term(term_of(kIdPrefix, article.id));
  add_field(FieldId::kProvince, article.about, document);
  add_field(FieldId::kMentioned, mentioned_provinces(article), document);
  add_field(FieldId::kSource, {article.source}, document);
  std::vector<std::string> officials;
  for (const OfficialSummary& official : officials_of(article)) {
    officials.push_back(official.name);
  }
  add_field(FieldId::kOfficial, std::move(officials), document);
  add_documents(article, document);
  if (article.published) {
    add_published(*article.published, document);
  }
  add_reprint(reprint, document);
  document.add_value(kHashSlot, article.content_hash);
  return document;
}

}  // namespace tracuu
