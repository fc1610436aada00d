#include "common/entity/gazetteer/gazetteer.h"
#include "common/entity/gazetteer/rows.h"

// The assembler's symbols, see common/embed.S.in.
// NOLINTBEGIN(readability-identifier-naming)
extern "C" {
extern const char tracuu_document_types_begin[];
extern const char tracuu_document_types_end[];
extern const char tracuu_issuers_begin[];
extern const char tracuu_issuers_end[];
extern const char tracuu_drafting_units_begin[];
extern const char tracuu_drafting_units_end[];
extern const char tracuu_landmark_documents_begin[];
extern const char tracuu_landmark_documents_end[];
extern const char tracuu_abbreviations_begin[];
extern const char tracuu_abbreviations_end[];
}
// NOLINTEND(readability-identifier-naming)

namespace tracuu {
namespace {

std::vector<DocumentType> read_document_types() {
  std::vector<DocumentType> all;
  for (const auto& row : gazetteer_rows(
           "document_types.tsv", {tracuu_document_types_begin, tracuu_document_types_end}, 4)) {
    all.push_back({.code = std::string(row[0]),
                   .name = std::string(row[1]),
                   .family = std::string(row[2]),
                   .aliases = cell_items(row[3])});
  }
  return all;
}

std::vector<Issuer> read_issuers() {
  std::vector<Issuer> all;
  for (const auto& row :
       gazetteer_rows("issuers.tsv", {tracuu_issuers_begin, tracuu_issuers_end}, 8)) {
    all.push_back({.code = std::string(row[0]),
                   .name = std::string(row[1]),
                   .level = std::string(row[2]),
                   .kind = std::string(row[3]),
                   .aliases = cell_items(row[4]),
                   .since = cell_date(row[5]),
                   .until = cell_date(row[6]),
                   .successor = std::string(row[7])});
  }
  return all;
}

std::vector<std::string> read_drafting_units() {
  std::vector<std::string> all;
  for (const auto& row : gazetteer_rows(
           "drafting_units.tsv", {tracuu_drafting_units_begin, tracuu_drafting_units_end}, 2)) {
    all.emplace_back(row[0]);
  }
  return all;
}

std::vector<LandmarkDocument> read_landmark_documents() {
  std::vector<LandmarkDocument> all;
  for (const auto& row :
       gazetteer_rows("landmark_documents.tsv",
                      {tracuu_landmark_documents_begin, tracuu_landmark_documents_end}, 8)) {
    all.push_back({.number = std::string(row[0]),
                   .type = std::string(row[1]),
                   .issuer = std::string(row[2]),
                   .date = cell_date(row[3]).value_or(PartialDate{}),
                   .title = std::string(row[4]),
                   .popular_names = cell_items(row[5]),
                   .verified = cell_flag(row[6]),
                   .replaced_by = std::string(row[7])});
  }
  return all;
}

std::vector<Abbreviation> read_abbreviations() {
  std::vector<Abbreviation> all;
  for (const auto& row : gazetteer_rows(
           "abbreviations.tsv", {tracuu_abbreviations_begin, tracuu_abbreviations_end}, 4)) {
    all.push_back({.abbreviation = std::string(row[0]),
                   .expansions = cell_items(row[1]),
                   .variants = cell_items(row[2]),
                   .ambiguous = cell_flag(row[3])});
  }
  return all;
}

}  // namespace

std::span<const DocumentType> document_types() {
  static const std::vector<DocumentType> all = read_document_types();
  return all;
}

std::span<const Issuer> issuers() {
  static const std::vector<Issuer> all = read_issuers();
  return all;
}

std::span<const std::string> drafting_units() {
  static const std::vector<std::string> all = read_drafting_units();
  return all;
}

std::span<const LandmarkDocument> landmark_documents() {
  static const std::vector<LandmarkDocument> all = read_landmark_documents();
  return all;
}

std::span<const Abbreviation> abbreviations() {
  static const std::vector<Abbreviation> all = read_abbreviations();
  return all;
}

}  // namespace tracuu
